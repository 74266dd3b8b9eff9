import type { WrittenForm } from '../facts/compiledNames.ts';
import { FOLD, fold, KIND, OTHER, wordEnd } from './letters.ts';
import { type Edges, hasEdges, makeEdges } from './slipEdges.ts';

/** `start` and `end` count in the form's text; `before` and `behind` are the words of the form around. */
export interface Place {
  readonly form: WrittenForm;
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly behind: number;
  /** The letter, without case and accent, that ends the word before and the one that begins the word behind; 0 for none. */
  readonly last: number;
  readonly next: number;
}

/** A word of a name, and where it stands in which correct forms. */
export interface NameWord {
  readonly folded: string;
  readonly places: Place[];
}

/**
 * Which words are one slip away from a word of a name. As in SymSpell, both sides leave out one letter at a time and meet;
 * a bit table keeps the words that meet nothing (nearly all) off the map.
 */
export interface SlipIndex {
  readonly edges: Edges;
  readonly bits: Uint32Array;
  readonly shift: number;
  readonly byHash: { get(hash: number): readonly NameWord[] | undefined };
  /** Every folded word of every form, values too: somebody's right name. */
  readonly known: ReadonlySet<string>;
}

/** With all that is in it to be walked over. */
export type WholeSlipIndex = SlipIndex & { readonly byHash: ReadonlyMap<number, readonly NameWord[]> };

const BASE = 0x01000193;
const SHORTEST = 5;
const LONGEST = 32;
/** Powers of the hash's base: leaving out a letter is then two multiplications, not a pass over the word. */
const POWERS = new Int32Array(LONGEST + 2);
POWERS[0] = 1;
for (let at = 1; at < POWERS.length; at++) POWERS[at] = Math.imul(POWERS[at - 1]!, BASE);

/** Indexes the words of at least five letters of all forms that are, or were, right, and of people's names; of a crowd only that they are words of names. */
export function buildSlipIndex(forms: readonly WrittenForm[]): WholeSlipIndex {
  const words = new Map<string, NameWord>();
  const known = new Set<string>();
  for (const form of forms) addWords(words, known, form);
  const byHash = new Map<number, NameWord[]>();
  for (const word of words.values())
    for (const hash of new Set(hashesOf(word.folded))) push(byHash, hash, word);
  const size = 1 << Math.max(10, Math.ceil(Math.log2(byHash.size * 64 + 1)));
  const edges = makeEdges(words.keys());
  const index = { edges, bits: new Uint32Array(size >>> 5), shift: 32 - Math.log2(size), byHash, known };
  for (const hash of byHash.keys()) {
    const bit = bitOf(hash, index.shift);
    index.bits[bit >>> 5] = index.bits[bit >>> 5]! | (1 << (bit & 31));
  }
  return index;
}

const RIGHT: ReadonlySet<WrittenForm['kind']> = new Set(['correct', 'ambiguous', 'former-name']);

/** Whether the form's words are, or were, somebody's right name. */
export function isRightName({ kind, person }: WrittenForm): boolean {
  return RIGHT.has(kind) || person === true;
}

function addWords(words: Map<string, NameWord>, known: Set<string>, form: WrittenForm): void {
  for (let start = 0; start < form.text.length; start++) {
    if (KIND[form.text.charCodeAt(start)] === OTHER) continue;
    const end = wordEnd(form.text, start);
    const folded = fold(form.text.slice(start, end));
    const right = isRightName(form);
    if (right || form.kind === 'value') known.add(folded);
    if (right && !form.crowd && folded.length >= SHORTEST && folded.length <= LONGEST) {
      const word = words.get(folded) ?? { folded, places: [] };
      words.set(folded, word);
      word.places.push(placeOf(form, start, end));
    }
    start = end;
  }
}

function placeOf(form: WrittenForm, start: number, end: number): Place {
  const { text } = form;
  let last = start;
  while (last > 0 && KIND[text.charCodeAt(last - 1)] === OTHER) last--;
  let next = end;
  while (next < text.length && KIND[text.charCodeAt(next)] === OTHER) next++;
  return {
    form,
    start,
    end,
    before: countWords(text.slice(0, start)),
    behind: countWords(text.slice(end)),
    last: last === 0 ? 0 : FOLD[text.charCodeAt(last - 1)]!,
    next: next === text.length ? 0 : FOLD[text.charCodeAt(next)]!,
  };
}

function countWords(part: string): number {
  return part.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '').length;
}

function push(map: Map<number, NameWord[]>, hash: number, word: NameWord): void {
  const list = map.get(hash);
  if (list) list.push(word);
  else map.set(hash, [word]);
}

function bitOf(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

const letters = new Uint16Array(LONGEST + 2);
const heads = new Int32Array(LONGEST + 2);

const NONE: readonly NameWord[] = [];

/** The words of names that are one slip away, or two, from the word at these offsets. Nearly always none. */
export function nearWords(index: SlipIndex, text: string, start: number, end: number): readonly NameWord[] {
  const length = end - start;
  if (length < SHORTEST - 1 || length > LONGEST) return NONE;
  const count = readLetters(text, start, end);
  if (count < SHORTEST - 1 || !hasEdges(index.edges, letters, count)) return NONE;
  readHeads(count);
  let found: NameWord[] | undefined;
  let tail = 0;
  for (let at = count; at >= 0; at--) {
    // at = count: the whole word; else the word without its letter `at`.
    const hash = at === count ? heads[count]! : (Math.imul(heads[at]!, POWERS[count - 1 - at]!) + tail) | 0;
    if (at < count) tail = (tail + Math.imul(letters[at]!, POWERS[count - 1 - at]!)) | 0;
    const bit = bitOf(hash, index.shift);
    if ((index.bits[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
    for (const word of index.byHash.get(hash) ?? NONE)
      if (!isSpelt(word, count) && found?.includes(word) !== true) (found ??= []).push(word);
  }
  return found ?? NONE;
}

function readLetters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = FOLD[text.charCodeAt(at)]!;
    if (code > 1) letters[count++] = code;
  }
  return count;
}

function readHeads(count: number): void {
  let hash = 0;
  for (let at = 0; at < count; at++) {
    heads[at] = hash;
    hash = (Math.imul(hash, BASE) + letters[at]!) | 0;
  }
  heads[count] = hash;
}

/** «Japan», «Group»: rightly spelt words of names are in all copy, and no slips. */
function isSpelt({ folded }: NameWord, count: number): boolean {
  if (folded.length !== count) return false;
  for (let at = 0; at < count; at++) if (folded.charCodeAt(at) !== letters[at]) return false;
  return true;
}

function hashesOf(folded: string): readonly number[] {
  const all = [hashOf(folded)];
  for (let at = 0; at < folded.length; at++) all.push(hashOf(folded.slice(0, at) + folded.slice(at + 1)));
  return all;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}
