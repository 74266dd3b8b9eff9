import { classAt, isDigitAt, skipGap, UPPER } from './chars.ts';
import { CURRENCY_ABBREVIATIONS } from './currencies.ts';
import { type DateRead, fiscalYearValue } from './dateValue.ts';
import { readAge, readSingleUnit } from './durationWords.ts';
import { emit, emitDate } from './emit.ts';
import type { Lexeme, Starter } from './lexemes.ts';
import { wordBefore } from './lookBack.ts';
import { readBareMonth, readBehindMonth, toMonthName } from './monthDates.ts';
import { readMonthRange } from './monthRanges.ts';
import { readFigures } from './numeral.ts';
import { readPart } from './partDates.ts';
import { readFiscal, readLetterPeriod, readOrdinalPeriod } from './periodDates.ts';
import { readMeasure, toAmount } from './quantity.ts';
import { readRelative, readSeason } from './relativeDates.ts';
import { scanNumberWord } from './scanNumbers.ts';
import { emitRead, scanArticleNumber, scanHalf, scanOrdinalWord, scanShare } from './scanShares.ts';
import type { ScanState } from './scanState.ts';
import { scanWeekday } from './scanWeekday.ts';

type Reader = (state: ScanState, at: number, lexeme: Lexeme) => void;

/** What is tried at a word, by the lexicon's `starter`. */
const READERS: Readonly<Record<Exclude<Starter, ''>, Reader>> = {
  number: scanNumberWord,
  scale: scanArticleNumber,
  half: scanHalf,
  ordinal: scanOrdinal,
  quarter: scanShare,
  unit(state, at, lexeme) {
    emitRead(state, readSingleUnit(state, at, lexeme));
  },
  month(state, at, lexeme) {
    const { text, context } = state;
    if (classAt(text, at) !== UPPER) return;
    const name = toMonthName(text, at, lexeme);
    dateAt(
      state,
      at,
      readMonthRange(text, name, context) ??
        readBehindMonth(text, name, context) ??
        readBareMonth(state, at, lexeme),
    );
  },
  weekday: scanWeekday,
  part(state, at, lexeme) {
    dateAt(state, at, readPart(state.text, at, lexeme, state.context));
  },
  season(state, at, lexeme) {
    dateAt(state, at, readSeason(state.text, at, lexeme));
  },
  relative(state, at, lexeme) {
    if (!isTitle(state, at)) dateAt(state, at, readRelative(state.text, at, lexeme, state.context));
  },
  fiscal(state, at, lexeme) {
    dateAt(state, at, lexeme.word.length === 1 ? readLetter(state, at) : readFiscalYear(state.text, at));
  },
  turn(state, at, lexeme) {
    emitRead(state, readAge(state.text, at, lexeme));
  },
  currency: scanCode,
};

/** Reads the value that begins at (or with the article before) a word of the lexicon, if one does. */
export function scanWord(state: ScanState, at: number, lexeme: Lexeme): void {
  if (lexeme.starter !== '' && at >= state.last) READERS[lexeme.starter](state, at, lexeme);
}

function dateAt(state: ScanState, at: number, read: DateRead | undefined): void {
  if (read) emitDate(state, at, read);
}

/** «third quarter of 2022»; else «in its third year», «a third of». */
function scanOrdinal(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text, context } = state;
  const period = readOrdinalPeriod(text, at + lexeme.word.length, lexeme.ordinal, context);
  if (period) emitDate(state, at, period);
  else scanOrdinalWord(state, at, lexeme);
}

/** «USA Today» is a name. */
function isTitle({ text, from }: ScanState, at: number): boolean {
  if (classAt(text, at) !== UPPER) return false;
  const before = wordBefore(text, at, from);
  return before.end > before.start && before.end === at - 1 && classAt(text, before.start) === UPPER;
}

function readFiscalYear(text: string, at: number): DateRead | undefined {
  const fiscal = readFiscal(text, at);
  return fiscal && { value: fiscalYearValue(fiscal.year), end: fiscal.end };
}

function readLetter({ text, context }: ScanState, at: number): DateRead | undefined {
  return classAt(text, at) === UPPER && isDigitAt(text, at + 1)
    ? readLetterPeriod(text, at, context)
    : undefined;
}

/** «EUR 600 million», «USD5m», «Rs 500», «SFr1.7bn». */
function scanCode(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text } = state;
  if (classAt(text, at) !== UPPER) return;
  const end = at + lexeme.word.length;
  const abbreviated = CURRENCY_ABBREVIATIONS[lexeme.word];
  if (abbreviated === undefined && classAt(text, end - 1) !== UPPER) return;
  const number = skipGap(text, abbreviated !== undefined && text.charCodeAt(end) === 46 ? end + 1 : end);
  const numeral = isDigitAt(text, number) ? readFigures(text, number) : undefined;
  if (!numeral) return;
  const measure = readMeasure(state, numeral, { start: at, currency: abbreviated ?? lexeme.currency });
  if (measure.unit) emit(state, measure.start, measure.end, toAmount(measure, measure.unit, 0));
}
