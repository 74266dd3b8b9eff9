import type { FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import type { EntityMention, Reference } from './mention.ts';

/** Finds what points back to an entity. In reading order. */
export function findReferences(
  _draft: Draft,
  _entities: readonly EntityMention[],
  _facts: FactBase,
): readonly Reference[] {
  return [];
}
