// Leaves beside each program what V8 has compiled of it after a typical run, for starts under this same Node.
// `node scripts/codeCaches.mjs PROGRAM ARGUMENT…` runs one and keeps its code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const { cacheFileOf, readProgram } = createRequire(import.meta.url)(path.join(root, 'build', 'launch.cjs'));

/** A run that uses what most runs use; more would make each start read more. */
const DRAFT =
  'Renault SA, founded in 1899, said on Thursday, January 26, 2023, that it holds 34% of Nissan Motor Co.\n';

if (process.argv[1] === import.meta.filename) {
  const [program, ...args] = process.argv.slice(2);
  keep(path.join(dist, `${program}.program.js`), args);
}

/** Leaves the code of all programs. */
export function makeCodeCaches() {
  for (const name of readdirSync(dist)) if (name.endsWith('.cache')) rmSync(path.join(dist, name));
  const folder = mkdtempSync(path.join(tmpdir(), 'factlint-build-'));
  writeFileSync(path.join(folder, 'a.txt'), DRAFT);
  run(folder, ['cli', 'check', 'a.txt'], '');
  run(folder, ['server', '--stdio'], session(pathToFileURL(folder).href));
  rmSync(folder, { recursive: true });
}

function run(cwd, args, input) {
  const { status, stderr } = spawnSync(process.execPath, [import.meta.filename, ...args], {
    cwd,
    input,
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** What an editor says that opens a draft and leaves. */
function session(folder) {
  const workspaceFolders = [{ uri: folder, name: 'build' }];
  const document = { uri: `${folder}/a.txt`, languageId: 'plaintext', version: 1, text: DRAFT };
  const change = {
    textDocument: { uri: document.uri, version: 2 },
    contentChanges: [{ text: `${DRAFT}More.` }],
  };
  const messages = [
    {
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: folder, workspaceFolders, capabilities: {} },
    },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: document } },
    { method: 'textDocument/didChange', params: change },
    {
      id: 2,
      method: 'textDocument/codeAction',
      params: {
        textDocument: document,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
        context: { diagnostics: [] },
      },
    },
    { id: 3, method: 'shutdown' },
    { method: 'exit' },
  ];
  return messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    .join('');
}

function keep(file, args) {
  const script = readProgram(file);
  process.argv = [process.execPath, file.replace('.program', ''), ...args];
  process.on('exit', () => writeFileSync(cacheFileOf(file), script.createCachedData()));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
}
