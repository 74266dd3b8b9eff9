import type { Location as ProtocolLocation } from 'vscode-languageserver';
import type { Location } from '../facts/facts.ts';
import { entityOf, factOf, spotAt } from './at.ts';
import { type Context, locate } from './context.ts';
import type { Scope } from './scope.ts';
import { locationOf } from './toProtocol.ts';
import type { DraftView } from './views.ts';

/** Where the fact, or else the entity, at an offset of a draft is written. */
export function definitionInDraft(context: Context, view: DraftView, offset: number): ProtocolLocation[] {
  return located(context, placesAt(view, offset));
}

function placesAt({ report, scope }: DraftView, offset: number): readonly (Location | undefined)[] {
  const { verdict, mention } = spotAt(report, offset);
  const fact = verdict && factOf(verdict);
  if (verdict && fact) {
    return [verdict.label === 'not-enough-info' ? fact.location : locationOf(verdict.evidence)];
  }
  const id = mention?.entity ?? (verdict && entityOf(verdict));
  return id === undefined ? [] : [scope.facts.entities.get(id)?.location];
}

/** Where an id of a fact, an entity or a source is written. */
export function definitionOfId(context: Context, { facts }: Scope, id: string): ProtocolLocation[] {
  const found = facts.facts.get(id) ?? facts.entities.get(id) ?? facts.sources.get(id);
  return located(context, [found?.location]);
}

function located(context: Context, places: readonly (Location | undefined)[]): ProtocolLocation[] {
  return places.flatMap((place) => (place ? (locate(context, place) ?? []) : []));
}
