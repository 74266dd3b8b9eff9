import { type CalendarDate, type EpochDay, fromEpochDay, toEpochDay } from '../text/calendarDate.ts';
import type { DateValue } from './kind.ts';

/** How long ago something was, in the ways that newsrooms count. Negative for what is still to come. */
export interface Elapsed {
  readonly days: number;
  readonly completedMonths: number;
  /** Birthdays had: 27 March 1999 to 26 January 2023 is 23. */
  readonly completedYears: number;
  /** The difference of the years' numbers: 24. */
  readonly countedYears: number;
}

/** From the first day that the date may mean (`most`: the longest time), and from the last (`least`). */
export interface ElapsedRange extends Elapsed {
  readonly least: Elapsed;
}

/** How long it has been since a date, on the article's day. The members themselves count from the stretch's first day. */
export function durationSince(date: DateValue, asOf: EpochDay | Required<CalendarDate>): ElapsedRange {
  const today = typeof asOf === 'number' ? fromEpochDay(asOf) : asOf;
  return { ...elapsed(date.from, today), least: elapsed(date.to - 1, today) };
}

function elapsed(day: EpochDay, today: Required<CalendarDate>): Elapsed {
  const then = fromEpochDay(day);
  const months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day ? 1 : 0);
  return {
    days: toEpochDay(today.year, today.month, today.day) - day,
    completedMonths: months,
    completedYears: Math.floor(months / 12),
    countedYears: today.year - then.year,
  };
}
