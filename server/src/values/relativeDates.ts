import { toEpochDay, weekdayOf } from '../text/calendarDate.ts';
import { classAt, skipGap, UPPER } from './chars.ts';
import {
  asOfDay,
  type DateRead,
  monthsValue,
  monthValue,
  stretch,
  yearRangeValue,
  yearValue,
} from './dateValue.ts';
import type { DateValue, ScanContext } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import { readMonthFirst } from './monthDates.ts';
import { relativeMonth } from './partDates.ts';
import { readOrdinalPeriod } from './periodDates.ts';
import { readYearFigures } from './yearWords.ts';

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const OFFSETS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** «yesterday», «last week», «this year», «next month», «last November», «last summer», «the last quarter of 2022». */
export function readRelative(
  text: string,
  at: number,
  lexeme: Lexeme,
  context: ScanContext,
): DateRead | undefined {
  const end = at + lexeme.word.length;
  const day = DAYS[lexeme.word];
  if (day !== undefined) {
    const from = asOfDay(context) + day;
    return { value: relative(stretch('day', from, from + 1, {})), end };
  }
  if (lexeme.word === 'last' || lexeme.word === 'latter') {
    const period = readOrdinalPeriod(text, end, -1, context);
    if (period || lexeme.word === 'latter') return period;
  }
  const offset = OFFSETS[lexeme.word] ?? 0;
  const next = skipGap(text, end);
  const word = next > end ? lexemeAt(text, next) : undefined;
  return word && relativeUnit(text, next, word, offset, context);
}

function relative(value: DateValue): DateValue {
  return { ...value, relative: true };
}

function relativeUnit(
  text: string,
  at: number,
  word: Lexeme,
  offset: number,
  context: ScanContext,
): DateRead | undefined {
  const end = at + word.word.length;
  const { asOf } = context;
  if (word.month > 0 && classAt(text, at) === UPPER) {
    if (word.short || readMonthFirst(text, at, context)) return undefined;
    return { value: relative(monthFrom(word.month, offset, context)), end };
  }
  if (word.starter === 'season') return { value: relative(seasonFrom(word.word, offset, context)), end };
  switch (word.word) {
    case 'year':
      return { value: relative(yearValue(asOf.year + offset)), end };
    case 'month':
      return { value: relativeMonth(context, offset), end };
    case 'week': {
      const today = asOfDay(context);
      const monday = today - weekdayOf(today) + 1 + 7 * offset;
      return { value: relative(stretch('week', monday, monday + 7, {})), end };
    }
    case 'quarter': {
      const quarters = asOf.year * 4 + Math.floor((asOf.month - 1) / 3) + offset;
      const first = (quarters % 4) * 3 + 1;
      const year = Math.floor(quarters / 4);
      return { value: relative(monthsValue(context, 'quarter', { first, last: first + 2, year })), end };
    }
    case 'decade': {
      const first = Math.floor(asOf.year / 10) * 10 + 10 * offset;
      return { value: relative({ ...yearRangeValue(first, first + 9), grain: 'decade' }), end };
    }
    default:
      return undefined;
  }
}

/** «last November»: the latest one that was over before this month; «next March»: the first one still to come. */
function monthFrom(month: number, offset: number, context: ScanContext): DateValue {
  const { asOf } = context;
  let { year } = asOf;
  if (offset < 0 && month >= asOf.month) year--;
  if (offset > 0 && month <= asOf.month) year++;
  return { ...monthValue(context, month, year), written: { month } };
}

/** The first month of each season of the northern half of the world; winter runs into the next year. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

function seasonValue(season: string, year: number): DateValue {
  const first = SEASONS[season] ?? 1;
  return stretch('season', toEpochDay(year, first, 1), toEpochDay(year, first + 3, 1), { year });
}

function seasonFrom(season: string, offset: number, context: ScanContext): DateValue {
  const today = asOfDay(context);
  let year = context.asOf.year + 1;
  if (offset > 0) {
    year = context.asOf.year - 1;
    while (seasonValue(season, year).from <= today) year++;
  } else {
    while (offset < 0 ? seasonValue(season, year).to > today : seasonValue(season, year).from > today + 90)
      year--;
  }
  return { ...seasonValue(season, year), written: {} };
}

/** «summer 2021», «the winter of 2021-22»; «fall» by itself is a verb, so a year is asked for. */
export function readSeason(text: string, at: number, lexeme: Lexeme): DateRead | undefined {
  let next = skipGap(text, at + lexeme.word.length);
  if (hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  const year = readYearFigures(text, next);
  if (year < 0) return undefined;
  const tail = lexeme.word === 'winter' ? /^[-–/]\d\d(?!\d)/.exec(text.slice(next + 4, next + 8)) : null;
  return { value: seasonValue(lexeme.word, year), end: next + 4 + (tail ? 3 : 0) };
}
