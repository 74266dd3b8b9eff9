import type { Item } from './view.ts';

/** Whether a date (with its «in») opens its sentence: what it belongs to then stands behind it. */
export function opensSentence(index: number): boolean {
  return index <= 2;
}

/** Where the sentence goes on behind a date that opens it. */
export function afterOpeningDate(items: readonly Item[], index: number): number {
  return items[index + 1]?.lower === ',' ? index + 2 : index + 1;
}

/** What stands between a date and the first item that is about another thing, from the date on: before it, or behind it where it opens its sentence. */
export function plainRun(
  items: readonly Item[],
  index: number,
  isPlain: (item: Item) => boolean,
): readonly Item[] {
  if (opensSentence(index)) {
    const start = afterOpeningDate(items, index);
    const end = items.findIndex((item, at) => at >= start && !isPlain(item));
    return items.slice(start, end < 0 ? items.length : end);
  }
  let first = index - 1;
  while (first > 0 && isPlain(items[first - 1]!)) first -= 1;
  return items.slice(first, index - 1).reverse();
}
