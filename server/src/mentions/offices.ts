import type { Fact, FactBase } from '../facts/facts.ts';

/** Names of those who hold an office, to whom they hold it at. */
export type Offices = ReadonlyMap<string, string>;

/** Kept as long as the base itself, of which it is a view. */
const made = new WeakMap<FactBase, Offices>();

/** The offices that some fact fills. */
export function officesOf(facts: FactBase): Offices {
  let offices = made.get(facts);
  if (offices === undefined) {
    offices = readOffices(facts);
    made.set(facts, offices);
  }
  return offices;
}

/** Spares `officesOf` the work that was done before for the same facts. */
export function keepOffices(facts: FactBase, offices: Offices): void {
  made.set(facts, offices);
}

function readOffices({ facts }: FactBase): Offices {
  const offices = new Map<string, string>();
  for (const fact of facts.values()) {
    if (!isOffice(fact)) continue;
    for (const { value } of fact.values) if (value?.kind === 'name') offices.set(value.name, fact.subject);
  }
  return offices;
}

function isOffice({ relation }: Fact): boolean {
  return relation?.kind === 'name' && relation.id !== 'headquarters' && relation.id !== 'country';
}
