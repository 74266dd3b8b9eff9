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

/** Any of the names, in one pattern. Kept as long as the offices. */
const patterns = new WeakMap<Offices, RegExp>();

/**
 * To whom the first holder of an office who is named in one of these texts holds it. One pattern first tells whether anybody is: nearly
 * always nobody.
 */
export function officeOf(offices: Offices, texts: readonly string[]): string | undefined {
  const pattern = patterns.get(offices) ?? patternOf(offices);
  if (!texts.some((text) => pattern.test(text))) return undefined;
  for (const [name, subject] of offices) if (texts.some((text) => text.includes(name))) return subject;
  return undefined;
}

function patternOf(offices: Offices): RegExp {
  const names = Array.from(offices.keys(), (name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(names.length === 0 ? '$^' : names.join('|'));
  patterns.set(offices, pattern);
  return pattern;
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
