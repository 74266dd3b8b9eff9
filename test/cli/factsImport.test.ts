import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openWholeFile } from '../../server/src/project/nodeFiles.ts';
import { CLEAN, importing, written } from '../project/import/importing.ts';

const DESK = `{
  // Kept by the desk.
  "version": 1,
  "entities": {
    "orsa": { "type": "company",   "name": "Orsa", "source": "register" }
  },
  "sources": { "register": { "title": "Register" } },
  "facts": [
    // Looked up twice.
    { "id": "orsa-founded", "subject": "orsa", "relation": "founded", "value": "1933", "source": "register" }
  ]
}
`;
const TABLE = `subject,relation,value
Orsa,founded,1933-12-26
Orsa,chief-executive,Aiko Tamura
`;
const INTO = ['facts.csv', '--into', 'desk.facts.json'];

test('a facts file that is there keeps its comments, its layout and its values', async () => {
  const run = await importing({ 'desk.facts.json': DESK, 'facts.csv': TABLE }, ...INTO);
  assert.equal(run.exitCode, 1);
  assert.equal(run.lint, CLEAN);
  assert.deepEqual(run.problems, [
    'facts.csv:2:1: error: There is a fact “orsa-founded” already with the value “1933”, and the import has “1933-12-26”: it stays as it is (--update changes it).',
  ]);
  const text = run.texts['desk.facts.json']!;
  for (const line of DESK.split('\n').slice(0, 5)) assert.ok(text.includes(line), line);
  assert.ok(text.includes('// Looked up twice.'));
  assert.ok(text.includes('"value": "1933", "source": "register"'));
  assert.ok(text.includes('"value": "Aiko Tamura"'));
});

test('--update changes what differs; the same import again changes nothing', async () => {
  const run = await importing({ 'desk.facts.json': DESK, 'facts.csv': TABLE }, ...INTO, '--update');
  assert.deepEqual([run.exitCode, run.lint, run.problems], [0, CLEAN, []]);
  const text = run.texts['desk.facts.json']!;
  assert.ok(text.includes('"value": "1933-12-26"'));
  assert.ok(text.includes('// Looked up twice.'));
  const again = await importing({ 'desk.facts.json': text, 'facts.csv': TABLE }, ...INTO);
  assert.equal(again.exitCode, 0);
  assert.equal(again.texts['desk.facts.json'], text);
  assert.match(again.stdout, /desk\.facts\.json stays as it is: 0 added, 0 changed, 2 there already\./);
});

test('--overwrite writes the file anew, --dry-run nothing', async () => {
  const files = { 'desk.facts.json': DESK, 'facts.csv': TABLE };
  const dry = await importing(files, ...INTO, '--overwrite', '--dry-run');
  assert.equal(dry.texts['desk.facts.json'], DESK);
  assert.match(dry.stdout, /Nothing was written to desk\.facts\.json \(--dry-run\)/);
  const run = await importing(files, ...INTO, '--overwrite');
  assert.equal(run.lint, CLEAN);
  const { facts } = written(run, 'desk.facts.json');
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['1933-12-26', 'Aiko Tamura'],
  );
});

test('a facts file that is not valid JSON is left alone', async () => {
  const run = await importing({ 'desk.facts.json': '{ "version": 1,', 'facts.csv': TABLE }, ...INTO);
  assert.equal(run.exitCode, 2);
  assert.equal(run.texts['desk.facts.json'], '{ "version": 1,');
  assert.match(run.problems.at(-1)!, /Nothing was written to desk\.facts\.json: the file is not valid JSON/);
});

test('a name of another entity is not given away', async () => {
  const table = 'subject,aliases\nKaltenburg,Orsa;Kaltenburg Optik\n';
  const run = await importing({ 'desk.facts.json': DESK, 'names.csv': table }, 'names.csv');
  assert.deepEqual(run.problems, [
    'names.csv:2:1: warning: “Orsa” is a name of “orsa” already and is left out.',
  ]);
  assert.deepEqual(written(run, 'names.facts.json').entities.kaltenburg?.aliases, ['Kaltenburg Optik']);
});

const KNOWN = `{
  "version": 1,
  "sources": { "register": { "title": "Register" } },
  "entities": {
    "orsa": { "type": "company", "name": "Orsa", "source": "register" },
    "hayase": { "type": "company", "name": "Hayase", "source": "register" }
  },
  "facts": [
    { "id": "stake-1", "subject": "orsa", "relation": "stake", "object": "hayase", "values": [
        { "value": "43.4%", "to": "2023-11-08", "source": "register" },
        { "value": "15%", "from": "2023-11-08", "source": "register" } // as told
      ] }
  ]
}
`;
const HEAD = 'subject,relation,object,value,from\n';
const ROWS = `${HEAD}Orsa,stake,Hayase,15%,2024-01-01\nOrsa,stake,Hayase,14%,2025-06-01\n`;

test('a row about a fact of another file adds a newer value to it, and nothing that it says already', async () => {
  const run = await importing({ 'known.facts.json': KNOWN, 'new.csv': ROWS }, 'new.csv');
  assert.deepEqual(run.problems, []);
  assert.match(run.stdout, /Read new\.csv: 1 fact, 1 source\.\nLeft out: 1 facts known already\./);
  assert.deepEqual(written(run, 'new.facts.json').facts, [
    {
      ...{ id: 'stake-1', subject: 'orsa', relation: 'stake', object: 'hayase' },
      values: [{ value: '14%', from: '2025-06-01', source: 'new-csv' }],
      extend: true,
    },
  ]);
  assert.equal(run.lint, '2 facts files: nothing to mend');
});

test('another value for the same day contradicts what is known: it is told at its row, and left out', async () => {
  const rows = `${HEAD}Orsa,stake,Hayase,16%,2023-11-08\nOrsa,stake,Hayase,14%,\n`;
  const run = await importing({ 'known.facts.json': KNOWN, 'new.csv': rows }, 'new.csv');
  assert.equal(run.exitCode, 1);
  assert.deepEqual(
    run.problems.map((it) => it.replace(/factlint-import-\w+\//, '')),
    [
      'new.csv:2:19: error: The row contradicts “15%” (from 2023-11-08, known.facts.json): give the day from which it holds, or a “basis”.',
      'new.csv:3:19: error: The row contradicts “15%” (from 2023-11-08, known.facts.json): give the day from which it holds, or a “basis”.',
    ],
  );
  assert.match(run.stdout, /Nothing was written to new\.facts\.json: there is nothing new\./);
});

test('the same spreadsheet with a newer row, imported again, adds the value; comments stay', async () => {
  const first = await importing({ 'known.facts.json': KNOWN, 'new.csv': ROWS }, 'new.csv');
  const before = first.texts['new.facts.json']!.replace(
    '"source": "new-csv" }',
    '"source": "new-csv" /* seen */ }',
  );
  const files = { 'known.facts.json': KNOWN, 'new.facts.json': before };
  const newer = `${ROWS}Orsa,stake,Hayase,13%,2026-02-01\n`;
  const run = await importing({ ...files, 'new.csv': newer }, 'new.csv');
  assert.deepEqual(run.problems, []);
  assert.match(run.stdout, /Wrote new\.facts\.json: 0 added, 1 changed/);
  const text = run.texts['new.facts.json']!;
  assert.ok(text.includes('/* seen */'), text);
  assert.equal(run.lint, '2 facts files: nothing to mend');
  assert.match(text, /"13%"/);
  assert.match(text, /"14%", "from": "2025-06-01", "source": "new-csv"[^}]*"to": "2026-02-01"/);
});

const MISTAKES: readonly (readonly [readonly string[], string])[] = [
  [[], 'facts import needs a file: factlint facts import FILE.'],
  [['nowhere.csv'], 'There is no file nowhere.csv.'],
  [['folder'], 'folder is a folder: name the files in it.'],
  [['facts.csv', '--format', 'tabel'], 'There is no format “tabel”; did you mean “table”?'],
  [['notes.md'], 'notes.md is none of: '],
  [['facts.csv', 'words.txt'], 'words.txt is of another format than the file before it'],
  [['facts.csv', 'more.csv'], 'Import one spreadsheet at a time'],
  [['words.txt', '--map', 'subject=A'], '--map is for spreadsheets; this is a word list'],
  [['facts.csv', '--map', 'subject'], '--map takes MEMBER=COLUMN, such as subject=Company, not “subject”.'],
  [['facts.csv', '--into', 'no/where.facts.json'], 'no/where.facts.json cannot be written: there is no such'],
];

for (const [args, message] of MISTAKES) {
  test(`facts import ${args.join(' ')}: ${message}`, async () => {
    const files = { 'facts.csv': TABLE, 'more.csv': TABLE, 'words.txt': 'Orsa\n', 'notes.md': 'Orsa.\n' };
    const run = await importing({ ...files, 'folder/a.txt': '' }, ...args);
    assert.equal(run.exitCode, 2);
    assert.ok(run.problems.at(-1)!.startsWith(`factlint: ${message}`), run.problems.join('\n'));
    assert.deepEqual(Object.keys(run.texts), []);
  });
}

test('until its end an import leaves the file as it was', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
  const file = path.join(folder, 'a.facts.json');
  writeFileSync(file, 'old');
  const dropped = openWholeFile(file);
  dropped.write('x'.repeat(3_000_000));
  assert.equal(readFileSync(file, 'utf8'), 'old');
  dropped.discard();
  assert.deepEqual(readdirSync(folder), ['a.facts.json']);
  const kept = openWholeFile(file);
  kept.write('new');
  kept.commit();
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.deepEqual(readdirSync(folder), ['a.facts.json']);
});
