import { isDigitAt, isLetterAt, skipGap } from './chars.ts';
import type { YearRead } from './dateValue.ts';
import type { ScanContext } from './kind.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';

const DECIMAL_MARKS = [44, 46, 58, 47];

/** The four digits of a year at `start`, that is of 1000 to 2999 and not the beginning of another number; -1 for all else. */
export function readYearFigures(text: string, start: number): number {
  let year = 0;
  for (let i = 0; i < 4; i++) {
    if (!isDigitAt(text, start + i)) return -1;
    year = year * 10 + (text.charCodeAt(start + i) - 48);
  }
  if (year < 1000 || year > 2999) return -1;
  const end = start + 4;
  const code = text.charCodeAt(end);
  if (isDigitAt(text, end) || isLetterAt(text, end) || code === 37) return -1;
  const goesOn =
    DECIMAL_MARKS.includes(code) ||
    (code === 45 && isDigitAt(text, end + 2) && text.charCodeAt(end + 3) === 45);
  return goesOn && isDigitAt(text, end + 1) ? -1 : year;
}

/** The year behind a day or a month: «, 2023», « 2023», « of 2023», « ’23», « last year», « of this year». */
export function readYearBehind(text: string, end: number, context: ScanContext): YearRead | undefined {
  const comma = text.charCodeAt(end) === 44 ? end + 1 : end;
  let next = skipGap(text, comma);
  if (next === end) return undefined;
  if (isDigitAt(text, next)) return figuresBehind(text, next);
  if (comma > end) return undefined;
  const code = text.charCodeAt(next);
  if (code === 39 || code === 0x2019) return shortYear(text, next, context);
  if (hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  if (isDigitAt(text, next)) return figuresBehind(text, next);
  return readRelativeYear(text, next, context);
}

/** A year, unless a plural behind it makes it a number of things: «On March 5, 2000 people …». */
function figuresBehind(text: string, at: number): YearRead | undefined {
  const year = readYearFigures(text, at);
  if (year < 0) return undefined;
  return lexemeAt(text, skipGap(text, at + 4))?.thing ? undefined : { year, end: at + 4, relative: false };
}

/** «’23»: the year of that ending nearest to the article's. */
function shortYear(text: string, at: number, { asOf }: ScanContext): YearRead | undefined {
  if (
    !isDigitAt(text, at + 1) ||
    !isDigitAt(text, at + 2) ||
    isDigitAt(text, at + 3) ||
    isLetterAt(text, at + 3)
  ) {
    return undefined;
  }
  const ending = Number(text.slice(at + 1, at + 3));
  const year = ending + 100 * Math.round((asOf.year - ending) / 100);
  return { year, end: at + 3, relative: false };
}

/** «last year», «this year», «next year». */
export function readRelativeYear(text: string, at: number, { asOf }: ScanContext): YearRead | undefined {
  const offset = readOffset(text, at);
  if (offset === undefined) return undefined;
  const next = skipGap(text, at + 4);
  return hasWordAt(text, next, 'year')
    ? { year: asOf.year + offset, end: next + 4, relative: true }
    : undefined;
}

/** -1 for «last», 0 for «this», 1 for «next»: words of four letters each. */
export function readOffset(text: string, at: number): -1 | 0 | 1 | undefined {
  if (hasWordAt(text, at, 'last')) return -1;
  if (hasWordAt(text, at, 'this')) return 0;
  return hasWordAt(text, at, 'next') ? 1 : undefined;
}
