import type { Span } from './span.ts';

/** The way between prose and source: runs of prose in order, each with the source range that it stands for. */
export interface OffsetMap {
  /** A run of `length` characters of prose for the source range `start`–`end`. Runs as long as their source count character by character; others are whole. */
  add(length: number, start: number, end: number): void;
  /** Length of the prose so far. */
  length(): number;
  toSource(span: Span): Span;
  fromSource(offset: number): number;
}

/** An empty map. Looking up is a binary search. */
export function offsetMap(): OffsetMap {
  const proseStarts: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let length = 0;

  function add(runLength: number, start: number, end: number): void {
    if (runLength === 0) return;
    const last = proseStarts.length - 1;
    const lastIsPlain = last >= 0 && length - proseStarts[last]! === ends[last]! - starts[last]!;
    // Neighbours in both texts are one run, so that untouched stretches cost nothing.
    if (lastIsPlain && ends[last] === start && runLength === end - start) {
      ends[last] = end;
    } else {
      proseStarts.push(length);
      starts.push(start);
      ends.push(end);
    }
    length += runLength;
  }

  const runLengthOf = (run: number) => (proseStarts[run + 1] ?? length) - proseStarts[run]!;
  const isPlain = (run: number) => runLengthOf(run) === ends[run]! - starts[run]!;

  function startOf(offset: number): number {
    const run = lastAtOrBefore(proseStarts, offset);
    if (run < 0) return starts[0] ?? 0;
    if (isPlain(run)) return Math.min(starts[run]! + offset - proseStarts[run]!, ends[run]!);
    return offset < proseStarts[run]! + runLengthOf(run) ? starts[run]! : ends[run]!;
  }

  function endOf(offset: number): number {
    const run = lastAtOrBefore(proseStarts, offset - 1);
    if (run < 0) return starts[0] ?? 0;
    return isPlain(run) ? Math.min(starts[run]! + offset - proseStarts[run]!, ends[run]!) : ends[run]!;
  }

  return {
    add,
    length: () => length,
    toSource({ start, end }) {
      const from = startOf(start);
      return { start: from, end: start < end ? Math.max(from, endOf(end)) : from };
    },
    fromSource(offset) {
      const run = lastAtOrBefore(starts, offset);
      if (run < 0) return 0;
      if (isPlain(run) && offset < ends[run]!) return proseStarts[run]! + offset - starts[run]!;
      return offset <= starts[run]! ? proseStarts[run]! : proseStarts[run]! + runLengthOf(run);
    },
  };
}

/** Index of the last value that is not above `wanted` in an ascending list; -1 if there is none. */
function lastAtOrBefore(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
