import { isFunctionWord } from './stems.ts';
import { entitiesOf, type Item, isPossessive } from './view.ts';

/** Stems of nouns for a holding. */
export const STAKE_NOUNS = new Set([
  'stake',
  'holding',
  'hold',
  'interest',
  'sharehold',
  'share',
  'equiti',
  'particip',
]);

/** What a share can be of: «of its stock», «of the votes». */
export const SHARE_NOUNS = new Set(['share', 'stock', 'capit', 'equiti', 'vote']);

/** Stems of verbs whose subject holds what follows. */
export const OWNING_VERBS = new Set(
  'own hold have keep control take buy acquir retain possess purchas get got hand disclos'.split(' '),
);

/** «Bought 10%» may come on top of what was there already: it says what is held only where it is the first step. */
export const STEP_VERBS = new Set(['take', 'buy', 'acquir', 'purchas', 'get', 'pay']);

/** Stems of verbs that give the holder behind «by» or «to». */
export const PASSIVE = new Set(['own', 'hold', 'control', 'belong']);

/** Stems of words that lead from a noun to its value: «a stake of 15%», «was cut to 15%». */
export const TO_VALUE = new Set([
  'to',
  'from',
  'at',
  'of',
  'be',
  'reach',
  'by',
  'into',
  'stand',
  'total',
  'remain',
  'includ',
  'as',
]);

/** What the words on one side of a value say of its roles. */
export interface Side {
  readonly held: readonly string[];
  readonly holder: readonly string[];
  readonly cued: boolean;
  readonly unknown: boolean;
  readonly votes: boolean;
  /** The words say outright that it is a share of something else («of its sales»). */
  readonly blocked?: boolean;
  /** Nothing but «of HELD» behind the value: a share of somebody, whatever the verb. */
  readonly bare?: boolean;
  readonly cue?: Item;
}

/** A side that says nothing of a holding. */
export const NOTHING: Side = { held: [], holder: [], cued: false, unknown: false, votes: false };

/** Words that may stand between a verb of owning and its value. */
export const ADVERBS = new Set([
  'not',
  'still',
  'now',
  'already',
  'just',
  'only',
  'also',
  'then',
  'at',
  'least',
  'most',
  'a',
  'an',
  'the',
  'as',
  'much',
  'some',
  'around',
  'about',
  'over',
  'under',
  'more',
  'than',
  'its',
  'remaining',
  'for',
]);

/** Words that open a relative clause. */
export const RELATIVES = new Set(['which', 'that', 'who']);

/** The nearest named item at or before `from`, at most `reach` items away. */
export function lastEntity(items: readonly Item[], from: number, reach = 8): Item | undefined {
  for (let at = from; at >= Math.max(0, from - reach); at -= 1) {
    if (entitiesOf(items[at]).length > 0) return items[at];
  }
  return undefined;
}

/**
 * The name that a noun phrase stands for: past articles; past a possessor («its Japanese partner» is the partner); past
 * one or two common nouns before the name («the broadcaster Kanal 12»).
 */
export function skipDeterminers(items: readonly Item[], start: number): Item | undefined {
  let at = start;
  while (
    items[at]?.kind === 'word' &&
    ['the', 'a', 'an', 'all', 'both', 'outstanding'].includes(items[at]!.lower)
  )
    at += 1;
  const next = items[at + 1];
  if (isPossessive(items[at]) && next?.kind === 'reference' && !next.mention.possessive) return next;
  for (
    let ahead = at + 1;
    ahead <= at + 2 && items[ahead - 1]?.kind === 'word' && !isFunctionWord(items[ahead - 1]!.lower);
    ahead += 1
  ) {
    if (items[ahead]?.kind === 'entity' && !isPossessive(items[ahead])) return items[ahead];
  }
  return items[at];
}

/** Words between a verb and its value, or a possessor and its noun, that change nothing of who holds what. */
export const ADJECTIVES = new Set(
  'the a an remaining entire whole existing current present direct indirect minority majority controlling combined total new some only full'.split(
    ' ',
  ),
);

/** Steps left over articles and adjectives, to a possessor («its strategic 15% stake») or to the word that governs the value. */
export function skipBackAdjectives(items: readonly Item[], from: number): number {
  for (let at = from; at >= Math.max(0, from - 2); at -= 1) {
    if (isPossessive(items[at])) return at;
    const item = items[at]!;
    if (
      item.kind !== 'word' ||
      TO_VALUE.has(item.stem) ||
      OWNING_VERBS.has(item.stem) ||
      item.lower.endsWith('ed')
    )
      break;
  }
  let at = from;
  while (at > 0 && items[at]?.kind === 'word' && ADJECTIVES.has(items[at]!.lower)) at -= 1;
  return at;
}
