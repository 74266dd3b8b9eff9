import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN, importing, sample, written } from './importing.ts';

test('Wikidata: names, dates and shares with their time, and the sources that the statements name', async () => {
  const run = await importing({ 'wikidata.json': sample('wikidata.json') }, 'wikidata.json');
  assert.equal(run.lint, CLEAN);
  assert.equal(run.exitCode, 1);
  assert.deepEqual(run.problems, [
    'wikidata.json: error: Q990000001, P1128, statement 2: The number has no point in time (P585), so nobody knows when it was right.',
    'wikidata.json: error: Q990000001, P127, statement 3: It does not say how much is held (P1107).',
    'wikidata.json: error: Q990000001, P1830, statement 2: It does not say how much is held (P1107).',
  ]);
  const { entities, facts, sources } = written(run, 'wikidata.facts.json');
  assert.deepEqual(Object.keys(entities), ['hayase-motor', 'courvelle', 'mizusawa-motors']);
  assert.equal(entities['hayase-motor']?.legalName, 'Hayase Motor Co., Ltd.');
  assert.deepEqual(entities['hayase-motor']?.formerNames, [
    { name: 'Hayase Jidosha Kogyo', until: '1984-06-01' },
  ]);
  assert.deepEqual(
    facts.map(({ id }) => id),
    [
      'hayase-motor-founded',
      'hayase-motor-founders',
      'hayase-motor-headquarters',
      'hayase-motor-chief-executive',
      'hayase-motor-employees-2024',
      'courvelle-stake-hayase-motor',
      'hayase-motor-stake-mizusawa-motors',
    ],
  );
  const report = 'hayase-motor-example-com-hayase-annual-report-2025-2026-05-20';
  assert.deepEqual(facts[5]?.values, [
    { value: '43.4%', from: '1999-05-28', to: '2023-11-08', source: report },
    { value: '15%', from: '2023-11-08', source: report },
  ]);
  assert.equal(sources[report]?.url, 'https://example.com/hayase/annual-report-2025');
});

test('SEC company tickers: a company once, a name in capitals and an ordinary word only with their form', async () => {
  const run = await importing(
    { 'company_tickers.json': sample('company_tickers.json') },
    'company_tickers.json',
  );
  assert.equal(run.lint, CLEAN);
  assert.deepEqual(run.problems, [
    'company_tickers.json: error: entry 5: It has no CIK, no ticker or no title.',
  ]);
  assert.match(run.stdout, /Left out: 1 further classes of shares\./);
  const { entities } = written(run, 'company_tickers.facts.json');
  const { name, legalName, ticker } = entities['kaltenburg-instruments']!;
  assert.deepEqual(
    [name, legalName, ticker],
    ['Kaltenburg Instruments', 'Kaltenburg Instruments, Inc.', 'KLTB'],
  );
  assert.deepEqual(entities['anchor-inc']?.ambiguous, ['Anchor']);
});

test('SEC company facts: figures of fiscal years for the company that is there', async () => {
  const run = await importing(
    { 'company_tickers.json': sample('company_tickers.json'), 'facts.json': sample('companyfacts.json') },
    'company_tickers.json',
    '--into',
    'desk.facts.json',
  );
  assert.equal(run.lint, CLEAN);
  const both = await importing(
    { 'desk.facts.json': run.texts['desk.facts.json']!, 'facts.json': sample('companyfacts.json') },
    'facts.json',
    '--into',
    'desk.facts.json',
  );
  assert.equal(both.lint, CLEAN);
  assert.deepEqual(both.problems, [
    'facts.json: error: us-gaap Revenues USD, entry 6: It is no figure with its end, its value and its filing.',
  ]);
  const { facts, entities } = written(both, 'desk.facts.json');
  assert.equal(Object.keys(entities).length, 3);
  assert.deepEqual(
    facts.map(({ subject, period, value }) => [subject, period, value]),
    [
      ['kaltenburg-instruments', '2022', '$1.2045 billion'],
      ['kaltenburg-instruments', '2023', '$1.35025 billion'],
      ['kaltenburg-instruments', '2023', '$87.6 million'],
    ],
  );
});

test('GLEIF: CSV and JSON give the same entities, each row that cannot be read is told', async () => {
  const csv = await importing({ 'lei.csv': sample('lei.csv') }, 'lei.csv', '--into', 'lei.facts.json');
  const json = await importing({ 'lei.json': sample('lei.json') }, 'lei.json', '--into', 'lei.facts.json');
  assert.equal(csv.lint, CLEAN);
  assert.equal(json.lint, CLEAN);
  assert.deepEqual(csv.problems, [
    'lei.csv:9:1: error: “TOO-SHORT” is no legal entity identifier (LEI).',
    'lei.csv:10:1: error: The row has 2 cells of 20: it is cut short.',
  ]);
  assert.deepEqual(json.problems, [
    'lei.json: error: record 8: “TOO-SHORT” is no legal entity identifier (LEI).',
  ]);
  assert.match(csv.stdout, /Left out: 1 no longer active\.\nLeft out: 1 registered by mistake\./);
  const { entities } = written(csv, 'lei.facts.json');
  assert.deepEqual(written(json, 'lei.facts.json').entities, entities);
  assert.deepEqual(entities['lei-99000000000000000202'], {
    type: 'company',
    name: 'Kaltenburg Instruments',
    legalName: 'Kaltenburg Instruments GmbH',
    aliases: ['Kaltenburg Optik'],
    country: 'DE',
    source: 'gleif-lei-index',
  });
});

test('GLEIF: an answer of the API', async () => {
  const run = await importing({ 'answer.json': sample('lei-api.json') }, 'answer.json');
  assert.equal(run.lint, CLEAN);
  assert.equal(run.exitCode, 0);
  assert.match(run.stdout, /^Read answer\.json: 1 entity, 1 source\.\nWrote answer\.facts\.json\.\n$/);
});

for (const [name, format] of [
  ['wikidata.json', 'wikidata'],
  ['company_tickers.json', 'sec-tickers'],
  ['companyfacts.json', 'sec-facts'],
  ['lei.json', 'gleif'],
  ['lei.csv', 'gleif'],
] as const) {
  test(`${name} that broke off in the middle writes nothing`, async () => {
    const whole = sample(name);
    const run = await importing({ [name]: whole.subarray(0, cutOf(whole)) }, name, '--format', format);
    assert.equal(run.exitCode, 2);
    assert.match(run.problems.join('\n'), /brok(?:e|en) off|cut short/);
    assert.match(run.problems.at(-1)!, /^factlint: Nothing was written: .* cannot be read as a whole\.$/);
    assert.deepEqual(run.names, [name]);
  });
}

/** Past the middle, and in the middle of a line where there are lines. */
function cutOf(bytes: Uint8Array): number {
  const half = Math.floor(bytes.length / 2);
  const lineEnd = bytes.indexOf(0x0a, half);
  return lineEnd + 30 < bytes.length ? lineEnd + 30 : half;
}
