import { isDigitAt, jointEnd, skipGap } from './chars.ts';
import { type DateRead, fiscalYearValue, monthsValue, withRelative } from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import { readNumberWords } from './numberWords.ts';
import { readFigures } from './numeral.ts';
import { partOf, readMonthAt } from './partDates.ts';
import { readYearBehind, readYearFigures } from './yearWords.ts';

/** «third quarter of 2022», «first-half», «first nine months of 2022», «first week of March»; `ordinal` -1 stands for «last». */
export function readOrdinalPeriod(
  text: string,
  end: number,
  ordinal: number,
  context: ScanContext,
): DateRead | undefined {
  const at = jointEnd(text, end);
  if (at < 0) return undefined;
  const word = lexemeAt(text, at);
  if (word?.word === 'quarter') return readQuarter(text, at + 7, ordinal, context);
  if (word?.word === 'half') return readHalf(text, at + 4, ordinal, context);
  if (word?.word === 'week') return readWeekOfMonth(text, at + 4, ordinal, context);
  return ordinal === 1 ? readFirstMonths(text, at, context) : undefined;
}

function readQuarter(text: string, end: number, ordinal: number, context: ScanContext): DateRead | undefined {
  const number = ordinal < 0 ? 4 : ordinal;
  if (number > 4) return undefined;
  const year = readPeriodYear(text, end, context);
  if (ordinal < 0 && !year) return undefined;
  return withYear({ grain: 'quarter', first: number * 3 - 2, last: number * 3 }, end, year, context);
}

function readHalf(text: string, end: number, ordinal: number, context: ScanContext): DateRead | undefined {
  const number = ordinal < 0 ? 2 : ordinal;
  if (number > 2) return undefined;
  const of = skipGap(text, end);
  if (hasWordAt(text, of, 'of')) {
    const month = readMonthAt(text, skipGap(text, of + 2), context);
    if (month) return partOf(month, number === 1 ? 'first-half' : 'second-half');
  }
  const year = readPeriodYear(text, end, context);
  return withYear({ grain: 'half', first: number * 6 - 5, last: number * 6 }, end, year, context);
}

interface PeriodYear {
  readonly year: number;
  readonly end: number;
  readonly relative: boolean;
  readonly fiscal: boolean;
}

/** The year behind a quarter or half, a fiscal one too: « of 2022», « of fiscal 2022», « of the year», « last year». */
function readPeriodYear(text: string, end: number, context: ScanContext): PeriodYear | undefined {
  const plain = readYearBehind(text, end, context);
  if (plain) return { ...plain, fiscal: false };
  let next = skipGap(text, end);
  if (hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  const fiscal = readFiscal(text, next);
  return fiscal && { year: fiscal.year, end: fiscal.end, relative: false, fiscal: true };
}

interface Months {
  readonly grain: 'quarter' | 'half' | 'part';
  readonly first: number;
  readonly last: number;
}

function withYear(months: Months, end: number, year: PeriodYear | undefined, context: ScanContext): DateRead {
  // The quarters of a fiscal year whose beginning is not known may lie anywhere in it.
  if (year?.fiscal) return { value: fiscalYearValue(year.year), end: year.end };
  const value = monthsValue(context, months.grain, { ...months, year: year?.year });
  return { value: withRelative(value, year?.relative ?? false), end: year?.end ?? end };
}

/** «nine months of 2022» behind «first»: from January on. */
function readFirstMonths(text: string, at: number, context: ScanContext): DateRead | undefined {
  const number = isDigitAt(text, at) ? readFigures(text, at) : readNumberWords(text, at);
  if (!number || number.value < 2 || number.value > 11) return undefined;
  const months = jointEnd(text, number.end);
  if (months < 0 || !hasWordAt(text, months, 'months')) return undefined;
  const year = readPeriodYear(text, months + 6, context);
  if (!year) return undefined;
  const grain = number.value === 3 ? 'quarter' : number.value === 6 ? 'half' : 'part';
  return withYear({ grain, first: 1, last: number.value }, months + 6, year, context);
}

/** « of March 2023» behind «the first week». */
function readWeekOfMonth(
  text: string,
  end: number,
  ordinal: number,
  context: ScanContext,
): DateRead | undefined {
  const of = skipGap(text, end);
  if (!hasWordAt(text, of, 'of') || ordinal > 5) return undefined;
  const month = readMonthAt(text, skipGap(text, of + 2), context);
  if (!month) return undefined;
  if (ordinal < 0) return partOf(month, 'end');
  const from = month.value.from + (ordinal - 1) * 7;
  const to = Math.min(from + 7, month.value.to);
  if (from >= to) return undefined;
  return { value: { ...month.value, grain: 'part', from, to }, end: month.end };
}

/** «fiscal 2022», «fiscal year 2022», «financial year 2021-22», «FY2022», «FY 22»; begun at the first word. */
export function readFiscal(
  text: string,
  at: number,
): { readonly year: number; readonly end: number } | undefined {
  const lexeme = lexemeAt(text, at);
  if (lexeme?.starter !== 'fiscal' || lexeme.word.length < 2) return undefined;
  let next = skipGap(text, at + lexeme.word.length);
  if (hasWordAt(text, next, 'year')) next = skipGap(text, next + 4);
  return readFiscalFigures(text, next);
}

function readFiscalFigures(
  text: string,
  at: number,
): { readonly year: number; readonly end: number } | undefined {
  const match = /^(?:(\d{4})(?:([-–/])(\d{4}|\d{2}))?|(\d{2}))(?![\d%])/.exec(text.slice(at, at + 11));
  if (!match) return undefined;
  const year = match[4] === undefined ? Number(match[1]) : 2000 + Number(match[4]);
  if (year < 1500 || year > 2199) return undefined;
  return { year, end: at + match[0].length };
}

/** «Q3 2022», «Q3 of 2022», «H1 2024», «Q3»; begun at the letter. */
export function readLetterPeriod(text: string, at: number, context: ScanContext): DateRead | undefined {
  const isQuarter = (text.charCodeAt(at) | 32) === 113;
  const number = text.charCodeAt(at + 1) - 48;
  const count = isQuarter ? 4 : 2;
  if (number < 1 || number > count) return undefined;
  const end = at + 2;
  const months = 12 / count;
  const year = text.charCodeAt(end) === 45 ? hyphened(text, end) : readPeriodYear(text, end, context);
  const grain = isQuarter ? 'quarter' : 'half';
  return withYear({ grain, first: (number - 1) * months + 1, last: number * months }, end, year, context);
}

function hyphened(text: string, end: number): PeriodYear | undefined {
  const year = readYearFigures(text, end + 1);
  return year < 0 ? undefined : { year, end: end + 5, relative: false, fiscal: false };
}
