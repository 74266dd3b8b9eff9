import { type CalendarDate, daysInMonth, readIsoDate } from './calendarDate.ts';

/** The head of a file between `---` lines. */
export interface FrontMatter {
  /** Where the article's own text starts. */
  readonly end: number;
  readonly date?: CalendarDate;
}

const OPENING = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;
/** A first line that is `key: value`, `key = value`, a comment, or the end: else `---` is a rule in the text. */
const FIRST_LINE = /^(?:["']?[\w-]+["']?[ \t]*[:=]|#|---|\.\.\.|\+\+\+)/;
/** A top-level `date` key and its value; what is indented belongs to other keys. */
const DATE_LINE = /^["']?date["']?[ \t]*[:=][ \t]*(.*)$/im;
/** Tags, anchors, quotes and block marks before a value. */
const BEFORE_VALUE = /^(?:[!&]\S+ )?\s*(?:[>|][+-]?\s)?\s*["']?/;

/**
 * Reads the front matter at the top of a text of any language; undefined if there is none.
 * Only the top-level key `date` is looked at, by hand: a YAML parser would cost more than the rest of the
 * reading, and a broken head must not cost the date.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text.slice(0, 200));
  if (!opening) return undefined;
  const start = opening[0].length;
  const close = findClose(text, start, opening[1]!);
  if (!close || !FIRST_LINE.test(text.slice(start, start + 200).trimStart())) return undefined;
  const date = readDate(text.slice(start, close.start));
  return { end: close.end, ...(date && { date }) };
}

function findClose(text: string, from: number, fence: string): { start: number; end: number } | undefined {
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = lineEnd - at < 80 ? text.slice(at, lineEnd).trimEnd() : '';
    if (line === fence || (line === '...' && fence === '---')) {
      return { start: at, end: Math.min(lineEnd + 1, text.length) };
    }
    at = lineEnd + 1;
  }
  return undefined;
}

function readDate(head: string): CalendarDate | undefined {
  const match = DATE_LINE.exec(head);
  if (!match) return undefined;
  const start = match.index + match[0].length - match[1]!.length;
  const value = head.slice(start, start + 200);
  return readWrittenDate(value.slice(BEFORE_VALUE.exec(value)?.[0].length ?? 0));
}

const NUMERIC = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const SHORT = /^\d{4}(?:-\d{2})?(?![\w/-])/;
const IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([A-Z][a-z]{2})[a-z]*\.?,? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\b/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date at the start of `value`: `2025-02-13T09:40:00+01:00`, `2025-02`, `13 February 2025`, `Feb. 13, 2025`. */
export function readWrittenDate(value: string): CalendarDate | undefined {
  const numeric = NUMERIC.exec(value);
  if (numeric) return toDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const short = SHORT.exec(value);
  if (short) return readIsoDate(short[0]);
  const words = IN_WORDS.exec(value);
  if (!words) return undefined;
  const day = words[1] ?? words[3];
  return toDay(Number(words[4]), MONTHS.indexOf(words[2]!) + 1, day === undefined ? 1 : Number(day));
}

function toDay(year: number, month: number, day: number): CalendarDate | undefined {
  if (month < 1 || 12 < month || day < 1 || daysInMonth(year, month) < day) return undefined;
  return { year, month, day };
}
