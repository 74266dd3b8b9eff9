import { toEpochDay } from '../text/calendarDate.ts';
import { isDashAt, isDigitAt, jointEnd, skipGap } from './chars.ts';
import { type DateRead, monthValue, stretch, withRelative } from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt } from './lexicon.ts';
import { readMonthName } from './monthDates.ts';
import { readOffset, readRelativeYear, readYearBehind, readYearFigures } from './yearWords.ts';

/** A month with or without its year: «March», «March 2023», «March of last year». */
export function readMonthAt(text: string, at: number, context: ScanContext): DateRead | undefined {
  const name = readMonthName(text, at);
  if (!name) return undefined;
  const year = readYearBehind(text, name.end, context);
  const value = monthValue(context, name.month, year?.year);
  return { value: withRelative(value, year?.relative ?? false), end: year?.end ?? name.end };
}

/** Which part of a stretch of the calendar is meant. */
export type Position = 'early' | 'mid' | 'late' | 'start' | 'end' | 'first-half' | 'second-half';

/** Which share of a stretch a position names, in twelfths: months of a year, and about two and a half days of a month. */
const TWELFTHS: Readonly<Record<Position, readonly [number, number]>> = {
  early: [0, 4],
  mid: [4, 8],
  late: [8, 12],
  start: [0, 3],
  end: [9, 12],
  'first-half': [0, 6],
  'second-half': [6, 12],
};

/** The piece of a month, a year or a decade that a position names. */
export function partOf({ value, end }: DateRead, position: Position): DateRead {
  const [first, last] = TWELFTHS[position];
  const length = value.to - value.from;
  const from = value.from + Math.round((length * first) / 12);
  const to = value.from + Math.round((length * last) / 12);
  return { value: { ...value, grain: 'part', from, to }, end };
}

const POSITIONS: Readonly<Record<string, Position>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  start: 'start',
  beginning: 'start',
  end: 'end',
};

/** «early February 2023», «mid-2021», «late in 2019», «the end of March», «the early 1990s», «early this year». */
export function readPart(
  text: string,
  at: number,
  lexeme: Lexeme,
  context: ScanContext,
): DateRead | undefined {
  const position = POSITIONS[lexeme.word];
  const end = at + lexeme.word.length;
  let next = jointEnd(text, end);
  if (!position || next < 0) return undefined;
  const needsOf =
    lexeme.word === 'start' ||
    lexeme.word === 'beginning' ||
    lexeme.word === 'middle' ||
    lexeme.word === 'end';
  const isOf = hasWordAt(text, next, 'of');
  if (needsOf && !isOf && !(lexeme.word === 'end' && isDashAt(text, end))) return undefined;
  if (isOf || hasWordAt(text, next, 'in')) next = skipGap(text, next + 2);
  if (hasWordAt(text, next, 'the')) next = skipGap(text, next + 3);
  const whole = readWhole(text, next, context);
  return whole && partOf(whole, position);
}

/** What a part may be of: a month, a year in figures, a decade, «this year», «last month», «the year». */
function readWhole(text: string, at: number, context: ScanContext): DateRead | undefined {
  const { asOf } = context;
  if (isDigitAt(text, at)) {
    const year = readYearFigures(text, at);
    if (year >= 0)
      return {
        value: stretch('year', toEpochDay(year, 1, 1), toEpochDay(year + 1, 1, 1), { year }),
        end: at + 4,
      };
    const decade = /^(1[5-9]|20)\d0s(?![a-z])/.exec(text.slice(at, at + 6));
    if (!decade) return undefined;
    const first = Number(text.slice(at, at + 4));
    return {
      value: stretch('decade', toEpochDay(first, 1, 1), toEpochDay(first + 10, 1, 1), { year: first }),
      end: at + 5,
    };
  }
  const month = readMonthAt(text, at, context);
  if (month) return month;
  const year =
    readRelativeYear(text, at, context) ??
    (hasWordAt(text, at, 'year') ? { year: asOf.year, end: at + 4 } : undefined);
  if (year) {
    const { year: number, end } = year;
    const value = stretch('year', toEpochDay(number, 1, 1), toEpochDay(number + 1, 1, 1), { year: number });
    return { value: { ...value, relative: true }, end };
  }
  const offset = readOffset(text, at);
  if (offset === undefined) return undefined;
  const word = skipGap(text, at + 4);
  if (!hasWordAt(text, word, 'month')) return undefined;
  return { value: relativeMonth(context, offset), end: word + 5 };
}

/** The month `offset` months from the article's. */
export function relativeMonth(context: ScanContext, offset: number) {
  const { asOf } = context;
  const months = asOf.year * 12 + asOf.month - 1 + offset;
  const value = monthValue(context, (months % 12) + 1, Math.floor(months / 12));
  return { ...value, relative: true as const };
}
