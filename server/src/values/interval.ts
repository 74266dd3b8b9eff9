import type { Hedge, Quantity, Stated, Value } from './kind.ts';

/** All numbers from `low` to `high`; whether the ends belong to it does not matter to how it is used. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How far a hedge reaches, as a share of the number. «About 40» is used within some 5 to 10% (Power & Williams 2012);
 * «more than 40» and «nearly 40» say that 40 is the nearest round number on that side, so the value is not far off:
 * a quarter, which takes in 50 for «more than 40» and 30 for «nearly 40».
 */
const ABOUT = 0.075;
const NEAR = 0.25;

/** The numbers for which a writer may state `low`–`high` with this hedge; `least` is the smallest reach of «more than». */
export function statedInterval(
  { low, high, precision }: Quantity,
  hedge: Hedge | undefined,
  least = 0,
): Interval {
  switch (hedge) {
    case undefined:
      return { low: low - precision, high: high + precision };
    case 'about':
      return {
        low: low - Math.max(precision, ABOUT * Math.abs(low)),
        high: high + Math.max(precision, ABOUT * Math.abs(high)),
      };
    case 'above':
      return { low: Math.min(low, high), high: high + reach(high, least) };
    case 'below':
      return { low: low - reach(low, least), high: Math.max(low, high) };
    case 'at-least':
      return { low, high: Infinity };
    case 'at-most':
      return { low: -Infinity, high };
  }
}

function reach(number: number, least: number): number {
  const size = Math.abs(number);
  return Math.max(NEAR * size, Math.min(least, size));
}

/** The numbers that a known value may in truth be. */
export function knownInterval({ low, high, precision }: Quantity, tolerance: number): Interval {
  const slack = Math.max(precision, tolerance);
  return { low: low - slack, high: high + slack };
}

/** Whether two intervals share more than an end; small differences of binary fractions do not count. */
export function meet(a: Interval, b: Interval): boolean {
  return a.low + tiny(a.low) < b.high && b.low + tiny(b.low) < a.high;
}

function tiny(number: number): number {
  return Number.isFinite(number) ? 8 * Number.EPSILON * Math.max(1, Math.abs(number)) : 0;
}

/**
 * Whether a stated number or range agrees with a known one. Two ranges agree only end by end: «10–20%» is not «15–20%».
 * `precision` is the stated number's, where rounding to round numbers makes it coarser than its digits.
 */
export function agreesWith(
  { value, hedge }: Stated<Quantity & Value>,
  known: Quantity,
  tolerance: number,
  { precision = value.precision, least = 0 }: { readonly precision?: number; readonly least?: number } = {},
): boolean {
  if (value.low !== value.high && known.low !== known.high) {
    return (
      meet(around(value.low, precision), around(known.low, Math.max(known.precision, tolerance))) &&
      meet(around(value.high, precision), around(known.high, Math.max(known.precision, tolerance)))
    );
  }
  const { low, high } = value;
  return meet(statedInterval({ low, high, precision }, hedge?.kind, least), knownInterval(known, tolerance));
}

function around(number: number, slack: number): Interval {
  return { low: number - slack, high: number + slack };
}

/**
 * Half of the last place that a round number keeps: 131,000 stands for all that round to it, and 9,000 for 8,950 to 9,050.
 * Two figures are kept at least; only numbers of a thousand and more are read so.
 */
export function roundness(number: number): number {
  if (!Number.isInteger(number) || Math.abs(number) < 1000) return 0;
  let unit = 1;
  while (number % (unit * 10) === 0 && Math.abs(number) >= unit * 100) unit *= 10;
  return unit >= 100 ? unit / 2 : 0;
}

/** «Fell 6.3%» and «a loss of €338 million» have no sign of their own: a known negative number is then compared by its size. */
export function signedLike<Known extends Quantity>(known: Known, stated: Quantity): Known {
  if (known.high > 0 || stated.low < 0) return known;
  return { ...known, low: -known.high, high: -known.low };
}
