import { isDashAt, isDigitAt, isLetterAt, skipGap } from './chars.ts';
import { DOLLAR_PREFIXES } from './currencies.ts';
import type { DateRead } from './dateValue.ts';
import { durationValue, isAgeInCommas, readOrdinalYear } from './durationWords.ts';
import { emit, emitDate } from './emit.ts';
import { readBareYear, readDotted, readYearLed } from './figureDates.ts';
import { readOneIn, readParts } from './fraction.ts';
import { readDayFirst } from './monthDates.ts';
import { readNumberWords } from './numberWords.ts';
import { gluedEnd, type Numeral, readFigures, standsFree } from './numeral.ts';
import {
  isLabel,
  type Measure,
  readMeasure,
  type Sign,
  signAt,
  signBefore,
  toAmount,
  toCount,
  toDuration,
  toPercent,
} from './quantity.ts';
import type { ScanState } from './scanState.ts';

/** Reads what begins with the digits at `at`; returns where the scan goes on. */
export function scanNumber(state: ScanState, at: number): number {
  const { text } = state;
  if (!standsFree(text, at, state.from)) return gluedEnd(text, at);
  const date = readDateAt(state, at);
  if (date) return emitDate(state, at, date);
  const numeral = readFigures(text, at);
  if (!numeral) return gluedEnd(text, at);
  const { end, value } = numeral;
  return scanQuantity(state, numeral, undefined) ?? scanOrdinal(state, at, end, value);
}

/** A date that begins with digits. */
function readDateAt(state: ScanState, at: number): DateRead | undefined {
  const { text, context } = state;
  if (!isDigitAt(text, at + 1) || !isDigitAt(text, at + 2)) {
    return readDotted(text, at, context) ?? readDayFirst(text, at, context);
  }
  const isFour = isDigitAt(text, at + 3) && !isDigitAt(text, at + 4);
  return isFour ? readYearLed(text, at, context) : undefined;
}

/** «24th year», «25th anniversary»; other ordinals state nothing. */
function scanOrdinal(state: ScanState, start: number, end: number, value: number): number {
  const { text } = state;
  if (!isLetterAt(text, end)) return end;
  const suffix = /^(?:st|nd|rd|th)(?![a-z])/i.test(text.slice(end, end + 3));
  const read = suffix ? readOrdinalYear(state, start, end + 2, value) : undefined;
  if (!read) return gluedEnd(text, end);
  emit(state, read.start, read.end, read.value);
  return read.end;
}

/** Reads the number in words at `start`. */
export function scanNumberWord(state: ScanState, start: number): void {
  const numeral = readNumberWords(state.text, start);
  if (!numeral) return;
  const share = readParts(state.text, numeral);
  if (share) emit(state, share.start, share.end, share.value);
  else scanQuantity(state, numeral, undefined);
}

/** Reads the amount whose currency sign stands at `at`; returns where the scan goes on. */
export function scanCurrency(state: ScanState, at: number): number {
  const { text } = state;
  const number = text.charCodeAt(at + 1) === 32 ? at + 2 : at + 1;
  const numeral = isDigitAt(text, number) ? readFigures(text, number) : undefined;
  if (!numeral) return at + 1;
  const { end } = numeral;
  return scanQuantity(state, numeral, signAt(state, at, DOLLAR_PREFIXES)) ?? end;
}

/** Emits the quantity that begins with `numeral` (and changes it), and returns its end; undefined where it is none. */
export function scanQuantity(state: ScanState, numeral: Numeral, sign: Sign | undefined): number | undefined {
  const measure = readMeasure(state, numeral, sign);
  const { unit } = measure;
  if (!unit) return scanPlain(state, measure);
  if (unit.kind === 'duration') {
    const { value, end } = toDuration(state, measure, unit);
    return emit(state, measure.start, end, value);
  }
  const minus = signBefore(state, measure.start);
  const start = minus === 0 ? measure.start : measure.start - 1;
  const value = unit.kind === 'amount' ? toAmount(measure, unit, minus) : toPercent(measure, unit, minus);
  return emit(state, start, measure.end, value);
}

/** A number without a unit: a year, a share («one in five»), an age between commas, or a count. */
function scanPlain(state: ScanState, measure: Measure): number | undefined {
  const { text } = state;
  const { low, high, end } = measure;
  if (isLabel(text, end)) return undefined;
  if (low === high) {
    const behind = scanSingle(state, low, end);
    if (behind >= 0) return behind;
  }
  return emit(state, measure.start, end, toCount(measure));
}

/** The end of a single number that is no plain count, or none of anything; -1 for all others. */
function scanSingle(state: ScanState, number: Numeral, end: number): number {
  const { text } = state;
  const { start, digits, value } = number;
  if (digits === 4) {
    const year = readBareYear(state, start, value);
    if (year) return emitDate(state, start, year);
  }
  if (digits === 2 && isAgeInCommas(state, start, end))
    return emit(state, start, end, durationValue(value, 'year', 'age'));
  const share = readOneIn(text, number);
  if (share) return emit(state, share.start, share.end, share.value);
  return number.inWords && value === 1 && !countsOne(text, end) ? end : -1;
}

const NOT_COUNTED = new Set(
  'of another day that which who is was has had would could will can may might more or and in on at to for by as from way thing else with but'.split(
    ' ',
  ),
);

/** «one plant», not the pronoun of «one of them» or «the one that». */
function countsOne(text: string, end: number): boolean {
  if (isDashAt(text, end)) return false;
  const next = skipGap(text, end);
  if (next === end || !isLetterAt(text, next)) return false;
  let stop = next;
  while (isLetterAt(text, stop)) stop++;
  return !NOT_COUNTED.has(text.slice(next, stop).toLowerCase());
}
