import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanDates, scanPercentages } from '../../server/src/values/scanners.ts';

const PERCENTAGES: readonly (readonly [
  string,
  ...(readonly [string, number | readonly [number, number]])[],
])[] = [
  ['It owns 43.4% of it.', ['43.4%', 43.4]],
  ['about 15–20% more', ['15–20%', [15, 20]]],
  ['between 15% and 20% of it', ['15% and 20%', [15, 20]]],
  ['from 15% to 20%', ['15%', 15], ['20%', 20]],
  ['forty-three percent', ['forty-three percent', 43]],
  ['nearly half of them', ['half', 50]],
  ['half a percent', ['half a percent', 0.5]],
  ['3 percentage points and 43 people'],
];

for (const [text, ...expected] of PERCENTAGES) {
  test(`percentages of «${text}»`, () => {
    const found = scanPercentages(text);
    assert.deepEqual(
      found.map((one) => [one.text, one.value]),
      expected,
    );
    for (const one of found) assert.equal(text.slice(one.start, one.end), one.text);
  });
}

const DATES: readonly (readonly [string, string, string])[] = [
  ['26 January 2023', '2023-01-26', '2023-01-26'],
  ['January 26, 2023', '2023-01-26', '2023-01-26'],
  ['January 2023', '2023-01', '2023-01'],
  ['in 2023', '2023', '2023'],
  ['Q3 2022', '2022-Q3', '2022-Q3'],
  ['first half of 2024', '2024-H1', '2024-H1'],
  ['Feb. 6', '--02-06', '2023-02-06'],
  ['in October', '--10', '2022-10'],
  ['third quarter', '--Q3', '2022-Q3'],
  ['the first week of February', '--02-01/--02-07', '2023-02-01/2023-02-07'],
  ['the first week of February 2023', '2023-02-01/2023-02-07', '2023-02-01/2023-02-07'],
  ['the 1990s', '1990/1999', '1990/1999'],
  ['2019–2021', '2019/2021', '2019/2021'],
  ['26–28 January 2023', '2023-01-26/2023-01-28', '2023-01-26/2023-01-28'],
  ['Feb. 30', '--02-30', '2023-02-30'],
  ['yesterday', '', '2023-01-25'],
  ['last year', '', '2022'],
];

for (const [text, alone, dated] of DATES) {
  test(`the date of «${text}»`, () => {
    const values = (options?: { asOf: string }) =>
      scanDates(text, options)
        .map(({ value }) => value)
        .join(' ');
    assert.equal(values(), alone);
    assert.equal(values({ asOf: '2023-01-26' }), dated);
  });
}

test('reads numeric dates in the order asked for', () => {
  assert.equal(scanDates('03/04/2025')[0]?.value, '2025-04-03');
  assert.equal(scanDates('03/04/2025', { dateOrder: 'mdy' })[0]?.value, '2025-03-04');
});
