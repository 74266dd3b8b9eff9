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
  const open = (subjects: Subjects) => {
    for (const subject of dossiers.open()) add(subject);
    for (const subject of subjects.ranks.keys()) add(subject);
    return new WeakMap<SentenceView['items'], readonly Fact[]>();
  };
  // Kept a draft: all values of a sentence ask the same.
  const found = new WeakMap<Subjects, ReturnType<typeof open>>();
  return (subjects, view, around = []) => {
    const known = found.get(subjects) ?? open(subjects);
    found.set(subjects, known);
    const own = known.get(view.items) ?? findIn(view, buckets, subjects, dossiers);
    known.set(view.items, own);
    if (around.length === 0) return own;
    const all = new Set(own);
    for (const one of around) for (const fact of findIn(one, buckets, subjects, dossiers)) all.add(fact);
    return inOrder(all, subjects, dossiers);
  };
}

function findIn(
  view: SentenceView,
  buckets: ReadonlyMap<string, Bucket>,
  subjects: Subjects,
  dossiers: Dossiers,
): readonly Fact[] {
  const found = new Set<Fact>();
  for (const stem of stemPlaces(view).keys()) addAll(found, buckets.get(stem), subjects.ranks);
  return inOrder(found, subjects, dossiers);
}

/** The facts of the draft's own subjects first. */
function inOrder(
  facts: ReadonlySet<Fact>,
  { ranks, openRank }: Subjects,
  dossiers: Dossiers,
): readonly Fact[] {
  if (facts.size < 2) return [...facts];
  const rankOf = ({ subject }: Fact) => ranks.get(subject) ?? openRank + dossiers.of(subject).order;
  return [...facts].sort((a, b) => rankOf(a) - rankOf(b));
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
function addAll(found: Set<Fact>, bucket: Bucket | undefined, subjects: ReadonlyMap<string, number>): void {
  if (bucket === undefined) return;
  for (const fact of bucket.open) found.add(fact);
  const { bySubject } = bucket;
  if (bySubject.size < subjects.size) {
    for (const [subject, facts] of bySubject)
      if (subjects.has(subject)) for (const fact of facts) found.add(fact);
    return;
  }
  for (const subject of subjects.keys()) for (const fact of bySubject.get(subject) ?? []) found.add(fact);
}
