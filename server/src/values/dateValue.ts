import {
  type CalendarDate,
  daysInMonth,
  daysOf,
  type EpochDay,
  toEpochDay,
  type Weekday,
} from '../text/calendarDate.ts';
import type { DateGrain, DateValue, ScanContext } from './kind.ts';

/** A date and where its words end. */
export interface DateRead {
  readonly value: DateValue;
  readonly end: number;
}

/** A year as written, or as words such as «last year» give it. */
export interface YearRead {
  readonly year: number;
  readonly end: number;
  readonly relative: boolean;
}

/** The article's date as a day's number. */
export function asOfDay({ asOf }: ScanContext): EpochDay {
  return toEpochDay(asOf.year, asOf.month, asOf.day);
}

/** A stretch of days with what was written of it. */
export function stretch(
  grain: DateGrain,
  from: EpochDay,
  to: EpochDay,
  written: Partial<CalendarDate>,
): DateValue {
  return { kind: 'date', from, to, grain, written };
}

/** The year in which a stretch, given by year, lies nearest to the article's date; the past one of two as near. */
export function nearestYear(
  context: ScanContext,
  daysIn: (year: number) => { readonly from: EpochDay; readonly to: EpochDay },
): number {
  const today = asOfDay(context);
  const { year } = context.asOf;
  const { from, to } = daysIn(year);
  const distance = distanceTo(today, from, to);
  // Months and days come again after a year, so that those of this half year are the nearest: most are.
  if (to - from < 32 && distance < 150) return year;
  const past = daysIn(year - 1);
  const pastDistance = distanceTo(today, past.from, past.to);
  const next = daysIn(year + 1);
  const nextDistance = distanceTo(today, next.from, next.to);
  if (pastDistance <= distance && pastDistance <= nextDistance) return year - 1;
  return distance <= nextDistance ? year : year + 1;
}

function distanceTo(today: EpochDay, from: EpochDay, to: EpochDay): number {
  return today < from ? from - today : Math.max(0, today - (to - 1));
}

/** A day of a month; without a year, that of the year nearest to the article's date. */
export function dayValue(context: ScanContext, month: number, day: number, year?: number): DateValue {
  const resolved = year ?? nearestYear(context, (candidate) => daysOf({ year: candidate, month, day }));
  const written = year === undefined ? { month, day } : { year, month, day };
  if (day <= daysInMonth(resolved, month)) {
    const { from, to } = daysOf({ year: resolved, month, day });
    return stretch('day', from, to, written);
  }
  const { from, to } = daysOf({ year: resolved, month });
  return { ...stretch('day', from, to, written), impossible: true };
}

/** «January 26–28»: from the first of the days to the last. */
export function dayRangeValue(
  context: ScanContext,
  month: number,
  first: number,
  last: number,
  year?: number,
): DateValue {
  const start = dayValue(context, month, first, year);
  if (start.impossible || last <= first || last > 31) return start;
  const written = year === undefined ? { month } : { year, month };
  return stretch('part', start.from, start.from + (last - first) + 1, written);
}

/** A month; without a year, that nearest to the article's date. */
export function monthValue(context: ScanContext, month: number, year?: number): DateValue {
  const resolved = year ?? nearestYear(context, (candidate) => daysOf({ year: candidate, month }));
  const { from, to } = daysOf({ year: resolved, month });
  return stretch('month', from, to, year === undefined ? { month } : { year, month });
}

/** A whole year. */
export function yearValue(year: number): DateValue {
  const { from, to } = daysOf({ year });
  return stretch('year', from, to, { year });
}

/** The months `first` to `last` of a year, both counted from 1; 13 is the next January. Without a year, those nearest. */
export function monthsValue(
  context: ScanContext,
  grain: DateGrain,
  {
    first,
    last,
    year,
  }: { readonly first: number; readonly last: number; readonly year?: number | undefined },
): DateValue {
  const daysIn = (candidate: number) => ({
    from: toEpochDay(candidate, first, 1),
    to: toEpochDay(candidate, last + 1, 1),
  });
  const { from, to } = daysIn(year ?? nearestYear(context, daysIn));
  return stretch(grain, from, to, year === undefined ? {} : { year });
}

/** A fiscal year, of which only the number is known: it may begin in the calendar year before or in the year itself. */
export function fiscalYearValue(year: number): DateValue {
  const { from, to } = daysOf({ year });
  return stretch('fiscal-year', from, to, { year });
}

/** Years `first` to `last`, both included. */
export function yearRangeValue(first: number, last: number): DateValue {
  return stretch('part', toEpochDay(first, 1, 1), toEpochDay(last + 1, 1, 1), { year: first });
}

/** The same date, marked as worked out from the article's date or not. */
export function withRelative(value: DateValue, relative: boolean): DateValue {
  return relative ? { ...value, relative: true } : value;
}

/** The same date with the weekday that is written beside it. */
export function withWeekday(value: DateValue, weekday: Weekday): DateValue {
  return { ...value, weekday };
}
