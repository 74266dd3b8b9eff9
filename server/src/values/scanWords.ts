import type { Weekday } from '../text/calendarDate.ts';
import { classAt, isDashAt, isDigitAt, isLetterAt, skipGap, UPPER } from './chars.ts';
import { type DateRead, fiscalYearValue, withWeekday } from './dateValue.ts';
import { readAge, readOrdinalYear, readSingleUnit, readUnitFraction } from './durationWords.ts';
import { emit, emitDate, emitWeekday } from './emit.ts';
import { readDotted, readYearLed } from './figureDates.ts';
import { readHalf, readPartOfWhole } from './fraction.ts';
import { wordBefore } from './hedge.ts';
import { hasWordAt, type Lexeme, lexemeAt } from './lexicon.ts';
import { readBareMonth, readDayFirst, readMonthFirst } from './monthDates.ts';
import { readNumberWords } from './numberWords.ts';
import { readFigures } from './numeral.ts';
import { readFiscal, readLetterPeriod, readOrdinalPeriod, readPart } from './periodDates.ts';
import { readMeasure, toAmount } from './quantity.ts';
import { readRelative, readSeason } from './relativeDates.ts';
import { scanNumberWord, scanQuantity } from './scanNumbers.ts';
import type { ScanState } from './scanState.ts';

/** Reads the value that begins at (or with the article before) a word of the lexicon, if one does. */
export function scanWord(state: ScanState, at: number, lexeme: Lexeme): void {
  if (at < state.last) return;
  const { text, context } = state;
  const date = (read: DateRead | undefined) => {
    if (read) emitDate(state, at, read);
    return read !== undefined;
  };
  switch (lexeme.starter) {
    case 'number':
      return scanNumberWord(state, at);
    case 'scale':
      return scanArticleNumber(state, at);
    case 'half':
      return scanHalf(state, at);
    case 'ordinal':
      if (!date(readOrdinalPeriod(text, at + lexeme.word.length, lexeme.ordinal, context)))
        scanOrdinalWord(state, at, lexeme);
      return;
    case 'quarter':
      return scanShare(state, at, lexeme);
    case 'unit': {
      const read = readSingleUnit(state, at, lexeme);
      if (read) emit(state, read.start, read.end, read.value);
      return;
    }
    case 'month':
      if (classAt(text, at) === UPPER)
        date(readMonthFirst(text, at, context) ?? readBareMonth(state, at, lexeme));
      return;
    case 'weekday':
      return scanWeekday(state, at, lexeme);
    case 'part':
      date(readPart(text, at, lexeme, context));
      return;
    case 'season':
      date(readSeason(text, at, lexeme));
      return;
    case 'relative':
      if (!isTitle(state, at)) date(readRelative(text, at, lexeme, context));
      return;
    case 'fiscal':
      date(lexeme.word.length === 1 ? readLetter(state, at) : fiscalDate(text, at));
      return;
    case 'turn': {
      const read = readAge(text, at, lexeme);
      if (read) emit(state, read.start, read.end, read.value);
      return;
    }
    case 'currency':
      return scanCode(state, at, lexeme);
    case '':
      return;
  }
}

/** «USA Today» is a name. */
function isTitle({ text, from }: ScanState, at: number): boolean {
  if (classAt(text, at) !== UPPER) return false;
  const before = wordBefore(text, at, from);
  return before.end > before.start && before.end === at - 1 && classAt(text, before.start) === UPPER;
}

function fiscalDate(text: string, at: number): DateRead | undefined {
  const fiscal = readFiscal(text, at);
  return fiscal && { value: fiscalYearValue(fiscal.year), end: fiscal.end };
}

function readLetter({ text, context }: ScanState, at: number): DateRead | undefined {
  return classAt(text, at) === UPPER && isDigitAt(text, at + 1)
    ? readLetterPeriod(text, at, context)
    : undefined;
}

/** «a million», «a dozen»: the number begins with the article. */
function scanArticleNumber(state: ScanState, at: number): void {
  const { text, from } = state;
  const article = wordBefore(text, at, from);
  if ((article.text !== 'a' && article.text !== 'an') || article.start < state.last) return;
  const numeral = readNumberWords(text, at, 1);
  if (numeral) scanQuantity(state, { ...numeral, start: article.start }, undefined);
}

/** «half a million», «half a century», «half a percent», «half of». */
function scanHalf(state: ScanState, at: number): void {
  const { text } = state;
  const end = at + 4;
  const next = skipGap(text, end);
  const isArticle = hasWordAt(text, next, 'a');
  const behind = isArticle ? skipGap(text, next + 1) : isDashAt(text, end) ? end + 1 : next;
  const duration = readUnitFraction(text, at, end, 0.5);
  if (duration) {
    emit(state, duration.start, duration.end, duration.value);
    return;
  }
  const word = lexemeAt(text, behind);
  if (word?.starter === 'scale') {
    const numeral = readNumberWords(text, behind, 0.5);
    if (numeral) scanQuantity(state, { ...numeral, start: at, precision: 0.1 * numeral.value }, undefined);
    return;
  }
  if (isArticle && word && (word.percent || word.lead === 'per' || word.lead === 'percentage')) {
    const numeral = {
      start: at,
      end: next + 1,
      value: 0.5,
      precision: 0.05,
      scale: 1,
      inWords: true,
      digits: 0,
    };
    scanQuantity(state, numeral, undefined);
    return;
  }
  const share = readHalf(state, at);
  if (share) emit(state, share.start, share.end, share.value);
}

/** «third» and its like, where no period begins there: «in its third year», «a third of». */
function scanOrdinalWord(state: ScanState, at: number, lexeme: Lexeme): void {
  const read = readOrdinalYear(state, at, at + lexeme.word.length, lexeme.ordinal);
  if (read) emit(state, read.start, read.end, read.value);
  else if (lexeme.denominator > 0) scanShare(state, at, lexeme);
}

/** «a quarter of», «a third», «a quarter of a century». */
function scanShare(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text, from } = state;
  const end = at + lexeme.word.length;
  const article = wordBefore(text, at, from);
  if (article.text !== 'a' || article.start < state.last) return;
  const duration = readUnitFraction(text, article.start, end, 1 / lexeme.denominator);
  const read = duration ?? readPartOfWhole(state, at, end, lexeme.denominator);
  if (read) emit(state, read.start, read.end, read.value);
}

const DAY_NAMES = new Set(
  'black good ash super cyber easter bloody palm whit shrove maundy holy sheffield'.split(' '),
);
const PAPERS = new Set('times telegraph mirror mail express people herald post tribune'.split(' '));

/** A weekday, and the date written with it: «Thursday, Oct. 12», «Thursday the 12th of October», «Thu 12 Oct». */
function scanWeekday(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text, from } = state;
  if (classAt(text, at) !== UPPER) return;
  const end = at + lexeme.word.length;
  const weekday = lexeme.weekday as Weekday;
  const nameEnd = lexeme.short && text.charCodeAt(end) === 46 ? end + 1 : end;
  const dateAt = dateBehindWeekday(text, nameEnd);
  const date = dateAt < 0 ? undefined : readDayAt(state, dateAt);
  if (date && date.value.grain === 'day') {
    emitWeekday(state, at, end, { kind: 'weekday', weekday });
    emitDate(state, dateAt, { ...date, value: withWeekday(date.value, weekday) });
    return;
  }
  if (lexeme.short || DAY_NAMES.has(wordBefore(text, at, from).text)) return;
  const next = skipGap(text, end);
  if (classAt(text, next) === UPPER && PAPERS.has(lowerWord(text, next))) return;
  emitWeekday(state, at, end, { kind: 'weekday', weekday });
}

function lowerWord(text: string, at: number): string {
  let end = at;
  while (isLetterAt(text, end)) end++;
  return text.slice(at, end).toLowerCase();
}

const DAYTIMES = new Set(['morning', 'afternoon', 'evening', 'night']);

/** Where a date would begin behind a weekday's name; -1 where none can. */
function dateBehindWeekday(text: string, end: number): number {
  let next = skipGap(text, end);
  if (DAYTIMES.has(lowerWord(text, next))) next = skipGap(text, next + lowerWord(text, next).length);
  if (text.charCodeAt(next) === 44) next = skipGap(text, next + 1);
  if (text.charCodeAt(next) === 40) next++;
  if (next === end) return -1;
  if (hasWordAt(text, next, 'the')) next = skipGap(text, next + 3);
  return isDigitAt(text, next) || classAt(text, next) === UPPER ? next : -1;
}

function readDayAt({ text, context }: ScanState, at: number): DateRead | undefined {
  if (!isDigitAt(text, at)) return readMonthFirst(text, at, context);
  return readDayFirst(text, at, context) ?? readDotted(text, at, context) ?? readIso(text, at, context);
}

function readIso(text: string, at: number, context: ScanState['context']): DateRead | undefined {
  return isDigitAt(text, at + 3) && !isDigitAt(text, at + 4) ? readYearLed(text, at, context) : undefined;
}

/** «EUR 600 million», «USD5m», «Rs 500». */
function scanCode(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text } = state;
  if (classAt(text, at) !== UPPER) return;
  const end = at + lexeme.word.length;
  const isRupees = lexeme.word === 'rs';
  if (!isRupees && classAt(text, end - 1) !== UPPER) return;
  const number = skipGap(text, isRupees && text.charCodeAt(end) === 46 ? end + 1 : end);
  const numeral = isDigitAt(text, number) ? readFigures(text, number) : undefined;
  if (!numeral) return;
  const measure = readMeasure(state, numeral, { start: at, currency: isRupees ? 'INR' : lexeme.currency });
  if (measure.unit) emit(state, measure.start, measure.end, toAmount(measure, measure.unit));
}
