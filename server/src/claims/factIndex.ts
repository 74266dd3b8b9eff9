import type { Fact } from '../facts/facts.ts';
import type { FactCues } from './cues.ts';
import type { Dossiers } from './dossiers.ts';
import { stemPlaces } from './sentenceStems.ts';
import type { Subjects } from './subjects.ts';
import type { SentenceView } from './view.ts';

/** Finds the facts of a draft's subjects of which some cue may stand in a sentence; the draft's own subjects first. */
export type FactFinder = (
  subjects: Subjects,
  view: SentenceView,
  around?: readonly SentenceView[],
) => readonly Fact[];

/** The facts with a cue that begins with one stem. */
interface Bucket {
  /** Of entities that every draft may speak of. */
  readonly open: Fact[];
  readonly bySubject: Map<string, Fact[]>;
}

/**
 * Indexes facts by the first stem of each of their cues, a subject's when it is first asked for: of a thousand facts a sentence
 * has the words of two or three, and one look-up a word finds them, however many subjects the draft has.
 */
export function indexFacts(dossiers: Dossiers, cuesOf: (fact: Fact) => FactCues): FactFinder {
  const buckets = new Map<string, Bucket>();
  const indexed = new Set<string>();
  const add = (subject: string) => {
    if (indexed.has(subject)) return;
    indexed.add(subject);
    const { facts, isOpen } = dossiers.of(subject);
    for (const fact of facts) {
      const { relation, about } = cuesOf(fact);
      for (const stem of new Set([...relation, ...about].map(({ stems: [first] }) => first!)))
        addFact(buckets, stem, fact, isOpen);
    }
  };
  const open = (subjects: Subjects): InDraft => {
    for (const subject of dossiers.open()) add(subject);
    for (const subject of subjects.ranks.keys()) add(subject);
    return {
      rankOf: ({ subject }) => subjects.ranks.get(subject) ?? subjects.openRank + dossiers.of(subject).order,
      byStem: new Map(),
      bySentence: new WeakMap(),
    };
  };
  const drafts = new WeakMap<Subjects, InDraft>();
  return (subjects, view, around = []) => {
    const draft = drafts.get(subjects) ?? open(subjects);
    drafts.set(subjects, draft);
    const factsOf = (one: SentenceView) => {
      const found = draft.bySentence.get(one.items) ?? findIn(one, buckets, subjects, draft);
      draft.bySentence.set(one.items, found);
      return found;
    };
    const own = factsOf(view);
    return around.length === 0 ? own : inOrder(new Set([view, ...around].flatMap(factsOf)), draft);
  };
}

/** What was found for one draft: all values of a sentence ask the same, and its sentences are made of the same words. */
interface InDraft {
  /** The draft's own subjects come first. */
  readonly rankOf: (fact: Fact) => number;
  readonly byStem: Map<string, readonly Fact[]>;
  readonly bySentence: WeakMap<SentenceView['items'], readonly Fact[]>;
}

const NONE: readonly Fact[] = [];

function findIn(
  view: SentenceView,
  buckets: ReadonlyMap<string, Bucket>,
  { ranks }: Subjects,
  draft: InDraft,
): readonly Fact[] {
  let only = NONE;
  let more: Set<Fact> | undefined;
  for (const stem of stemPlaces(view).keys()) {
    let facts = draft.byStem.get(stem);
    if (facts === undefined) {
      const bucket = buckets.get(stem);
      facts = bucket === undefined ? NONE : inOrder(factsIn(bucket, ranks), draft);
      draft.byStem.set(stem, facts);
    }
    if (facts.length === 0) continue;
    if (only.length === 0) only = facts;
    else {
      more ??= new Set(only);
      for (const fact of facts) more.add(fact);
    }
  }
  return more === undefined ? only : inOrder(more, draft);
}

function inOrder(facts: ReadonlySet<Fact>, { rankOf }: InDraft): readonly Fact[] {
  if (facts.size < 2) return [...facts];
  return Array.from(facts, (fact) => ({ fact, rank: rankOf(fact) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ fact }) => fact);
}

function addFact(buckets: Map<string, Bucket>, stem: string, fact: Fact, isOpen: boolean): void {
  let bucket = buckets.get(stem);
  if (bucket === undefined) {
    bucket = { open: [], bySubject: new Map() };
    buckets.set(stem, bucket);
  }
  const same = isOpen ? bucket.open : bucket.bySubject.get(fact.subject);
  if (same) same.push(fact);
  else bucket.bySubject.set(fact.subject, [fact]);
}

/** Of the draft's subjects and those with such a fact, the fewer are gone through. */
function factsIn({ open, bySubject }: Bucket, subjects: ReadonlyMap<string, number>): ReadonlySet<Fact> {
  const found = new Set<Fact>(open);
  if (bySubject.size < subjects.size) {
    for (const [subject, facts] of bySubject)
      if (subjects.has(subject)) for (const fact of facts) found.add(fact);
  } else
    for (const subject of subjects.keys()) for (const fact of bySubject.get(subject) ?? []) found.add(fact);
  return found;
}
