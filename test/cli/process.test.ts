import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { build } from 'esbuild';

// The real program in a process of its own: threads, pipes, exit status.
const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
const cli = path.join(folder, 'dist/cli.cjs');
const FILES = 70;

before(async () => {
  await build({
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: cli,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  mkdirSync(path.join(folder, 'desk'));
  for (let i = 0; i < FILES; i++) {
    const text = `Article ${i}.\n\nOn Monday, January ${1 + (i % 28)}, 2023, it began.\n`;
    writeFileSync(path.join(folder, `desk/a${String(i).padStart(3, '0')}.txt`), text);
  }
  writeFileSync(path.join(folder, 'desk/own.facts.json'), '{ "version": 1, "entities": {} }');
  writeFileSync(path.join(folder, 'desk/z.md'), Buffer.from([0, 1, 2]));
});
after(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const options = { cwd: path.join(folder, 'desk'), encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [cli, 'check', '--no-bundled', ...args], options);
}

test('several threads print the same as one, in the order of the files', () => {
  const one = run('--format', 'jsonl', '--jobs', '1');
  const three = run('--format', 'jsonl', '--jobs', '3');
  assert.equal(three.stdout, one.stdout);
  assert.equal(three.stderr, one.stderr);
  assert.deepEqual([one.status, three.status], [2, 2]);
  const lines = one.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(lines.filter(({ path: file }) => file).length, FILES);
  assert.match(one.stderr, /^z.md: error: Not checked: it is not a text file/);
});

test('a reader that has seen enough ends the run without a word', async () => {
  const child = spawn(process.execPath, [cli, 'check', '--no-bundled', '--format', 'json', '--jobs', '1'], {
    cwd: path.join(folder, 'desk'),
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.destroy();
  await new Promise((resolve) => child.on('close', resolve));
  assert.doesNotMatch(errors, /EPIPE|at /);
});

test('what is piped in is checked', () => {
  const options = {
    cwd: path.join(folder, 'desk'),
    encoding: 'utf8',
    input: 'On Monday, January 26, 2023.',
  } as const;
  const { stdout, status } = spawnSync(
    process.execPath,
    [cli, 'check', '--no-bundled', '--stdin', '--stdin-filename', 'new.md'],
    options,
  );
  assert.match(stdout, /^new.md[\s\S]*weekday-mismatch/);
  assert.equal(status, 1);
});

/** Runs the stream in the desk's folder; `answer` is the next line that it writes. */
function stream() {
  const child = spawn(process.execPath, [cli, 'check', '--no-bundled', '--jsonl-in'], {
    cwd: path.join(folder, 'desk'),
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    ended: new Promise((resolve) => child.on('close', resolve)),
    answer: async () => JSON.parse((await lines.next()).value),
  };
}

const DOCUMENT = { text: 'It began on Monday, January 26, 2023.' };

test('documents of a pipe that never ends are answered as they come', async () => {
  const { child, answer, ended } = stream();
  for (const id of ['first', 'second', 'third']) {
    child.stdin.write(`${JSON.stringify({ id, ...DOCUMENT })}\n`);
    const { id: answered, findings } = await answer();
    assert.deepEqual([answered, findings.length], [id, 1]);
  }
  child.stdin.end('no document');
  assert.deepEqual(await answer(), { id: null, line: 4, error: 'The line is not valid JSON.' });
  assert.equal(await ended, 0);
});

test('a reader that goes away ends a stream that never would', async () => {
  const { child, answer, ended } = stream();
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdin.on('error', () => {}); // its other end is gone as well, sooner or later
  const line = `${JSON.stringify({ id: 1, ...DOCUMENT })}\n`.repeat(50);
  const write = () => void (child.stdin.writable && child.stdin.write(line, () => setImmediate(write)));
  write();
  await answer();
  child.stdout.destroy();
  await ended;
  assert.equal(errors, '');
});

test('a line without an end takes no memory with it', async () => {
  const { child, answer, ended } = stream();
  const piece = Buffer.alloc(1 << 20, 'x');
  for (let count = 0; count < 120; count++) {
    if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  }
  child.stdin.end(`\n${JSON.stringify({ id: 2, ...DOCUMENT })}\n`);
  assert.match((await answer()).error, /^The line is longer than the 50 MB/);
  assert.equal((await answer()).id, 2);
  assert.equal(await ended, 0);
});

const FULL = '/dev/full';
const hasFull = existsSync(FULL);

test('a device is written to, not put away for a file', { skip: hasFull ? false : 'needs /dev/full' }, () => {
  const full = run('a000.txt', '--output', FULL);
  assert.equal(full.stderr, `factlint: --output ${FULL} cannot be written: the disk is full.\n`);
  assert.equal(full.status, 2);
  assert.ok(statSync(FULL).isCharacterDevice());
});

test('a disk that is full under standard output is told in a sentence', {
  skip: hasFull ? false : 'needs /dev/full',
}, () => {
  const file = openSync(FULL, 'w');
  const { stderr, status } = spawnSync(process.execPath, [cli, 'check', '--no-bundled', 'a000.txt'], {
    cwd: path.join(folder, 'desk'),
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(file);
  assert.equal(stderr, 'factlint: standard output cannot be written: the disk is full.\n');
  assert.equal(status, 2);
});

test('Ctrl+C leaves no half of an --output behind', async () => {
  const desk = path.join(folder, 'long');
  mkdirSync(desk);
  const text = 'On Monday, January 3, 2023, it began.\n\n'.repeat(500);
  for (let i = 0; i < 300; i++) writeFileSync(path.join(desk, `${i}.txt`), text);
  writeFileSync(path.join(desk, 'own.facts.json'), '{ "version": 1, "entities": {} }');
  const args = [cli, 'check', '--no-bundled', '--jobs', '1', '--output', 'out.txt', '--format', 'jsonl'];
  const child = spawn(process.execPath, args, { cwd: desk, stdio: 'ignore' });
  const parts = () => readdirSync(desk).filter((name) => name.startsWith('out.txt'));
  while (parts().length === 0 && child.exitCode === null) await turn();
  child.kill('SIGINT');
  const [status, signal] = await once(child, 'exit');
  assert.deepEqual([status, signal, parts()], [null, 'SIGINT', []]);
});
