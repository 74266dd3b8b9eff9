import type { EpochDay } from '../text/calendarDate.ts';
import { agrees } from '../values/index.ts';
import type { Value } from '../values/kind.ts';
import { readDays } from './dates.ts';

/** A value of a timeline: all that decides whether two of them can both be right. */
export interface TimedValue {
  readonly text: string;
  readonly value?: Value;
  readonly also?: readonly Value[];
  /** Holds from this day (inclusive) to that (exclusive); as written, they may be a month or a year. */
  readonly from?: EpochDay;
  readonly to?: EpochDay;
  readonly fromText?: string;
  readonly toText?: string;
  readonly basis?: string;
}

/** A timeline with values added to it. */
export interface Added<T extends TimedValue> {
  /** Those that were there, which may end or begin with a new one now; and the new ones. */
  readonly values: readonly T[];
  /** In their place, what is new of each added value: none where the timeline says it already. */
  readonly fresh: readonly { readonly added: T; readonly values: readonly T[] }[];
  /** Values that contradict one of the timeline; they are left out. */
  readonly refused: readonly { readonly added: T; readonly by: T }[];
}

/**
 * Adds values to a timeline, the earliest first. A later value ends the one that was open, an earlier one ends where the
 * next begins; one that the timeline has another value for, on the same day and the same basis, contradicts it.
 */
export function addValues<T extends TimedValue>(values: readonly T[], added: readonly T[]): Added<T> {
  const fresh: { added: T; values: readonly T[] }[] = [];
  const refused: { added: T; by: T }[] = [];
  let timeline = values;
  for (const one of [...added].sort(byStart)) {
    const result = addOne(timeline, one);
    if ('by' in result) refused.push({ added: one, by: result.by });
    else {
      fresh.push({ added: one, values: result.pieces });
      timeline = result.values;
    }
  }
  return { values: timeline, fresh, refused };
}

/** Undated ones come last: they can only repeat what holds, or be the first. */
function byStart(a: TimedValue, b: TimedValue): number {
  const order = (it: TimedValue) => (isUndated(it) ? Number.MAX_SAFE_INTEGER : (it.from ?? it.to ?? 0));
  return order(a) - order(b);
}

type AddedOne<T> = { readonly values: readonly T[]; readonly pieces: readonly T[] } | { readonly by: T };

function addOne<T extends TimedValue>(values: readonly T[], added: T): AddedOne<T> {
  const rivals = values.filter((it) => isRival(it, added));
  if (isUndated(added) && rivals.length > 0) return repeat(values, rivals, added);
  const agreeing = rivals.filter((it) => saysSame(it, added));
  let pieces: readonly T[] = [snap(added, rivals)];
  for (const same of agreeing) pieces = pieces.flatMap((piece) => without(piece, same));
  let timeline = values;
  const placed: T[] = [];
  for (const piece of pieces) {
    const result = place(timeline, settle(timeline, piece));
    if ('by' in result) return result;
    timeline = result.values;
    placed.push(...result.pieces);
  }
  return { values: timeline, pieces: placed };
}

/** Values on different bases may hold at once. */
function isRival({ basis }: TimedValue, added: TimedValue): boolean {
  return basis === undefined || added.basis === undefined || basis === added.basis;
}

function isUndated({ from, to }: TimedValue): boolean {
  return from === undefined && to === undefined;
}

/** A figure without a day is today's: it may only say what the latest value says. */
function repeat<T extends TimedValue>(
  values: readonly T[],
  rivals: readonly T[],
  added: TimedValue,
): AddedOne<T> {
  const end = Math.max(...rivals.map(endOf));
  const by = rivals.find((it) => endOf(it) === end && !saysSame(it, added));
  return by ? { by } : { values, pieces: [] };
}

function saysSame(a: TimedValue, b: TimedValue): boolean {
  return a.text === b.text || states(a, b) || states(b, a);
}

/** Whether copy may give the first for the second. */
function states({ value }: TimedValue, known: TimedValue): boolean {
  if (!value || !known.value) return false;
  const stated = { span: { start: 0, end: 0 }, value };
  return [known.value, ...(known.also ?? [])].some((it) => agrees(stated, it));
}

/** Where a value begins or ends. */
interface Bound {
  readonly day: EpochDay;
  readonly text: string | undefined;
}

function fromOf({ from, fromText }: TimedValue): Bound | undefined {
  return from === undefined ? undefined : { day: from, text: fromText };
}

function toOf({ to, toText }: TimedValue): Bound | undefined {
  return to === undefined ? undefined : { day: to, text: toText };
}

function bounded<T extends TimedValue>(value: T, from: Bound | undefined, to: Bound | undefined): T {
  const { from: _, to: __, fromText: ___, toText: ____, ...rest } = value;
  return {
    ...rest,
    ...(from && { from: from.day, ...(from.text !== undefined && { fromText: from.text }) }),
    ...(to && { to: to.day, ...(to.text !== undefined && { toText: to.text }) }),
  } as T;
}

/** «2023-11» is the day in that November on which the timeline changes anyway. */
function snap<T extends TimedValue>(added: T, rivals: readonly TimedValue[]): T {
  const bounds = rivals.flatMap((it) => [fromOf(it), toOf(it)]).filter((it) => it !== undefined);
  const nearest = (bound: Bound | undefined) => {
    const days = bound?.text === undefined ? undefined : readDays(bound.text);
    return bounds.find(({ day }) => days && days.from <= day && day < days.to) ?? bound;
  };
  return bounded(added, nearest(fromOf(added)), nearest(toOf(added)));
}

/** What is left of a value's time where another says the same for some of it. */
function without<T extends TimedValue>(piece: T, other: TimedValue): readonly T[] {
  if (!overlaps(piece, other)) return [piece];
  const before = startOf(piece) < startOf(other) ? [bounded(piece, fromOf(piece), fromOf(other))] : [];
  const after = endOf(other) < endOf(piece) ? [bounded(piece, toOf(other), toOf(piece))] : [];
  return [...before, ...after];
}

/** An open end is where the next value begins, an open beginning where the one before it ends. */
function settle<T extends TimedValue>(values: readonly T[], piece: T): T {
  const rivals = values.filter((it) => isRival(it, piece));
  if (piece.from !== undefined && piece.to === undefined) {
    const [next] = rivals
      .filter((it) => startOf(it) > startOf(piece))
      .sort((a, b) => startOf(a) - startOf(b));
    return bounded(piece, fromOf(piece), next && fromOf(next));
  }
  if (piece.from !== undefined || piece.to === undefined) return piece;
  const [last] = rivals.filter((it) => endOf(it) < endOf(piece)).sort((a, b) => endOf(b) - endOf(a));
  return bounded(piece, last && toOf(last), toOf(piece));
}

function place<T extends TimedValue>(values: readonly T[], piece: T): AddedOne<T> {
  const kept: T[] = [];
  for (const value of values) {
    const isFree = !isRival(value, piece) || !overlaps(value, piece);
    const made = isFree ? value : makeRoom(value, piece);
    if (!made) return { by: value };
    kept.push(made);
  }
  return { values: [...kept, piece], pieces: [piece] };
}

/** A value that was open on the side of a new one begins, or ends, with that; undefined where it was not. */
function makeRoom<T extends TimedValue>(value: T, added: TimedValue): T | undefined {
  if (value.from === undefined && added.to !== undefined && added.to < endOf(value))
    return bounded(value, toOf(added), toOf(value));
  if (value.to === undefined && added.from !== undefined && startOf(value) < added.from)
    return bounded(value, fromOf(value), fromOf(added));
  return undefined;
}

function overlaps(a: TimedValue, b: TimedValue): boolean {
  return startOf(a) < endOf(b) && startOf(b) < endOf(a);
}

function startOf({ from }: TimedValue): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function endOf({ to }: TimedValue): number {
  return to ?? Number.POSITIVE_INFINITY;
}
