import type { Mentions } from '../mentions/mention.ts';
import type { Knowledge } from './binding.ts';

/** Whom a draft's figures may be about. */
export interface Subjects {
  /** By entity its rank: those that the draft names come first. Open ones count in every draft and stand in `openRank` only. */
  readonly ranks: ReadonlyMap<string, number>;
  /** What is added to the place of an open entity that the draft does not name. */
  readonly openRank: number;
}

/**
 * Entities that the draft names, whoever holds a share of them, their sister companies (one of which may be the one meant), and
 * the open ones, which need no name («global chip sales»). Undefined for a draft that names nobody whom the facts know: it is
 * read no further.
 */
export function findSubjects(
  { entities, references }: Mentions,
  { facts, dossiers }: Knowledge,
): Subjects | undefined {
  const named = new Set<string>();
  for (const { entity } of entities) named.add(entity);
  for (const reference of references) for (const entity of reference.entities) named.add(entity);
  if (named.size === 0) return undefined;
  for (const entity of [...named])
    for (const { subject } of facts.byObject.get(entity) ?? []) named.add(subject);
  const ranks = new Map<string, number>();
  for (const entity of named) if (facts.bySubject.has(entity)) ranks.set(entity, ranks.size);
  const openRank = ranks.size;
  for (const word of new Set([...named].map((entity) => dossiers.of(entity).firstWord))) {
    for (const sister of dossiers.sisters(word))
      if (!ranks.has(sister)) ranks.set(sister, openRank + dossiers.of(sister).order);
  }
  return ranks.size === 0 && dossiers.open().length === 0 ? undefined : { ranks, openRank };
}
