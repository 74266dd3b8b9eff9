import type { Fact } from '../facts/facts.ts';
import { isGivenName, isOrdinaryWord } from '../mentions/vocabulary.ts';
import type { CueMatch } from './cues.ts';
import { isFunctionWord } from './stems.ts';
import type { Tie } from './tie.ts';
import { entitiesOf, type Item, type SentenceView } from './view.ts';

/** Whether a word at the start of a sentence, where all have capitals, is the name of somebody the facts do not know. */
export function isUnknownName(text: string, { kind, lower, span }: Item): boolean {
  if (kind !== 'word' || isFunctionWord(lower) || !/^\p{Lu}/u.test(text.slice(span.start, span.end)))
    return false;
  return !isOrdinaryWord(lower.replace(/['’]s?$/, ''));
}

const AUXILIARIES = new Set(
  'was were is are been being had has have be got first originally formally officially jointly only later also then itself'.split(
    ' ',
  ),
);
const RELATIVE_PRONOUNS = new Set(['that', 'which', 'who']);
const PREPOSITIONS = new Set('of in at from near by for with on'.split(' '));
/** Verbs of events as cues, by their stems: in the passive and as participles they are said of what stands before them. */
const EVENT_VERBS = new Set(
  'found establish creat form launch start list renam incorpor open built set date trace began begin begun born'.split(
    ' ',
  ),
);

/** A cue as found near a value. */
interface Bound {
  readonly match: CueMatch;
  readonly view: SentenceView;
  readonly tie: Tie;
}

/**
 * Whether an event's verb is said of a thing that no fact is about: «a plant founded in 1985», «Toyota City was founded»,
 * «a deal that dated back to 1999», «Its women's team, founded in 1974».
 */
export function isSaidOfOther(
  { kind }: Pick<Fact, 'kind'>,
  { match, view, tie }: Bound,
  text: string,
): boolean {
  if (kind !== 'date' || tie === 'around' || view.block.cell) return false;
  const { items, clauseOf } = view;
  const before = items[match.start - 1];
  // «The port, which belongs to the province, opened in 2008»: the verb that brings the main clause back is its subject's.
  if (before?.lower === ',' && clauseOf[match.start] !== clauseOf[match.start - 2]) return false;
  if (before?.lower === ',') {
    const noun = items[match.start - 2];
    // «Originally, founded …»; but «Zerkon, founded in 2021».
    return noun?.kind === 'word' && !isFunctionWord(noun.lower) && !noun.lower.endsWith('ly');
  }
  if (!EVENT_VERBS.has(items[match.start]!.stem)) return false;
  const at = subjectEnd(items, match.start - 1);
  const noun = items[at];
  // «Zerkon, another challenger, was founded in 2016 by a former Velmora engineer»
  if (noun?.lower === ',' && at < match.start - 1) {
    const head = resumedSubject(items, match.start);
    return head === undefined
      ? !items.slice(0, at).some((item) => entitiesOf(item).length > 0)
      : entitiesOf(head).length === 0;
  }
  if (items[match.start]!.lower === 'born' && isPerson(text, items, at)) return true;
  if (noun?.kind !== 'word' || noun.lower === ',' || isFunctionWord(noun.lower)) return false;
  return !isHeadedByKnown(view, at);
}

const PARTICLES = new Set('von van de di da du del della der den af al el la le'.split(' '));

/** «Soichiro Honda was born», «Werner von Siemens», «Walt Disney»: whoever bears a company's name behind another is its founder. */
function isPerson(text: string, items: readonly Item[], at: number): boolean {
  const name = items[at];
  if (name === undefined || entitiesOf(name).length === 0) return false;
  const before = items[at - 1];
  const isCapital = before?.kind === 'word' && /^\p{Lu}/u.test(text.slice(before.span.start));
  if (isCapital && !isFunctionWord(before.lower)) return true;
  if (PARTICLES.has(before?.lower ?? '')) return true;
  const words = text.slice(name.span.start, name.span.end).split(/\s+/);
  return words.length > 1 && (isGivenName(words[0]!) || !words.some(isOrdinaryWord));
}

/** The item at which the verb's subject ends: before auxiliaries, adverbs and a relative pronoun. */
function subjectEnd(items: readonly Item[], from: number): number {
  let at = from;
  const isPassed = ({ lower, kind }: Item) =>
    kind === 'word' && (AUXILIARIES.has(lower) || lower.endsWith('ly'));
  while (at >= 0 && isPassed(items[at]!)) at -= 1;
  if (RELATIVE_PRONOUNS.has(items[at]?.lower ?? '')) {
    at -= 1;
    if (items[at]?.lower === ',') at -= 1;
  }
  return at;
}

/** «Toyota of Japan was founded», «the carmaker based in Aichi was founded»: a known party before a preposition leads the phrase. */
function isHeadedByKnown({ items, clauseOf }: SentenceView, end: number): boolean {
  let prepositions = 0;
  for (let at = end; at >= 0 && clauseOf[at] === clauseOf[end]; at -= 1) {
    const item = items[at]!;
    if (item.lower === ',' || isNewThing(items, at)) return false;
    if (PREPOSITIONS.has(item.lower)) prepositions += 1;
    if (entitiesOf(item).length === 0) continue;
    return prepositions > 0 && !PREPOSITIONS.has(items[at - 1]?.lower ?? '');
  }
  return false;
}

/** «closed a plant that was founded in 1920»: an indefinite article begins a phrase of its own, but behind a preposition. */
function isNewThing(items: readonly Item[], at: number): boolean {
  const { lower } = items[at]!;
  return (lower === 'a' || lower === 'an') && !PREPOSITIONS.has(items[at - 1]?.lower ?? '');
}

const RELATIVES = new Set(['which', 'whose', 'who', 'whom', 'where']);

/**
 * The subject that a verb behind a comma goes back to over a relative clause: «Zerkon, of which Velmora owns 21%, employs 900».
 * Undefined where the verb is not so placed.
 */
export function resumedSubject(items: readonly Item[], verb: number): Item | undefined {
  const comma = subjectEnd(items, verb - 1);
  if (items[comma]?.lower !== ',') return undefined;
  for (let at = comma - 1; at > 0; at -= 1) {
    if (!RELATIVES.has(items[at]!.lower)) continue;
    const before = items[at - 1]!.lower === ',' ? at - 1 : at - 2;
    return items[before]?.lower === ',' ? items[before - 1] : undefined;
  }
  return undefined;
}

const BEGINNINGS = new Set(['since', 'from', 'until', 'till']);

/** «HSBC, based in London since 1993, named a new chief»: a date that ends what stands before the comma is not of the verb behind. */
export function isOfWordsBefore({ match, view, tie }: Bound, index: number): boolean {
  const { items } = view;
  if (tie === 'around' || match.start <= index || items[index + 1]?.lower !== ',') return false;
  if (items[index + 2]?.lower === 'when') return false;
  return BEGINNINGS.has(items[index - 1]?.lower ?? '') && index > 2 && items[index - 2]!.lower !== ',';
}
