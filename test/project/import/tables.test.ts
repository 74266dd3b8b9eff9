import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN, importing, written } from './importing.ts';

const STAKES = `Company,Holder,Share,From,To,Link
Kaltenburg,Orsa,16%,2023-11-08,,https://example.com/a
Hayase,Orsa,12,2020,2021,https://example.com/b
Hayase,Orsa,14.5%,2021,,https://example.com/b
`;
const MAP = ['--map', 'subject=Holder,object=Company,value=Share', '--map', 'relation==stake', '--map'];
const STAKE_ARGS = ['stakes.csv', ...MAP, 'from=From,to=To,url=Link'];

test('columns are mapped; rows of one fact are its timeline', async () => {
  const run = await importing({ 'stakes.csv': STAKES }, ...STAKE_ARGS);
  assert.equal(run.lint, CLEAN);
  assert.deepEqual(run.problems, []);
  assert.equal(run.exitCode, 0);
  const { facts, sources } = written(run, 'stakes.facts.json');
  assert.deepEqual(
    facts.map(({ subject, object, values }) => [subject, object, (values as readonly unknown[]).length]),
    [
      ['orsa', 'kaltenburg', 1],
      ['orsa', 'hayase', 2],
    ],
  );
  const [, { values }] = facts as [unknown, { values: readonly Record<string, unknown>[] }];
  assert.deepEqual(
    values.map(({ value, from, to }) => [value, from, to]),
    [
      ['12%', '2020', '2021'],
      ['14.5%', '2021', undefined],
    ],
  );
  const urls = Object.values(sources).map(({ url }) => url);
  assert.deepEqual(urls, ['https://example.com/a', 'https://example.com/b']);
});

test('a relation may have a column of its own, headings are understood as they are', async () => {
  const table = 'Company\tType\tChief executive\tFounded\nKaltenburg\tcompany\tMako Uchino\t1933-12-26\n';
  const run = await importing({ 'firms.tsv': table }, 'firms.tsv');
  assert.deepEqual(run.problems, []);
  assert.equal(run.lint, CLEAN);
  const { facts } = written(run, 'firms.facts.json');
  assert.deepEqual(
    facts.map(({ subject, relation, value }) => [subject, relation, value]),
    [
      ['kaltenburg', 'chief-executive', 'Mako Uchino'],
      ['kaltenburg', 'founded', '1933-12-26'],
    ],
  );
});

test('a row that cannot be used is told at its place, and the rest is taken', async () => {
  const table = [
    'subject,relation,value,from',
    'Kaltenburg,founded,1933-12-26,',
    ',founded,1950,',
    'Orsa,fuonded,1951,',
    'Orsa,founded,,',
    'Orsa,chief-executive,Aiko Tamura,03/04/2020',
    'Orsa,chief-executive,=B2,',
    'Hayase,founded,45000,',
    'Hayase,founded,1960,',
    'Hayase,founded,1961,',
    '',
  ].join('\n');
  const run = await importing({ 'facts.csv': table }, 'facts.csv');
  assert.equal(run.lint, CLEAN);
  assert.equal(run.exitCode, 1);
  assert.deepEqual(run.problems, [
    'facts.csv:3:1: error: The row does not say whom it is about.',
    'facts.csv:4:6: error: There is no relation “fuonded”; did you mean “founded”?',
    'facts.csv:5:14: error: The row has no value.',
    'facts.csv:6:34: error: “03/04/2020” for “from” can be read as two days: write it as 2023-01-30, or with the month’s name.',
    'facts.csv:7:22: error: The cell for “value” is a formula without its result.',
    'facts.csv:8:16: error: “45000” is a spreadsheet’s serial number of a day, and text does not say whether it counts from 1900 or 1904: export the column as dates.',
    'facts.csv:10:16: error: The row contradicts row 9 (“1960”): give both a “from”, a “to” or a “basis”.',
  ]);
  const { facts } = written(run, 'facts.facts.json');
  assert.deepEqual(
    facts.map(({ id, value }) => [id, value]),
    [
      ['kaltenburg-founded', '1933-12-26'],
      ['hayase-founded', '1960'],
    ],
  );
});

test('encodings: UTF-16 and Windows-1252 are read, UTF-8 that was taken for Latin-1 is refused', async () => {
  const table = 'subject,relation,value\nOrsa,chief-executive,José Müller\n';
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${table}`, 'utf16le'));
  const latin = new Uint8Array(Buffer.from(table, 'latin1'));
  for (const bytes of [utf16, latin]) {
    const run = await importing({ 'chiefs.csv': bytes }, 'chiefs.csv');
    assert.deepEqual(run.problems, []);
    assert.equal(written(run, 'chiefs.facts.json').facts[0]?.value, 'José Müller');
  }
  const twice = Buffer.from(Buffer.from(table, 'utf8').toString('latin1'), 'utf8');
  const run = await importing({ 'chiefs.csv': new Uint8Array(twice) }, 'chiefs.csv');
  assert.match(
    run.problems[0]!,
    /^chiefs\.csv:2:22: error: .*is in a wrong encoding .*save the file as UTF-8/,
  );
  assert.deepEqual(run.names, ['chiefs.csv']);
});

test('a decimal comma is understood where semicolons stand between the cells', async () => {
  const table = 'subject;relation;object;value\nOrsa;stake;Kaltenburg;43,4%\n';
  const run = await importing({ 'stakes.csv': table }, 'stakes.csv');
  assert.equal(written(run, 'stakes.facts.json').facts[0]?.value, '43.4%');
});

test('a download that broke off, in a row or in a quotation, writes nothing', async () => {
  for (const cut of [STAKES.slice(0, -30), `${STAKES}"Orsa,Kal`]) {
    const run = await importing({ 'stakes.csv': cut }, ...STAKE_ARGS);
    assert.equal(run.exitCode, 2);
    assert.match(run.problems[0]!, /^stakes\.csv:[45]:1: error: .*broke off\.$/);
    assert.match(run.problems.at(-1)!, /cannot be read as a whole\.$/);
    assert.deepEqual(run.names, ['stakes.csv']);
  }
});

test('a mapping to a column that is not there names the one that is meant', async () => {
  const run = await importing({ 'stakes.csv': STAKES }, 'stakes.csv', '--map', 'subject=Hodler');
  assert.equal(run.exitCode, 2);
  assert.equal(run.problems[0], 'stakes.csv:1:1: error: There is no column “Hodler”; did you mean “Holder”?');
  const wrong = await importing({ 'stakes.csv': STAKES }, 'stakes.csv', '--map', 'subjct=Holder');
  assert.match(wrong.problems.join('\n'), /A fact has no “subjct”; did you mean “subject”\?/);
});
