import type { Span } from './span.ts';

const SPACE = 1;
const DIGIT = 2;
const LETTER = 4;
const DOT = 8;
const DOLLAR = 16;
const HYPHEN = 32;
/** What no figure and no name has within: `@/#:_\`. */
const ODD = 64;

/** By ASCII code: what a character says of its token; 0 for brackets, quotes, commas and the like. */
const SIGNS = makeSigns();

function makeSigns(): Uint8Array {
  const signs = new Uint8Array(128);
  signs.fill(SPACE, 9, 14);
  signs.fill(DIGIT, 48, 58);
  signs.fill(LETTER, 65, 91);
  signs.fill(LETTER, 97, 123);
  for (const sign of '@/#:_\\') signs[sign.charCodeAt(0)] = ODD;
  signs[32] = SPACE;
  signs[45] = HYPHEN;
  signs[46] = DOT;
  signs[36] = DOLLAR;
  return signs;
}

/** A UUID's length: what is shorter and has a hyphen in it is none. */
const LONG = 36;
/** How far back words are looked for that make a number of it, as far as `notProse` looks. */
const REACH = 40;

/** `plain`: cannot be an address, a file or a code by its own letters; `figure`: plain, with a digit or a currency's sign. */
export type Glance = 'plain' | 'figure' | 'odd';

/**
 * What one look at each letter of a token tells: nearly all of what a draft states is «43%», «July 21» or «1.5 billion dollars», which
 * no pattern for addresses and codes can match. It spares them fifteen patterns each.
 */
export function glanceAt(text: string, { start, end }: Span): Glance {
  let seen = 0;
  let before = 0;
  for (let at = start; at < end; at++) {
    const sign = signAt(text, at);
    if (sign === DOT && (before === LETTER || (seen & DOT) !== 0)) return 'odd';
    if (sign === LETTER && (before === DOT || before === DOLLAR)) return 'odd';
    seen |= sign;
    before = sign;
  }
  if ((seen & ODD) !== 0 || ((seen & HYPHEN) !== 0 && end - start >= LONG)) return 'odd';
  if ((seen & (DIGIT | DOLLAR)) === 0) return (seen & DOT) === 0 ? 'plain' : 'odd';
  // «5m», «23-year-old», but also «v4», «3f2a91c»: letters and digits in one word.
  const isMixed = (seen & LETTER) !== 0 && (seen & SPACE) === 0;
  return isMixed ? 'odd' : 'figure';
}

/** Letters beyond ASCII count as letters, and so does whatever else stands there: that only costs a second look. */
function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? SIGNS[code]! : LETTER;
}

/** Whether the words before may say that a number is a version's, a book's or a stock's: «version», «v.», «ISBN-13:», «TYO:». */
export function mayBeNumbered(text: string, start: number): boolean {
  const least = Math.max(0, start - REACH);
  let at = start;
  while (at > least && (signAt(text, at - 1) & (SPACE | DIGIT | HYPHEN)) !== 0) at--;
  if (at === least) return false;
  const code = text.charCodeAt(at - 1);
  if (code === 58 || code > 127) return true;
  if (code === 46) return at > 1 && /[vr]/i.test(text[at - 2]!);
  if (SIGNS[code] !== LETTER) return false;
  let first = at - 1;
  while (first > least && SIGNS[text.charCodeAt(first - 1)] === LETTER) first--;
  if (first > least && text.charCodeAt(first - 1) > 127) return true;
  return NUMBERED.has(text.slice(first, at).toLowerCase());
}

/** The words for which `notProse` looks before a number, with their plurals and without their marks. */
const NUMBERED = new Set('version versions build firmware isbn issn ean doi isin sku lei'.split(' '));

/** Whether a colon stands before, with blanks only between. */
export function isBehindColon(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < REACH && signAt(text, at - 1) === SPACE) at--;
  return at > 0 && (text.charCodeAt(at - 1) === 58 || text.charCodeAt(at - 1) > 127);
}
