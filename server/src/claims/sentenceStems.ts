import { stemOf } from './stems.ts';
import type { Item, SentenceView } from './view.ts';

/** Where each stem stands among a sentence's items, in order. */
export type StemPlaces = ReadonlyMap<string, readonly number[]>;

const made = new WeakMap<readonly Item[], StemPlaces>();

/**
 * The places of a sentence's stems, made once a sentence: most cues are not there, and one look-up says so. A compound holds
 * its parts («chip-sales»), a name its words.
 */
export function stemPlaces({ items }: SentenceView): StemPlaces {
  const known = made.get(items);
  if (known) return known;
  const places = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    for (const stem of stemsOfItem(item)) {
      const same = places.get(stem);
      if (same === undefined) places.set(stem, [at]);
      else if (same.at(-1) !== at) same.push(at);
    }
  }
  made.set(items, places);
  return places;
}

function stemsOfItem(item: Item): readonly string[] {
  if (item.kind === 'word') {
    return item.lower.includes('-') ? [item.stem, ...item.lower.split('-').map(stemOf)] : [item.stem];
  }
  if (item.kind === 'value') return item.stated.value.kind === 'count' ? [item.lower] : [];
  return item.kind === 'punct' ? [] : item.lower.split(/[\s-]+/).map(stemOf);
}
