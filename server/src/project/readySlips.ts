import type { WrittenForm } from '../facts/compiledNames.ts';
import { buildSlipIndex, type NameWord, type SlipIndex } from '../mentions/slipIndex.ts';

/** A slip index as flat lists: of seven thousand hashes a draft asks for a handful, and only theirs become objects. */
export interface WrittenSlips extends Omit<SlipIndex, 'byHash'> {
  readonly words: readonly string[];
  /** By word, where its places end. */
  readonly placesEnd: Int32Array;
  /** Seven numbers a place: the form's place among all, then what `Place` holds, in its order. */
  readonly places: Int32Array;
  /** Rising; those of several words stand as often. */
  readonly hashes: Int32Array;
  /** By hash: a word. */
  readonly hashWords: Int32Array;
}

const PLACE = 7;

/** Run at build: the slip index of these forms. */
export function writeSlips(forms: readonly WrittenForm[]): WrittenSlips {
  const { byHash, ...rest } = buildSlipIndex(forms);
  const formAt = new Map(forms.map((form, index) => [form, index]));
  const words = new Map<NameWord, number>();
  const hashes: (readonly [hash: number, word: number])[] = [];
  for (const [hash, list] of byHash) {
    for (const word of list) {
      if (!words.has(word)) words.set(word, words.size);
      hashes.push([hash, words.get(word)!]);
    }
  }
  hashes.sort(([a], [b]) => a - b); // stable: the words of a hash stay in their order
  const placesEnd: number[] = [];
  const places: number[] = [];
  for (const word of words.keys()) {
    for (const { form, start, end, before, behind, last, next } of word.places)
      places.push(formAt.get(form)!, start, end, before, behind, last, next);
    placesEnd.push(places.length);
  }
  return {
    ...rest,
    words: Array.from(words.keys(), ({ folded }) => folded),
    placesEnd: Int32Array.from(placesEnd),
    places: Int32Array.from(places),
    hashes: Int32Array.from(hashes, ([hash]) => hash),
    hashWords: Int32Array.from(hashes, ([, word]) => word),
  };
}

/** What `writeSlips` wrote. */
export function openSlips(written: WrittenSlips, forms: readonly WrittenForm[]): SlipIndex {
  const { words, placesEnd, places, hashes, hashWords, ...rest } = written;
  const made: NameWord[] = [];
  const found = new Map<number, readonly NameWord[]>();
  const wordAt = (index: number) => (made[index] ??= makeWord(index));
  function makeWord(index: number): NameWord {
    const word: NameWord = { folded: words[index]!, places: [] };
    for (let at = index === 0 ? 0 : placesEnd[index - 1]!; at < placesEnd[index]!; at += PLACE) {
      const [form, start, end, before, behind, last, next] = places.subarray(
        at,
        at + PLACE,
      ) as unknown as Row;
      word.places.push({ form: forms[form]!, start, end, before, behind, last, next });
    }
    return word;
  }
  function wordsOf(hash: number): readonly NameWord[] {
    const list: NameWord[] = [];
    for (let at = firstAt(hashes, hash); hashes[at] === hash; at++) list.push(wordAt(hashWords[at]!));
    found.set(hash, list);
    return list;
  }
  return { ...rest, byHash: { get: (hash) => found.get(hash) ?? wordsOf(hash) } };
}

type Row = [number, number, number, number, number, number, number];

/** Where the first number that is not below `value` stands in a rising list. */
function firstAt(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
