import { skipGapBack } from './chars.ts';
import type { Lexeme } from './lexemes.ts';
import { findLexeme, wordStart } from './lexicon.ts';

/** A word that stands before some place in the text. */
export interface Before {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lexeme of the word that ends before the blank space before `index`, if it is a known word. */
export function lexemeBefore(text: string, index: number, from: number): Lexeme | undefined {
  const end = skipGapBack(text, index, from);
  const start = wordStart(text, end, from);
  return start === end ? undefined : findLexeme(text, start, end);
}

/** The word before `index`, in lower case; empty where none stands there. */
export function wordBefore(text: string, index: number, from: number): Before {
  const end = skipGapBack(text, index, from);
  const start = wordStart(text, end, from);
  return { start, end, text: text.slice(start, end).toLowerCase() };
}

/** Where the «a» or «an» right before `index` begins; -1 where none stands there. */
export function articleBefore(text: string, index: number, from: number): number {
  const lexeme = lexemeBefore(text, index, from);
  if (lexeme?.lead !== 'article' || lexeme.word === 'the') return -1;
  return skipGapBack(text, index, from) - lexeme.word.length;
}
