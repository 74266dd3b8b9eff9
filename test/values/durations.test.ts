import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  durationAgreesWithDate,
  durationSince,
  readValue,
  rewriteDuration,
  scanValues,
} from '../../server/src/values/index.ts';
import type { DateValue, DurationValue, ScanContext, Stated } from '../../server/src/values/kind.ts';

const asOf = { year: 2023, month: 1, day: 26 };
const context: ScanContext = { asOf, dateOrder: 'dmy' };

function dateOf(text: string): DateValue {
  const value = readValue(text, 'date', context);
  assert.ok(value?.kind === 'date');
  return value;
}

function durationIn(text: string): Stated<DurationValue> {
  const stated = scanValues(text, context).find(
    (one): one is Stated<DurationValue> => one.value.kind === 'duration',
  );
  assert.ok(stated, text);
  return stated;
}

test('counts time in the ways of newsrooms', () => {
  const { completedYears, countedYears, completedMonths, days, least } = durationSince(
    dateOf('1999-03-27'),
    asOf,
  );
  assert.deepEqual(
    [completedYears, countedYears, completedMonths, days, least.days],
    [23, 24, 285, 8706, 8706],
  );
  const year = durationSince(dateOf('1999'), asOf);
  assert.deepEqual([year.completedYears, year.least.completedYears, year.countedYears], [24, 23, 24]);
  assert.equal(durationSince(dateOf('2023-02-01'), asOf).days, -6);
});

const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    '1999-03-27',
    [
      '23-year-old',
      '23 years',
      '24 years ago',
      'two decades',
      'two-decade-old',
      'more than two decades',
      'nearly 25 years',
      'almost a quarter of a century',
      'more than 20 years',
      'in its 24th year',
      'about 25 years',
      '285 months',
      '8,706 days',
      'at least 20 years',
    ],
    [
      '33-year-old',
      '22 years',
      '25 years',
      'three decades',
      'a decade',
      'in its 23rd year',
      '23 months',
      'half a century',
      'more than 30 years',
      'nearly two decades',
      '23 days',
      'at least 25 years',
    ],
  ],
  ['1999', ['23 years', '24 years'], ['22 years', '25 years']],
  [
    '2022-10-10',
    ['108 days', '15 weeks', 'three months', 'more than 100 days'],
    ['180 days', 'six months', '5 weeks'],
  ],
  [
    '1853',
    ['turned 170.', 'at the age of 170', '170th anniversary', '169 years old'],
    ['turned 107.', '171 years'],
  ],
  ['2023-02-01', [], ['23 years']],
];

for (const [known, right, wrong] of CASES) {
  for (const text of [...right, ...wrong]) {
    test(`«${text}» is ${right.includes(text) ? '' : 'not '}said of ${known}`, () => {
      assert.equal(durationAgreesWithDate(durationIn(text), dateOf(known), asOf), right.includes(text));
    });
  }
}

const REWRITTEN: readonly (readonly [string, string, ...string[]])[] = [
  ['1999-03-27', '14-year-old', '23-year-old', '24-year-old'],
  ['1999-03-27', '15 years ago', '23 years ago', '24 years ago'],
  ['1999-03-27', '33 year', '23 year', '24 year'],
  ['1999-03-27', '65', '23', '24'],
  ['1999-03-27', '14th year', '24th year', '25th year'],
  ['1999-03-27', '25th anniversary', '23rd anniversary', '24th anniversary'],
  ['1999-03-27', 'three decades', 'two decades'],
  ['1999-03-27', 'a decade', 'two decades'],
  ['1999-03-27', 'thirty-three years', 'twenty-three years', '23 years', 'twenty-four years', '24 years'],
  ['1999', '14 years old', '24 years old', '23 years old'],
  ['2022-01-10', '5 years', '1 year'],
  ['2022-10-10', '180 days', '108 days'],
  ['2024-01-01', '5 years'],
];

for (const [known, model, ...expected] of REWRITTEN) {
  test(`${known} in the manner of «${model}»`, () => {
    const texts = rewriteDuration(dateOf(known), model, asOf);
    assert.deepEqual(texts, expected);
    for (const text of texts.filter((one) => /[a-z]/.test(one))) {
      assert.ok(durationAgreesWithDate(durationIn(`its ${text}`), dateOf(known), asOf), text);
    }
  });
}
