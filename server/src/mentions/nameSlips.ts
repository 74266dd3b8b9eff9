import type { Span } from '../text/span.ts';
import type { Hit } from './hits.ts';
import { fold, isAllCaps } from './letters.ts';
import type { NearHit } from './nearMiss.ts';
import { isCapitalised, isTitled, wordAfter, wordBefore } from './surroundings.ts';
import { isKnownName, isOrdinaryWord } from './vocabulary.ts';

/** A person's name in the draft that is one slip of the pen away from one that the facts give. */
export interface NameSlip {
  readonly span: Span;
  /** The name as written. */
  readonly name: string;
  /** The full name that the facts give. */
  readonly known: string;
  /** Nobody else can be meant: the rest of the name is rare, or the full name stands in the draft too. */
  readonly sure: boolean;
}

/** Shorter words are too near to too many others. */
const SHORTEST = 5;

/** Of the near hits on people's names, those that are slips. `values`: the hits on right names. */
export function nameSlipsOf(
  text: string,
  near: readonly NearHit[],
  values: readonly Hit[],
): readonly NameSlip[] {
  const named = new Set(values.filter(({ form }) => form.kind === 'value').map(({ form }) => form.entity));
  return near.flatMap((hit) => {
    const { start, end, form } = hit;
    const isSlip =
      form.kind === 'family' ? named.has(form.entity) && isAlone(text, hit) : isOneOff(text, hit);
    if (!isSlip) return [];
    const name = text.slice(start, end).replace(/\s+/g, ' ');
    const sure = form.kind === 'family' || hasRareRest(hit);
    return [{ span: { start, end }, name, known: form.entity, sure }];
  });
}

/** A full name but for one letter; another first letter makes another name, and a capital in front one more. */
function isOneOff(text: string, { word, start, end, sameCase, slip, form }: NearHit): boolean {
  if (!sameCase || form.text.split(' ').length < 2) return false;
  if (/\p{Ll}/u.test(word[0]!) || isJoined(text, start, end)) return false;
  return slip === 'swapped' || word.length >= SHORTEST - 1;
}

/** «Dhilon said»: a family name by itself, and no other word or name. */
function isAlone(text: string, { word, start, end, slip }: NearHit): boolean {
  if (word.length < SHORTEST || !isCapitalised(word) || isJoined(text, start, end)) return false;
  if (isOrdinaryWord(word) || isKnownName(word)) return false;
  if (slip === 'added' && /[sn]$/i.test(word)) return false;
  const before = wordBefore(text, start);
  // What stands behind a blank line is another paragraph's.
  const isLast = /^[^\S\n]*\r?\n[^\S\n]*\r?\n/.test(text.slice(end, end + 8));
  const after = isLast ? undefined : wordAfter(text, end);
  const isFree = (other: { readonly text: string } | undefined) =>
    other === undefined || !isCapitalised(other.text) || isAllCaps(other.text);
  return (isFree(before) || isTitled(text, start)) && isFree(after);
}

function isJoined(text: string, start: number, end: number): boolean {
  return /[\p{L}-]/u.test(text[start - 1] ?? ' ') || /[\p{L}-]/u.test(text[end] ?? ' ');
}

/** The words that stand right make the person out by themselves. */
function hasRareRest({ form, word }: NearHit): boolean {
  const rest = form.text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= SHORTEST);
  return rest.some((part) => fold(part) !== fold(word) && isRight(part, word) && isRare(part));
}

/** Not the word that has the slip: that one differs from the written one by a letter. */
function isRight(part: string, word: string): boolean {
  return Math.abs(part.length - word.length) > 1 || fold(part).slice(0, 2) !== fold(word).slice(0, 2);
}

function isRare(word: string): boolean {
  return !isOrdinaryWord(word) && !isKnownName(word);
}
