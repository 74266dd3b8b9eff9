import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { CLEAN, importing, written } from './importing.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Options {
  readonly date1904?: boolean;
  /** The rows of the sheet «Stakes»; a notes sheet stands before it. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly strings?: readonly string[];
}

/** A workbook as spreadsheet programs write it: styles 1 date, 2 percentage with one decimal. */
function workbook({ date1904 = false, rows, merges = [], strings = [] }: Options): Uint8Array {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Stakes" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nothing here</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((it) => `<si><t>${it}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}

const STRINGS = [
  'Stakes of the &lt;desk&gt;',
  'Holder',
  'Company',
  'Share',
  'From',
  'Orsa',
  'Kaltenburg',
  'Hayase',
];
const text = (ref: string, word: string) => `<c r="${ref}" t="s"><v>${STRINGS.indexOf(word)}</v></c>`;
const ARGS = [
  '--sheet',
  'Stakes',
  '--map',
  'subject=Holder,object=Company,value=Share,from=From,relation==stake',
];

/** A title over all columns, headings, and two rows that share their holder. */
function stakes(day: number): string {
  return [
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/><c r="C1"/><c r="D1"/></row>`,
    `<row r="2">${text('A2', 'Holder')}${text('B2', 'Company')}${text('C2', 'Share')}${text('D2', 'From')}</row>`,
    `<row r="3">${text('A3', 'Orsa')}${text('B3', 'Kaltenburg')}<c r="C3" s="2"><v>0.434</v></c><c r="D3" s="1"><v>${day}</v></c></row>`,
    `<row r="4"><c r="A4"/>${text('B4', 'Hayase')}<c r="C4" s="2"><f>C3/2</f><v>0.217</v></c><c r="D4" s="1"><v>${day}</v></c></row>`,
  ].join('');
}

for (const [date1904, day] of [
  [false, 45_238],
  [true, 43_776],
] as const) {
  test(`merged cells, results of formulas, percentages, and days from ${date1904 ? 1904 : 1900} on`, async () => {
    const book = workbook({ date1904, rows: stakes(day), merges: ['A1:D1', 'A3:A4'], strings: STRINGS });
    const run = await importing({ 'stakes.xlsx': book }, 'stakes.xlsx', ...ARGS);
    assert.deepEqual(run.problems, []);
    assert.equal(run.lint, CLEAN);
    assert.deepEqual(
      written(run, 'stakes.facts.json').facts.map(({ subject, object, values }) => [subject, object, values]),
      [
        ['orsa', 'kaltenburg', [{ value: '43.4%', from: '2023-11-08', source: 'stakes-xlsx' }]],
        ['orsa', 'hayase', [{ value: '21.7%', from: '2023-11-08', source: 'stakes-xlsx' }]],
      ],
    );
  });
}

test('a formula without its result and an error value cost their rows only', async () => {
  const rows = `${stakes(45_238)}<row r="5">${text('A5', 'Hayase')}${text('B5', 'Orsa')}<c r="C5"><f>1/2</f></c></row><row r="6">${text('A6', 'Hayase')}${text('B6', 'Kaltenburg')}<c r="C6" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
  const book = workbook({ rows, merges: ['A3:A4'], strings: STRINGS });
  const run = await importing({ 'stakes.xlsx': book }, 'stakes.xlsx', ...ARGS);
  assert.equal(run.exitCode, 1);
  assert.equal(run.lint, CLEAN);
  assert.deepEqual(run.problems, [
    'stakes.xlsx:5:1: error: The cell for “value” is a formula without its result: save it once in a spreadsheet program.',
    'stakes.xlsx:6:1: error: The cell for “value” holds the error #DIV/0!.',
  ]);
  assert.equal(written(run, 'stakes.facts.json').facts.length, 2);
});

test('a sheet that is not there, a workbook that broke off, an old one and none at all', async () => {
  const book = workbook({ rows: stakes(45_238), strings: STRINGS });
  const said = async (bytes: Uint8Array | string, sheet = 'Stakes') => {
    const run = await importing({ 'a.xlsx': bytes }, 'a.xlsx', '--sheet', sheet);
    assert.equal(run.exitCode, 2);
    assert.deepEqual(run.names, ['a.xlsx']);
    return run.problems[0]!;
  };
  assert.equal(
    await said(book, 'Stake'),
    'a.xlsx: error: The workbook has no sheet “Stake”; did you mean “Stakes”?',
  );
  assert.match(
    await said(book.subarray(0, book.length / 2)),
    /no whole workbook: the download may have broken off/,
  );
  assert.match(
    await said(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])),
    /old or an encrypted workbook \(\.xls\)/,
  );
  assert.match(await said(zipSync({ 'a.txt': strToU8('a') })), /It is no workbook \(\.xlsx\)\./);
});
