import type { Fact, FactValue } from '../facts/facts.ts';
import type { EpochDay } from '../text/calendarDate.ts';
import type { Context } from './context.ts';

/** Which values of a fact a statement may give, seen from its words and the article's date. */
export interface Relevant {
  /** Right here and now; the best correction first. Never empty. */
  readonly accepted: readonly FactValue[];
  /** The other values of the timeline: right at another time. */
  readonly others: readonly FactValue[];
  /** The words speak of today, so that one of `others` is outdated rather than a matter of another time. */
  readonly isNow: boolean;
  /** The words speak of an earlier time without saying which. */
  readonly isPast: boolean;
}

/** News of a change is written in the days around it: both values are right then. */
const GRACE_DAYS = 5;
/** «Will cut its stake to 15%»: the change may be announced long before it happens. */
const AHEAD_DAYS = 500;

/** Sorts a timeline by the context: the value at the named date, before or after the change, or today's. */
export function relevantValues(fact: Fact, context: Context, asOf: EpochDay): Relevant {
  const { values } = fact;
  const isTimeline = values.some(({ from, to }) => from !== undefined || to !== undefined);
  if (!isTimeline || values.length === 1)
    return { accepted: values, others: [], isNow: false, isPast: false };
  const today = values.filter((value) => holdsAt(value, asOf));
  const accepted = acceptedValues(values, today, context, asOf);
  const sorted = accepted.length > 0 ? accepted : today.length > 0 ? today : [nearest(values, asOf)];
  return {
    isPast: context.tense !== 'now' && (context.role !== undefined || context.tense === 'past'),
    accepted: sorted,
    others: values.filter((value) => !sorted.includes(value)),
    isNow:
      context.role === undefined &&
      context.date?.word !== 'until' &&
      context.tense === 'now' &&
      !context.forecast,
  };
}

/** Whether a value of a timeline holds on a day. */
export function holdsAt({ from, to }: FactValue, day: EpochDay): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** Whether a value holds on a day or within a good year of it: facts are looked up after the event, and end where nobody looked further. */
export function holdsAround({ from, to }: FactValue, day: EpochDay): boolean {
  return (from === undefined || from <= day + AHEAD_DAYS) && (to === undefined || day - AHEAD_DAYS < to);
}

function acceptedValues(
  values: readonly FactValue[],
  today: readonly FactValue[],
  context: Context,
  asOf: EpochDay,
): readonly FactValue[] {
  const { role, date, tense } = context;
  if (role === 'old')
    return values
      .filter((value) =>
        value.to !== undefined && value.from !== undefined
          ? value.to <= asOf + AHEAD_DAYS
          : !today.includes(value) || value.to !== undefined,
      )
      .toSorted(latestEndFirst);
  if (date && isDated(date.value.to, asOf)) {
    const named = values.filter((value) => fits(value, date));
    if (named.length > 0)
      return named.toSorted((a, b) => Number(startsIn(b, date)) - Number(startsIn(a, date)));
  }
  const around = values.filter((value) => isAround(value, asOf));
  if (role === 'new' || context.forecast)
    return [
      ...today,
      ...values.filter(
        (value) =>
          !today.includes(value) && (value.from ?? 0) > asOf && (value.from ?? 0) <= asOf + AHEAD_DAYS,
      ),
    ];
  if (tense === 'past')
    return [
      ...today,
      ...values
        .filter((value) => !today.includes(value) && (value.from === undefined || value.from <= asOf))
        .toSorted(latestEndFirst),
    ];
  return [...today, ...around.filter((value) => !today.includes(value))];
}

/** A date well before the article's own: the report's own day says nothing about which value is meant. */
function isDated(to: EpochDay, asOf: EpochDay): boolean {
  return to < asOf - GRACE_DAYS;
}

function fits(value: FactValue, { word, value: date }: NonNullable<Context['date']>): boolean {
  if (word === 'until') return value.to !== undefined && value.to >= date.from && value.to <= date.to + 31;
  if (word === 'since')
    return (
      holdsAt(value, date.to) || (value.from !== undefined && value.from >= date.from && value.from < date.to)
    );
  return (
    (value.from === undefined || value.from < date.to) && (value.to === undefined || date.from < value.to)
  );
}

function startsIn(value: FactValue, { value: date }: NonNullable<Context['date']>): boolean {
  return value.from !== undefined && date.from <= value.from && value.from < date.to;
}

function isAround({ from, to }: FactValue, asOf: EpochDay): boolean {
  return (
    (from !== undefined && Math.abs(from - asOf) <= GRACE_DAYS) ||
    (to !== undefined && Math.abs(to - asOf) <= GRACE_DAYS)
  );
}

function latestEndFirst(a: FactValue, b: FactValue): number {
  return (b.to ?? Number.MAX_SAFE_INTEGER) - (a.to ?? Number.MAX_SAFE_INTEGER);
}

function nearest(values: readonly FactValue[], asOf: EpochDay): FactValue {
  const away = ({ from, to }: FactValue) =>
    Math.min(Math.abs((from ?? asOf) - asOf), Math.abs((to ?? asOf) - asOf));
  return values.toSorted((a, b) => away(a) - away(b))[0]!;
}
