import { readValue } from '../values/index.ts';
import type { Value, ValueKindName } from '../values/kind.ts';
import type { Fact } from './facts.ts';

/** How far off a figure may be and still count as right. */
export type Tolerance = NonNullable<Fact['tolerance']>;

const NUMBER_AND_UNIT = /^([\d,.]+) ?(.*)$/;

/** Units of each kind, in the kind's own: days for dates, years for durations. */
const UNITS: Readonly<Partial<Record<ValueKindName, Readonly<Record<string, number>>>>> = {
  percent: { point: 1, 'percentage point': 1, pp: 1, 'basis point': 0.01, bp: 0.01 },
  date: { day: 1, week: 7, month: 31, year: 366 },
  duration: { day: 1 / 365.25, week: 7 / 365.25, month: 1 / 12, year: 1, decade: 10 },
  count: { '': 1 },
  amount: {},
};

/**
 * Reads a tolerance: `1 point`, `2%` (of the value), `3 days`, `1 year`, `$5 million`, `50`. `kind` is that of the fact's
 * values. Undefined where it is none, or none for that kind.
 */
export function readTolerance(text: string, kind: ValueKindName | undefined): Tolerance | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 60);
  const match = NUMBER_AND_UNIT.exec(plain);
  const amount = match ? Number(match[1]?.replaceAll(',', '')) : Number.NaN;
  const unit = (match?.[2] ?? '').replace(/s$/, '');
  if (Number.isFinite(amount)) {
    if (unit === '%' || unit === 'percent' || unit === 'per cent') return { amount, relative: true };
    for (const candidate of kind ? [kind] : (['percent', 'date', 'count'] as const)) {
      const size = UNITS[candidate]?.[unit];
      if (size !== undefined) return { amount: amount * size, relative: false };
    }
  }
  const isMoneyOrThings = kind === 'amount' || kind === 'count';
  const value = isMoneyOrThings ? readValue(text, kind) : undefined;
  return value && 'low' in value ? { amount: value.low, relative: false } : undefined;
}

/** A tolerance in the unit of the kind, for this very value. */
export function toleranceOf(known: Value, { amount, relative }: Tolerance): number {
  return relative && 'high' in known ? (Math.abs(known.high) * amount) / 100 : amount;
}
