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
/** Within this many days behind its end a period has been reported on. */
const REPORT_DAYS = 120;

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
  // Once the next period has been reported on, a figure without a period is that one's.
  const isLatest = old || place.asOf <= period.to + (period.to - period.from) + REPORT_DAYS;
  return {
    score: ended ? 0 : -0.7,
    sure: ended && isLatest,
    reasons: [`period ${period.label} is not named`],
    named: false,
  };
}

/**
 * Of facts that differ only by their period, where the draft names none, only the latest before the article's date counts
 * (facts-format.md). The older value of a change is that of the period before the newer one's; any earlier one may be right.
 */
export function settlePeriods(bindings: readonly Binding[], place: Place): readonly Binding[] {
  const old = place.context.role === 'old';
  const stated = old ? periodOf(place.view, place.index)?.date.from : undefined;
  const until = stated ?? place.asOf + AHEAD_DAYS;
  return bindings.flatMap((binding) => {
    if (binding.periodNamed !== false) return [binding];
    const earlier = bindings.filter(
      (other) =>
        other.periodNamed === false &&
        groupOf(other.fact) === groupOf(binding.fact) &&
        other.fact.period!.to <= until,
    );
    const rank = earlier.filter((other) => other.fact.period!.to > binding.fact.period!.to).length;
    if (!old) return rank === 0 ? [binding] : [];
    const wanted = stated === undefined ? 1 : 0;
    if (!earlier.includes(binding)) return [];
    return [
      rank === wanted ? binding : { ...binding, strong: false, nearly: false, score: binding.score - 0.6 },
    ];
  });
}

function groupOf({ subject, relation, object, of, about }: Fact): string {
  return [subject, relation?.id, object, of, ...about].join('|');
}
