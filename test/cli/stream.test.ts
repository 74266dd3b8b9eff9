import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { main } from '../../server/src/cli/main.ts';
import { importers } from '../../server/src/project/import/importers.ts';
import { withSlashes } from '../../server/src/project/paths.ts';
import { runCli } from './runCli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
after(() => rmSync(folder, { recursive: true }));
const FACTS = {
  version: 1,
  sources: { s: { title: 'Annual report', publisher: 'Nissan', url: 'https://example.com/' } },
  entities: {
    renault: { type: 'company', name: 'Renault' },
    nissan: { type: 'company', name: 'Nissan' },
  },
  facts: [
    { id: 'stake', subject: 'renault', relation: 'stake', object: 'nissan', value: '43.4%', source: 's' },
  ],
};
writeFileSync(path.join(folder, 'desk.facts.json'), JSON.stringify(FACTS));

const WRONG = 'It began on Monday, January 26, 2023.';
const RIGHT = 'It began on Thursday, January 26, 2023.';
const bytes = (text: string) => new TextEncoder().encode(text);

async function run(input: string | Uint8Array, ...options: readonly string[]) {
  const argv = ['check', '--jsonl-in', ...options];
  const { stdout, ...rest } = await runCli(argv, folder, typeof input === 'string' ? bytes(input) : input);
  const lines = stdout === '' ? [] : stdout.trimEnd().split('\n');
  return { ...rest, records: lines.map((line) => JSON.parse(line)) };
}

const line = (document: object) => `${JSON.stringify(document)}\n`;

test('each line is answered by one line, in order; findings leave the exit status at 0', async () => {
  const input = line({ id: 'a', text: WRONG }) + line({ id: 2, text: RIGHT }) + line({ id: 'c', text: '' });
  const { records, exitCode, stderr } = await run(input);
  assert.deepEqual([exitCode, stderr], [0, '']);
  assert.deepEqual(
    records.map(({ id, findings }) => [id, findings.map(({ code }: { code: string }) => code)]),
    [
      ['a', ['weekday-mismatch']],
      [2, []],
      ['c', []],
    ],
  );
  assert.deepEqual(Object.keys(records[0]), ['id', 'asOf', 'findings', 'verdicts']);
});

test('a bad line is answered in its place, and costs nothing else', async () => {
  const input = Buffer.concat([
    bytes(line({ id: 1, text: WRONG })),
    Buffer.from([0xff, 0x0a, 0x0a]),
    bytes(`{"id":\n${line({ id: 5 })}${line({ id: 6, text: WRONG })}`),
  ]);
  const { records, exitCode } = await run(input);
  assert.equal(exitCode, 0);
  assert.deepEqual(
    records.map(({ id, line: at, error, findings }) => [id, at, error ?? findings.length]),
    [
      [1, undefined, 1],
      [null, 2, 'The line is not UTF-8.'],
      [null, 3, 'The line is empty.'],
      [null, 4, 'The line is not valid JSON.'],
      [5, 5, '“text” is missing: a string.'],
      [6, undefined, 1],
    ],
  );
});

test('a line longer than maxFileSize is answered by an error, and the next one is read', async () => {
  writeFileSync(path.join(folder, 'small.json'), '{ "maxFileSize": 1000 }');
  const input = line({ id: 1, text: 'x'.repeat(1000) }) + line({ id: 2, text: WRONG });
  const { records } = await run(input, '--config', 'small.json');
  assert.equal(records[0].error, 'The line is longer than the 1,000 bytes of “maxFileSize”.');
  assert.equal(records[1].findings.length, 1);
});

test('date, language, --as-of, --claims and --quiet hold for each document', async () => {
  const input =
    line({ id: 1, text: `<!-- factlint-date: 2020-02-02 -->\n\n${WRONG}`, language: 'markdown' }) +
    line({ id: 2, text: 'x', date: '2021-03-04' }) +
    line({ id: 3, text: '<p>x</p>', language: 'html' });
  const { records } = await run(input, '--as-of', '2022-05-06', '--claims', '--quiet');
  assert.deepEqual(
    records.map(({ asOf }) => asOf),
    ['2020-02-02', '2021-03-04', '2022-05-06'],
  );
  assert.equal(records[0].claims.length, 2);
});

test('a document is checked as a file of the same text is', async () => {
  const text = 'On Monday, January 26, 2023, Renault said it owns 34% of Nissan.\n';
  writeFileSync(path.join(folder, 'a.txt'), text);
  const file = await runCli(['check', 'a.txt', '--format', 'jsonl', '--claims'], folder);
  const { records } = await run(line({ id: 'a.txt', text }), '--claims');
  const { path: id, ...result } = JSON.parse(file.stdout);
  assert.deepEqual(records, [{ id, ...result }]);
});

test('broken facts are told before the first line is read', async () => {
  writeFileSync(path.join(folder, 'broken.facts.json'), '{');
  const input = line({ id: 1, text: WRONG });
  const { records, exitCode, stderr } = await run(input, '--facts', 'broken.facts.json');
  rmSync(path.join(folder, 'broken.facts.json'));
  assert.deepEqual([records, exitCode], [[], 2]);
  assert.match(stderr, /^broken\.facts\.json:1:2: error: /);
});

test('with --output the results are there once the input has ended', async () => {
  const { records } = await run(line({ id: 1, text: WRONG }), '--output', 'out.jsonl');
  assert.deepEqual(records, []);
  const [written] = readFileSync(path.join(folder, 'out.jsonl'), 'utf8').split('\n');
  assert.equal(JSON.parse(written!).id, 1);
});

test('nothing is read while a reader does not take what is there', async () => {
  let read = 0;
  let written = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  async function* input() {
    for (; read < 50; read++) yield bytes(line({ id: read, text: WRONG }));
  }
  const stream = (write: (text: string) => Promise<void>) => ({ write, isTerminal: false });
  const finished = main(['check', '--jsonl-in', '--facts', path.join(folder, 'desk.facts.json')], {
    stdout: stream(async () => {
      written++;
      await held;
    }),
    stderr: stream(async () => {}),
    stdin: input,
    env: {},
    workingFolder: withSlashes(folder),
    today: { year: 2023, month: 1, day: 26 },
    cores: 1,
    importers: () => importers,
    elapsed: () => 0,
  });
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([read, written], [0, 1]);
  release();
  assert.equal(await finished, 0);
  assert.deepEqual([read, written], [50, 50]);
});
