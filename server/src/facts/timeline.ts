import { daysOf, type EpochDay, readIsoDate } from '../text/calendarDate.ts';
import type { Fact, FactValue } from './facts.ts';

/** One value, and no word on when it holds. */
export function isTimeless(fact: Fact): boolean {
  return fact.values.every(({ from, to }) => from === undefined && to === undefined);
}

/**
 * The values that hold on a day, those that hold by the letter first; more than one where each has its basis. «To 2002»
 * ends, by the letter, before 1 January, but says no more than that the change came in that year: within it both the
 * old and the new value are given.
 */
export function valuesAt(fact: Fact, day: EpochDay): readonly FactValue[] {
  const holding = fact.values.filter(
    (value) => startsBy(value, day) && (value.to === undefined || day < value.to),
  );
  const ending = fact.values.filter(
    (value) => !holding.includes(value) && startsBy(value, day) && day < (latestEndOf(value) ?? day),
  );
  return ending.length === 0 ? holding : [...holding, ...ending];
}

/** The values that no longer hold on a day, the latest first. */
export function valuesBefore(fact: Fact, day: EpochDay): readonly FactValue[] {
  return fact.values
    .filter(({ to }) => to !== undefined && to <= day)
    .sort((a, b) => (b.to as number) - (a.to as number));
}

/** The values that do not hold yet on a day, the next first. */
export function valuesAfter(fact: Fact, day: EpochDay): readonly FactValue[] {
  return fact.values
    .filter((value) => !startsBy(value, day))
    .sort((a, b) => (a.from as number) - (b.from as number));
}

/** The values that hold on a day; in a gap, or after the end, the latest ones before it; before the start the first. */
export function currentOrNearest(fact: Fact, day: EpochDay): readonly FactValue[] {
  const holding = valuesAt(fact, day);
  if (holding.length > 0) return holding;
  const before = valuesBefore(fact, day);
  if (before.length > 0) return before.filter(({ to }) => to === before[0]?.to);
  const after = valuesAfter(fact, day);
  return after.filter(({ from }) => from === after[0]?.from);
}

function startsBy({ from }: FactValue, day: EpochDay): boolean {
  return from === undefined || from <= day;
}

/** The last day (exclusive) on which a value may still hold: the end of the month or year that it ends in. */
function latestEndOf({ to, toText }: FactValue): EpochDay | undefined {
  if (to === undefined || toText === undefined) return to;
  const date = readIsoDate(toText);
  return date && date.day === undefined ? daysOf(date).to : to;
}
