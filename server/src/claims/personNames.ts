import type { Span } from '../text/span.ts';
import type { Item } from './view.ts';

/** Lower-case particles inside a name: «Luca de Meo», «Joost van Aken». */
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'bin',
  'al',
  'el',
  'y',
  'zu',
]);
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'dame',
  'lord',
  'lady',
  'prof',
  'professor',
  'captain',
]);
/** Capitalised words that begin or end a run of capitals without being part of a name. */
const NOT_NAMES = new Set(
  (
    'the a an in on at of for and but or as if when while after before since its his her their our he she it we they you this that these those ' +
    'chief executive officer chairman chairwoman chair chairperson president ceo cfo director editor founder monday tuesday wednesday thursday friday saturday ' +
    'sunday january february march april may june july august september october november december said says new last next then former photo by'
  ).split(' '),
);

/** A run of items that reads as a person's full name: two to four capitalised words, particles and initials among them. */
export interface PersonSpan {
  readonly start: number;
  /** Half-open, in items. */
  readonly end: number;
  readonly span: Span;
  readonly name: string;
}

/** The personal name that starts at item `start`; undefined where none does. */
export function readPersonAt(items: readonly Item[], start: number, text: string): PersonSpan | undefined {
  let end = start;
  let capitals = 0;
  while (end < items.length && end - start < 6) {
    const item = items[end]!;
    const word = text.slice(item.span.start, item.span.end);
    if (item.kind === 'punct' && item.lower === '.' && isInitial(items[end - 1], text)) end += 1;
    else if (item.kind !== 'word') break;
    else if (isNameWord(word, item.lower)) {
      capitals += 1;
      end += 1;
    } else if (capitals > 0 && PARTICLES.has(item.lower)) end += 1;
    else break;
  }
  while (end > start && PARTICLES.has(items[end - 1]!.lower)) end -= 1;
  if (capitals < 2) return undefined;
  const span = { start: items[start]!.span.start, end: items[end - 1]!.span.end };
  return { start, end, span, name: text.slice(span.start, span.end).replace(/\s+/g, ' ') };
}

/** The personal name that ends just before item `end`. */
export function readPersonBefore(items: readonly Item[], end: number, text: string): PersonSpan | undefined {
  let best: PersonSpan | undefined;
  for (let start = end - 2; start >= Math.max(0, end - 5); start -= 1) {
    const person = readPersonAt(items, start, text);
    if (person?.end !== end) break;
    best = person;
  }
  return best;
}

function isNameWord(word: string, lower: string): boolean {
  if (NOT_NAMES.has(lower) || TITLES.has(lower)) return false;
  return (
    /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) &&
    !(word.length > 3 && word === word.toUpperCase() && !word.includes('-'))
  );
}

function isInitial(item: Item | undefined, text: string): boolean {
  return (
    item !== undefined && item.kind === 'word' && /^\p{Lu}$/u.test(text.slice(item.span.start, item.span.end))
  );
}
