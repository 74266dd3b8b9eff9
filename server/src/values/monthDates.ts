import { classAt, isBlankAt, isDashAt, isDigitAt, isLetterAt, skipGap, UPPER } from './chars.ts';
import { type DateRead, dayRangeValue, monthValue, withRelative } from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import { lexemeBefore } from './lookBack.ts';
import type { ScanState } from './scanState.ts';
import { readYearBehind, readYearFigures } from './yearWords.ts';

/** A day's figures and what stands behind them: «26», «26th», «26–28». */
interface DayRead {
  readonly day: number;
  /** The last day of a range; `day` itself for a single one. */
  readonly last: number;
  readonly end: number;
}

/** The name of a month. */
export interface MonthName {
  readonly month: number;
  /** Behind the full stop of an abbreviation. */
  readonly end: number;
}

/** The month named by the word at `at`, with a capital. */
export function readMonthName(text: string, at: number): MonthName | undefined {
  if (classAt(text, at) !== UPPER) return undefined;
  const lexeme = lexemeAt(text, at);
  return lexeme === undefined || lexeme.month === 0 ? undefined : toMonthName(text, at, lexeme);
}

/** The month that a word of the lexicon names. */
export function toMonthName(text: string, at: number, { word, short, month }: Lexeme): MonthName {
  const end = at + word.length;
  return { month, end: short && text.charCodeAt(end) === 46 ? end + 1 : end };
}

/** «January 26, 2023», «Oct. 12», «January 2023», «October last year»; with a day or a year at least. */
export function readMonthFirst(text: string, at: number, context: ScanContext): DateRead | undefined {
  const name = readMonthName(text, at);
  return name && readBehindMonth(text, name, context);
}

/** The day or year, or both, that make a date of a month's name before them. */
export function readBehindMonth(text: string, name: MonthName, context: ScanContext): DateRead | undefined {
  const next = skipGap(text, name.end);
  const day = next > name.end ? readDay(text, next) : undefined;
  if (day) {
    const year = readYearBehind(text, day.end, context);
    const value = dayRangeValue(context, name.month, day.day, day.last, year?.year);
    return { value: withRelative(value, year?.relative ?? false), end: year?.end ?? day.end };
  }
  const year = readYearBehind(text, name.end, context);
  if (!year) return undefined;
  return { value: withRelative(monthValue(context, name.month, year.year), year.relative), end: year.end };
}

/** «26 January 2023», «26th of January», «26–28 January»; begun at the digits. */
export function readDayFirst(text: string, at: number, context: ScanContext): DateRead | undefined {
  let end = isDigitAt(text, at + 1) ? at + 2 : at + 1;
  if (!mayBeDay(text, end)) return undefined;
  const day = dayOf(text, at, end);
  if (day < 1 || day > 31) return undefined;
  end = suffixEnd(text, end);
  const last = readLastDay(text, end);
  if (last) end = last.end;
  let next = text.charCodeAt(end) === 45 ? end + 1 : skipGap(text, end);
  if (next === end) return undefined;
  if (hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  const name = readMonthName(text, next);
  if (!name) return undefined;
  const year = readYearBehind(text, name.end, context) ?? hyphenYear(text, name.end, next > end);
  const value = dayRangeValue(context, name.month, day, last?.day ?? day, year?.year);
  return { value: withRelative(value, year?.relative ?? false), end: year?.end ?? name.end };
}

/**
 * «43%», «12.5», «12 mln», «5 vs»: a date goes on with a blank, a letter or a dash, and in small letters only with «and», «of» or
 * «to». It spares most numbers five looks.
 */
function mayBeDay(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code !== 32) return isLetterAt(text, end) || isBlankAt(text, end) || isDashAt(text, end);
  const next = text.charCodeAt(end + 1);
  return next < 97 || next > 122 || next === 97 || next === 111 || next === 116;
}

/** The number of one digit or two. */
function dayOf(text: string, at: number, end: number): number {
  const units = text.charCodeAt(end - 1) - 48;
  return end - at === 1 ? units : (text.charCodeAt(at) - 48) * 10 + units;
}

/** The year of «12-Oct-2023». */
function hyphenYear(text: string, end: number, isOpen: boolean) {
  if (!isOpen || text.charCodeAt(end) !== 45) return undefined;
  const year = readYearFigures(text, end + 1);
  return year < 0 ? undefined : { year, end: end + 5, relative: false };
}

/** The other end of «26–28 January», «26 and 27 January», «26 to 28 January». */
function readLastDay(text: string, end: number): { readonly day: number; readonly end: number } | undefined {
  let next = end;
  if (isDashAt(text, end)) next = end + 1;
  else {
    const word = skipGap(text, end);
    if (hasWordAt(text, word, 'to')) next = skipGap(text, word + 2);
    else if (hasWordAt(text, word, 'and')) next = skipGap(text, word + 3);
  }
  if (next === end || !isDigitAt(text, next)) return undefined;
  const digits = isDigitAt(text, next + 1) ? next + 2 : next + 1;
  if (isDigitAt(text, digits)) return undefined;
  return { day: dayOf(text, next, digits), end: suffixEnd(text, digits) };
}

/** Behind «st», «nd», «rd», «th» at `end`. */
function suffixEnd(text: string, end: number): number {
  if (!isLetterAt(text, end)) return end;
  return /^(?:st|nd|rd|th)(?![a-z])/i.test(text.slice(end, end + 3)) ? end + 2 : end;
}

/** A day's figures behind a month's name. «June 15 percent» and «June 3,200» hold no day. */
function readDay(text: string, at: number): DayRead | undefined {
  if (!isDigitAt(text, at)) return undefined;
  const digits = isDigitAt(text, at + 1) ? at + 2 : at + 1;
  const day = dayOf(text, at, digits);
  const end = suffixEnd(text, digits);
  if (day < 1 || day > 31 || !isDayEnd(text, end)) return undefined;
  if (isDashAt(text, end) && isDigitAt(text, end + 1)) {
    const last = readLastDay(text, end);
    if (last && isDayEnd(text, last.end)) return { day, last: last.day, end: last.end };
  }
  return { day, last: day, end };
}

/** Whether no number goes on at `end`, and no unit follows that would make it a quantity. */
function isDayEnd(text: string, end: number): boolean {
  if (isDigitAt(text, end) || isLetterAt(text, end)) return false;
  const code = text.charCodeAt(end);
  if (code === 37) return false;
  if ((code === 44 || code === 46 || code === 58 || code === 47) && isDigitAt(text, end + 1)) return false;
  const word = lexemeAt(text, skipGap(text, end));
  return (
    !word ||
    !(word.percent || word.scale > 1 || word.lead === 'per' || (word.unit !== '' && word.unit !== 'day'))
  );
}

/** Months that are also verbs, names or adjectives; alone they are dates only in a temporal setting. */
const AMBIGUOUS = new Set([3, 4, 5, 6, 8]);
const DETERMINERS = new Set(['the', 'its', 'their', 'our', 'his', 'her', 'a', 'an', 's']);

/** A month with neither day nor year: «in October», «that May», «the March meeting». */
export function readBareMonth(state: ScanState, at: number, lexeme: Lexeme): DateRead | undefined {
  const { text, context } = state;
  if (lexeme.short) return undefined;
  const end = at + lexeme.word.length;
  if (AMBIGUOUS.has(lexeme.month) && !isMonthHere(state, at, end)) return undefined;
  return text.charCodeAt(end) === 0x2d && isDigitAt(text, end + 1)
    ? undefined
    : { value: monthValue(context, lexeme.month), end };
}

function isMonthHere({ text, from }: ScanState, at: number, end: number): boolean {
  const next = skipGap(text, end);
  if (classAt(text, next) === UPPER && next > end) return false;
  const before = lexemeBefore(text, at, from);
  if (before?.temporal) return true;
  const word = before?.word ?? '';
  return (
    DETERMINERS.has(word) &&
    isLetterAt(text, next) &&
    !/^(?:on|of|to|be|have|not)\b/.test(text.slice(next, next + 5))
  );
}
