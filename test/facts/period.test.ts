import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDays } from '../../server/src/facts/dates.ts';
import { readPeriod } from '../../server/src/facts/period.ts';
import { readTolerance } from '../../server/src/facts/tolerance.ts';
import { fromEpochDay, toIsoDate } from '../../server/src/text/calendarDate.ts';
import type { ValueKindName } from '../../server/src/values/kind.ts';

const iso = (day: number) => toIsoDate(fromEpochDay(day));

const PERIODS: readonly (readonly [text: string, summary: string])[] = [
  ['2022', 'year 2022 2022-01-01 2023-01-01'],
  ['FY2022', 'fiscal-year 2022 2022-01-01 2023-01-01'],
  ['FY 22', 'fiscal-year 2022 2022-01-01 2023-01-01'],
  ['fiscal 2022', 'fiscal-year 2022 2022-01-01 2023-01-01'],
  ['fiscal year 2022', 'fiscal-year 2022 2022-01-01 2023-01-01'],
  ['Q3 2022', 'quarter 2022/3 2022-07-01 2022-10-01'],
  ['2024-Q1', 'quarter 2024/1 2024-01-01 2024-04-01'],
  ['4Q 2024', 'quarter 2024/4 2024-10-01 2025-01-01'],
  ['2023-H1', 'half 2023/1 2023-01-01 2023-07-01'],
  ['H2 2023', 'half 2023/2 2023-07-01 2024-01-01'],
  ['2023-05', 'month 2023/5 2023-05-01 2023-06-01'],
  ['May 2023', 'month 2023/5 2023-05-01 2023-06-01'],
  ['December 2023', 'month 2023/12 2023-12-01 2024-01-01'],
  ['third quarter of 2022', 'quarter 2022/3 2022-07-01 2022-10-01'],
  ['second half of 2023', 'half 2023/2 2023-07-01 2024-01-01'],
];

for (const [text, summary] of PERIODS) {
  test(`period ${text}`, () => {
    const period = readPeriod(text);
    assert.ok(period);
    const part = period.part === undefined ? '' : `/${period.part}`;
    assert.equal(`${period.grain} ${period.year}${part} ${iso(period.from)} ${iso(period.to)}`, summary);
    assert.equal(period.label, text);
  });
}

for (const text of [
  '',
  'Q5 2022',
  'Q0 2022',
  '2023-H3',
  '2023-13',
  '2023-00',
  'lately',
  'last year',
  'early 2022',
  'May',
  '43%',
  'x'.repeat(500),
]) {
  test(`no period: ${text.slice(0, 20)}`, () => assert.equal(readPeriod(text), undefined));
}

const TOLERANCES: readonly (readonly [
  text: string,
  kind: ValueKindName | undefined,
  amount: number,
  relative: boolean,
])[] = [
  ['1 point', 'percent', 1, false],
  ['0.5 percentage points', 'percent', 0.5, false],
  ['50 basis points', 'percent', 0.5, false],
  ['2%', 'percent', 2, true],
  ['2 percent', 'amount', 2, true],
  ['3 days', 'date', 3, false],
  ['1 year', 'date', 366, false],
  ['1 year', 'duration', 1, false],
  ['1,000', 'count', 1000, false],
  ['$5 million', 'amount', 5_000_000, false],
  ['1 point', undefined, 1, false],
  ['3 days', undefined, 3, false],
];

for (const [text, kind, amount, relative] of TOLERANCES) {
  test(`tolerance ${text} of ${kind ?? 'any kind'}`, () =>
    assert.deepEqual(readTolerance(text, kind), { amount, relative }));
}

for (const [text, kind] of [
  ['', 'percent'],
  ['3 days', 'percent'],
  ['1 point', 'date'],
  ['some', undefined],
  ['1.2.3', 'count'],
] as const) {
  test(`no tolerance: ${text} of ${kind ?? 'any kind'}`, () =>
    assert.equal(readTolerance(text, kind), undefined));
}

for (const [text, from, to] of [
  ['2002', '2002-01-01', '2003-01-01'],
  ['2010-04', '2010-04-01', '2010-05-01'],
  ['2023-11-08', '2023-11-08', '2023-11-09'],
  ['8 November 2023', '2023-11-08', '2023-11-09'],
  ['Nov. 8, 2023', '2023-11-08', '2023-11-09'],
] as const) {
  test(`days of ${text}`, () => {
    const days = readDays(text);
    assert.deepEqual(days && [iso(days.from), iso(days.to)], [from, to]);
  });
}

for (const text of ['2021-02-30', '03/04/2025', 'last Thursday', '8 November', 'early 2022', 'Q1 2022', '']) {
  test(`no days: ${text}`, () => assert.equal(readDays(text), undefined));
}
