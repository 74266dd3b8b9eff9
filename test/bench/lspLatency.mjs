// From `didChange` to the diagnostics of that version, over stdio.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)];

/** Speaks the protocol's frames over a program's stdin and stdout. */
function connect(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Set();
  let buffer = Buffer.alloc(0);
  let id = 0;
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message) => {
    if (message.method && message.id !== undefined) send({ id: message.id, result: answerTo(message) });
    for (const it of waiting) {
      if (!it.wanted(message)) continue;
      waiting.delete(it);
      it.resolve(message);
    }
  };
  child.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))[1]);
      if (buffer.length < head + 4 + length) return;
      const message = JSON.parse(buffer.toString('utf8', head + 4, head + 4 + length));
      buffer = buffer.subarray(head + 4 + length);
      receive(message);
    }
  });
  const wait = (wanted) => new Promise((resolve) => waiting.add({ wanted, resolve }));
  return {
    wait,
    notify: (method, params) => send({ method, params }),
    request(method, params) {
      const own = ++id;
      send({ id: own, method, params });
      return wait((message) => message.id === own && !message.method);
    },
    end: () => child.kill(),
  };
}

function answerTo({ method, params }) {
  return method === 'workspace/configuration' ? params.items.map(() => null) : null;
}

const isDiagnosticsOf = (uri, version) => (message) =>
  message.method === 'textDocument/publishDiagnostics' &&
  message.params.uri === uri &&
  (message.params.version ?? version) >= version;

/** Medians of a server's latency for edits of one character in `text`, and of its start. */
export async function lspLatency(name, args, text, folder, edits = 120) {
  const start = performance.now();
  const server = connect(args, folder);
  const uri = pathToFileURL(`${folder}/draft.txt`).href;
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: 'bench' }];
  await server.request('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities: {} });
  const initialized = performance.now() - start;
  server.notify('initialized', {});
  const first = server.wait(isDiagnosticsOf(uri, 1));
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
  server.notify('textDocument/didChange', change(uri, 1, [{ range: at(0), text: '' }]));
  await first;
  const ready = performance.now() - start;
  const times = [];
  const lines = text.split('\n').length;
  for (let version = 2; version < edits + 2; version++) {
    const line = Math.floor(((version >> 1) * 7919) % lines);
    const range = version % 2 === 0 ? at(line) : { ...at(line), end: { line, character: 1 } };
    const answer = server.wait(isDiagnosticsOf(uri, version));
    const sent = performance.now();
    server.notify(
      'textDocument/didChange',
      change(uri, version, [{ range, text: version % 2 === 0 ? 'x' : '' }]),
    );
    await answer;
    if (version >= edits / 4) times.push(performance.now() - sent);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  server.end();
  return {
    name,
    initialized,
    ready,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
  };
}

const at = (line) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
const change = (uri, version, contentChanges) => ({ textDocument: { uri, version }, contentChanges });
