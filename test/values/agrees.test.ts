import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agrees, readValue, scanValues } from '../../server/src/values/index.ts';
import type { ScanContext, ValueKindName } from '../../server/src/values/kind.ts';

const context: ScanContext = { asOf: { year: 2023, month: 1, day: 26 }, dateOrder: 'dmy' };

/** What a fact says; what a draft may say of it; what it may not. Words behind `|` only give the scan its context. */
interface Case {
  readonly kind: ValueKindName;
  readonly known: string;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly tolerance?: number;
}

const CASES: readonly Case[] = [
  {
    kind: 'percent',
    known: '43.4%',
    right: [
      '43.4%',
      '43%',
      '43.40%',
      'about 43%',
      'about 45%',
      'more than 40%',
      'nearly 44%',
      'at least 20%',
      'up to 60%',
      'over 43%',
      '40–45%',

      'less than half of',
      'at most 43.4%',
    ],
    wrong: [
      '34%',
      '44%',
      '43.5%',
      '40%',
      'about 50%',
      'more than 44%',
      'more than 20%',
      'nearly 43%',
      'nearly 90%',
      'at least 44%',
      'up to 40%',
      'half of it',
      'more than half of',
      'a third of',
      '43.4 percentage points',
      '50–60%',
    ],
  },
  { kind: 'percent', known: '22.5%', right: ['22.5%', '23%', '22%'], wrong: ['24%', '22.6%'] },
  {
    kind: 'percent',
    known: '33.4%',
    right: ['a third of', 'one-third', 'about a third of', '33%'],
    wrong: ['a quarter of', 'two-fifths', 'half of it'],
  },
  {
    kind: 'percent',
    known: '15%–20%',
    right: ['15–20%', '15% to 20%', '17%', '15%'],
    wrong: ['10–20%', '15–25%', '12%', '21%'],
  },
  { kind: 'percent', known: '-6.3%', right: ['−6.3%', '6.3%', '6%'], wrong: ['+7%', '5%'] },
  { kind: 'percent', known: '20%', tolerance: 1, right: ['20%', '21%', '19%'], wrong: ['22%', '18%'] },
  {
    kind: 'percent',
    known: '0.5 points',
    right: ['50 basis points', '0.5 percentage points'],
    wrong: ['0.5%', '5 basis points'],
  },
  {
    kind: 'date',
    known: '2023-02-06',
    right: [
      '6 February 2023',
      'Feb. 6',
      'February 6, 2023',
      'February 2023',
      'in February',
      '2023',
      'Q1 2023',
      'early February 2023',
      'the first week of February',
      'the first half of 2023',
      'early 2023',
      'about 2022',
      'winter 2022',
      'fiscal 2023',
      'fiscal 2022',
      '06.02.2023',
      '02/06/2023',
      '06/02/2023',
    ],
    wrong: [
      '7 February 2023',
      '6 February 2022',
      'Feb. 7',
      'March 2023',
      'in March',
      '2022',
      'Q2 2023',
      'late February 2023',
      'mid-2023',
      'the second half of 2023',
      '07/02/2023',
      'Feb. 30',
      'the third week of February',
      'summer 2023',
      'the 1990s',
    ],
  },
  {
    kind: 'date',
    known: '1999-03',
    right: ['March 27, 1999', '1999', 'in March 1999', 'the 1990s', 'spring 1999'],
    wrong: ['April 1999', '1998'],
  },
  {
    kind: 'date',
    known: '2022',
    right: ['2022', 'last year', 'May 2022', 'FY2022', 'late 2022'],
    wrong: ['2021', 'this year', 'mid-2021'],
  },
  {
    kind: 'date',
    known: '2022-11',
    right: ['last November', 'November', 'November last year'],
    wrong: ['next November', 'last October'],
  },
  {
    kind: 'date',
    known: '2023-01-26',
    right: ['today', 'this month', 'this week'],
    wrong: ['yesterday', 'tomorrow', 'last month'],
  },
  {
    kind: 'date',
    known: '2023-02-06',
    tolerance: 3,
    right: ['9 February 2023'],
    wrong: ['10 February 2023'],
  },
  { kind: 'weekday', known: 'Thursday', right: ['Thursday', 'THURSDAY'], wrong: ['Friday'] },
  {
    kind: 'duration',
    known: '23 years',
    right: [
      '23 years',
      '23-year',
      '23-year-old',
      'two decades',
      'more than two decades',
      'about 25 years',
      'more than 20 years',
      'nearly 24 years',
    ],
    wrong: ['33 years', '24 years', 'three decades', '23 days', 'half a century'],
  },
  {
    kind: 'duration',
    known: '18 months',
    right: ['18 months', 'a year and a half', 'more than a year'],
    wrong: ['8 months', 'three years'],
  },
  {
    kind: 'duration',
    known: '108 days',
    right: ['108 days', 'more than 100 days', '15 weeks'],
    wrong: ['180 days', '108 weeks'],
  },
  {
    kind: 'amount',
    known: '$1.2 billion',
    right: [
      '$1.2 billion',
      '$1.2bn',
      '$1,200 million',
      '1.2 billion dollars',
      'about $1.2 billion',
      '$1.23 billion',
      'more than $1 billion',
    ],
    wrong: ['$1.2 million', '€1.2 billion', '$2.1 billion', '$12 billion', 'more than $2 billion'],
  },
  {
    kind: 'amount',
    known: '€612 million',
    right: ['€612 million', '€610 million'],
    wrong: ['€600 million', '€621 million', '€612 billion'],
  },
  { kind: 'amount', known: '£3.20', right: ['£3.20', '320 pence', '320p', '£3'], wrong: ['£2.80', '£3.02'] },
  {
    kind: 'amount',
    known: '-€338 million',
    right: ['−€338 million', '€338 million'],
    wrong: ['€383 million'],
  },
  {
    kind: 'count',
    known: '2,023,199,930',
    right: ['2,023,199,930', '2023199930', '2 billion'],
    wrong: ['2,023,199,931', '2,032,199,930'],
  },
  {
    kind: 'count',
    known: '131,224',
    right: ['131,224', '131,000', '130,000', 'some 131,000', 'more than 130,000', '131.2 thousand'],
    wrong: ['132,000', '131,242', '13,122', '113,224', '131 million'],
  },
  {
    kind: 'count',
    known: '2,100',
    right: ['2,100', 'about 2,000', '2100 people'],
    wrong: ['1,200', '2,000', '2,150', '2,700'],
  },
  {
    kind: 'count',
    known: '35',
    right: ['35', 'thirty-five', 'nearly 40', 'some 35'],
    wrong: ['53', '36', 'more than 40'],
  },
  { kind: 'count', known: '12', right: ['a dozen', 'twelve'], wrong: ['two dozen', 'half a dozen'] },
];

for (const { kind, known, right, wrong, tolerance } of CASES) {
  const value = readValue(known, kind, context)!;
  for (const [texts, expected] of [
    [right, true],
    [wrong, false],
  ] as const) {
    for (const text of texts) {
      test(`«${text}» is ${expected ? '' : 'not '}said of ${known}${tolerance ? ` ± ${tolerance}` : ''}`, () => {
        const stated = scanValues(text, context).at(-1) ?? {
          span: { start: 0, end: 1 },
          value: readValue(text, kind, context)!,
        };
        assert.equal(agrees(stated, value, tolerance), expected);
      });
    }
  }
}

test('a name agrees with its parts in their order, accents aside', () => {
  const known = readValue('Jean-Dominique Sénard', 'name')!;
  const says = (text: string) =>
    agrees({ span: { start: 0, end: 1 }, value: readValue(text, 'name')! }, known);
  assert.deepEqual(
    ['Senard', 'Jean-Dominique Senard', 'J. Senard', 'Dominique', 'Senard Jean', 'Sinard'].map(says),
    [true, true, true, true, false, false],
  );
});
