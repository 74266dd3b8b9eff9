import type { Span } from '../text/span.ts';

/** Index of the first of these (in reading order) that starts at or behind an offset; their number where none does. */
export function firstFrom(mentions: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that lie wholly within a range, in reading order. */
export function allWithin<M extends { readonly span: Span }>(
  mentions: readonly M[],
  { start, end }: Span,
): readonly M[] {
  const first = firstFrom(mentions, start);
  let last = first;
  while (last < mentions.length && mentions[last]!.span.end <= end) last++;
  return mentions.slice(first, last);
}
