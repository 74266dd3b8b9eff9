import { isLetterAt } from './chars.ts';
import { type Lexeme, makeLexemes, type Starter } from './lexemes.ts';

/** A power of two, large enough that most words of a text hit an empty slot. */
const SLOTS = 4096;

const LEXEMES: readonly Lexeme[] = makeLexemes();
/** Open addressing: in each slot 0, or 1 + an index in LEXEMES. */
const SLOT_ENTRIES = new Uint16Array(SLOTS);
const SLOT_HASHES = new Int32Array(SLOTS);
LEXEMES.forEach(({ word }, index) => {
  const hash = hashOf(word, 0, word.length);
  let slot = hash & (SLOTS - 1);
  while (SLOT_ENTRIES[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  SLOT_ENTRIES[slot] = index + 1;
  SLOT_HASHES[slot] = hash;
});

/** What begins with a capital, if it begins a value at all. */
const CAPITALISED: ReadonlySet<Starter> = new Set<Starter>(['month', 'weekday', 'currency']);

/**
 * By a word's first two letters: bit n says that a word of n letters that begins so may begin a value. It spares nine words of ten
 * the hash.
 */
const STARTS = new Uint32Array(2048);
for (const { word, starter } of LEXEMES) {
  if (starter === '') continue;
  const bit = 1 << word.length;
  const upper = word.charCodeAt(0) & ~32;
  STARTS[pairOf(upper, word.charCodeAt(1))]! |= bit;
  if (!CAPITALISED.has(starter)) STARTS[pairOf(upper | 32, word.charCodeAt(1))]! |= bit;
}

/** The case of the first letter counts; a word of one letter has 0 for its second (`NaN & 31`, too). */
function pairOf(first: number, second: number): number {
  return ((first & 63) << 5) | (second & 31);
}

/** Whether the word from `start` to `end` may begin a value; it never denies one that does. */
export function mayStart(text: string, start: number, end: number): boolean {
  const length = end - start;
  const second = length === 1 ? 0 : text.charCodeAt(start + 1);
  return ((STARTS[pairOf(text.charCodeAt(start), second)]! >>> length) & 1) !== 0;
}

/**
 * A word's hash, of its length and three of its letters only, so that a scan runs over a word without reckoning at each letter.
 * `| 32` folds the case of ASCII letters.
 */
function hashOf(text: string, start: number, end: number): number {
  const length = end - start;
  const first = text.charCodeAt(start) | 32;
  const middle = text.charCodeAt(start + (length >> 1)) | 32;
  const last = text.charCodeAt(end - 1) | 32;
  return (Math.imul(Math.imul(Math.imul(first, 31) + middle, 31) + last, 31) + length) & 0x7fffffff;
}

/** The lexeme of the word from `start` to `end`; undefined for any other word. Case does not matter. */
export function findLexeme(text: string, start: number, end: number): Lexeme | undefined {
  const hash = hashOf(text, start, end);
  for (let slot = hash & (SLOTS - 1); SLOT_ENTRIES[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (SLOT_HASHES[slot] !== hash) continue;
    const lexeme = LEXEMES[SLOT_ENTRIES[slot]! - 1]!;
    if (isWord(lexeme.word, text, start, end)) return lexeme;
  }
  return undefined;
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if ((text.charCodeAt(start + i) | 32) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** The lexeme of the letters that begin at `start`; it ends at `start + word.length`. */
export function lexemeAt(text: string, start: number): Lexeme | undefined {
  const end = wordEnd(text, start);
  return end === start ? undefined : findLexeme(text, start, end);
}

/** Where the letters that end at `end` begin; `end` where there are none. */
export function wordStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isLetterAt(text, start - 1)) start--;
  return start;
}

/** Behind the letters that begin at `start`. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetterAt(text, end)) end++;
  return end;
}

/** Whether exactly the letters of `word` (given in lower case) stand at `start`, in whatever case. */
export function hasWordAt(text: string, start: number, word: string): boolean {
  return isWord(word, text, start, start + word.length) && !isLetterAt(text, start + word.length);
}
