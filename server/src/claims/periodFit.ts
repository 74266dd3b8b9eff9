import type { Fact } from '../facts/facts.ts';
import type { Binding, Place } from './binding.ts';
import { periodOf, samePeriod } from './periods.ts';

/** What its period adds to a fact's binding. */
export interface PeriodFit {
  readonly score: number;
  readonly sure: boolean;
  readonly reasons: readonly string[];
  /** Whether the draft names it; undefined for a fact without one. */
  readonly named?: boolean;
}

/** Results are written about a little before their year is over. */
const AHEAD_DAYS = 15;

/** Undefined where the draft names another period than the fact's. */
export function scorePeriod(fact: Fact, place: Place): PeriodFit | undefined {
  const { period } = fact;
  if (period === undefined) return { score: 0, sure: true, reasons: [] };
  const stated = periodOf(place.view, place.index);
  const old = place.context.role === 'old';
  if (stated && (!old || stated.own)) {
    if (samePeriod(stated.date, period))
      return {
        score: stated.own ? 1 : 0.7,
        sure: true,
        reasons: [`period ${period.label} is named`],
        named: true,
      };
    // «last year» may be said of one of its quarters; a date within the period is only the day of the report.
    const isRoom = stated.date.from <= period.from && period.to <= stated.date.to;
    const isDay = period.from <= stated.date.from && stated.date.to <= period.to;
    if (stated.own || !(isRoom || isDay)) return undefined;
  }
  const ended = period.to <= place.asOf + AHEAD_DAYS;
  return {
    score: ended ? 0 : -0.7,
    sure: ended,
    reasons: [`period ${period.label} is not named`],
    named: false,
  };
}

/**
 * Of facts that differ only by their period, where the draft names none, only the latest before the article's date counts
 * (facts-format.md); the older value of a change may be any of the earlier ones.
 */
export function settlePeriods(bindings: readonly Binding[], place: Place): readonly Binding[] {
  const latest = new Map<string, Binding>();
  for (const binding of bindings) {
    if (binding.periodNamed !== false || binding.fact.period!.to > place.asOf + AHEAD_DAYS) continue;
    const known = latest.get(groupOf(binding.fact));
    if (known === undefined || known.fact.period!.to < binding.fact.period!.to)
      latest.set(groupOf(binding.fact), binding);
  }
  return bindings.flatMap((binding) => {
    if (binding.periodNamed !== false) return [binding];
    const isLatest = latest.get(groupOf(binding.fact)) === binding;
    if (place.context.role === 'old')
      return [{ ...binding, strong: false, score: isLatest ? binding.score - 1 : binding.score }];
    return isLatest || latest.get(groupOf(binding.fact)) === undefined ? [binding] : [];
  });
}

function groupOf({ subject, relation, object, of, about }: Fact): string {
  return [subject, relation?.id, object, of, ...about].join('|');
}
