import type { Mentions } from '../mentions/mention.ts';
import { type EpochDay, fromEpochDay, toEpochDay, type Weekday, weekdayOf } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import type { Span } from '../text/span.ts';
import type { DateValue, Stated, WeekdayValue } from '../values/kind.ts';
import { MONTHS } from '../values/vocabulary.ts';
import type { Claim, Verdict } from './claim.ts';
import type { DraftView } from './view.ts';

/** The names of the weekdays, from Monday on. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** A weekday and the date written with it. */
export interface DatedWeekday {
  readonly weekday: Stated<WeekdayValue>;
  readonly date: Stated<DateValue>;
  /** The day that is meant, and the weekday on which it really falls. */
  readonly day: EpochDay;
  readonly actual: Weekday;
}

/** A date without a year may be that of the next nearest year where it lies no more than so many times as far from the article's date. */
const AS_FAR = 2;

/**
 * «Thursday, Oct. 12»: every weekday that stands with a whole date. A year left out is the one nearest to the article's date,
 * or the next nearest, where the weekday fits there: «speaks on Wednesday, 12 November», written in May.
 */
export function datedWeekdaysOf(
  mentions: Mentions,
  { asOf: { year, month, day } }: Draft,
): readonly DatedWeekday[] {
  const today = toEpochDay(year, month, day);
  return pairsOf(mentions).map((pair) => {
    const other = otherYear(pair.date.value, today);
    const fits = other !== undefined && weekdayOf(other) === pair.weekday.value.weekday;
    return fits ? { ...pair, day: other, actual: weekdayOf(other) } : pair;
  });
}

/** The day in the year that is next nearest to the article's date; undefined where the year is given, or that day is far. */
function otherYear({ from, written }: DateValue, today: number): number | undefined {
  if (written.year !== undefined) return undefined;
  const { year, month, day } = fromEpochDay(from);
  const other = toEpochDay(from < today ? year + 1 : year - 1, month, day);
  return Math.abs(other - today) <= AS_FAR * Math.abs(from - today) ? other : undefined;
}

function pairsOf(mentions: Mentions): readonly DatedWeekday[] {
  const found: DatedWeekday[] = [];
  let last: Stated<WeekdayValue> | undefined;
  let before: Stated | undefined;
  for (const stated of mentions.values) {
    if (stated.value.kind === 'weekday' && before && isApposition(before, stated)) {
      const date = before as Stated<DateValue>;
      found.push(pairOf(stated as Stated<WeekdayValue>, date));
      before = stated;
      continue;
    }
    before = stated;
    if (stated.value.kind === 'weekday') last = stated as Stated<WeekdayValue>;
    if (stated.value.kind !== 'date' || last === undefined) continue;
    const date = stated as Stated<DateValue>;
    if (
      date.value.weekday === undefined ||
      date.value.weekday !== last.value.weekday ||
      date.value.grain !== 'day'
    )
      continue;
    if (Math.abs(date.span.start - last.span.end) > 12 || date.value.impossible || date.value.swappable)
      continue;
    found.push(pairOf(last, date));
    last = undefined;
  }
  return found;
}

function pairOf(weekday: Stated<WeekdayValue>, date: Stated<DateValue>): DatedWeekday {
  return { weekday, date, day: date.value.from, actual: weekdayOf(date.value.from) };
}

/** «16 May 2024, a Friday»: the weekday stands a comma and an article behind a whole date. */
function isApposition({ span, value }: Stated, weekday: Stated): boolean {
  if (
    value.kind !== 'date' ||
    value.grain !== 'day' ||
    value.weekday !== undefined ||
    value.impossible ||
    value.swappable
  )
    return false;
  const gap = weekday.span.start - span.end;
  return gap === 4 && value.written.year !== undefined;
}

/** Judges weekdays by the calendar; a weekday alone is not enough to go by. */
export function judgeWeekdays(
  draft: DraftView,
  judgeDate: (weekday: Stated, stated: Stated<DateValue>) => Verdict | undefined,
): readonly Verdict[] {
  if (!draft.mentions.values.some(({ value }) => value.kind === 'weekday')) return [];
  const dated = new Map<Span, DatedWeekday>(
    datedWeekdaysOf(draft.mentions, draft.draft).map((pair) => [pair.weekday.span, pair]),
  );
  return draft.mentions.values.flatMap((stated): Verdict[] => {
    if (stated.value.kind !== 'weekday') return [];
    const claim: Claim = { kind: 'weekday', span: stated.span, stated, quoted: false, candidates: [] };
    const pair = dated.get(stated.span);
    if (pair === undefined) return [judgeAlone(stated as Stated<WeekdayValue>, claim, draft, judgeDate)];
    const { year, month, day } = fromEpochDay(pair.day);
    const why = `${day} ${MONTHS[month - 1]} ${year} was a ${WEEKDAYS[pair.actual - 1]}.`;
    if (pair.actual === pair.weekday.value.weekday) return [{ label: 'supported', claim, evidence: { why } }];
    return [{ label: 'refuted', claim, evidence: { why }, reason: 'differs', strong: true }];
  });
}

/** How far a bare weekday reaches back and ahead: «on Friday approved», «will meet on Thursday». */
const REACH_DAYS = 7;

/**
 * «The board met on Thursday»: a bare weekday is the day nearest to the article's date in the direction of its clause. It is
 * right where the fact's day, within a week, has that weekday; wrong where that day has another one.
 */
function judgeAlone(
  stated: Stated<WeekdayValue>,
  claim: Claim,
  { draft }: DraftView,
  judgeDate: (weekday: Stated, stated: Stated<DateValue>) => Verdict | undefined,
): Verdict {
  const today = toEpochDay(draft.asOf.year, draft.asOf.month, draft.asOf.day);
  const back = (weekdayOf(today) - stated.value.weekday + 7) % 7;
  for (const day of [today - back, today - back + REACH_DAYS, today - back - REACH_DAYS]) {
    const verdict = judgeDate(stated, {
      span: stated.span,
      value: { kind: 'date', from: day, to: day + 1, grain: 'day', written: fromEpochDay(day) },
    });
    const known = verdict && verdict.label !== 'not-enough-info' ? verdict.evidence.value?.value : undefined;
    if (
      verdict === undefined ||
      verdict.label === 'not-enough-info' ||
      known?.kind !== 'date' ||
      known.grain !== 'day'
    )
      return { label: 'not-enough-info', claim };
    if (Math.abs(known.from - today) > REACH_DAYS) return { label: 'not-enough-info', claim };
    const why = `${verdict.evidence.value?.text ?? ''} was a ${WEEKDAYS[weekdayOf(known.from) - 1]}.`;
    if (weekdayOf(known.from) === stated.value.weekday)
      return {
        label: 'supported',
        claim: { ...claim, candidates: verdict.claim.candidates },
        evidence: { ...verdict.evidence, why },
      };
    if (verdict.label === 'refuted')
      return {
        ...verdict,
        claim: { ...claim, candidates: verdict.claim.candidates },
        evidence: { ...verdict.evidence, why },
      };
  }
  return { label: 'not-enough-info', claim };
}
