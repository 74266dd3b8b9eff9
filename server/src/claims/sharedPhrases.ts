import type { FactBase } from '../facts/facts.ts';

/** Whether facts of several subjects give a phrase as their own («cut its staff»): then it does not tell whose fact is meant. */
export type SharedPhrases = (phrase: string) => boolean;

/** Indexes the phrases (`about`) of all facts; made when first asked for. */
export function indexPhrases({ facts }: FactBase): SharedPhrases {
  let shared: Set<string> | undefined;
  return (phrase) => {
    shared ??= sharedOf(facts.values());
    return shared.has(phrase.toLowerCase());
  };
}

function sharedOf(
  facts: Iterable<{ readonly subject: string; readonly about: readonly string[] }>,
): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { subject, about } of facts) {
    for (const phrase of about) {
      const key = phrase.toLowerCase();
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, subject);
      else if (owner !== subject) shared.add(key);
    }
  }
  return shared;
}
