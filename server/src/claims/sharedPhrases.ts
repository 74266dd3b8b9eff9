import type { FactBase } from '../facts/facts.ts';

/** Whether facts of several subjects give a phrase as their own («cut its staff»): then it does not tell whose fact is meant. */
export type SharedPhrases = (phrase: string) => boolean;

/** Indexes the phrases (`about`) of all facts; made when first asked for, unless they are `known`. */
export function indexPhrases(facts: FactBase, known?: ReadonlySet<string>): SharedPhrases {
  let shared = known;
  return (phrase) => {
    shared ??= sharedPhrases(facts);
    return shared.has(phrase.toLowerCase());
  };
}

/** The phrases, in small letters, that facts of several subjects give. */
export function sharedPhrases({ facts }: FactBase): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { subject, about } of facts.values()) {
    for (const phrase of about) {
      const key = phrase.toLowerCase();
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, subject);
      else if (owner !== subject) shared.add(key);
    }
  }
  return shared;
}
