import { daysOf, type EpochDay, readIsoDate } from '../text/calendarDate.ts';
import { readValue } from '../values/index.ts';
import type { Place } from './jsonDocument.ts';
import type { Reading } from './reading.ts';

/** A day, month or year: its first day and the day after its last. */
export interface Days {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/**
 * Reads a day, a month or a year as a facts file gives it: `2023-11-08`, `2010-04`, `2002`, or as in copy («8 November
 * 2023»). Undefined for anything vaguer, and for a date that hangs on the reader (03/04/2025, «last Thursday»).
 */
export function readDays(text: string): Days | undefined {
  const iso = readIsoDate(text);
  if (iso) return text.trim().length <= 10 ? daysOf(iso) : undefined;
  const value = readValue(text, 'date');
  if (value?.kind !== 'date' || value.relative || value.swappable || value.impossible) return undefined;
  if (value.written.year === undefined) return undefined;
  const isPlain = value.grain === 'day' || value.grain === 'month' || value.grain === 'year';
  return isPlain ? { from: value.from, to: value.to } : undefined;
}

/** Reads a date that a member gives; reports one that is none. */
export function readDaysAt(
  reading: Reading,
  text: string | undefined,
  place: Place,
  key: string,
): Days | undefined {
  if (text === undefined) return undefined;
  const days = readDays(text);
  if (!days)
    reading.report(`“${text}” is not a day, month or year such as "2023-11-08", "2023-11" or "2023".`, [
      ...place,
      key,
    ]);
  return days;
}
