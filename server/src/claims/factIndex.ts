import type { Fact, FactBase } from '../facts/facts.ts';
import type { FactCues } from './cues.ts';
import { stemPlaces } from './sentenceStems.ts';
import type { SentenceView } from './view.ts';

/** The facts of a subject by the first stem of each of their cues. */
type ByStem = ReadonlyMap<string, readonly Fact[]>;

/** Finds the facts of one subject of which some cue may stand in a sentence. */
export type FactFinder = (subject: string, view: SentenceView) => Iterable<Fact>;

/** Indexes each subject's facts when they are first asked for: of a hundred facts a sentence has the words of two or three. */
export function indexFacts({ bySubject }: FactBase, cuesOf: (fact: Fact) => FactCues): FactFinder {
  const made = new Map<string, ByStem>();
  return (subject, view) => {
    let index = made.get(subject);
    if (index === undefined) {
      index = byFirstStem(bySubject.get(subject) ?? [], cuesOf);
      made.set(subject, index);
    }
    const found = new Set<Fact>();
    if (index.size === 0) return found;
    for (const stem of stemPlaces(view).keys()) for (const fact of index.get(stem) ?? []) found.add(fact);
    return found;
  };
}

function byFirstStem(facts: readonly Fact[], cuesOf: (fact: Fact) => FactCues): ByStem {
  const index = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { relation, about } = cuesOf(fact);
    for (const stem of new Set([...relation, ...about].map(({ stems: [first] }) => first!))) {
      const same = index.get(stem);
      if (same) same.push(fact);
      else index.set(stem, [fact]);
    }
  }
  return index;
}
