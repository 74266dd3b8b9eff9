import { countLike } from './durationRewrite.ts';
import { splitModel } from './figures.ts';
import { knownInterval, meet, statedInterval } from './interval.ts';
import type { DurationUnit, DurationValue, KindKnowledge } from './kind.ts';

/** Lengths of time. */
export const duration: KindKnowledge<DurationValue> = {
  name: 'duration',

  agrees({ value, hedge }, known, tolerance = 0) {
    if (value.unit === known.unit) {
      return meet(statedInterval(value, hedge?.kind, 1), knownInterval(known, tolerance));
    }
    const size = daysPer(value.unit);
    const from = daysPer(known.unit);
    const inStated = {
      low: (known.low * from) / size,
      high: (known.high * from) / size,
      precision: (known.precision * from) / size,
    };
    const slack = (tolerance * from) / size;
    return meet(statedInterval(asCounted(value), hedge?.kind, 1), knownInterval(inStated, slack));
  },

  rewrite(known, model) {
    const shape = splitModel(model);
    if (!shape) return [];
    const unit = unitIn(model) ?? known.unit;
    const number = unit === known.unit ? known.low : (known.low * daysPer(known.unit)) / daysPer(unit);
    const isWhole = unit === known.unit || Math.abs(number - Math.round(number)) < 0.05;
    const own = isWhole ? countLike(unit === known.unit ? number : Math.round(number), shape) : [];
    const plain = `${known.low} ${known.unit}${known.low === 1 ? '' : 's'}`.replace('centurys', 'centuries');
    return [...new Set(own.length > 0 ? own : [plain])];
  },
};

const DAYS: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.436875,
  year: 365.2425,
  decade: 3652.425,
  century: 36524.25,
};

/** The days of a unit, on average. */
export function daysPer(unit: DurationUnit): number {
  return DAYS[unit];
}

/**
 * What a number of big units takes in when the truth is known in smaller ones: time that is not yet full still counts as
 * the last full unit («23 years» for 23 years and ten months); decades and centuries are looser, but not by a half:
 * «two decades» is 18 to 25 years.
 */
export function asCounted(value: DurationValue): DurationValue {
  const { low, high, unit } = value;
  if (unit === 'decade' || unit === 'century') return widened(value, low - 0.2, high + 0.5);
  return widened(value, low - value.precision, high + 1);
}

function widened(value: DurationValue, low: number, high: number): DurationValue {
  return { ...value, low: (low + high) / 2, high: (low + high) / 2, precision: (high - low) / 2 };
}

/** The unit that a model's words name; undefined for a bare age («65»). */
export function unitIn(model: string): DurationUnit | undefined {
  const word = /(minute|hour|day|week|month|year|decade|centur)/i.exec(model)?.[1]?.toLowerCase();
  if (word === 'centur') return 'century';
  return word as DurationUnit | undefined;
}
