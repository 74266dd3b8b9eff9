import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { runCli } from './runCli.ts';

const FACTS = JSON.stringify({
  version: 1,
  sources: { s: { title: 'S', publisher: 'S', published: '2023-01-01' } },
  entities: {
    renault: { type: 'company', name: 'Renault', source: 's' },
    nissan: { type: 'company', name: 'Nissan', source: 's' },
  },
  facts: [
    { id: 'stake', subject: 'renault', relation: 'stake', object: 'nissan', value: '43.4%', source: 's' },
  ],
});
const WRONG = 'Renault owns 34% of Nissan.\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
  put('factlint.json', '{ "bundled": false }');
  put('desk.facts.json', FACTS);
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
const check = (...args: string[]) => runCli(['check', ...args], folder);
const filesOf = (stdout: string): string[] =>
  JSON.parse(stdout).files.map((file: { path: string }) => file.path);

test('links that go in a circle or nowhere cost nothing', async () => {
  put('sub/a.md', WRONG);
  symlinkSync('..', path.join(folder, 'sub/up'));
  symlinkSync('loop', path.join(folder, 'loop'));
  symlinkSync('nowhere.md', path.join(folder, 'dangling.md'));
  const { stdout, stderr, exitCode } = await check('--format', 'json');
  assert.deepEqual(filesOf(stdout), ['sub/a.md']);
  assert.equal(stderr, '');
  assert.equal(exitCode, 1);
});

test('a file is mended in its own encoding, with its rights, and through a link', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Zoë: ${WRONG}`, 'utf16le')]);
  const file = put('a.txt', utf16);
  const latin = put('b.txt', Buffer.from(`Zo\xeb: ${WRONG}`, 'latin1'));
  chmodSync(file, 0o640);
  symlinkSync('a.txt', path.join(folder, 'c.txt'));
  const { exitCode } = await check('--fix', 'c.txt', 'b.txt');
  assert.equal(exitCode, 0);
  assert.deepEqual(
    readFileSync(file),
    Buffer.from(String(utf16.toString('latin1')).replace('3\x004\x00', '4\x003\x00'), 'latin1'),
  );
  assert.equal(readFileSync(latin, 'latin1'), `Zo\xeb: ${WRONG.replace('34', '43')}`);
  assert.equal(statSync(file).mode & 0o777, 0o640);
});

test('the baseline outlives moved lines, and hides nothing new', async () => {
  put('a.md', WRONG);
  await check('--baseline', 'known.json', '--update-baseline');
  put('a.md', `# New head\n\nNew words.\n\n${WRONG}`);
  assert.equal((await check('--baseline', 'known.json')).exitCode, 0);
  put('a.md', `${WRONG}\n${WRONG}`);
  const { stdout, exitCode } = await check('--baseline', 'known.json', '--format', 'json');
  assert.equal(JSON.parse(stdout).summary.warnings, 1);
  assert.equal(exitCode, 1);
});

test('a baseline in which a file was mended forgets it, and keeps files that were not checked', async () => {
  put('a.md', WRONG);
  put('b.md', WRONG);
  await check('--baseline', 'known.json', '--update-baseline');
  put('a.md', 'All is well.\n');
  await check('a.md', '--baseline', 'known.json', '--update-baseline');
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8')).files), [
    'b.md',
  ]);
});

test('a failed run leaves no half output behind', async () => {
  put('a.md', WRONG);
  put('report.json', 'as it was');
  await check('--output', 'report.json', '--format', 'json', '--baseline', 'none.json');
  assert.equal(readFileSync(path.join(folder, 'report.json'), 'utf8'), 'as it was');
});

test('each draft falls under its nearest configuration', async () => {
  put(
    'loud/factlint.json',
    '{ "bundled": false, "facts": ["../desk.facts.json"], "rules": { "percent-mismatch": "error" } }',
  );
  put('loud/a.md', WRONG);
  put('b.md', WRONG);
  const { stdout } = await check('--format', 'json');
  const severities = JSON.parse(stdout).files.map(
    (file: { findings: { severity: string }[] }) => file.findings[0]?.severity,
  );
  assert.deepEqual(filesOf(stdout), ['b.md', 'loud/a.md']);
  assert.deepEqual(severities, ['warning', 'error']);
});

test('facts named on the command line are over the folder’s own', async () => {
  put('a.md', WRONG);
  put('newer.json', FACTS.replace('43.4%', '34.1%'));
  assert.equal((await check('--facts', 'newer.json')).exitCode, 0);
});

const ODD: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one line of a megabyte', `${'Renault and Nissan said on Monday that 12% of it fell. '.repeat(20_000)}`],
  ['quotes in quotes', `${'>'.repeat(5000)} Renault owns 34% of Nissan.`],
  ['HTML that never ends', '<div><p title="'.repeat(2000)],
  ['half a letter', 'Renault \ud800 owns 34% of Nissan. \udc00'],
  ['a NUL far in', `${'x '.repeat(8000)}\0 Renault owns 34% of Nissan.`],
];
for (const [name, text] of ODD) {
  for (const ending of ['md', 'html', 'txt']) {
    test(`a draft of ${name} is read as ${ending}`, async () => {
      put(`odd.${ending}`, Buffer.from(text));
      const { stdout, exitCode } = await check('--format', 'json');
      assert.deepEqual(filesOf(stdout), [`odd.${ending}`]);
      assert.ok(exitCode < 2);
    });
  }
}

test('links that go round in a circle, and an output that is a folder or a link, are told and cost nothing else', async () => {
  put('a.txt', WRONG);
  symlinkSync('circle', path.join(folder, 'circle'));
  const circle = await check('circle');
  assert.equal(circle.stderr, 'circle: error: It cannot be read: its symbolic links go round in a circle.\n');
  assert.equal(circle.exitCode, 2);
  mkdirSync(path.join(folder, 'out'));
  const toFolder = await check('a.txt', '--output', 'out');
  assert.match(toFolder.stderr, /^factlint: --output out cannot be written: it is a folder\.\n$/);
  assert.equal(toFolder.exitCode, 2);
  put('real.txt', 'before');
  symlinkSync('real.txt', path.join(folder, 'link.txt'));
  const toLink = await check('a.txt', '--output', 'link.txt');
  assert.equal(toLink.exitCode, 1);
  assert.match(readFileSync(path.join(folder, 'real.txt'), 'utf8'), /percent-mismatch/);
  assert.ok(lstatSync(path.join(folder, 'link.txt')).isSymbolicLink());
});
