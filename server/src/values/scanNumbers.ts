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
  return scanQuantity(state, numeral, undefined) ?? scanOrdinal(state, numeral);
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
function scanOrdinal(state: ScanState, numeral: Numeral): number {
  const { text } = state;
  const { end } = numeral;
  if (!isLetterAt(text, end)) return end;
  const suffix = /^(?:st|nd|rd|th)(?![a-z])/i.test(text.slice(end, end + 3));
  const read = suffix ? readOrdinalYear(state, numeral.start, end + 2, numeral.value) : undefined;
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
  return scanQuantity(state, numeral, signAt(state, at, DOLLAR_PREFIXES)) ?? numeral.end;
}

/** Emits the quantity that begins with `numeral`, and returns its end; undefined where it is none. */
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
  const isSingle = low === high;
  if (isSingle && low.digits === 4) {
    const year = readBareYear(state, low.start, low.value);
    if (year) return emitDate(state, low.start, year);
  }
  const share = isSingle ? readOneIn(text, low) : undefined;
  if (share) return emit(state, share.start, share.end, share.value);
  if (isSingle && low.digits === 2 && isAgeInCommas(state, low.start, end)) {
    return emit(state, low.start, end, durationValue(low.value, 'year', 'age'));
  }
  if (isSingle && low.inWords && low.value === 1 && !countsOne(text, end)) return end;
  return emit(state, measure.start, end, toCount(measure));
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
