// A client of a language server: frames over stdin and stdout, and a wait for any message.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Speaks the protocol's frames over a program's stdin and stdout. A server that ends too soon ends the measurement. */
export function connect(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Set();
  const watchers = [];
  let id = 0;
  let isOver = false;
  child.once('exit', (code) => {
    if (!isOver) throw new Error(`${args.join(' ')} ended with ${code}.`);
  });
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message) => {
    if (message.method && message.id !== undefined) send({ id: message.id, result: answerTo(message) });
    for (const watch of watchers) watch(message);
    for (const it of waiting) if (it.wanted(message) && waiting.delete(it)) it.resolve(message);
  };
  child.stdout.on('data', readFrames(receive));
  const wait = (wanted) => new Promise((resolve) => waiting.add({ wanted, resolve }));
  const request = (method, params) => {
    const own = ++id;
    send({ id: own, method, params });
    return wait((message) => message.id === own && !message.method);
  };
  return {
    wait,
    request,
    watch: (watcher) => watchers.push(watcher),
    cpu: () => cpuOf(child.pid),
    notify: (method, params) => send({ method, params }),
    async end() {
      await request('shutdown');
      isOver = true;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      send({ method: 'exit' });
      await ended;
    },
  };
}

function readFrames(receive) {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
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
  };
}

function answerTo({ method, params }) {
  return method === 'workspace/configuration' ? params.items.map(() => null) : null;
}

/** Milliseconds of processor time that a process has had, which hold on a busy machine too; undefined where there is no /proc. */
function cpuOf(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [user, system] = readFileSync(file, 'latin1').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
