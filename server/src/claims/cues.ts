import type { Entity, Fact, FactBase } from '../facts/facts.ts';
import { type StemPlaces, stemPlaces } from './sentenceStems.ts';
import { isFunctionWord, stemsOf } from './stems.ts';
import type { SentenceView } from './view.ts';

/** A cue phrase as its content stems, in order. */
export interface Cue {
  readonly phrase: string;
  readonly stems: readonly string[];
  /** «of its workforce»: counts only right behind the value. */
  readonly follows: boolean;
}

/** The cue phrases of a fact, by where they come from. `of` and `about` narrow the relation down. */
export interface FactCues {
  readonly relation: readonly Cue[];
  readonly about: readonly Cue[];
  readonly of: readonly Cue[];
}

/** Where a cue stands among a sentence's items (half-open), and how well it fits. */
export interface CueMatch {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
  /** The content words stand in order with nothing but function words and values between. */
  readonly exact: boolean;
}

/**
 * Prepares the cues of every fact; the names of subject and object are taken out of them, since those are bound by themselves.
 * `known`: those of the base's facts, by id, where they were prepared before.
 */
export function compileCues(
  base: FactBase,
  known?: Pick<ReadonlyMap<string, FactCues>, 'get'>,
): (fact: Fact) => FactCues {
  const made = new Map<Fact, FactCues>();
  const names = new Map<string | undefined, readonly string[]>();
  const namesOf = (id: string | undefined) => {
    const stems = names.get(id) ?? nameStems(base.entities.get(id ?? ''));
    names.set(id, stems);
    return stems;
  };
  const plain = new Map<readonly string[], readonly Cue[]>();
  const plainOf = (phrases: readonly string[]) => {
    const cues = plain.get(phrases) ?? compileAll(phrases, new Set());
    plain.set(phrases, cues);
    return cues;
  };
  return (fact) => {
    let cues = made.get(fact);
    if (cues === undefined) {
      // A seat that an entity's entry gives is no fact of the base, whatever its id.
      const isOfBase = known !== undefined && base.facts.get(fact.id) === fact;
      cues = (isOfBase && known.get(fact.id)) || cuesOf(fact, namesOf, plainOf);
      made.set(fact, cues);
    }
    return cues;
  };
}

function cuesOf(
  fact: Fact,
  namesOf: (id: string | undefined) => readonly string[],
  plainOf: (phrases: readonly string[]) => readonly Cue[],
): FactCues {
  const names = new Set([...namesOf(fact.subject), ...namesOf(fact.object)]);
  // All facts of a relation share its cues, but for those whose names are among the words.
  const plain = fact.relation ? plainOf(fact.relation.cues) : [];
  const hasName = plain.some(({ stems }) => stems.some((stem) => names.has(stem)));
  return {
    relation: hasName ? compileAll(fact.relation?.cues ?? [], names) : plain,
    about: compileAll(fact.about, names),
    of: fact.of ? compileAll([fact.of, ...(OF_SYNONYMS[fact.of.toLowerCase()] ?? [])], names) : [],
  };
}

function compileAll(phrases: readonly string[], names: ReadonlySet<string>): readonly Cue[] {
  return phrases.map((phrase) => compileCue(phrase, names)).filter(({ stems }) => stems.length > 0);
}

/** What a figure measures goes by several words in copy. */
const OF_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  revenue: ['sales', 'turnover', 'revenues'],
  sales: ['revenue', 'sold', 'turnover'],
  turnover: ['revenue', 'sales'],
  profit: ['earnings', 'net income', 'earned'],
  deliveries: ['delivered', 'sales'],
  passengers: ['traffic'],
};

function nameStems(entity: Entity | undefined): readonly string[] {
  if (entity === undefined) return [];
  return [entity.name, ...entity.aliases, ...entity.ambiguous]
    .flatMap(stemsOf)
    .filter((stem) => !isFunctionWord(stem));
}

/** A phrase as content stems, without the names in `names` (kept where nothing else would be left). */
export function compileCue(phrase: string, names: ReadonlySet<string> = new Set()): Cue {
  const content = stemsOf(phrase).filter((stem) => !isFunctionWord(stem));
  const bare = content.filter((stem) => !names.has(stem));
  const kept = bare.length > 0 ? bare : content;
  return { phrase, stems: kept.length > 0 ? kept : stemsOf(phrase), follows: phrase.startsWith('of ') };
}

/** The best match of any of the cues within items `[from, to)`, nearest to `near`; undefined where none is there. */
export function findCue(
  view: SentenceView,
  cues: readonly Cue[],
  near: number,
  from = 0,
  to = view.items.length,
): CueMatch | undefined {
  let best: CueMatch | undefined;
  for (const cue of cues) {
    const match = cue.follows ? matchBehind(view, cue, near, to) : matchCue(view, cue, near, from, to);
    if (match && (best === undefined || rank(match, near) > rank(best, near))) best = match;
  }
  return best;
}

/** «11% of its German workforce»: «of» right behind the value, and the words at most two items further. */
function matchBehind(view: SentenceView, cue: Cue, near: number, to: number): CueMatch | undefined {
  if (near < view.items.length && view.items[near + 1]?.lower !== 'of') return undefined;
  const start = near < view.items.length ? near + 2 : 0;
  return matchCue(
    view,
    cue,
    near,
    start,
    Math.min(to, near < view.items.length ? start + 3 + cue.stems.length : to),
  );
}

/** Longer and exact ones first, then the nearer. */
function rank(match: CueMatch, near: number): number {
  return match.cue.stems.length * 10 + (match.exact ? 15 : 0) - Math.min(distance(match, near), 20);
}

/** Items between a cue and another item; 0 where they touch. */
export function distance(
  { start, end }: { readonly start: number; readonly end: number },
  at: number,
): number {
  if (at < start) return start - at - 1;
  return at >= end ? at - end : 0;
}

function matchCue(
  view: SentenceView,
  cue: Cue,
  near: number,
  from: number,
  to: number,
): CueMatch | undefined {
  const places = stemPlaces(view);
  // Most cues are not there at all: one look-up a stem, and no walk.
  for (const stem of cue.stems) if (!places.has(stem)) return undefined;
  let best: CueMatch | undefined;
  for (const start of places.get(cue.stems[0]!)!) {
    if (start < from || start >= to) continue;
    const match = matchInOrder(view, cue, start, to);
    if (match && (best === undefined || rank(match, near) > rank(best, near))) best = match;
  }
  return best ?? (cue.stems.length > 1 ? matchLoosely(places, cue, from, to) : undefined);
}

/** The stems one after the other; function words, values and one other word may stand between. */
function matchInOrder(view: SentenceView, cue: Cue, start: number, to: number): CueMatch | undefined {
  const places = stemPlaces(view);
  let at = start;
  let extra = 0;
  for (const stem of cue.stems.slice(1)) {
    at += 1;
    while (at < to && !places.get(stem)!.includes(at)) {
      const item = view.items[at]!;
      if (item.kind === 'word' && !isFunctionWord(item.lower)) extra += 1;
      if (item.kind === 'punct' && item.lower !== '-' && item.lower !== '’' && item.lower !== '"') extra += 2;
      if (extra > 2) return undefined;
      at += 1;
    }
    if (at >= to) return undefined;
  }
  return { cue, start, end: at + 1, exact: extra === 0 };
}

/** All the stems, in any order, within a short stretch: «sold 11.5% more cars in Europe» for «sales in Europe». */
function matchLoosely(stems: StemPlaces, cue: Cue, from: number, to: number): CueMatch | undefined {
  const places: number[] = [];
  for (const stem of cue.stems) {
    const place = stems.get(stem)!.find((at) => from <= at && at < to);
    if (place === undefined) return undefined;
    places.push(place);
  }
  const start = Math.min(...places);
  const end = Math.max(...places) + 1;
  return end - start <= cue.stems.length * 2 + 5 ? { cue, start, end, exact: false } : undefined;
}
