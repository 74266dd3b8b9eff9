import type { DateValue, Quantity, Stated, Value } from '../values/kind.ts';

/**
 * Whether a stated value looks like a slip of the pen for the known one rather than like another matter: a date that shares
 * two of its three parts, a number with two neighbouring digits swapped. Such likeness is evidence that the same thing is meant.
 */
export function isSlip(stated: Stated, known: Value): boolean {
  const { value } = stated;
  if (value.kind === 'date' && known.kind === 'date') return isDateSlip(value, known);
  if (value.kind === known.kind && 'precision' in value && 'precision' in known)
    return isSwap(digitsOf(value), digitsOf(known));
  return false;
}

/** How many times larger than the known value a stated one may be, and still be meant for it. */
const REACH: Readonly<Record<string, number>> = { count: 4, amount: 4, percent: 10 };

/**
 * Whether a stated number is of the size of the known one; a far larger or smaller one measures another thing. Scale slips
 * («million» for «billion») have the same digits, and are of one size.
 */
export function isOfOneSize({ value }: Stated, known: Value): boolean {
  const reach = REACH[value.kind];
  if (reach === undefined || value.kind !== known.kind || !('precision' in value) || !('precision' in known))
    return true;
  if (digitsOf(value) === digitsOf(known) || isOneDigitOff(value, known)) return true;
  const ratio = Math.abs(value.low) / Math.abs(known.low || 1);
  return ratio <= reach && ratio >= 1 / reach;
}

function isDateSlip(stated: DateValue, { written }: DateValue): boolean {
  const { year, month, day } = stated.written;
  if (written.month === undefined || month === undefined) return false;
  if (day === undefined)
    return (
      year !== undefined &&
      month === written.month &&
      year !== written.year &&
      (Math.abs(year - written.year!) <= 3 || isSwap(String(year), String(written.year)))
    );
  if (written.day === undefined) return false;
  const same = [year === undefined || year === written.year, month === written.month, day === written.day];
  return same.filter(Boolean).length === 2;
}

function digitsOf({ low }: Quantity): string {
  return String(Math.abs(low)).replace('.', '').replace(/0+$/, '');
}

/** The same figure but for one digit: 5.5 for 0.5. */
function isOneDigitOff(stated: Quantity, known: Quantity): boolean {
  if (stated.precision !== known.precision) return false;
  const one = writtenDigits(stated);
  const other = writtenDigits(known);
  const length = Math.max(one.length, other.length);
  if (length < 2) return false;
  const [a, b] = [one.padStart(length, '0'), other.padStart(length, '0')];
  let off = 0;
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) off += 1;
  return off === 1;
}

/** The digits of a number down to the last that was written: “5.5” and “0.5” have two each. */
function writtenDigits({ low, precision }: Quantity): string {
  const decimals = Math.max(0, Math.round(-Math.log10(2 * precision)));
  return Math.abs(low).toFixed(decimals).replace('.', '');
}

/** The same digits but for two neighbours in each other's place. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 2 || one === other) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
