import type { Fact } from '../facts/facts.ts';
import { builtInRelations } from '../facts/relations.ts';
import type { Span } from '../text/span.ts';
import type { Knowledge, Place } from './binding.ts';
import { type CueMatch, type FactCues, findCue } from './cues.ts';
import { TIE_SCORES, type Tie, tieOf } from './tie.ts';
import type { SentenceView } from './view.ts';

/** The cue of a fact near a value. */
export interface CueFound {
  readonly match: CueMatch;
  /** With the fact's other cue words beside it («share of the European market»). */
  readonly whole: CueMatch;
  readonly span: Span;
  readonly score: number;
  readonly tie: Tie;
  /** The sentence that holds it. */
  readonly view: SentenceView;
  /** The fact's own narrowing words (`about`, `of`) are there too, or it has none. */
  readonly narrow: boolean;
  /** One of the fact's own phrases, word for word, of at least two words (or one that nothing else could be meant by). */
  readonly specific: boolean;
}

/**
 * Answers where the cue of a fact stands, for one value. Facts that have no words but their relation's share the answer: of a
 * long draft a sentence about profits may be about those of a hundred firms.
 */
export function cueFinder(
  { view, index }: Place,
  around: readonly SentenceView[],
  { cuesOf }: Knowledge,
): (fact: Fact) => CueFound | undefined {
  const known = new Map<FactCues['relation'], CueFound | undefined>();
  const search = (fact: Fact, cues: FactCues): CueFound | undefined => {
    const own = cueIn(fact, cues, view, index, true);
    if (own) return own;
    for (const line of around) {
      const found = cueIn(fact, cues, line, line.items.length, false);
      if (found) return found;
    }
    return undefined;
  };
  return (fact) => {
    const cues = cuesOf(fact);
    if (cues.about.length > 0 || cues.of.length > 0) return search(fact, cues);
    if (!known.has(cues.relation)) known.set(cues.relation, search(fact, cues));
    return known.get(cues.relation);
  };
}

function cueIn(
  { relation: kind }: Fact,
  cues: FactCues,
  view: SentenceView,
  near: number,
  own: boolean,
): CueFound | undefined {
  const relation = findCue(view, cues.relation, near);
  const about = findCue(view, cues.about, near);
  const of = findCue(view, cues.of, near);
  if (cues.of.length > 0 && of === undefined && about === undefined) return undefined;
  const tieTo = (match: CueMatch): Tie => (own ? tieOf(view, match, near) : 'around');
  const found = [about, relation]
    .filter((match) => match !== undefined)
    .sort((a, b) => TIE_SCORES[tieTo(b)] - TIE_SCORES[tieTo(a)]);
  const [match] = found;
  if (match === undefined) return undefined;
  const tie = tieTo(match);
  const score =
    TIE_SCORES[tie] +
    (match.exact ? 0.3 : 0) +
    Math.min(match.cue.stems.length, 3) * 0.4 +
    (found.length > 1 ? 0.5 : 0) +
    (of ? 0.3 : 0);
  // A synonym of what is measured («sales» for «revenue») may mean another figure: it supports, but does not refute.
  const ofExact = of !== undefined && of.cue === cues.of[0];
  const narrow =
    (cues.about.length === 0 || about !== undefined) &&
    (cues.of.length === 0 || ofExact || about !== undefined);
  const span = { start: view.items[match.start]!.span.start, end: view.items[match.end - 1]!.span.end };
  const specific = isSpecific(kind, match, match === about);
  return {
    match,
    whole: join(match, [...found, ...(of ? [of] : [])]),
    span,
    score: narrow ? score : score - 0.5,
    tie,
    view,
    narrow,
    specific,
  };
}

/** A phrase that nothing else could be meant by: the fact's own of two words, or that of a relation which the file itself defines. */
function isSpecific(relation: Fact['relation'], { exact, cue }: CueMatch, isAbout: boolean): boolean {
  if (!exact) return false;
  if (isAbout) return cue.stems.length > 1 || relation === undefined;
  return cue.stems.length > 1 && relation !== undefined && !builtInRelations.has(relation.id);
}

/** A cue and the others that touch it, nearly, as one stretch. */
function join(match: CueMatch, others: readonly CueMatch[]): CueMatch {
  let { start, end } = match;
  for (const other of others) {
    if (other.start > end + 3 || other.end < start - 3) continue;
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return { ...match, start, end };
}
