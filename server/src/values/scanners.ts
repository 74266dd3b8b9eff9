import { type CalendarDate, fromEpochDay, readIsoDate, toEpochDay, toIsoDate } from '../text/calendarDate.ts';
import { isYearless } from './date.ts';
import type { DateValue, ScanContext } from './kind.ts';
import { scanAll } from './scan.ts';

/** A percentage as plain data. `start` and `end` take in the number and its sign or word, not a hedge. */
export interface FoundPercentage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 43.4 for «43.4%»; `[15, 20]` for «15–20%» and «between 15% and 20%». */
  readonly value: number | readonly [number, number];
}

/** A date as plain data. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * ISO 8601 at its own grain: `2023-01-26`, `2023-01`, `2023`, `2022-Q3`, `2024-H1`; `--02-06` for a date without a year
   * where no `asOf` was given; two ends for other stretches: `2023-02-01/2023-02-07`, and `1990/1999` for whole years.
   */
  readonly value: string;
}

/** How dates without all their parts are read. */
export interface DateOptions {
  /** The day on which the text speaks, `2023-01-26`; gives dates their year and resolves «yesterday». */
  readonly asOf?: string;
  /** How to read `03/04/2025`; `dmy` where left out. */
  readonly dateOrder?: 'dmy' | 'mdy';
}

const TODAY = { year: 2000, month: 1, day: 1 };

/** Every percentage of a text, in reading order; percentage points are not among them. */
export function scanPercentages(text: string): readonly FoundPercentage[] {
  const found: FoundPercentage[] = [];
  for (const { span, value } of scanAll(text, { asOf: TODAY, dateOrder: 'dmy' })) {
    if (value.kind !== 'percent' || value.unit !== 'percent') continue;
    const { low, high } = value;
    found.push({ ...span, text: text.slice(span.start, span.end), value: low === high ? low : [low, high] });
  }
  return found;
}

/** Every date of a text, in reading order. Without `asOf`, dates that only the day of writing resolves («yesterday») are left out. */
export function scanDates(text: string, options: DateOptions = {}): readonly FoundDate[] {
  const asOf = readAsOf(options.asOf);
  const context: ScanContext = { asOf: asOf ?? TODAY, dateOrder: options.dateOrder ?? 'dmy' };
  const found: FoundDate[] = [];
  for (const { span, value } of scanAll(text, context)) {
    if (value.kind !== 'date' || (!asOf && value.relative)) continue;
    const iso = toIso(value, asOf !== undefined);
    found.push({ ...span, text: text.slice(span.start, span.end), value: iso });
  }
  return found;
}

function readAsOf(iso: string | undefined): Required<CalendarDate> | undefined {
  const read = iso === undefined ? undefined : readIsoDate(iso);
  return read && fromEpochDay(toEpochDay(read.year, read.month ?? 1, read.day ?? 1));
}

function toIso(value: DateValue, hasYear: boolean): string {
  const { from, to, grain, written } = value;
  const first = fromEpochDay(from);
  const text = isoOf(value, first);
  const isOpen = isYearless(value) && !hasYear;
  if (value.impossible && written.day !== undefined && written.month !== undefined) {
    const iso = `${String(first.year).padStart(4, '0')}-${pad(written.month)}-${pad(written.day)}`;
    return isOpen ? `-${iso.slice(4)}` : iso;
  }
  if (!isOpen) return text;
  if (grain === 'quarter' || grain === 'half') return `-${text.slice(4)}`;
  const last = fromEpochDay(to - 1);
  if (grain === 'part') return `-${toIsoDate(first).slice(4)}/-${toIsoDate(last).slice(4)}`;
  return `-${text.slice(4)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function isoOf({ to, grain }: DateValue, first: Required<CalendarDate>): string {
  const { year, month } = first;
  switch (grain) {
    case 'day':
      return toIsoDate(first);
    case 'month':
      return toIsoDate({ year, month });
    case 'quarter':
      return `${toIsoDate({ year })}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${toIsoDate({ year })}-H${month < 7 ? 1 : 2}`;
    default: {
      const last = fromEpochDay(to - 1);
      const isWhole = month === 1 && first.day === 1 && last.month === 12 && last.day === 31;
      if (!isWhole) return `${toIsoDate(first)}/${toIsoDate(last)}`;
      return year === last.year
        ? toIsoDate({ year })
        : `${toIsoDate({ year })}/${toIsoDate({ year: last.year })}`;
    }
  }
}
