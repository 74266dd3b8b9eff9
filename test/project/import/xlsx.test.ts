import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { CLEAN, importing, written } from './importing.ts';
import { STRINGS, stakes, text, workbook } from './workbook.ts';

const ARGS = [
  '--sheet',
  'Stakes',
  '--map',
  'subject=Holder,object=Company,value=Share,from=From,relation==stake',
];

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
    'stakes.xlsx:Stakes!C5: error: The cell for “value” is a formula without its result: save it once in a spreadsheet program.',
    'stakes.xlsx:Stakes!C6: error: The cell for “value” holds the error #DIV/0!.',
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
