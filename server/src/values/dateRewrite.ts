import { fromEpochDay, toIsoDate } from '../text/calendarDate.ts';
import { capitalLike } from './figures.ts';
import type { DateValue, ScanContext } from './kind.ts';
import { rewritePeriod } from './periodRewrite.ts';
import { MONTH_ABBREVIATIONS, MONTHS } from './vocabulary.ts';

/** `known` in the form of `model`: its order, its way with months, a year only where it has one; then in full. */
export function rewriteDate(known: DateValue, model: string, context: ScanContext): readonly string[] {
  const day = fromEpochDay(known.from);
  const texts = /[a-z]/i.test(model)
    ? [...rewritePeriod(known, model), ...rewriteWords(known, model)]
    : rewriteFigures(known, model, context);
  return [...new Set([...texts, writeInFull(known, day, context)])];
}

/** How exactly a date is known: 3 by day, 2 by month, 1 by year, 0 as some other stretch. */
function exactness({ grain }: DateValue): number {
  return grain === 'day' ? 3 : grain === 'month' ? 2 : grain === 'year' ? 1 : 0;
}

function writeInFull(
  known: DateValue,
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  { dateOrder }: ScanContext,
): string {
  const name = MONTHS[month - 1]!;
  switch (known.grain) {
    case 'day':
      return dateOrder === 'dmy' ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`;
    case 'month':
      return `${name} ${year}`;
    case 'quarter':
      return `${ORDINAL_WORDS[Math.floor((month - 1) / 3)]} quarter of ${year}`;
    case 'half':
      return `${month < 7 ? 'first' : 'second'} half of ${year}`;
    case 'decade':
      return `${year}s`;
    case 'fiscal-year':
      return `fiscal ${year}`;
    case 'part':
    case 'week':
    case 'season':
      return known.to - known.from > 40 ? String(year) : `${name} ${year}`;
    case 'year':
      return String(year);
  }
}

const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth'];

/** `2023-11-01`, `16.09.2025`, `16/09/2025` and bare years. */
function rewriteFigures(known: DateValue, model: string, { dateOrder }: ScanContext): readonly string[] {
  const date = fromEpochDay(known.from);
  const exact = exactness(known);
  if (exact === 0) return [];
  const iso = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.exec(model);
  if (iso) return [toIsoDate(date).slice(0, Math.min(model.length, [4, 4, 7, 10][exact]!))];
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2\d{4}$/.exec(model);
  if (!parts || exact < 3) return [];
  const [, first = '', mark = '', second = ''] = parts;
  const isDayFirst = mark === '.' || Number(first) > 12 || (Number(second) <= 12 && dateOrder === 'dmy');
  const pad = first.length === 2 && second.length === 2 ? 2 : 1;
  const [day, month] = [date.day, date.month].map((number) => String(number).padStart(pad, '0'));
  return [[...(isDayFirst ? [day, month] : [month, day]), date.year].join(mark)];
}

const TOKEN = /\d{4}|\d{1,2}(?:st|nd|rd|th)?|[A-Za-z]+\.?/g;

/** A model with a month's name in it: each part is replaced where it stands. */
function rewriteWords(known: DateValue, model: string): readonly string[] {
  const exact = exactness(known);
  const date = fromEpochDay(known.from);
  const tokens = [...model.matchAll(TOKEN)].map(([token]) => token);
  const monthToken = tokens.find((token) => monthOf(token) > 0);
  const hasYear = tokens.some((token) => /^\d{4}$/.test(token));
  if (exact === 0 || !monthToken) return [];
  if (exact === 1) return [String(date.year)];
  const hasDay = tokens.some((token) => /^\d{1,2}(?!\d)/.test(token));
  if (hasDay && exact === 2) {
    const month = capitalLike(
      MONTHS[date.month - 1]!,
      monthToken.length > 3 ? monthToken.replace('.', '') : 'M',
    );
    return [hasYear ? `${month} ${date.year}` : month];
  }
  const single = model.replace(
    /(\d{1,2}(?:st|nd|rd|th)?)(?:[-‐–]| to | and )\d{1,2}(?:st|nd|rd|th)?(?!\d)/,
    '$1',
  );
  return [single.replace(TOKEN, (token) => tokenLike(token, date))];
}

function tokenLike(
  token: string,
  date: { readonly year: number; readonly month: number; readonly day: number },
): string {
  if (/^\d{4}$/.test(token)) return String(date.year);
  if (/^\d/.test(token)) {
    const digits = token.startsWith('0') ? String(date.day).padStart(2, '0') : String(date.day);
    return /\D/.test(token) ? digits + ordinalSuffix(date.day) : digits;
  }
  return monthOf(token) > 0 ? monthLike(date.month, token) : token;
}

/** The number of the month that a token names, 0 for any other word. «may» in small letters is a verb. */
function monthOf(token: string): number {
  if (!/^[A-Z]/.test(token)) return 0;
  const plain = token.replace('.', '').toLowerCase();
  return MONTHS.findIndex((name) => name.toLowerCase() === plain) + 1 || (MONTH_ABBREVIATIONS[plain] ?? 0);
}

/** AP style abbreviates only these, and only beside a day. */
const AP_MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** A month in the manner of another: in full, with a full stop (AP), or in three letters. */
export function monthLike(month: number, like: string): string {
  if (monthOf(like) === month) return like;
  const full = MONTHS[month - 1]!;
  const plain = like.replace('.', '');
  if (MONTHS.some((name) => name.toLowerCase() === plain.toLowerCase())) return capitalLike(full, like);
  const isAllShort = /^(?:mar|apr|jun|jul)/i.test(plain);
  if (!like.endsWith('.')) return capitalLike(full.slice(0, month === 9 && plain.length === 4 ? 4 : 3), like);
  const text = isAllShort && full.length > 4 ? `${full.slice(0, 3)}.` : AP_MONTHS[month - 1]!;
  return capitalLike(text, like);
}

/** «st», «nd», «rd» or «th». */
export function ordinalSuffix(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}
