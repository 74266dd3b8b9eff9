// From `didChange` to the diagnostics of that version, over stdio: one edit at a time, in a burst, and beside a folder check.
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { connect } from './lspClient.mjs';

const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)];
const quantiles = (times) => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  p99: quantile(times, 0.99),
});

/** The first edits warm the server up and do not count. */
const WARM_UP = 50;

/** Latencies of a server for edits of one character in `text`, with its processor time for each, and of its start. */
export async function lspLatency(name, args, text, folder, edits = 200) {
  const start = performance.now();
  const server = connect(args, folder);
  await initialize(server, folder);
  const initialized = performance.now() - start;
  const draft = await openDraft(server, folder, text);
  const ready = performance.now() - start;
  for (let count = 0; count < WARM_UP; count++) await draft.edit();
  const cpuBefore = server.cpu();
  const times = [];
  for (let count = 0; count < edits; count++) {
    times.push(await draft.edit());
    await sleep(4);
  }
  const cpu = (server.cpu() - cpuBefore) / edits;
  await server.end();
  return { name, initialized, ready, cpu, ...quantiles(times) };
}

/**
 * A burst: so many edits at once, as a paste, a macro or a key held down sends them. `checks` is how many versions were
 * checked; `last` the time from the last edit to its diagnostics.
 */
export async function lspBurst(args, text, folder, edits = 100) {
  const server = connect(args, folder);
  await initialize(server, folder);
  const draft = await openDraft(server, folder, text);
  for (let count = 0; count < WARM_UP; count++) await draft.edit();
  const before = draft.published();
  for (let count = 1; count < edits; count++) void draft.edit();
  const last = await draft.edit();
  const checks = draft.published() - before;
  await server.end();
  return { edits, checks, last };
}

/** Edits of one character, one every `pause` milliseconds, while the server checks a folder of drafts. */
export async function lspBesideFolder(args, text, folder, drafts, pause = 20) {
  const server = connect(args, folder);
  await initialize(server, folder);
  const draft = await openDraft(server, folder, text);
  for (let count = 0; count < WARM_UP; count++) await draft.edit();
  const start = performance.now();
  const times = [];
  let result;
  void server.request('factlint/checkFolder', { uri: pathToFileURL(drafts).href }).then((answer) => {
    result = answer.result;
  });
  while (!result) {
    times.push(await draft.edit());
    await sleep(pause);
  }
  const seconds = (performance.now() - start) / 1000;
  await server.end();
  return { edits: times.length, files: result.files, seconds, ...quantiles(times) };
}

async function initialize(server, folder) {
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: 'bench' }];
  await server.request('initialize', { processId: process.pid, rootUri, workspaceFolders, capabilities: {} });
  server.notify('initialized', {});
}

/** A draft with its diagnostics; `edit` types a character or takes it out again, and resolves with the milliseconds it took. */
async function openDraft(server, folder, text) {
  const uri = pathToFileURL(`${folder}/draft.txt`).href;
  const lines = text.split('\n').length;
  let version = 1;
  let published = 0;
  const diagnosticsOf = (wanted) =>
    server.wait(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        params.uri === uri &&
        (params.version ?? wanted) >= wanted,
    );
  server.watch(({ method, params }) => {
    if (method === 'textDocument/publishDiagnostics' && params.uri === uri) published++;
  });
  const first = diagnosticsOf(1);
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version, text } });
  await first;
  return {
    published: () => published,
    async edit() {
      version++;
      const line = Math.floor(((version >> 1) * 7919) % lines);
      const start = { line, character: 0 };
      const isTyped = version % 2 === 0;
      const range = { start, end: isTyped ? start : { line, character: 1 } };
      const answer = diagnosticsOf(version);
      const sent = performance.now();
      const contentChanges = [{ range, text: isTyped ? 'x' : '' }];
      server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      await answer;
      return performance.now() - sent;
    },
  };
}
