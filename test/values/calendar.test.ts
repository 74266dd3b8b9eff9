import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromEpochDay, toEpochDay } from '../../server/src/text/calendarDate.ts';

const MS_PER_DAY = 86_400_000;

test('the day numbers are those of the platform’s own calendar, rolled-over months and days too', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 4000 }),
    fc.integer({ min: -30, max: 40 }),
    fc.integer({ min: -500, max: 500 }),
  );
  fc.assert(
    fc.property(numbers, ([year, month, day]) => {
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      const epochDay = toEpochDay(year, month, day);
      assert.equal(epochDay, date.getTime() / MS_PER_DAY);
      const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      assert.deepEqual(fromEpochDay(epochDay), parts);
    }),
    { numRuns: 5000 },
  );
});
