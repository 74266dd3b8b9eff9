import { isDashAt, isDigitAt, skipGap } from './chars.ts';
import { type DateRead, monthsValue, withRelative } from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import { hasWordAt } from './lexicon.ts';
import { type MonthName, readMonthName } from './monthDates.ts';
import { readYearBehind } from './yearWords.ts';

/** «April–September 2024», «April to June», «October through December 2025»; begun behind the first month. */
export function readMonthRange(text: string, first: MonthName, context: ScanContext): DateRead | undefined {
  const joint = jointEnd(text, first.end);
  const last = joint < 0 ? undefined : readMonthName(text, joint);
  if (!last || isDigitAt(text, dayAt(text, last.end))) return undefined;
  const year = readYearBehind(text, last.end, context);
  const end = last.month < first.month ? last.month + 12 : last.month;
  // «December to March 2024» ends in that year.
  const start = year && end > 12 ? year.year - 1 : year?.year;
  const value = monthsValue(context, grainOf(first.month, end), {
    first: first.month,
    last: end,
    year: start,
  });
  return { value: withRelative(value, year?.relative ?? false), end: year?.end ?? last.end };
}

/** A day behind the second month makes it a date of its own: «January to March 15». */
function dayAt(text: string, end: number): number {
  const next = skipGap(text, end);
  return isDigitAt(text, next + 2) ? -1 : next;
}

function jointEnd(text: string, end: number): number {
  if (isDashAt(text, end)) return end + 1;
  const next = skipGap(text, end);
  if (next === end) return -1;
  if (hasWordAt(text, next, 'to')) return skipGap(text, next + 2);
  return hasWordAt(text, next, 'through') ? skipGap(text, next + 7) : -1;
}

function grainOf(first: number, last: number): 'quarter' | 'half' | 'part' {
  if (last - first === 2 && first % 3 === 1) return 'quarter';
  return last - first === 5 && first % 6 === 1 ? 'half' : 'part';
}
