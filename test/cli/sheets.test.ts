import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { importers } from '../../server/src/project/import/importers.ts';
import { nodeFileSystem } from '../../server/src/project/nodeFileSystem.ts';
import { withSlashes } from '../../server/src/project/paths.ts';
import { readProjectFacts } from '../../server/src/project/projectFacts.ts';
import { STRINGS, stakes, text, workbook } from '../project/import/workbook.ts';
import { runCli } from './runCli.ts';

const root = mkdtempSync(path.join(tmpdir(), 'factlint-sheets-'));
after(() => rmSync(root, { recursive: true }));

type Content = string | Uint8Array;

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, Content>>): string {
  const folder = mkdtempSync(path.join(root, 'desk-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const MAP = { subject: 'Holder', object: 'Company', value: 'Share', from: 'From', relation: '=stake' };
const STAKES = 'Holder,Company,Share,From\nOrsa,Kaltenburg,12%,2020\nOrsa,Kaltenburg,14%,2021\n';
const DRAFT = 'Orsa owns 41% of Kaltenburg.\n';

function config(file: string, more: object = { map: MAP }): string {
  return JSON.stringify({ bundled: false, imports: [{ file, ...more }] });
}

async function checking(files: Readonly<Record<string, Content>>) {
  return runCli(['check', '--format', 'github'], folderOf({ 'draft.md': DRAFT, ...files }));
}

test('a draft is held against a spreadsheet of the folder', async () => {
  const run = await checking({ 'factlint.json': config('stakes.csv'), 'stakes.csv': STAKES });
  assert.match(run.stdout, /41%25 should be 14%25: Orsa’s stake in Kaltenburg since 2021/);
  assert.equal(run.stderr, '');
  assert.equal(run.exitCode, 1);
});

test('in other threads, too, which load nothing that reads spreadsheets', async () => {
  const folder = folderOf({ 'factlint.json': config('stakes.csv'), 'stakes.csv': STAKES });
  const plan = {
    ...{ root: withSlashes(folder), globs: [], named: [], bundled: [], maxFileSize: 1e6 },
    imports: [{ file: 'stakes.csv', map: MAP }],
  };
  const { texts } = readProjectFacts(nodeFileSystem, plan, () => importers);
  assert.deepEqual(structuredClone(texts), texts);
});

const BOOK = workbook({ rows: stakes(45_238), merges: ['A3:A4'], strings: STRINGS });
const IN_BOOK = { sheet: 'Stakes', map: { ...MAP, from: 'From' } };
const LATIN = 'Holder,Company,Share,From\nOrsa,JosÃ© AG,12%,2020\n';

/** A spreadsheet by its name, how it is read, what is in it, and what is said of it. */
const MISTAKES: readonly (readonly [name: string, how: object, content: Content, said: string])[] = [
  [
    'a.csv',
    { map: MAP },
    `${STAKES}Orsa,Hayase,=B2,\n`,
    'a.csv:4:13: error: The cell for “value” is a formula without its result.',
  ],
  [
    'b.csv',
    { map: MAP },
    `${STAKES}"Orsa\nAG",Hayase,15%,45000\n`,
    'b.csv:5:16: error: “45000” for “from” is a spreadsheet’s serial number of a day',
  ],
  [
    'c.csv',
    { map: MAP },
    LATIN,
    'c.csv:2:6: error: The cell for “object” is in a wrong encoding (“JosÃ© AG”): save the file as UTF-8.',
  ],
  [
    'd.csv',
    { map: MAP },
    STAKES.slice(0, -9),
    'd.csv:3:1: error: The row is cut short: the file may be a download that broke off.',
  ],
  [
    'e.csv',
    { map: { ...MAP, value: 'Shares' } },
    STAKES,
    'e.csv:1:1: error: There is no column “Shares”; did you mean “Share”?',
  ],
  [
    'f.csv',
    { map: { ...MAP, vlaue: 'Share' } },
    STAKES,
    'f.csv:1:1: error: A fact has no “vlaue”; did you mean “value”?',
  ],
  [
    'g.csv',
    { map: MAP },
    `${STAKES}Orsa,Kaltenburg,16%,2021\n`,
    'g.csv:4:17: error: The row contradicts row 3 (“14%”): give both a “from”, a “to” or a “basis”.',
  ],
  [
    'h.ods',
    { map: MAP },
    STAKES,
    'h.ods: error: It is none of the spreadsheets that can be read: .csv, .tsv, .xlsx.',
  ],
  [
    'a.xlsx',
    { ...IN_BOOK, sheet: 'Stake' },
    BOOK,
    'a.xlsx: error: The workbook has no sheet “Stake”; did you mean “Stakes”?',
  ],
  [
    'b.xlsx',
    IN_BOOK,
    BOOK.subarray(0, BOOK.length / 2),
    'b.xlsx: error: It is no whole workbook: the download may have broken off',
  ],
  [
    'c.xlsx',
    IN_BOOK,
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    'c.xlsx: error: It is an old or an encrypted workbook (.xls)',
  ],
  [
    'd.xlsx',
    { map: MAP },
    BOOK,
    'd.xlsx:Notes!1: error: There is no column “Holder”; there are: “Nothing here”.',
  ],
  [
    '~$e.xlsx',
    IN_BOOK,
    'desk',
    '~$e.xlsx: error: The spreadsheet cannot be read: it only says that a spreadsheet is open; name the spreadsheet itself.',
  ],
];

for (const [name, how, content, word] of MISTAKES) {
  test(`check: ${word}`, async () => {
    const { stderr, exitCode } = await checking({ 'factlint.json': config(name, how), [name]: content });
    assert.ok(stderr.startsWith(word), stderr);
    assert.equal(exitCode, 2);
  });
}

test('a workbook with merged cells and dates by their format; its cells are named', async () => {
  const rows = `${stakes(45_238)}<row r="5">${text('A5', 'Hayase')}${text('B5', 'Orsa')}<c r="C5" t="e"><v>#DIV/0!</v></c></row>`;
  const book = workbook({ rows, merges: ['A1:D1', 'A3:A4'], strings: STRINGS });
  const run = await checking({
    'factlint.json': config('stakes.xlsx', IN_BOOK),
    'stakes.xlsx': book,
    'draft.md': 'Orsa owns 34% of Kaltenburg. Orsa owns 12.7% of Hayase.\n',
  });
  assert.match(
    run.stderr,
    /^stakes\.xlsx:Stakes!C5: error: The cell for “value” holds the error #DIV\/0!\.\n$/,
  );
  assert.match(run.stdout, /^::error file=stakes\.xlsx,line=5::Stakes!C5: The cell/m);
  assert.match(run.stdout, /34%25 should be 43%25/);
  assert.match(run.stdout, /12\.7%25 should be 21\.7%25: Orsa’s stake in Hayase since 8 Nov 2023/);
});

for (const [what, file] of [
  ['a path', '../elsewhere.csv'],
  ['a link', 'link.csv'],
  ['an absolute path', path.join(root, 'elsewhere.csv')],
] as const) {
  test(`${what} that leads out of the folder is refused`, async () => {
    writeFileSync(path.join(root, 'elsewhere.csv'), STAKES);
    const folder = folderOf({ 'factlint.json': config(file), 'draft.md': DRAFT });
    if (file === 'link.csv') symlinkSync(path.join(root, 'elsewhere.csv'), path.join(folder, file));
    const { stderr, stdout } = await runCli(['check'], folder);
    assert.match(stderr, /\.csv: error: The spreadsheet cannot be read: it lies outside .*desk-/);
    assert.doesNotMatch(stdout, /41%/);
  });
}

test('a spreadsheet that another program keeps to itself is told', () => {
  const folder = withSlashes(folderOf({ 'stakes.csv': STAKES }));
  const busy = () => {
    throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
  };
  const plan = {
    ...{ root: folder, globs: [], named: [], bundled: [], maxFileSize: 1e6 },
    imports: [{ file: 'stakes.csv', map: MAP }],
  };
  const { problems } = readProjectFacts({ ...nodeFileSystem, read: busy }, plan, () => importers);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['The spreadsheet cannot be read: another program has it open and lets nobody else read it.'],
  );
});

test('a setting that is no import is told at its place', async () => {
  const { stderr } = await checking({
    'factlint.json':
      '{ "imports": [{ "sheet": "A" }, "a.csv",\n { "file": "a.csv", "map": { "subject": 1 }, "maps": {} }] }',
    'a.csv': STAKES,
  });
  const lines = stderr.split('\n');
  assert.equal(lines[0], 'factlint.json:1:15: error: An import needs its “file”.');
  assert.equal(lines[1], 'factlint.json:1:33: error: An import is an object, not "a.csv".');
  assert.ok(lines.includes('factlint.json:2:41: error: A column is a string, not 1.'), stderr);
  assert.ok(lines.includes('factlint.json:2:46: error: An import has no “maps”.'), stderr);
});

const SAVE = ['facts', 'import', 'stakes.csv', '--no-bundled', '--save-map'];
const GIVEN = ['--map', 'subject=Holder,object=Company,value=Share,from=From,relation==stake'];

test('--save-map writes the mapping into factlint.json, whose comments stay, and no facts file', async () => {
  const before = '{\n  // Ours.\n  "bundled": false, // no others\n}\n';
  const folder = folderOf({ 'factlint.json': before, 'stakes.csv': STAKES, 'draft.md': DRAFT });
  const run = await runCli([...SAVE, ...GIVEN], folder);
  assert.equal(run.stderr, '');
  assert.match(
    run.stdout,
    /^Read stakes\.csv: 2 entities, 1 fact, 1 source\.\nSaved in factlint\.json: from now on stakes\.csv itself is read as facts\.\n$/,
  );
  const saved = readFileSync(path.join(folder, 'factlint.json'), 'utf8');
  assert.ok(saved.startsWith('{\n  // Ours.\n  "bundled": false, // no others\n  "imports": ['), saved);
  assert.deepEqual(readdirSync(folder).sort(), ['draft.md', 'factlint.json', 'stakes.csv']);
  assert.match((await runCli(['check'], folder)).stdout, /41% should be 14%/);
  const again = await runCli([...SAVE], folder);
  assert.match(again.stdout, /factlint\.json says already how stakes\.csv is read\./);
  const other = await runCli(
    [...SAVE, '--map', 'subject=Holder,object=Company,value=C,relation==stake'],
    folder,
  );
  assert.equal(other.exitCode, 1);
  const { imports } = JSON.parse(
    readFileSync(path.join(folder, 'factlint.json'), 'utf8')
      .replace(/\/\/.*/g, '')
      .replace(/,(?=\s*[}\]])/g, ''),
  );
  assert.deepEqual(imports, [
    { file: 'stakes.csv', map: { subject: 'Holder', object: 'Company', value: 'C', relation: '=stake' } },
  ]);
});

test('--save-map makes the configuration where there is none; a saved mapping serves other imports', async () => {
  const folder = folderOf({ 'stakes.csv': STAKES });
  await runCli([...SAVE, ...GIVEN], folder);
  const saved = JSON.parse(readFileSync(path.join(folder, 'factlint.json'), 'utf8'));
  assert.deepEqual(saved.imports[0].file, 'stakes.csv');
  const run = await runCli(['facts', 'import', 'stakes.csv', '--no-bundled'], folder);
  assert.match(run.stdout, /Wrote stakes\.facts\.json/);
  const { facts } = JSON.parse(readFileSync(path.join(folder, 'stakes.facts.json'), 'utf8'));
  assert.deepEqual(
    facts[0].values.map(({ value, from, to }: Record<string, string>) => [value, from, to]),
    [
      ['12%', '2020', '2021'],
      ['14%', '2021', undefined],
    ],
  );
});

test('--save-map saves nothing that cannot be read or lies elsewhere', async () => {
  const folder = folderOf({ 'stakes.csv': STAKES, 'factlint.json': '{ "imports": {} }', 'sub/a.md': '' });
  const wrong = await runCli([...SAVE, '--map', 'subject=Nobody'], folder);
  assert.equal(wrong.exitCode, 2);
  assert.match(
    (await runCli([...SAVE, ...GIVEN], folder)).stderr,
    /“imports” in factlint\.json is not a list/,
  );
  writeFileSync(path.join(root, 'elsewhere.csv'), STAKES);
  const outside = await runCli(['facts', 'import', '../elsewhere.csv', '--save-map', ...GIVEN], folder);
  assert.match(outside.stderr, /elsewhere\.csv lies outside the folder of factlint\.json/);
  const words = await runCli(['facts', 'import', 'factlint.json', '--format', 'words', '--save-map'], folder);
  assert.match(words.stderr, /--save-map is for spreadsheets/);
  assert.equal(readFileSync(path.join(folder, 'factlint.json'), 'utf8'), '{ "imports": {} }');
});
