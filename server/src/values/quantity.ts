import {
  CURRENCY,
  classAt,
  isDashAt,
  isDigitAt,
  isLetterAt,
  isWordAt,
  SPACE,
  skipGap,
  skipGapBack,
} from './chars.ts';
import { CURRENCY_SIGNS } from './currencies.ts';
import type { AmountValue, CountValue, DurationValue, PercentValue } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, wordEnd } from './lexicon.ts';
import { lexemeBefore } from './lookBack.ts';
import { readNumberWords } from './numberWords.ts';
import { type Numeral, readFigures, takeScale, wordBehind } from './numeral.ts';
import type { ScanState } from './scanState.ts';
import { readUnit, type Unit } from './unit.ts';

/** A number or a range with its unit, before it is known whether it is a value. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly low: Numeral;
  readonly high: Numeral;
  readonly unit: Unit | undefined;
  /** The word behind a number without a scale; null where the lexicon has none there. */
  readonly word: Lexeme | null;
}

/** The currency sign before a number. */
export interface Sign {
  readonly start: number;
  readonly currency: string;
}

/** The number that begins at `numeral` (and is changed), with scale word, unit and, where it is one, the other end of its range. */
export function readMeasure(state: ScanState, numeral: Numeral, sign: Sign | undefined): Measure {
  const { text } = state;
  // Looked up once for scale and unit: it is neither as often as not.
  const word = wordBehind(text, numeral.end);
  const isScaled = takeScale(text, numeral, word, sign !== undefined);
  const unit = unitBehind(text, numeral, sign, isScaled ? undefined : word);
  const start = sign === undefined ? numeral.start : sign.start;
  const end = unit === undefined ? numeral.end : unit.end;
  const single = { start, end, low: numeral, high: numeral, unit, word };
  return readUpper(state, single, sign) ?? single;
}

function unitBehind(
  text: string,
  numeral: Numeral,
  sign: Sign | undefined,
  word?: Lexeme | null,
): Unit | undefined {
  if (!sign) return readUnit(text, numeral, word);
  return { kind: 'amount', end: numeral.end, divisor: 1, unit: '', currency: sign.currency };
}

type Joint = 'dash' | 'to' | 'and' | 'or';

/** The range that begins with `lower`: «15–20%», «4 to 5 percent», «between €5 billion and €6 billion», «two or three years». */
function readUpper(state: ScanState, lower: Measure, sign: Sign | undefined): Measure | undefined {
  const { text } = state;
  const joint = jointAt(text, lower.end);
  if (!joint || !mayJoin(state, lower, joint.kind)) return undefined;
  const hasSign = classAt(text, joint.end) === CURRENCY;
  if (hasSign && !sign) return undefined;
  const at = hasSign ? joint.end + 1 : joint.end;
  const high = isDigitAt(text, at) ? readFigures(text, at) : readNumberWords(text, at);
  if (!high) return undefined;
  takeScale(text, high, wordBehind(text, high.end), hasSign || sign !== undefined);
  const unit = sign && !readUnit(text, high) ? unitBehind(text, high, sign) : readUnit(text, high);
  if (!sameUnit(lower.unit, unit) || (!unit && isLetterAt(text, high.end))) return undefined;
  const isShort =
    high.scale > 1 && lower.low.scale === 1 && (!lower.unit || sign !== undefined) && lower.low.value < 1000;
  const { low } = lower;
  const least = isShort ? low.value * high.scale : low.value;
  const isRange = joint.kind === 'or' ? high.value === least + high.scale : least < high.value;
  if (!isRange || (joint.kind === 'to' && isChange(state, lower, unit))) return undefined;
  if (isShort) {
    low.value = least;
    low.precision *= high.scale;
    low.scale = high.scale;
  }
  return { ...lower, end: unit?.end ?? high.end, high, unit: unit ?? lower.unit };
}

function jointAt(text: string, end: number): { readonly kind: Joint; readonly end: number } | undefined {
  if (isDashAt(text, end)) return { kind: 'dash', end: end + 1 };
  const next = skipGap(text, end);
  if (next === end) return undefined;
  const code = text.charCodeAt(next);
  // A spaced hyphen is a dash between clauses as often as not; a spaced en dash between two numbers is a range.
  if (code === 0x2013) return classAt(text, next + 1) === SPACE ? { kind: 'dash', end: next + 2 } : undefined;
  if (code === 116 && hasWordAt(text, next, 'to')) return { kind: 'to', end: skipGap(text, next + 2) };
  if (code === 97 && hasWordAt(text, next, 'and')) return { kind: 'and', end: skipGap(text, next + 3) };
  return code === 111 && hasWordAt(text, next, 'or')
    ? { kind: 'or', end: skipGap(text, next + 2) }
    : undefined;
}

const CHANGES = new Set(
  'rose fell grew climbed increased decreased declined dropped jumped up down cut raised slipped edged surged slid gained lifted widened narrowed'.split(
    ' ',
  ),
);

/** «Rose 4 to 150 pence» and «rose 1,200 to 4,300» are changes; «rose 4 to 5 percent» is a range all the same. */
function isChange(state: ScanState, { start, low }: Measure, unit: Unit | undefined): boolean {
  if (unit?.kind === 'percent' || unit?.kind === 'points') return false;
  return (!unit && low.value >= 100) || CHANGES.has(wordBeforeMeasure(state, start));
}

/** «to» makes a range only of a bare number («4 to 5%»), and never behind «from»; «and» only behind «between». */
function mayJoin(state: ScanState, { start, unit }: Measure, kind: Joint): boolean {
  if (kind === 'dash') return true;
  if (kind === 'or') return !unit;
  const word = wordBeforeMeasure(state, start);
  if (kind === 'and') return word === 'between';
  return !unit && word !== 'from';
}

function wordBeforeMeasure({ text, from }: ScanState, start: number): string {
  const end = skipGapBack(text, start, from);
  let at = end;
  while (at > from && isLetterAt(text, at - 1)) at--;
  return text.slice(at, end).toLowerCase();
}

function sameUnit(low: Unit | undefined, high: Unit | undefined): boolean {
  if (!low) return true;
  return (
    high !== undefined && low.kind === high.kind && low.unit === high.unit && low.currency === high.currency
  );
}

/** A measure as a percentage. */
export function toPercent({ low, high }: Measure, unit: Unit, sign: number): PercentValue {
  const divisor = divisorOf(low, high, unit, sign);
  return {
    kind: 'percent',
    low: low.value / divisor,
    high: high.value / divisor,
    precision: precisionOf(low, high) / unit.divisor,
    unit: unit.kind === 'points' ? 'points' : 'percent',
  };
}

/** A measure as an amount of money. */
export function toAmount({ low, high }: Measure, unit: Unit, sign: number): AmountValue {
  const divisor = divisorOf(low, high, unit, sign);
  return {
    kind: 'amount',
    low: low.value / divisor,
    high: high.value / divisor,
    precision: precisionOf(low, high) / unit.divisor,
    currency: unit.currency,
  };
}

/** A range has no sign. */
function divisorOf(low: Numeral, high: Numeral, { divisor }: Unit, sign: number): number {
  return sign < 0 && low.value === high.value ? -divisor : divisor;
}

function precisionOf(low: Numeral, high: Numeral): number {
  return Math.max(low.precision, high.precision);
}

/** A measure as a count. */
export function toCount({ low, high }: Measure): CountValue {
  return { kind: 'count', low: low.value, high: high.value, precision: precisionOf(low, high) };
}

/** A duration and where its words end: «23-year-old», «24 years ago», «170 years». */
export function toDuration(
  state: ScanState,
  measure: Measure,
  unit: Unit,
): { readonly value: DurationValue; readonly end: number } {
  const { low, high } = measure;
  const form = formBehind(state.text, unit.end, low.value === 1 && low.start < low.end - 8);
  const value = {
    kind: 'duration',
    low: low.value,
    high: high.value,
    precision: precisionOf(low, high),
    unit: unit.unit || 'year',
    form: form.form,
  } as const;
  return { value, end: form.end };
}

type Form = { readonly form: DurationValue['form']; readonly end: number };

/** «-old», « old», « ago» behind a duration's unit. */
export function formBehind(text: string, end: number, isSingle: boolean): Form {
  const next = isDashAt(text, end) ? end + 1 : skipGap(text, end);
  if (next > end) {
    if (hasWordAt(text, next, 'old')) return { form: 'age', end: next + 3 };
    if (hasWordAt(text, next, 'ago')) return { form: 'ago', end: next + 3 };
    if (isSingle && hasWordAt(text, next, 'earlier')) return { form: 'ago', end: next + 7 };
  }
  return { form: 'span', end };
}

/** The sign before a percentage or an amount: «+21%», «−6.3%», «-€338 million»; 0 without one. Its character is then part of the value's span. */
export function signBefore({ text, from }: ScanState, start: number): number {
  if (start <= from) return 0;
  const code = text.charCodeAt(start - 1);
  const isMinus = code === 0x2d || code === 0x2212 || code === 0x2013;
  if (code !== 43 && !isMinus) return 0;
  if (start - 1 > from && (isWordAt(text, start - 2) || text.charCodeAt(start - 2) === 37)) return 0;
  return isMinus ? -1 : 1;
}

const LETTERS_BEFORE_DOLLAR = 3;

/** The currency sign at `index` with the letters before it: «$», «US$», «€». */
export function signAt(
  { text, from }: ScanState,
  index: number,
  prefixes: Readonly<Record<string, string>>,
): Sign {
  const plain = { start: index, currency: CURRENCY_SIGNS[text[index]!] ?? 'XXX' };
  if (text.charCodeAt(index) !== 36) return plain;
  let start = index;
  while (start > from && index - start <= LETTERS_BEFORE_DOLLAR && isLetterAt(text, start - 1)) start--;
  const currency = start < index ? prefixes[text.slice(start, index).toLowerCase()] : undefined;
  return currency ? { start, currency } : plain;
}

/** Whether the word behind the number says that it is no plain count: «34E», «5th», «5.40pm», «4 p.m.». */
export function isLabel(text: string, end: number): boolean {
  if (isLetterAt(text, end)) return true;
  const next = skipGap(text, end);
  const code = text.charCodeAt(next) | 32;
  if (next === end || (code !== 97 && code !== 112)) return false;
  if (text.charCodeAt(next + 1) === 46) return (text.charCodeAt(next + 2) | 32) === 109;
  return wordEnd(text, next) === next + 2 && (text.charCodeAt(next + 1) | 32) === 109;
}

/** Whether the measure stands right behind «between», so that the word belongs to no hedge. */
export function isAfterBetween(state: ScanState, start: number): boolean {
  return lexemeBefore(state.text, start, state.from)?.word === 'between';
}
