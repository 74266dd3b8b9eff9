import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromEpochDay, toIsoDate } from '../../server/src/text/calendarDate.ts';
import { readValue } from '../../server/src/values/index.ts';
import type { Value, ValueKindName } from '../../server/src/values/kind.ts';

/** A value in a few words: `percent 43.4 ±0.05`, `date month 1999-03-01/1999-03-31`. */
function told(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  if (value.kind === 'date') {
    const [from, last] = [value.from, value.to - 1].map((day) => toIsoDate(fromEpochDay(day)));
    return `date ${value.grain} ${from}/${last}`;
  }
  if (value.kind === 'weekday') return `weekday ${value.weekday}`;
  if (value.kind === 'name') return `name ${value.name}`;
  const number = value.low === value.high ? `${value.low}` : `${value.low}–${value.high}`;
  const unit = 'unit' in value ? ` ${value.unit}` : 'currency' in value ? ` ${value.currency}` : '';
  return `${value.kind} ${number} ±${value.precision}${unit}`;
}

const CASES: readonly (readonly [string, string | undefined, ValueKindName?])[] = [
  ['43.4%', 'percent 43.4 ±0.05 percent'],
  ['15%–20%', 'percent 15–20 ±0.5 percent'],
  ['7% to 8%', 'percent 7–8 ±0.5 percent'],
  ['1 point', 'percent 1 ±0.5 points'],
  ['1999-03-27', 'date day 1999-03-27/1999-03-27'],
  ['1999-03', 'date month 1999-03-01/1999-03-31'],
  ['2011-12', 'date month 2011-12-01/2011-12-31'],
  ['1999', 'date year 1999-01-01/1999-12-31', 'date'],
  ['1999', 'count 1999 ±0.5'],
  ['1999', 'count 1999 ±0.5', 'count'],
  ['first half of 2024', 'date half 2024-01-01/2024-06-30'],
  ['2023-H1', 'date half 2023-01-01/2023-06-30'],
  ['Q3 2022', 'date quarter 2022-07-01/2022-09-30'],
  ['FY2022', 'date fiscal-year 2022-01-01/2022-12-31'],
  ['2025–2027', 'date part 2025-01-01/2027-12-31'],
  ['April-September 2024', 'date part 2024-04-01/2024-09-30'],
  ['October-December 2025', 'date quarter 2025-10-01/2025-12-31'],
  ['23 years', 'duration 23 ±0.5 year'],
  ['108 days', 'duration 108 ±0.5 day'],
  ['$1.2 billion', 'amount 1200000000 ±50000000 USD'],
  ['€600 million', 'amount 600000000 ±500000 EUR'],
  ['-€338 million', 'amount -338000000 ±500000 EUR'],
  ['2.20 euros', 'amount 2.2 ±0.005 EUR'],
  ['130,000', 'count 130000 ±0.5'],
  ['35', 'count 35 ±0.5'],
  ['Thursday', 'weekday 4'],
  ['Luca de Meo', 'name Luca de Meo', 'name'],
  ['Luca de Meo', undefined],
  ['', undefined],
  ['43% of Nissan', undefined],
  ['43% and 15%', undefined],
  ['17 to 10', undefined],
  ['43%', undefined, 'date'],
  ['2023-13-01', undefined, 'date'],
];

for (const [text, expected, kind] of CASES) {
  test(`«${text}»${kind ? ` as a ${kind}` : ''}`, () => assert.equal(told(readValue(text, kind)), expected));
}
