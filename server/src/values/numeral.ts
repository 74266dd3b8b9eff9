import { classAt, DIGIT, isDashAt, isDigitAt, isLetterAt, isWordAt, SPACE, skipGap } from './chars.ts';
import type { Lexeme } from './lexemes.ts';
import { lexemeAt } from './lexicon.ts';

/**
 * A number as written, in figures or in words. Whoever reads one owns it: a scale word or a range widens it in place, which spares
 * most numbers of a scan a copy.
 */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /** Half of the last place written: 0.5 for «43», 0.05 for «43.4» and, with its scale word, 50,000 for «1.4 million». */
  precision: number;
  /** What a scale word multiplied by; 1 without one. */
  scale: number;
  readonly inWords: boolean;
  /** Digits before the point, where nothing but digits stands there (no group comma, no fraction); else 0. */
  digits: number;
}

/**
 * The number in figures at `start`: «43», «43.4», «1,234.5», «1 234» with no-break or thin spaces, «4½», «9-1/2».
 * Undefined for what only begins like one: «5.4.1», «16:52», «34E». Commas part thousands, as English writes them.
 */
export function readFigures(text: string, start: number): Numeral | undefined {
  let end = start;
  let value = 0;
  for (; isDigitAt(text, end); end++) value = value * 10 + (text.charCodeAt(end) - 48);
  let digits = end - start;
  if (digits > 15) return undefined;
  if (digits <= 3) {
    for (let next = groupEnd(text, end); next > end; next = groupEnd(text, end)) {
      for (let at = next - 3; at < next; at++) value = value * 10 + (text.charCodeAt(at) - 48);
      end = next;
      digits = 0;
    }
  }
  if (end - start > 24) return undefined;
  let precision = 0.5;
  if (text.charCodeAt(end) === 46 && isDigitAt(text, end + 1)) {
    const point = end;
    for (end++; isDigitAt(text, end); end++);
    if (end - point > 12) return undefined;
    value = withDecimals(text, { start, point, end }, value);
    precision = 0.5 * 10 ** (point + 1 - end);
    digits = 0;
  } else {
    const part = readVulgar(text, end);
    if (part) {
      value += part.value;
      end = part.end;
      precision = 0.05;
      digits = 0;
    }
  }
  if (runsOn(text, end)) return undefined;
  return { start, end, value, precision, scale: 1, inWords: false, digits };
}

/** As many digits as a binary number of 64 bits holds exactly. */
const EXACT_DIGITS = 15;

/**
 * The number with its decimals. Up to fifteen digits their quotient by a power of ten is the very number that `Number` reads, which
 * needs them cut out and costs ten times as much.
 */
function withDecimals(
  text: string,
  { start, point, end }: { readonly start: number; readonly point: number; readonly end: number },
  whole: number,
): number {
  if (end - start - 1 > EXACT_DIGITS) return Number(text.slice(start, end).replace(/[^\d.]/g, ''));
  let digits = whole;
  for (let at = point + 1; at < end; at++) digits = digits * 10 + (text.charCodeAt(at) - 48);
  return digits / 10 ** (end - point - 1);
}

/** Behind a thousands group (separator and three digits) at `index`; `index` itself where there is none. */
function groupEnd(text: string, index: number): number {
  const separator = text.charCodeAt(index);
  const isSeparator =
    separator === 44 || (separator !== 32 && separator !== 9 && classAt(text, index) === SPACE);
  if (!isSeparator) return index;
  if (!isDigitAt(text, index + 1) || !isDigitAt(text, index + 2) || !isDigitAt(text, index + 3)) return index;
  return isDigitAt(text, index + 4) ? index : index + 4;
}

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/** The fraction glued to a whole number: «½» of «4½», «-1/2» of «9-1/2». */
function readVulgar(
  text: string,
  index: number,
): { readonly value: number; readonly end: number } | undefined {
  const code = text.charCodeAt(index);
  if (code > 0xbb) {
    const value = VULGAR[text[index]!];
    return value === undefined ? undefined : { value, end: index + 1 };
  }
  const match = code === 45 ? BOND_FRACTION.exec(text.slice(index, index + 7)) : null;
  if (!match) return undefined;
  const value = Number(match[1]) / Number(match[2]);
  return value < 1 ? { value, end: index + match[0].length } : undefined;
}

/** The eighths, sixteenths and the like of interest rates. */
const BOND_FRACTION = /^-(\d\d?)\/(2|4|8|16|32|64)(?!\d)/;

/** Whether the figures go on into something that is no number: a time, a score, a version, a fraction, a telephone number. */
function runsOn(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code === 46 || code === 44 || code === 58 || code === 47) return isDigitAt(text, end + 1);
  return code === 95 || code === 64;
}

/** Behind everything that is glued to the digits at `start`, so that the scan never steps into the middle of «5.4.1» or «A350». */
export function gluedEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    if (isWordAt(text, end)) end++;
    else if (isGlue(text.charCodeAt(end)) && isDigitAt(text, end + 1)) end += 2;
    else return end;
  }
}

function isGlue(code: number): boolean {
  return code === 46 || code === 44 || code === 58 || code === 47 || code === 95 || code === 45;
}

/** The word of the lexicon that may be a number's scale or unit; null where no such word stands there. */
export function wordBehind(text: string, end: number): Lexeme | null {
  const at = wordStartBehind(text, end);
  return (at < 0 ? undefined : lexemeAt(text, at)) ?? null;
}

/**
 * Takes the scale word behind a numeral into it: «1.4 million», «$60m», «5-billion». `word` is the one behind it. Whether there was
 * one.
 */
export function takeScale(
  text: string,
  numeral: Numeral,
  word: Lexeme | null,
  hasCurrency: boolean,
): boolean {
  if (word === null || word.scale === 0) return false;
  const { end } = numeral;
  const at = wordStartBehind(text, end);
  const isLetter = word.word.length === 1;
  if (isLetter && at > end && !hasCurrency) return false;
  if (isDashAt(text, end) && text.charCodeAt(end) !== 45) return false;
  numeral.end = at + word.word.length;
  numeral.value = times(numeral.value, word.scale);
  numeral.precision *= word.scale;
  numeral.scale *= word.scale;
  numeral.digits = 0;
  return true;
}

/** The product without the noise of binary fractions: 4.35 million is 4,350,000. Whole products need no cleaning, which is slow. */
function times(value: number, scale: number): number {
  const product = value * scale;
  return Number.isInteger(product) ? product : Number(product.toPrecision(15));
}

/** Where the word behind a number begins: glued to it, behind a dash, or behind a blank; -1 where none does. */
function wordStartBehind(text: string, end: number): number {
  if (isLetterAt(text, end)) return end;
  if (isDashAt(text, end)) return isLetterAt(text, end + 1) ? end + 1 : -1;
  const next = skipGap(text, end);
  return next > end && isLetterAt(text, next) ? next : -1;
}

/** Whether the digits at `start` are a number of their own, not the tail of «A350», «F-150», «5.4.1» or «#7». */
export function standsFree(text: string, start: number, from: number): boolean {
  if (start <= from) return true;
  const before = classAt(text, start - 1);
  if (before === DIGIT) return false;
  if (isWordAt(text, start - 1)) return false;
  const code = text.charCodeAt(start - 1);
  if (code === 95 || code === 35) return false;
  const isJoint = code === 45 || code === 47 || code === 46 || code === 44 || code === 58;
  return !isJoint || start - 1 <= from || !isWordAt(text, start - 2);
}
