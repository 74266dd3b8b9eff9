import { firstFrom } from './inOrder.ts';
import type { EntityMention } from './mention.ts';
import { LONGEST_CLAUSE } from './salience.ts';
import { isGivenName, isKnownName, isOrdinaryWord } from './vocabulary.ts';

const OPENING_NAME = /["“(]?(\p{Lu}[\p{L}&]*(?:[-.’'](?!s\b)\p{L}+)*)(?!\p{N})/uy;
/** Who says things is a person as often as a firm. */
const SPEECH =
  /^(?:, \p{Lu}[^,.;]{0,60},)? (?:said|says|told|tells|added|adds|wrote|writes|thinks|argued|argues|noted|warned)\b/u;
/** What makes a firm of an ordinary word, or of a name that people and towns have too. */
const FIRM_BEHIND =
  /^(?:(?:,? which| was| were),? (?:is |was )?|, )(?:founded|established|listed|created|based|headquartered|owned|acquired)\b/;

/** «the company», «the 15-year-old firm»: words that fit many; «the Danish brewer» fits few. */
export function isBare(words: readonly string[]): boolean {
  return words.filter((word) => !/-years?-old$/.test(word)).length === 1;
}

/**
 * Whether somebody whom the facts do not know leads the sentence of `at` or the one before, behind `since`: «Zerkon kept its
 * outlook.» What points back from there on («the company», «its») may well mean that one.
 */
export function hasStrangerSince(
  text: string,
  entities: readonly EntityMention[],
  since: number,
  at: number,
  sentenceAt: (at: number) => number,
): boolean {
  const own = sentenceAt(at);
  let end = own;
  while (end > 0 && /\s/.test(text[end - 1]!)) end -= 1;
  const before = sentenceAt(Math.max(0, end - 1));
  return [own, before].some(
    (start) => since <= start && start < at && isLedByStranger(text, entities, start),
  );
}

const NAME_WITHIN = /(?<![\p{L}\p{N}.&'’-])\p{Lu}[\p{L}&]*(?:[-.’'](?!s\b)\p{L}+)*/gu;

/** Whether a firm is named in a stretch within a sentence: «invested in Zerkon, founded in 2021 by Jo Bell, its chief». */
export function hasStrangerWithin(
  text: string,
  entities: readonly EntityMention[],
  start: number,
  end: number,
): boolean {
  const begin = Math.max(start, end - LONGEST_CLAUSE);
  return [...text.slice(begin, end).matchAll(NAME_WITHIN)].some(({ 0: word, index }) => {
    const from = begin + index;
    const near = entities[firstFrom(entities, from)];
    const isKnown = near !== undefined && near.span.start <= from + word.length + 1;
    return !isKnown && isFirmBefore(text, from + word.length);
  });
}

function isLedByStranger(text: string, entities: readonly EntityMention[], start: number): boolean {
  OPENING_NAME.lastIndex = start;
  const match = OPENING_NAME.exec(text);
  if (match === null) return false;
  const name = match[1]!;
  const end = start + match[0].length;
  const next = entities[firstFrom(entities, start)];
  if (next !== undefined && next.span.start <= end + 1) return false;
  const behind = text.slice(end, end + 100);
  if (isFirmBefore(text, end)) return true;
  // «CEO Lorraine Tackett», «Captain Jo Bell»: what stands before a given name is a title.
  const given = /^ (\p{Lu}\p{L}+)/u.exec(behind)?.[1];
  if (given !== undefined && isGivenName(given)) return false;
  return !isOrdinaryWord(name) && !isKnownName(name) && !SPEECH.test(behind);
}

/** Whether what stands behind a name is said of firms: «, founded in 1903», «, which is based in Kobe», «was listed». */
export function isFirmBefore(text: string, end: number): boolean {
  return FIRM_BEHIND.test(text.slice(end, end + 60));
}
