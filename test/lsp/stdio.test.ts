import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import {
  createMessageConnection,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader as Reader,
  StreamMessageWriter as Writer,
} from 'vscode-languageserver-protocol/node';

const folder = mkdtempSync(path.join(tmpdir(), 'factlint-stdio-'));
const program = path.join(folder, 'server.js');
const started: ChildProcess[] = [];

before(async () => {
  const entryPoints = [path.resolve('server/src/lsp/main.ts')];
  const mainFields = ['module', 'main']; // the UMD form of some packages cannot be bundled
  const shape = { bundle: true, platform: 'node', format: 'cjs', mainFields, logLevel: 'error' } as const;
  await build({ entryPoints, outfile: program, ...shape });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }');
  cpSync('server/facts', path.join(folder, 'facts'), { recursive: true });
});
after(() => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

function start(): { readonly child: ChildProcess; readonly client: MessageConnection } {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  const client = createMessageConnection(new Reader(child.stdout!), new Writer(child.stdin!));
  client.listen();
  return { child, client };
}

test('the program checks over standard input and output, and ends when they close', async () => {
  const { child, client } = start();
  const pushed = new Promise<PublishDiagnosticsParams>((resolve) => {
    client.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
  const textDocument = {
    uri: 'untitled:a',
    languageId: 'text',
    version: 1,
    text: 'Renault owns 34% of Nissan.',
  };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  assert.equal((await pushed).diagnostics[0]?.code, 'percent-mismatch');
  const ended = once(child, 'exit');
  child.stdin?.end();
  assert.deepEqual(await ended, [1, null]); // without a shutdown request the protocol wants 1
});

test('the program ends on request, with 0', async () => {
  const { child, client } = start();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendRequest('shutdown');
  const ended = once(child, 'exit');
  await client.sendNotification('exit');
  assert.deepEqual(await ended, [0, null]);
});

test('the program ends when the process that started it is gone', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const { child, client } = start();
  const ended = once(child, 'exit');
  await client.sendRequest('initialize', { processId: gone, rootUri: null, capabilities: {} });
  assert.deepEqual(await ended, [1, null]);
});
