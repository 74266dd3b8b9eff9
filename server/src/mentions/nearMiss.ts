import { slipOf } from './distance.ts';
import type { Hit } from './hits.ts';
import { readLegalForm } from './legalForms.ts';
import { FOLD, fold, isAllCaps, KIND, LOWER, OTHER, plain, wordEnd, wordStart } from './letters.ts';
import { type NameWord, nearWords, type Place, type SlipIndex } from './slipIndex.ts';
import { isOrdinaryWord } from './vocabulary.ts';

/** First letters are seldom wrong: only replaced ones, only in words so long that little else can be meant. */
const LONG_WORD = 7;

/** A word that a slip of the pen makes of a name's word; the name around it stands as it should. */
export interface NearHit extends Hit {
  /** The words with the slip, without their neighbours. */
  readonly word: string;
  readonly wordStart: number;
  readonly slip: 'lost' | 'added' | 'replaced' | 'swapped';
  /** The name is this one word. */
  readonly alone: boolean;
  /** Both words start with a capital, or neither. */
  readonly sameCase: boolean;
}

/** The longest name that the word at these offsets belongs to, with one slip; undefined where there is none, or more than one. */
export function nearHitAt(text: string, index: SlipIndex, start: number, end: number): NearHit | undefined {
  const near = nearWords(index, text, start, end);
  if (near.length === 0) return undefined;
  const word = text.slice(start, end);
  const folded = fold(word);
  const all = near.flatMap((nameWord) => hitsOf(text, nameWord, { word, folded, start, end }));
  if (all.length === 0) return undefined;
  // A family name is somebody's only where nothing else can be meant.
  const firms = all.filter(({ form }) => form.kind !== 'family');
  const hits = firms.length > 0 ? firms : all;
  const longest = Math.max(...hits.map((hit) => hit.form.text.length));
  const best = hits.filter((hit) => hit.form.text.length === longest);
  const first = best.find((hit) => hit.sameCase) ?? best[0];
  return first !== undefined && best.every((hit) => hit.form.entity === first.form.entity)
    ? first
    : undefined;
}

/** A word of the text that may be a slip. */
interface Suspect {
  readonly word: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

function hitsOf(text: string, near: NameWord, { word, folded, start, end }: Suspect): readonly NearHit[] {
  const slip = slipOf(folded, near.folded);
  if (slip === undefined || isUnlikely(slip, near.folded, folded)) return [];
  const hits: NearHit[] = [];
  for (const place of near.places) {
    const { form, start: from, end: to } = place;
    const span = align(text, place, start, end);
    if (span === undefined) continue;
    const alone = from === 0 && to === form.text.length;
    const legal = readLegalForm(text, span.end);
    const sameCase = KIND[form.text.charCodeAt(from)] === KIND[word.charCodeAt(0)];
    const hit = {
      ...span,
      sameCase,
      form,
      how: 'near',
      word,
      wordStart: start,
      slip: slip.kind,
      alone,
    } as const;
    hits.push(legal === undefined ? hit : { ...hit, legal });
  }
  return hits;
}

function isUnlikely(slip: NonNullable<ReturnType<typeof slipOf>>, right: string, wrong: string): boolean {
  if (slip.at === 0 && !(slip.kind === 'replaced' && right.length >= LONG_WORD)) return true;
  return /\d/.test((right[slip.at] ?? '') + (wrong[slip.at] ?? ''));
}

/** The span of the whole name if its other words stand around this one exactly. */
function align(text: string, place: Place, start: number, end: number) {
  if (place.last !== 0 && !endsIn(text, start, place.last)) return undefined;
  if (place.next !== 0 && !beginsWith(text, end, place.next)) return undefined;
  const first = walkBack(text, start, place.before);
  const last = walkOn(text, end, place.behind);
  if (first === undefined || last === undefined) return undefined;
  const before = place.form.text.slice(0, place.start);
  const behind = place.form.text.slice(place.end);
  const caps = isAllCaps(text.slice(first, last));
  const cased = (part: string) => (caps ? part.toUpperCase() : part);
  if (plain(`${text.slice(first, start)}x`) !== `${cased(before)}x`) return undefined;
  if (plain(`x${text.slice(end, last)}`) !== `x${cased(behind)}`) return undefined;
  return { start: first, end: last };
}

const WIDEST_GAP = 4;

/** Whether the word before may end in this letter: «Group» stands in many names, and one look tells that it is none of them. */
function endsIn(text: string, start: number, letter: number): boolean {
  let at = start;
  while (at > 0 && start - at <= WIDEST_GAP && KIND[text.charCodeAt(at - 1)] === OTHER) at--;
  return at > 0 && mayBe(text.charCodeAt(at - 1), letter);
}

function beginsWith(text: string, end: number, letter: number): boolean {
  let at = end;
  while (at < text.length && at - end <= WIDEST_GAP && KIND[text.charCodeAt(at)] === OTHER) at++;
  return at < text.length && mayBe(text.charCodeAt(at), letter);
}

/** Marks that a word passes over tell nothing. */
function mayBe(code: number, letter: number): boolean {
  const folded = FOLD[code]!;
  return folded === letter || folded <= 1 || letter <= 1;
}

function walkBack(text: string, start: number, words: number): number | undefined {
  let at = start;
  for (let left = words; left > 0; left--) {
    let end = at;
    while (end > 0 && KIND[text.charCodeAt(end - 1)] === OTHER) end--;
    if (end === 0 || at - end > WIDEST_GAP) return undefined;
    at = wordStart(text, end);
  }
  return at;
}

function walkOn(text: string, end: number, words: number): number | undefined {
  let at = end;
  for (let left = words; left > 0; left--) {
    let start = at;
    while (start < text.length && KIND[text.charCodeAt(start)] === OTHER) start++;
    if (start === text.length || start - at > WIDEST_GAP) return undefined;
    at = wordEnd(text, start);
  }
  return at;
}

/**
 * Whether the words around vouch for the name where the slip makes an ordinary word: «Hale & Potter», «Prairie Wing».
 * Not «Orsa Tower» for «Orsa Power», where Orsa alone is a name and the tower may be its own.
 */
export function isVouchedFor({ form, word, slip }: NearHit, baseExists: (text: string) => boolean): boolean {
  if (!isOrdinaryWord(word)) return true;
  if (KIND[word.charCodeAt(0)] === LOWER) return false;
  const others = form.text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((other) => other !== '' && slipOf(fold(word), fold(other)) === undefined);
  if ((slip === 'added' || slip === 'lost') && isPluralPair(word, form.text)) return true;
  const stem = form.text.slice(0, form.text.lastIndexOf(' '));
  if (stem !== '' && baseExists(stem)) return false;
  return others.length >= 2 || others.some((other) => !isOrdinaryWord(other));
}

function isPluralPair(word: string, name: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u);
  return words.some((right) => right === `${word}s` || word === `${right}s`);
}
