import { isDashAt, skipGap } from './chars.ts';
import { type DurationRead, readOrdinalYear, readUnitFraction } from './durationWords.ts';
import { emit } from './emit.ts';
import { type FractionRead, readHalf, readPartOfWhole, readShareOfPercent } from './fraction.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import { articleBefore } from './lookBack.ts';
import { readNumberWords } from './numberWords.ts';
import { scanQuantity } from './scanNumbers.ts';
import type { ScanState } from './scanState.ts';

/** Adds what a reader found, if anything. */
export function emitRead(state: ScanState, read: DurationRead | FractionRead | undefined): void {
  if (read) emit(state, read.start, read.end, read.value);
}

/** «a million», «a dozen»: the number begins with the article. */
export function scanArticleNumber(state: ScanState, at: number): void {
  const { text, from } = state;
  const start = articleBefore(text, at, from);
  if (start < state.last) return;
  const numeral = readNumberWords(text, at, 1);
  if (!numeral) return;
  numeral.start = start;
  scanQuantity(state, numeral, undefined);
}

/** «half a million», «half a century», «half a percent», «half of». */
export function scanHalf(state: ScanState, at: number): void {
  const { text } = state;
  const end = at + 4;
  const next = skipGap(text, end);
  const hasArticle = hasWordAt(text, next, 'a');
  const behind = hasArticle ? skipGap(text, next + 1) : isDashAt(text, end) ? end + 1 : next;
  const duration = readUnitFraction(text, at, end, 0.5);
  const word = duration ? undefined : lexemeAt(text, behind);
  if (word?.starter === 'scale') scanHalfOfScale(state, at, behind);
  else emitRead(state, duration ?? readShareOfPercent(text, at, end, 0.5) ?? readHalf(state, at));
}

/** «half a million», «half a dozen»: only roughly meant. */
function scanHalfOfScale(state: ScanState, at: number, scaleAt: number): void {
  const numeral = readNumberWords(state.text, scaleAt, 0.5);
  if (!numeral) return;
  numeral.start = at;
  numeral.precision = numeral.scale > 1 ? 0.1 * numeral.value : 0.5;
  scanQuantity(state, numeral, undefined);
}

/** «third» and its like, where no period begins there: «in its third year», «a third of». */
export function scanOrdinalWord(state: ScanState, at: number, lexeme: Lexeme): void {
  const read = readOrdinalYear(state, at, at + lexeme.word.length, lexeme.ordinal);
  if (read) emitRead(state, read);
  else if (lexeme.denominator > 0) scanShare(state, at, lexeme);
}

/** «a quarter of», «a third», «a quarter of a century». */
export function scanShare(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text, from } = state;
  const end = at + lexeme.word.length;
  const start = articleBefore(text, at, from);
  if (start < state.last) return;
  const duration = readUnitFraction(text, start, end, 1 / lexeme.denominator);
  emitRead(state, duration ?? readPartOfWhole(state, at, end, lexeme.denominator));
}
