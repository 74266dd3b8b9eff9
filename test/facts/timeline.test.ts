import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import {
  currentOrNearest,
  isTimeless,
  valuesAfter,
  valuesAt,
  valuesBefore,
} from '../../server/src/facts/timeline.ts';
import { daysOf, readIsoDate } from '../../server/src/text/calendarDate.ts';

function factOf(values: string) {
  const { facts, problems } = readFacts(
    `{ "version": 1, "entities": { "a": { "type": "other", "name": "A" } }, "facts": [{ "id": "f", "subject": "a", "about": ["x"], "values": [${values}] }] }`,
  );
  assert.deepEqual(problems, []);
  const fact = facts.facts.get('f');
  assert.ok(fact);
  return fact;
}

const day = (iso: string) => daysOf(readIsoDate(iso) ?? { year: 0 }).from;
const textsOf = (values: readonly { readonly text: string }[]) => values.map(({ text }) => text).join(' ');

const TIMELINE = factOf(
  '{ "value": "36%", "from": "1999-03-27", "to": "2002" }, { "value": "44%", "from": "2002", "to": "2010-04" }, { "value": "15%", "from": "2023-11-08" }',
);

const CASES: readonly (readonly [iso: string, at: string, before: string, after: string, nearest: string])[] =
  [
    ['1990-01-01', '', '', '36% 44% 15%', '36%'],
    ['1999-03-26', '', '', '36% 44% 15%', '36%'],
    ['1999-03-27', '36%', '', '44% 15%', '36%'],
    ['2001-12-31', '36%', '', '44% 15%', '36%'],
    // «2002» does not say when in 2002.
    ['2002-01-01', '44% 36%', '36%', '15%', '44% 36%'],
    ['2002-12-31', '44% 36%', '36%', '15%', '44% 36%'],
    ['2003-01-01', '44%', '36%', '15%', '44%'],
    ['2010-03-31', '44%', '36%', '15%', '44%'],
    ['2010-04-30', '44%', '44% 36%', '15%', '44%'],
    ['2010-05-01', '', '44% 36%', '15%', '44%'],
    ['2023-11-07', '', '44% 36%', '15%', '44%'],
    ['2023-11-08', '15%', '44% 36%', '', '15%'],
  ];

for (const [iso, at, before, after, nearest] of CASES) {
  test(`on ${iso}`, () => {
    assert.equal(textsOf(valuesAt(TIMELINE, day(iso))), at);
    assert.equal(textsOf(valuesBefore(TIMELINE, day(iso))), before);
    assert.equal(textsOf(valuesAfter(TIMELINE, day(iso))), after);
    assert.equal(textsOf(currentOrNearest(TIMELINE, day(iso))), nearest);
  });
}

test('two values at once, each on its basis', () => {
  const fact = factOf(
    '{ "value": "15%", "from": "2023", "basis": "held directly" }, { "value": "36%", "from": "2023", "basis": "with the trust" }',
  );
  assert.equal(textsOf(valuesAt(fact, day('2024-01-01'))), '15% 36%');
  assert.equal(textsOf(currentOrNearest(fact, day('2020-01-01'))), '15% 36%');
});

test('timeless', () => {
  assert.equal(isTimeless(factOf('{ "value": "15%" }')), true);
  assert.equal(isTimeless(TIMELINE), false);
  assert.equal(textsOf(valuesAt(factOf('{ "value": "15%" }'), day('1800-01-01'))), '15%');
});
