import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readValue, rewrite } from '../../server/src/values/index.ts';
import type { ScanContext, ValueKindName } from '../../server/src/values/kind.ts';

const context: ScanContext = { asOf: { year: 2023, month: 1, day: 26 }, dateOrder: 'dmy' };

/** Kind, what is known, how the draft wrote it, what to write instead. */
const CASES: readonly (readonly [ValueKindName, string, string, ...string[]])[] = [
  ['percent', '43.4%', '34%', '43%', '43.4%'],
  ['percent', '43.4%', '34.0%', '43.4%'],
  ['percent', '43.4%', '34 per cent', '43 per cent', '43.4 per cent'],
  ['percent', '43.4%', '34\u00a0%', '43\u00a0%', '43.4\u00a0%'],
  ['percent', '43%', 'thirty-four percent', 'forty-three percent', '43 percent'],
  ['percent', '9%', '9.6%', '9.0%', '9%'],
  ['percent', '0.4%', '3%', '0.4%'],
  ['percent', '22.5%', '24%', '23%', '22.5%'],
  ['percent', '15%–20%', '34%', '15–20%'],
  ['percent', '15%–20%', '10 to 12 percent', '15 to 20 percent'],
  ['percent', '25%', 'a third', 'a quarter', '25%'],
  ['percent', '43.4%', 'A third', '43%', '43.4%'],
  ['percent', '41%', 'a third', 'two-fifths', '41%'],
  ['percent', '0.5 points', '25 basis points', '50 basis points'],
  ['percent', '-6.3%', '+5.1%', '−6.3%'],
  ['percent', '-6.3%', '5.1%', '6.3%'],
  ['date', '2023-11-08', 'Oct. 12', 'Nov. 8', '8 November 2023'],
  ['date', '2023-05-03', 'Oct. 12', 'May 3', '3 May 2023'],
  ['date', '2023-09-03', 'Oct. 12', 'Sept. 3', '3 September 2023'],
  ['date', '2023-11-08', 'October 12, 2022', 'November 8, 2023', '8 November 2023'],
  ['date', '2023-11-08', '12 October 2022', '8 November 2023'],
  ['date', '2023-11-02', '12th of October', '2nd of November', '2 November 2023'],
  ['date', '2023-11-08', 'OCT 12', 'NOV 8', '8 November 2023'],
  ['date', '2023-11-08', 'October', 'November', '8 November 2023'],
  ['date', '2023-11', 'October 12, 2022', 'November 2023'],
  ['date', '2023', 'October 12, 2022', '2023'],
  ['date', '1999-03-27', '2001', '1999', '27 March 1999'],
  ['date', '2023-11-08', '2022-10-12', '2023-11-08', '8 November 2023'],
  ['date', '2023-11-08', '12.10.2022', '08.11.2023', '8 November 2023'],
  ['date', '2023-11-08', '2022-10', '2023-11', '8 November 2023'],
  ['date', '2023-11-08', 'third quarter of 2022', 'fourth quarter of 2023', '8 November 2023'],
  ['date', '2023-11-08', 'Q3 2022', 'Q4 2023', '8 November 2023'],
  ['date', '2023-11-08', 'first half of 2022', 'second half of 2023', '8 November 2023'],
  ['date', '2023-11-08', 'early 2018', 'late 2023', '8 November 2023'],
  ['date', '2023-06-08', 'early 2018', 'mid-2023', '8 June 2023'],
  ['date', '2023-02-06', 'first week of March', 'first week of February', '6 February 2023'],
  ['date', '1984', '1990s', '1980s', '1984'],
  ['date', 'fiscal 2022', 'FY2021', 'FY2022', 'fiscal 2022'],
  ['date', '2022-10', 'last November', 'last October', 'October 2022'],
  ['date', '2023-11-08', 'October\n12', 'November\n8', '8 November 2023'],
  ['weekday', 'Thursday', 'Wednesday', 'Thursday'],
  ['weekday', 'Thursday', 'WEDNESDAY', 'THURSDAY'],
  ['weekday', 'Thursday', 'Wed', 'Thu'],
  ['weekday', 'Tuesday', 'Thurs.', 'Tues.'],
  ['duration', '23 years', '14 years', '23 years'],
  ['duration', '23 years', 'five years', '23 years', 'twenty-three years'],
  ['duration', '1 year', '14 years', '1 year'],
  ['duration', '20 years', 'three decades', 'two decades'],
  ['duration', '23-year', '14-year-old', '23-year-old'],
  ['amount', '€612 million', '€5 million', '€612 million'],
  ['amount', '$1.2 billion', '$600 million', '$1 billion', '$1.2 billion'],
  ['amount', '$1.2 billion', '$600m', '$1bn', '$1.2bn'],
  ['amount', '$1.2 billion', '$3.5 billion', '$1.2 billion'],
  ['amount', '£3.20', '£2.80', '£3.20'],
  ['amount', '£3.20', '140 pence', '320 pence'],
  ['amount', '€5 billion', '$3 billion', '€5 billion'],
  ['amount', '2.3 billion euros', '1.9 billion euros', '2.3 billion euros'],
  ['count', '130,000', '9,000', '130,000'],
  ['count', '450', '540', '450'],
  ['count', '12', 'five', '12', 'twelve'],
  ['count', '7', 'five', 'seven'],
  ['count', '1.4 million', '2.4 million', '1.4 million'],
  ['count', '1.4 million', '9,000', '1,400,000'],
  ['name', 'Luca de Meo', 'Lucas de Mayo', 'Luca de Meo'],
  ['name', 'Luca de Meo', 'Mayo', 'Meo', 'Luca de Meo'],
];

for (const [kind, known, model, ...expected] of CASES) {
  test(`${known} in the manner of «${model}»`, () => {
    assert.deepEqual(rewrite(readValue(known, kind, context)!, model, context), expected);
  });
}
