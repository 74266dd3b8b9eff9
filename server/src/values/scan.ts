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
  const state: ScanState = {
    text,
    from: start,
    context,
    found: [],
    last: start,
    lastIsDate: false,
    wordEnd: 0,
  };
  scanUpTo(state, start, end);
  if (state.last <= end) return state.found;
  // The last reader ran over the span's end («26» in one table cell, «January» in the next): once more, cut off there.
  return scanAll(text.slice(0, end), context, { start, end });
}

function scanUpTo(state: ScanState, start: number, end: number): void {
  let at = nextAnchor(state, start, end);
  while (at < end) at = nextAnchor(state, readAt(state, at, end), end);
}

/**
 * Where the next digit, currency sign or word that may begin a value stands; `end` where none does. Nine characters of ten are run over
 * here, in a loop that calls nothing and keeps nothing.
 */
function nextAnchor(state: ScanState, from: number, end: number): number {
  const { text } = state;
  let i = from;
  while (i < end) {
    const found = CLASS_OF[text.charCodeAt(i)]!;
    if (found > CURRENCY) {
      i++;
      continue;
    }
    if (found > UPPER) return i;
    const start = i;
    do i++;
    while (i < end && CLASS_OF[text.charCodeAt(i)]! <= UPPER);
    if (mayStart(text, start, i)) {
      state.wordEnd = i;
      return start;
    }
    if (i < end && CLASS_OF[text.charCodeAt(i)] === DIGIT) i = gluedEnd(text, i);
  }
  return end;
}

/** Reads the value that begins at an anchor, if one does; returns where the scan goes on. */
function readAt(state: ScanState, at: number, end: number): number {
  const { text } = state;
  const found = CLASS_OF[text.charCodeAt(at)]!;
  if (found === DIGIT) return scanNumber(state, at);
  if (found === CURRENCY) return scanCurrency(state, at);
  const i = state.wordEnd;
  const lexeme = findLexeme(text, at, i);
  if (lexeme !== undefined && lexeme.starter !== '') {
    scanWord(state, at, lexeme);
    if (state.last > i) return state.last;
  }
  return i < end && CLASS_OF[text.charCodeAt(i)] === DIGIT ? gluedEnd(text, i) : i;
}
