/** Days since 1970-01-01 in the proleptic Gregorian calendar; negative before. */
export type EpochDay = number;

/** A calendar day, month or year; `month` and `day` count from 1. A day never stands without its month. */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** ISO 8601 numbers: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The day's number. Months and days outside their range roll over, as in `Date.UTC`.
 * Reckoned in eras of 400 years that begin in March (Hinnant, Chrono-Compatible Low-Level Date Algorithms): a `Date` each time
 * was a twentieth of a whole scan.
 */
export function toEpochDay(year: number, month: number, day: number): EpochDay {
  const months = year * 12 + month - 1;
  const march = months - 2;
  const marchYear = Math.floor(march / 12);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (march - marchYear * 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

const DAYS_PER_ERA = 146_097;
/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_EPOCH = 719_468;

/** The calendar day of a day's number. */
export function fromEpochDay(epochDay: EpochDay): Required<CalendarDate> {
  const days = epochDay + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1 };
}

/** First day and the day after the last, of a day, a month or a year. */
export function daysOf({ year, month, day }: CalendarDate): {
  readonly from: EpochDay;
  readonly to: EpochDay;
} {
  if (month === undefined) return { from: toEpochDay(year, 1, 1), to: toEpochDay(year + 1, 1, 1) };
  if (day === undefined) return { from: toEpochDay(year, month, 1), to: toEpochDay(year, month + 1, 1) };
  const from = toEpochDay(year, month, day);
  return { from, to: from + 1 };
}

/** 28 to 31; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return toEpochDay(year, month + 1, 1) - toEpochDay(year, month, 1);
}

/** The weekday of a day. */
export function weekdayOf(epochDay: EpochDay): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** `1999-03-27`, `1999-03` or `1999`: as exactly as the date itself. */
export function toIsoDate({ year, month, day }: CalendarDate): string {
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/;

/** Reads `1999`, `1999-03`, `1999-03-27` (a time behind it is passed over); undefined for anything else or no such day. */
export function readIsoDate(text: string): CalendarDate | undefined {
  const match = ISO_DATE.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  return day < 1 || day > daysInMonth(year, month) ? undefined : { year, month, day };
}
