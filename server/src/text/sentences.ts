import { ABBREVIATIONS, CAPITAL_ABBREVIATIONS, STARTERS } from './abbreviations.ts';
import type { Span } from './span.ts';

/** A run of stops, or a blank line. */
const STOPS = /[.!?…]+|\n[ \t\r]*\n/g;
const CLOSERS = '"\'”’»)]}';
const OPENERS = '"\'“‘„«([{¿¡*-–—•';
const LONGEST_WORD = 40;
const INITIALS = /^(?:\p{Lu}\.){0,5}\p{Lu}$/u;
const WORD = /[\p{L}\p{N}\p{M}'’.&-]{1,40}/uy;

/**
 * The sentences of a span (a block, as a rule), in reading order, without the space around them. A stop ends one where
 * space follows, unless it belongs to an abbreviation («Co.», «Feb.», «J.P.», «No. 3», «Mr.») or goes on in lower
 * case («Yahoo! said»). «Inc.», «U.S.» and «Oct.» end one only before a word that clearly starts another («The»,
 * «It»): two sentences taken for one bind a little less, one cut in two would lose its subject. Blank lines end one.
 */
export function sentencesOf(text: string, { start, end }: Span): readonly Span[] {
  const sentences: Span[] = [];
  let from = start;
  // Cut out, so that a block without a stop costs no look at the rest of the text.
  for (const match of text.slice(start, end).matchAll(STOPS)) {
    const stop = { start: start + match.index, end: start + match.index + match[0].length };
    const close = match[0].startsWith('\n') ? stop.start : sentenceEnd(text, from, stop, end);
    if (close === undefined) continue;
    push(sentences, text, from, close);
    from = close;
  }
  push(sentences, text, from, end);
  return sentences;
}

function push(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (start < end && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (start < end) sentences.push({ start, end });
}

/** Where the sentence ends that began at `from`, given a run of stops; undefined if it goes on. */
function sentenceEnd(text: string, from: number, stop: Span, limit: number): number | undefined {
  let close = stop.end;
  while (close < limit && CLOSERS.includes(text[close]!)) close += 1;
  if (close >= limit) return limit;
  if (!isSpace(text.charCodeAt(close))) return undefined;
  const next = nextWord(text, close, limit);
  if (next === '') return close;
  const isSingleStop = stop.end - stop.start === 1 && text[stop.start] === '.';
  if (isSingleStop && goesOn(text, from, stop.start, next)) return undefined;
  return startsInLowerCase(next) ? undefined : close;
}

/** Whether a single full stop belongs to the word before it. */
function goesOn(text: string, from: number, stop: number, next: string): boolean {
  const word = wordBefore(text, from, stop);
  // «1. The alliance»: the number of an item.
  if (/^\d{1,3}$/.test(word) && text.slice(from, stop).trim() === word) return true;
  const isStarter = STARTERS.has(next);
  if (INITIALS.test(word)) return !isStarter;
  const rule = ABBREVIATIONS.get(word.toLowerCase()) ?? CAPITAL_ABBREVIATIONS.get(word);
  if (rule === 'never') return true;
  if (rule === 'before-starter') return !isStarter;
  return rule === 'unless-figure' && /^\d/.test(next);
}

function wordBefore(text: string, from: number, stop: number): string {
  let start = stop;
  const limit = Math.max(from, stop - LONGEST_WORD);
  while (start > limit && !isSpace(text.charCodeAt(start - 1)) && !OPENERS.includes(text[start - 1]!))
    start -= 1;
  return text.slice(start, stop);
}

/** The word that follows, without opening quotes and brackets; a sign if no word follows. */
function nextWord(text: string, from: number, limit: number): string {
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at += 1;
  const first = text[at];
  while (at < limit && (OPENERS.includes(text[at]!) || isSpace(text.charCodeAt(at)))) at += 1;
  if (at >= limit) return '';
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].replace(/['’.].*$/, '') || (first ?? '');
}

/** «he said»; but not «eBay», «fly24», «iPhone», which may start a sentence. */
function startsInLowerCase(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !/[\p{Lu}\p{N}]/u.test(word);
}

function isSpace(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009;
}
