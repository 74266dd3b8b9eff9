import { daysInMonth, toEpochDay } from '../text/calendarDate.ts';
import { isDashAt, isDigitAt, isLetterAt, isWordAt, skipGap } from './chars.ts';
import {
  type DateRead,
  dayValue,
  fiscalYearValue,
  monthsValue,
  monthValue,
  stretch,
  yearRangeValue,
  yearValue,
} from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import { lexemeAt } from './lexicon.ts';
import { lexemeBefore } from './lookBack.ts';
import type { ScanState } from './scanState.ts';

function digitsAt(text: string, at: number, most: number): number {
  let end = at;
  while (end - at < most && isDigitAt(text, end)) end++;
  return isDigitAt(text, end) ? 0 : end - at;
}

/** Four digits at `at` and what goes on from them: `2023-01-26`, `2023-01`, `2023-Q3`, `2021-22`, `2019–2021`, `1990s`. */
export function readYearLed(text: string, at: number, context: ScanContext): DateRead | undefined {
  const year = Number(text.slice(at, at + 4));
  const end = at + 4;
  if (isLetterAt(text, end)) return readDecade(text, at, year);
  const isSlash = text.charCodeAt(end) === 47;
  if (!isSlash && !isDashAt(text, end)) return undefined;
  const behind = digitsAt(text, end + 1, 4);
  if (behind === 2) return readTwoDigits(text, { year, end, isSlash }, context);
  if (behind === 4) {
    const last = Number(text.slice(end + 1, end + 5));
    const isRange = year < last && last < year + 100 && isYearLike(year) && !isWordAt(text, end + 5);
    return isRange ? { value: yearRangeValue(year, last), end: end + 5 } : undefined;
  }
  return readPart(text, end + 1, year, context);
}

function isYearLike(year: number): boolean {
  return year >= 1500 && year <= 2199;
}

function readDecade(text: string, at: number, year: number): DateRead | undefined {
  if (year % 10 !== 0 || !isYearLike(year)) return undefined;
  if ((text.charCodeAt(at + 4) | 32) !== 115 || isWordAt(text, at + 5)) return undefined;
  return {
    value: stretch('decade', toEpochDay(year, 1, 1), toEpochDay(year + 10, 1, 1), { year }),
    end: at + 5,
  };
}

interface Led {
  readonly year: number;
  readonly end: number;
  readonly isSlash: boolean;
}

function readTwoDigits(
  text: string,
  { year, end, isSlash }: Led,
  context: ScanContext,
): DateRead | undefined {
  const second = Number(text.slice(end + 1, end + 3));
  const dayAt = end + 4;
  if (!isSlash && text.charCodeAt(end + 3) === 45 && digitsAt(text, dayAt, 2) === 2) {
    const day = Number(text.slice(dayAt, dayAt + 2));
    if (second < 1 || second > 12 || day < 1 || day > 31) return undefined;
    const isTime = text.charCodeAt(dayAt + 2) === 84;
    return isWordAt(text, dayAt + 2) && !isTime
      ? undefined
      : { value: dayValue(context, second, day, year), end: dayAt + 2 };
  }
  if (isWordAt(text, end + 3) || text.charCodeAt(end + 3) === 45 || !isYearLike(year)) return undefined;
  const span = (second - (year % 100) + 100) % 100;
  // «2011-12» is a season in copy and a month in a table; only a step of one year makes it a season.
  if (span === 1)
    return { value: { ...fiscalYearValue(year), to: toEpochDay(year + 2, 1, 1) }, end: end + 3 };
  if (!isSlash && second >= 1 && second <= 12)
    return { value: monthValue(context, second, year), end: end + 3 };
  return span > 0 && span < 60 ? { value: yearRangeValue(year, year + span), end: end + 3 } : undefined;
}

/** The `Q3` of `2022-Q3`, the `H1` of `2024-H1`. */
function readPart(text: string, at: number, year: number, context: ScanContext): DateRead | undefined {
  const letter = text.charCodeAt(at) | 32;
  const number = text.charCodeAt(at + 1) - 48;
  if (isWordAt(text, at + 2)) return undefined;
  if (letter === 113 && number >= 1 && number <= 4) {
    return {
      value: monthsValue(context, 'quarter', { first: number * 3 - 2, last: number * 3, year }),
      end: at + 2,
    };
  }
  if (letter !== 104 || (number !== 1 && number !== 2)) return undefined;
  return {
    value: monthsValue(context, 'half', { first: number * 6 - 5, last: number * 6, year }),
    end: at + 2,
  };
}

/** `16.09.2025` (always day first), `16/09/2025`, `16-09-2025`: begun at the first digits. */
export function readDotted(text: string, at: number, context: ScanContext): DateRead | undefined {
  const first = digitsAt(text, at, 2);
  const mark = text.charCodeAt(at + first);
  if (first === 0 || (mark !== 46 && mark !== 47 && mark !== 45)) return undefined;
  const secondAt = at + first + 1;
  const second = digitsAt(text, secondAt, 2);
  const yearAt = secondAt + second + 1;
  if (second === 0 || text.charCodeAt(yearAt - 1) !== mark || digitsAt(text, yearAt, 4) !== 4)
    return undefined;
  const a = Number(text.slice(at, at + first));
  const b = Number(text.slice(secondAt, secondAt + second));
  const year = Number(text.slice(yearAt, yearAt + 4));
  if (!isYearLike(year) || isWordAt(text, yearAt + 4)) return undefined;
  const isDayFirst = mark === 46 || a > 12 || (b <= 12 && context.dateOrder === 'dmy');
  const [day, month] = isDayFirst ? [a, b] : [b, a];
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  const value = dayValue(context, month, day, year);
  const isOpen = mark !== 46 && a <= 12 && b <= 12 && a !== b && b <= daysInMonth(year, a);
  return { value: isOpen ? { ...value, swappable: true } : value, end: yearAt + 4 };
}

/**
 * Whether four bare digits are a year. Copy writes thousands with a comma, so a number of this century or the last
 * without one is a year unless something behind it is counted; older ones need a word of time before them.
 */
export function readBareYear(state: ScanState, at: number, year: number): DateRead | undefined {
  const { text, from } = state;
  const end = at + 4;
  if (year < 1500 || year > 2199) return undefined;
  if (lexemeAt(text, skipGap(text, end))?.thing) return undefined;
  const before = lexemeBefore(text, at, from);
  const isModern = year >= 1900 && year <= 2069;
  const isTemporal =
    before?.temporal === true || (state.lastIsDate && at - state.last < 8) || isEnclosed(text, at, end);
  if (!isTemporal && (!isModern || before?.word === 'least' || before?.word === 'most')) return undefined;
  return { value: yearValue(year), end };
}

/** In brackets or alone on its line, as a table's head is. */
function isEnclosed(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(end);
  const isOpen = before === 40 || before === 91 || before === 10 || Number.isNaN(before);
  return (
    isOpen &&
    (behind === 41 ||
      behind === 93 ||
      behind === 44 ||
      behind === 10 ||
      behind === 13 ||
      Number.isNaN(behind))
  );
}
