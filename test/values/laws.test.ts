import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agrees, readStated, readValue, rewrite } from '../../server/src/values/index.ts';
import type { ScanContext, ValueKindName } from '../../server/src/values/kind.ts';

/** Laws of every kind of value (house style, §4); the samples are values as people write them. */
const context: ScanContext = { asOf: { year: 2023, month: 1, day: 26 }, dateOrder: 'dmy' };

const SAMPLES: Readonly<Record<ValueKindName, readonly string[]>> = {
  percent: [
    '43.4%',
    '43%',
    '34 percent',
    '5.60 per cent',
    '0.5%',
    '100%',
    '43\u00a0%',
    '15–20%',
    '15-20 percent',
    '4 to 5%',
    '15% and 20%',
    'forty-three percent',
    'Five percent',
    'a third',
    'two-fifths',
    'half',
    'A quarter',
    '3 percentage points',
    '50 basis points',
    '25bps',
    '1.3 points',
    '+21%',
    '−6.3%',
    '9-1/2 pct',
    'one in five',
  ],
  date: [
    '26 January 2023',
    'January 26, 2023',
    'Jan. 26, 2023',
    'Jan 26',
    '26th of January',
    'January 2023',
    'October',
    'Oct. 12',
    '2023-01-26',
    '2023-01',
    '16.09.2025',
    '16/09/2025',
    'Q3 2022',
    'third quarter of 2022',
    'first half of 2024',
    'H1 2024',
    'mid-2021',
    'early February 2023',
    'late 2019',
    'first week of February',
    'end of March',
    'summer 2021',
    '1990s',
    'fiscal 2022',
    'FY2022',
    '2021-22',
    '2019',
    '1887',
    'yesterday',
    'last year',
    'last November',
    'April–September 2024',
    'SEPT. 3',
    'Sept 3',
    'June 15',
    'the 1st of May 2002',
    '26–28 January 2023',
    'October\n2016',
  ],
  weekday: ['Thursday', 'TUESDAY', 'Thu', 'Thurs', 'Wed.'],
  duration: [
    '23-year-old',
    '14-year',
    'two-decade-old',
    'two decades',
    '23 years',
    '23 year',
    '24 years ago',
    '24th year',
    '65',
    '26 years old',
    '18 months',
    '108 days',
    'a decade',
    'half a century',
    '25th anniversary',
    'five years',
    'a year ago',
    'twenty-three years',
    '90 minutes',
    'two and a half years',
  ],
  amount: [
    '$0.5 billion',
    '$60m',
    '€600 million',
    '£3.20',
    '1.9 billion euros',
    '55.0 billion yen',
    '$1.2bn',
    'US$5 million',
    '31m euros',
    '140 pence',
    '€5.0-5.3 billion',
    'EUR 600 million',
    'five million dollars',
    '-€338 million',
    '$35,000',
  ],
  count: [
    '3,200',
    '130,000',
    '35',
    '1.4 million',
    'five',
    'a dozen',
    'twenty-one',
    '2.4m',
    '15–20',
    '1200',
    '1\u2009200',
  ],
  name: ['Luca de Meo', 'Yokohama', 'Senard'],
};

for (const [kind, samples] of Object.entries(SAMPLES) as [ValueKindName, readonly string[]][]) {
  for (const model of samples) {
    test(`rewriting the ${kind} «${model}» as itself changes nothing`, () => {
      const value = readValue(model, kind, context);
      assert.ok(value, `«${model}» is read`);
      assert.equal(value.kind, kind);
      assert.equal(rewrite(value, model, context)[0], model);
    });
  }

  test(`a ${kind} written like another one reads as itself`, () => {
    for (const known of samples) {
      const value = readValue(known, kind, context)!;
      for (const model of samples) {
        for (const text of rewrite(value, model, context)) {
          const stated = readStated(text, kind, context);
          assert.ok(stated && agrees(stated, value), `${known} like ${model}: ${text}`);
        }
      }
    }
  });
}

test('kinds never agree with one another', () => {
  const span = { start: 0, end: 1 };
  const values = Object.entries(SAMPLES).map(
    ([kind, [sample]]) => readValue(sample!, kind as ValueKindName, context)!,
  );
  for (const a of values) {
    for (const b of values) assert.equal(agrees({ span, value: a }, b), a === b, `${a.kind} and ${b.kind}`);
  }
});
