/** What a character can be in a word; `OTHER` parts words. */
export const OTHER = 0;
/** A small letter, as a class of character. */
export const LOWER = 1;
/** A capital. */
export const UPPER = 2;
/** A digit. */
export const DIGIT = 3;

/** By UTF-16 code unit: one of the four kinds. Letters without case (CJK) count as `UPPER`: a name may start there. */
export const KIND = new Uint8Array(65536);

/** By UTF-16 code unit: the letter without case and accent, 0 for what is no part of a word, 1 for what a word passes over. */
export const FOLD = new Uint16Array(65536);

const SOFT_HYPHEN = 0xad;
const LAST_TABLED_LATIN = 0x24f;

fillRange(0x370, 0x1fff);
fillRange(0x2c00, 0x2dff);
fillRange(0x3040, 0xd7ff);
fillRange(0xf900, 0xfaff);
fillRange(0xff66, 0xffdc);
for (let code = 0x30; code <= LAST_TABLED_LATIN; code++) fillLatin(code);
for (let code = 0x1e00; code <= 0x1eff; code++) fillLatin(code);
for (let code = 0x300; code <= 0x36f; code++) pass(code);
pass(SOFT_HYPHEN);

/** Scripts whose case does not matter here: cheap, since a table of all of Unicode would cost at every start. */
function fillRange(from: number, to: number): void {
  KIND.fill(UPPER, from, to + 1);
  for (let code = from; code <= to; code++) FOLD[code] = code;
}

function fillLatin(code: number): void {
  const char = String.fromCharCode(code);
  if (char >= '0' && char <= '9') {
    KIND[code] = DIGIT;
    FOLD[code] = code;
    return;
  }
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  if (lower === upper && char !== 'ß') return;
  KIND[code] = char === lower ? LOWER : UPPER;
  FOLD[code] = lower.normalize('NFD').charCodeAt(0);
}

function pass(code: number): void {
  KIND[code] = LOWER;
  FOLD[code] = 1;
}

/** Where the word that starts at `start` ends. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && KIND[text.charCodeAt(end)] !== OTHER) end++;
  return end;
}

/** Where the word that ends at `end` starts. */
export function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && KIND[text.charCodeAt(start - 1)] !== OTHER) start--;
  return start;
}

/** A word's hash, blind to case and accents. FNV-1a over folded letters. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = HASH_OF_NOTHING;
  for (let at = start; at < end; at++) hash = withLetter(hash, FOLD[text.charCodeAt(at)]!);
  return hash;
}

/** The hash of a word that goes on with this folded letter. */
export function withLetter(hash: number, letter: number): number {
  return letter > 1 ? Math.imul(hash ^ letter, 0x01000193) : hash;
}

/** What a word's hash begins with. */
export const HASH_OF_NOTHING = 0x811c9dc5;

/** The words without case and accents. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad]/g, '')
    .toLowerCase();
}

const PLAIN_ALREADY = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+){0,6}$/;

/** Most words are, and then need none of the costly steps. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Spaces, apostrophes and ampersands as one writes them plainly: two spellings of a name that differ in nothing else are equal. */
export function plain(name: string): string {
  if (PLAIN_ALREADY.test(name)) return name;
  return name
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?& ?/g, ' & ')
    .replace(/(?<=(?:^|[ .])\p{Lu}\.) (?=\p{Lu}\.)/gu, '')
    .trim();
}

/** All of its letters are capitals, and there are at least three: a headline's way of writing. */
export function isAllCaps(text: string): boolean {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KIND[text.charCodeAt(at)];
    if (kind === LOWER) return false;
    if (kind === UPPER) letters++;
  }
  return letters >= 3;
}
