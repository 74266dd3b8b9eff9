import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addValues, type TimedValue } from '../../server/src/facts/addValues.ts';
import { readDays } from '../../server/src/facts/dates.ts';
import { understandValue } from '../../server/src/facts/understand.ts';

/** «15% 2023-11-08..» as a value; «(voting)» behind it is its basis. */
function timed(words: string): TimedValue {
  const [, text = '', from = '', to = '', basis] =
    /^(\S+)(?: (\S*)\.\.(\S*))?(?: \((.+)\))?$/.exec(words) ?? [];
  const { value } = understandValue(text, 'percent');
  return {
    text,
    ...(value && { value }),
    ...(from !== '' && { from: readDays(from)!.from, fromText: from }),
    ...(to !== '' && { to: readDays(to)!.from, toText: to }),
    ...(basis !== undefined && { basis }),
  };
}

function words({ text, fromText = '', toText = '', basis }: TimedValue): string {
  const time = fromText + toText === '' ? '' : ` ${fromText}..${toText}`;
  return text + time + (basis === undefined ? '' : ` (${basis})`);
}

const NISSAN = ['43.4% ..2023-11-08', '15% 2023-11-08..'];

/** What is there, what is added, what comes of it; a text alone: the value that is contradicted. */
const CASES: readonly (readonly [readonly string[], readonly string[], readonly string[] | string])[] = [
  // A newer value ends the one that was open.
  [NISSAN, ['14% 2025-06-01..'], ['43.4% ..2023-11-08', '15% 2023-11-08..2025-06-01', '14% 2025-06-01..']],
  [['12%'], ['14% 2021..'], ['12% ..2021', '14% 2021..']],
  [
    NISSAN,
    ['13% 2026..', '14% 2025..'],
    ['43.4% ..2023-11-08', '15% 2023-11-08..2025', '14% 2025..2026', '13% 2026..'],
  ],
  // An older one ends where the next begins, or lets that begin.
  [['14% 2021..'], ['12% 2020..'], ['14% 2021..', '12% 2020..2021']],
  [['14% 2021..'], ['12% ..2021'], ['14% 2021..', '12% ..2021']],
  [NISSAN, ['44.4% 1999..2002'], ['43.4% 2002..2023-11-08', '15% 2023-11-08..', '44.4% 1999..2002']],
  [['14%'], ['12% 2019..2020'], ['14% 2020..', '12% 2019..2020']],
  // What is there already adds nothing: the same day, a part of the time, rounded, a month for its day, no day at all.
  [NISSAN, ['15% 2023-11-08..'], NISSAN],
  [NISSAN, ['15% 2024..2025'], NISSAN],
  [NISSAN, ['43% ..2023-11-08'], NISSAN],
  [NISSAN, ['15% 2023-11..'], NISSAN],
  [NISSAN, ['15%'], NISSAN],
  // Only what is new of it.
  [['15% 2023..2024'], ['15% 2023..'], ['15% 2023..2024', '15% 2024..']],
  [['15% 2023..2024', '14% 2025..'], ['15% 2023..2025'], ['15% 2023..2024', '14% 2025..', '15% 2024..2025']],
  // Another value for the same day.
  [NISSAN, ['14% 2023-11-08..'], '15% 2023-11-08..'],
  [NISSAN, ['14%'], '15% 2023-11-08..'],
  [NISSAN, ['43.4%'], '15% 2023-11-08..'],
  [NISSAN, ['36% 2020..'], '43.4% ..2023-11-08'],
  [['12% 2020..2022'], ['13% 2021..2022'], '12% 2020..2022'],
  [['12%'], ['14%'], '12%'],
  // On different bases both may be right.
  [['12% 2020.. (shares)'], ['14% 2020.. (votes)'], ['12% 2020.. (shares)', '14% 2020.. (votes)']],
  [['12% 2020.. (shares)'], ['14% 2020.. (shares)'], '12% 2020.. (shares)'],
  [['12% 2020..'], ['14% 2020.. (votes)'], '12% 2020..'],
];

for (const [there, added, wanted] of CASES) {
  test(`${there.join(', ')} and ${added.join(', ')}`, () => {
    const { values, refused } = addValues(there.map(timed), added.map(timed));
    if (typeof wanted === 'string')
      assert.deepEqual(
        refused.map(({ by }) => words(by)),
        [wanted],
      );
    else assert.deepEqual([refused, values.map(words)], [[], wanted]);
  });
}
