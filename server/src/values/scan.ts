import type { Span } from '../text/span.ts';
import { CLASS_OF, CURRENCY, DIGIT, UPPER } from './chars.ts';
import type { ScanContext, Stated } from './kind.ts';
import { findLexeme, mayStart } from './lexicon.ts';
import { gluedEnd } from './numeral.ts';
import { scanCurrency, scanNumber } from './scanNumbers.ts';
import type { ScanState } from './scanState.ts';
import { scanWord } from './scanWords.ts';

/**
 * Every value that a text states, of all kinds in one pass, in reading order. Values never overlap; a weekday written with
 * a date stands beside it as a value of its own. With a span, only what lies within it is read, and nothing around it.
 *
 * One loop over the char codes: words stop the scan only where the lexicon has them
 * as the beginning of a value; so do digits and currency signs. Everything else costs one look-up a character.
 */
export function scanAll(text: string, context: ScanContext, span?: Span): readonly Stated[] {
  const start = span?.start ?? 0;
  const end = Math.min(span?.end ?? text.length, text.length);
  const state: ScanState = { text, from: start, context, found: [], last: start, lastIsDate: false };
  scanUpTo(state, start, end);
  if (state.last <= end) return state.found;
  // The last reader ran over the span's end («26» in one table cell, «January» in the next): once more, cut off there.
  return scanAll(text.slice(0, end), context, { start, end });
}

function scanUpTo(state: ScanState, start: number, end: number): void {
  const { text } = state;
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    const found = CLASS_OF[code]!;
    if (found <= UPPER) i = runWord(state, i, end);
    else if (found === DIGIT) i = scanNumber(state, i);
    else if (found === CURRENCY) i = scanCurrency(state, i);
    else i++;
  }
}

/** Runs over a word and reads the value that begins at it, if the lexicon says that one may. */
function runWord(state: ScanState, start: number, end: number): number {
  const { text } = state;
  let i = start + 1;
  while (i < end && CLASS_OF[text.charCodeAt(i)]! <= UPPER) i++;
  const lexeme = mayStart(text, start, i) ? findLexeme(text, start, i) : undefined;
  if (lexeme !== undefined && lexeme.starter !== '') {
    scanWord(state, start, lexeme);
    if (state.last > i) return state.last;
  }
  return i < end && CLASS_OF[text.charCodeAt(i)] === DIGIT ? gluedEnd(text, i) : i;
}
