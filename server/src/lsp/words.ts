import type { Entity, Fact, FactBase, FactSource, FactValue } from '../facts/facts.ts';

/** An entity's name as one reads it; the id of one that the facts lack. */
export function entityName(facts: FactBase, id: string): string {
  return facts.entities.get(id)?.name ?? id;
}

/** What a fact is about, in a few words: «Renault · stake · Nissan · 2022». */
export function factTitle(facts: FactBase, fact: Fact): string {
  const { subject, relation, about, of, object, period } = fact;
  const what = relation?.id.replaceAll('-', ' ') ?? about[0] ?? 'fact';
  return [
    entityName(facts, subject),
    of === undefined ? what : `${what} (${of})`,
    ...(object === undefined ? [] : [entityName(facts, object)]),
    ...(period ? [period.label] : []),
  ].join(' · ');
}

/** From when to when a value holds: «until 2023-11-08»; empty where it is open on both sides. */
export function timeWords({ fromText, toText }: FactValue): string {
  const since = fromText === undefined ? '' : `from ${fromText}`;
  const until = toText === undefined ? '' : `until ${toText}`;
  return [since, until].filter((it) => it !== '').join(' ');
}

/** The sources by their ids; those that the facts lack are left out. */
export function sourcesOf(facts: FactBase, ids: readonly string[]): readonly FactSource[] {
  return ids.flatMap((id) => facts.sources.get(id) ?? []);
}

/** «Statement on the alliance, Nissan Motor, 2023-01-30» */
export function sourceWords({ title, publisher, published }: FactSource): string {
  return [title, publisher, published].filter((it) => it !== undefined && it !== '').join(', ');
}

/** All that is right to call an entity. */
export function correctNames({ name, legalName, aliases, ambiguous }: Entity): readonly string[] {
  return [...new Set([name, ...(legalName === undefined ? [] : [legalName]), ...aliases, ...ambiguous])];
}

/** «1 draft», «3 drafts». */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : number > 1 && noun.endsWith('mismatch') ? 'es' : 's'}`;
}

/** So many names fit above a line. */
const MOST_NAMES = 3;

/** «a.md», «a.md and b.md», «a.md, b.md and 5 more» */
export function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names.slice(0, -1);
  const last = names.length > MOST_NAMES ? `${names.length - shown.length} more` : names.at(-1);
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}
