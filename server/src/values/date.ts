import { daysInMonth, fromEpochDay, toEpochDay } from '../text/calendarDate.ts';
import { rewriteDate } from './dateRewrite.ts';
import type { DateValue, KindKnowledge } from './kind.ts';

/** Days and stretches of the calendar. */
export const date: KindKnowledge<DateValue> = {
  name: 'date',

  agrees({ value, hedge }, known, tolerance = 0) {
    if (value.impossible) return false;
    const swapped = swappedOf(value);
    if (swapped && meets(swapped, known, tolerance)) return true;
    const slack = tolerance + (hedge ? hedgeSlack(value) : 0);
    if (value.grain === 'fiscal-year' && known.grain === 'fiscal-year') return sameFiscalYear(value, known);
    return isYearless(value) ? inAnyYear(value, known, slack) : meets(value, known, slack);
  },

  rewrite: rewriteDate,
};

/** Whether the year was left out and no word of the text gives it. */
export function isYearless({ written, relative, grain }: DateValue): boolean {
  return written.year === undefined && relative !== true && grain !== 'week';
}

/** `03/04/2025` with day and month changed about. */
function swappedOf(value: DateValue): DateValue | undefined {
  const { year, month, day } = value.written;
  if (!value.swappable || year === undefined || month === undefined || day === undefined) return undefined;
  if (month > daysInMonth(year, day)) return undefined;
  const from = toEpochDay(year, day, month);
  return { ...value, from, to: from + 1 };
}

/** Whether two stretches share a day: agreement at the coarser of the two grains. */
function meets(stated: DateValue, known: DateValue, slack: number): boolean {
  const room = slack + graceOf(stated) + graceOf(known);
  return stated.from - room < known.to && known.from - room < stated.to;
}

/** The days by which vague stretches run over: «early 2018» may well be May, «early February» the 14th. */
function graceOf({ grain, from, to }: DateValue): number {
  if (grain === 'fiscal-year') return 275;
  if (grain === 'season') return 31;
  if (grain === 'week') return 2;
  if (grain !== 'part') return 0;
  const length = to - from;
  if (length < 9) return length < 7 ? 0 : 2;
  if (length < 20) return 5;
  return length > 85 && length < 130 ? 31 : 0;
}

/** «About 2019» takes in the years beside it, «around March» the months. */
function hedgeSlack({ grain, from, to }: DateValue): number {
  return grain === 'day' ? 7 : Math.min(to - from, 366);
}

function inAnyYear(stated: DateValue, known: DateValue, slack: number): boolean {
  const start = fromEpochDay(stated.from);
  const { year } = fromEpochDay(known.from);
  for (let other = year - 1; other <= year + 1; other++) {
    const from = toEpochDay(other, start.month, start.day);
    if (meets({ ...stated, from, to: from + (stated.to - stated.from) }, known, slack)) return true;
  }
  return false;
}

function sameFiscalYear(a: DateValue, b: DateValue): boolean {
  return a.from < b.to && b.from < a.to;
}
