import type { Span } from '../text/span.ts';
import { isDashAt, isLetterAt, skipGap, skipGapBack } from './chars.ts';
import type { Hedge } from './kind.ts';
import { findLexeme, hashStep, hasWordAt, type Lexeme, wordStart } from './lexicon.ts';

/** The words beside a value that open or widen it. */
export interface FoundHedge {
  readonly kind: Hedge;
  readonly span: Span;
}

/** A word that stands before some place in the text. */
interface Before {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lexeme of the word that ends before the blank space before `index`, if it is a known word. */
export function lexemeBefore(text: string, index: number, from: number): Lexeme | undefined {
  const end = skipGapBack(text, index, from);
  const start = wordStart(text, end, from);
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return start === end ? undefined : findLexeme(text, start, end, hash);
}

/** The word before `index`, in lower case; empty where none stands there. */
export function wordBefore(text: string, index: number, from: number): Before {
  const end = skipGapBack(text, index, from);
  const start = wordStart(text, end, from);
  return { start, end, text: text.slice(start, end).toLowerCase() };
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
  if (!isLetterAt(text, end - 1)) return signBefore(text, end);
  const word = wordBefore(text, end, from);
  if (word.text === 'a' || word.text === 'an' || word.text === 'the') {
    const outer = hedgeAt(text, wordBefore(text, word.start, from), from);
    return outer && { kind: outer.kind, span: { start: outer.start, end: outer.end } };
  }
  const found = hedgeAt(text, word, from);
  return found && { kind: found.kind, span: { start: found.start, end: found.end } };
}

function signBefore(text: string, end: number): FoundHedge | undefined {
  const kind = SIGNS[text[end - 1]!];
  if (kind) return { kind, span: { start: end - 1, end } };
  const isCirca =
    text[end - 1] === '.' && /(?:^|[^a-z])(?:c|ca|approx)\.$/i.test(text.slice(Math.max(0, end - 8), end));
  if (!isCirca) return undefined;
  const start = wordStart(text, end - 1, 0);
  return { kind: 'about', span: { start, end } };
}

type Found = { readonly kind: Hedge; readonly start: number; readonly end: number };

/** The hedge whose last word is `word`: a word of its own, or the end of a phrase. */
function hedgeAt(text: string, word: Before, from: number): Found | undefined {
  if (word.text === '') return undefined;
  const phrase = PHRASES.get(word.text);
  if (phrase) return phrase(text, word, from);
  const kind = plainHedge(word.text);
  return kind === '' ? undefined : softened(text, { kind, start: word.start, end: word.end }, from);
}

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

/** «more than», «no less than». */
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

function plainHedge(word: string): Hedge | '' {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return findLexeme(word, 0, word.length, hash)?.hedge ?? '';
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
  if (start === end || !hasWordAt(text, start, 'or')) return undefined;
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
