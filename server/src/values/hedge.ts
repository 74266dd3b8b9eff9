import type { Span } from '../text/span.ts';
import { classAt, isDashAt, isLetterAt, SPACE, skipGap, skipGapBack } from './chars.ts';
import type { Hedge } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, wordStart } from './lexicon.ts';
import { type Before, lexemeBefore, wordBefore } from './lookBack.ts';

/** The words beside a value that open or widen it. */
export interface FoundHedge {
  readonly kind: Hedge;
  readonly span: Span;
}

const SIGNS: Readonly<Record<string, Hedge>> = {
  '~': 'about',
  '≈': 'about',
  '∼': 'about',
  '>': 'above',
  '<': 'below',
  '≥': 'at-least',
  '≤': 'at-most',
};
const COMPARED: Readonly<Record<string, 'above' | 'below'>> = {
  more: 'above',
  greater: 'above',
  higher: 'above',
  larger: 'above',
  bigger: 'above',
  longer: 'above',
  older: 'above',
  less: 'below',
  fewer: 'below',
  lower: 'below',
  smaller: 'below',
  shorter: 'below',
  younger: 'below',
};
const SOFTENERS = new Set(
  'just only slightly well little bit shade fraction far comfortably very somewhat fractionally'.split(' '),
);
const NOUNS = new Set(['little', 'bit', 'shade', 'fraction']);
const AS_MUCH = new Set('much many high long large big late old far'.split(' '));
const AS_LITTLE = new Set('little few low early short'.split(' '));

/** The hedge that ends before a value's first character: «about», «just under», «no more than», «as much as», «~». */
export function hedgeBefore(text: string, start: number, from: number): FoundHedge | undefined {
  const end = skipGapBack(text, start, from);
  if (end <= from) return undefined;
  if (!isLetterAt(text, end - 1)) return signBefore(text, end, start);
  const lexeme = lexemeBefore(text, end, from);
  if (!lexeme) return undefined;
  const found =
    lexeme.lead === 'article'
      ? hedgeBeforeArticle(text, end - lexeme.word.length, from)
      : hedgeAt(text, end, lexeme, from);
  return found && { kind: found.kind, span: { start: found.start, end: found.end } };
}

/**
 * «about a 43% stake». Not «over a two-year period», where the word is a preposition, nor «lower than the €3 billion spent»,
 * which compares.
 */
function hedgeBeforeArticle(text: string, start: number, from: number): Found | undefined {
  const end = skipGapBack(text, start, from);
  const lexeme = end <= from ? undefined : lexemeBefore(text, end, from);
  if (!lexeme || PLACES.has(lexeme.word) || text.charCodeAt(start) === 116) return undefined;
  return hedgeAt(text, end, lexeme, from);
}

/** Hedges that are prepositions as often as not. */
const PLACES = new Set(['over', 'under', 'above', 'below', 'near']);

function signBefore(text: string, end: number, start: number): FoundHedge | undefined {
  const kind = SIGNS[text[end - 1]!];
  // Not the end of «<GM>», of an arrow or of a quotation mark of an e-mail.
  const standsFree =
    start - end <= 1 && (end < 2 || classAt(text, end - 2) >= SPACE) && text.charCodeAt(end - 2) !== 45;
  if (kind) return standsFree ? { kind, span: { start: end - 1, end } } : undefined;
  const isCirca =
    text[end - 1] === '.' && /(?:^|[^a-z])(?:c|ca|approx)\.$/i.test(text.slice(Math.max(0, end - 8), end));
  if (!isCirca) return undefined;
  const wordAt = wordStart(text, end - 1, 0);
  return { kind: 'about', span: { start: wordAt, end } };
}

type Found = { readonly kind: Hedge; readonly start: number; readonly end: number };

/** The hedge that ends with a word: a hedge of its own, or the last word of a phrase. Most words are neither. */
function hedgeAt(text: string, end: number, lexeme: Lexeme, from: number): Found | undefined {
  const start = end - lexeme.word.length;
  if (lexeme.lead === 'hedge')
    return PHRASES.get(lexeme.word)?.(text, { start, end, text: lexeme.word }, from);
  if (lexeme.hedge === '' || (lexeme.word === 'over' && TAKEN.has(wordBefore(text, start, from).text)))
    return undefined;
  return softened(text, { kind: lexeme.hedge, start, end }, from);
}

/** «has taken over 82 million dollars' worth». */
const TAKEN = new Set(
  'take takes took taken taking hand handed turn turned carry carried roll rolled'.split(' '),
);

type PhraseReader = (text: string, word: Before, from: number) => Found | undefined;

/** Phrases by their last word. */
const PHRASES: ReadonlyMap<string, PhraseReader> = new Map<string, PhraseReader>([
  ['than', comparedThan],
  ['to', upTo],
  ['least', atLimit],
  ['most', atLimit],
  ['as', asMuchAs],
  ['of', limitOf],
]);

/** «more than», «no less than»; but «higher than a year ago» compares. */
function comparedThan(text: string, { start, end }: Before, from: number): Found | undefined {
  const compared = wordBefore(text, start, from);
  const kind = COMPARED[compared.text];
  if (!kind) return undefined;
  const negation = wordBefore(text, compared.start, from);
  const isNegated = negation.text === 'no' || negation.text === 'not';
  if (!isNegated) return softened(text, { kind, start: compared.start, end }, from);
  return { kind: kind === 'above' ? 'at-most' : 'at-least', start: negation.start, end };
}

/** «up to», «close to». */
function upTo(text: string, { start, end }: Before, from: number): Found | undefined {
  const up = wordBefore(text, start, from);
  if (up.text === 'up') return { kind: 'at-most', start: up.start, end };
  return up.text === 'close' || up.text === 'near' ? { kind: 'about', start: up.start, end } : undefined;
}

/** «at least», «at most». */
function atLimit(text: string, word: Before, from: number): Found | undefined {
  const at = wordBefore(text, word.start, from);
  const kind = word.text === 'least' ? 'at-least' : 'at-most';
  return at.text === 'at' ? { kind, start: at.start, end: word.end } : undefined;
}

/** «as much as», «as little as». */
function asMuchAs(text: string, { start, end }: Before, from: number): Found | undefined {
  const much = wordBefore(text, start, from);
  const as = wordBefore(text, much.start, from);
  if (as.text !== 'as') return undefined;
  if (AS_MUCH.has(much.text)) return { kind: 'at-most', start: as.start, end };
  return AS_LITTLE.has(much.text) ? { kind: 'at-least', start: as.start, end } : undefined;
}

/** «a maximum of», «in excess of», «upwards of». */
function limitOf(text: string, { start, end }: Before, from: number): Found | undefined {
  const limit = wordBefore(text, start, from);
  if (limit.text === 'minimum') return { kind: 'at-least', start: limit.start, end };
  if (limit.text === 'maximum') return { kind: 'at-most', start: limit.start, end };
  if (limit.text === 'upwards' || limit.text === 'upward') return { kind: 'above', start: limit.start, end };
  const inWord = wordBefore(text, limit.start, from);
  return limit.text === 'excess' && inWord.text === 'in'
    ? { kind: 'above', start: inWord.start, end }
    : undefined;
}

/** «just under», «a little over»: the small words before belong to the hedge, an «a» only with a noun of them. */
function softened(text: string, found: Found, from: number): Found {
  let { start } = found;
  let isNoun = false;
  for (let i = 0; i < 2; i++) {
    const word = wordBefore(text, start, from);
    if (!SOFTENERS.has(word.text) && !(isNoun && word.text === 'a')) break;
    isNoun = NOUNS.has(word.text);
    start = word.start;
  }
  return { ...found, start };
}

/** The hedge behind a value: «20% or more», «50-odd», «100-plus», «20+», «a third or so». */
export function hedgeAfter(text: string, end: number): FoundHedge | undefined {
  const code = text.charCodeAt(end);
  if (code === 43) return { kind: 'at-least', span: { start: end, end: end + 1 } };
  if (isDashAt(text, end)) {
    if (hasWordAt(text, end + 1, 'odd')) return { kind: 'about', span: { start: end, end: end + 4 } };
    return hasWordAt(text, end + 1, 'plus')
      ? { kind: 'at-least', span: { start: end, end: end + 5 } }
      : undefined;
  }
  const start = skipGap(text, end);
  if (start === end || (text.charCodeAt(start) | 32) !== 111 || !hasWordAt(text, start, 'or'))
    return undefined;
  const last = skipGap(text, start + 2);
  for (const [word, kind] of AFTER) {
    if (hasWordAt(text, last, word)) return { kind, span: { start, end: last + word.length } };
  }
  return undefined;
}

const AFTER: readonly (readonly [string, Hedge])[] = [
  ['more', 'at-least'],
  ['above', 'at-least'],
  ['higher', 'at-least'],
  ['less', 'at-most'],
  ['fewer', 'at-most'],
  ['below', 'at-most'],
  ['lower', 'at-most'],
  ['so', 'about'],
  ['thereabouts', 'about'],
];
