import { reportContradictions } from './contradictions.ts';
import { extendFact, takeFacts } from './extendFact.ts';
import type { Entity, Fact, FactBase, FactSource, Problem, Relation } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import type { FactsLayer, LayerFact } from './layer.ts';
import { builtInRelations } from './relations.ts';
import { resolveFact } from './resolveFact.ts';
import { resolveNames } from './resolveNames.ts';
import { seatsOf } from './seats.ts';
import { shortPathOf } from './shortPath.ts';
import { didYouMean } from './suggest.ts';

/** Something of a layer, and which layer it came from (its index). */
export interface Layered<T> {
  readonly value: T;
  readonly layer: number;
}

/** What merging shares with the resolvers: all that is known, and where to report. */
export interface Merging {
  readonly layers: readonly FactsLayer[];
  readonly sources: Map<string, FactSource>;
  readonly entities: Map<string, Layered<Entity>>;
  readonly relations: Map<string, Relation>;
  readonly facts: Map<string, Layered<LayerFact>>;
  /** What higher layers add to the facts, by their ids. */
  readonly additions: Map<string, Layered<LayerFact>[]>;
  /** Entities and facts taken out, and where. */
  readonly removed: Map<string, { readonly layer: number; readonly place: Place }>;
  report(
    layer: number,
    message: string,
    place: Place,
    options?: { on?: 'key' | 'value'; severity?: 'warning' | 'note' },
  ): void;
}

/** So many are told; with more, one mistake was made over and over. */
const MAX_PROBLEMS = 1000;

/**
 * Puts layers together, the lowest first: a later entity, fact or source with the same id replaces the earlier one whole,
 * but for a fact that says it extends that.
 * What shows only now (ids that no layer knows, names that two entities claim) is reported at its place in its own file.
 */
export function mergeLayers(layers: readonly FactsLayer[]): {
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const merging = newMerging(layers, problems);
  layers.forEach((layer, index) => {
    addRelations(merging, layer, index);
    removeEntries(merging, layer, index);
    for (const source of layer.sources.values()) merging.sources.set(source.id, source);
    for (const entity of layer.entities.values()) {
      merging.entities.set(entity.id, { value: entity, layer: index });
      merging.removed.delete(entity.id);
    }
    takeFacts(merging, layer, index);
    extendEntities(merging, layer, index);
  });
  const entities = resolveNames(merging);
  const facts = new Map<string, Fact>();
  for (const { value, layer } of merging.facts.values()) {
    const fact = resolveFact(merging, value, layer);
    if (fact) facts.set(fact.id, extendFact(merging, fact));
  }
  const { sources, relations } = merging;
  const base = { entities, held: entities, facts, sources, relations };
  const bySubject = groupBy(facts.values(), 'subject');
  reportContradictions(merging, bySubject.values());
  return {
    facts: {
      ...base,
      bySubject,
      byObject: groupBy(facts.values(), 'object'),
      seats: seatsOf(entities.values(), facts.values(), relations),
    },
    problems,
  };
}

/** The entities of one layer by itself, their names settled among them; of the problems only those of names. */
export function settleLayer(layer: FactsLayer): {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  // Whether their sources exist shows only beside the other layers.
  const sources = Object.assign(new Map<string, FactSource>(), { has: () => true });
  const merging = { ...newMerging([layer], problems), sources };
  for (const entity of layer.entities.values()) merging.entities.set(entity.id, { value: entity, layer: 0 });
  return { entities: resolveNames(merging), problems };
}

/** Entities of several layers, the lowest first, with names that can be told apart; without a word on what clashed. */
export function settleEntities(entities: Iterable<Entity>): ReadonlyMap<string, Entity> {
  const sources = Object.assign(new Map<string, FactSource>(), { has: () => true });
  const merging = { ...newMerging([], []), sources };
  for (const entity of entities) merging.entities.set(entity.id, { value: entity, layer: 0 });
  return resolveNames(merging);
}

function newMerging(layers: readonly FactsLayer[], problems: Problem[]): Merging {
  return {
    layers,
    sources: new Map(),
    entities: new Map(),
    relations: new Map(builtInRelations),
    facts: new Map(),
    additions: new Map(),
    removed: new Map(),
    report(layer, message, place, { on = 'value', severity } = {}) {
      const file = layers[layer];
      if (!file || problems.length >= MAX_PROBLEMS) return;
      const { path } = file;
      problems.push({ path, message, ...file.positionOf(place, on), ...(severity ? { severity } : {}) });
    },
  };
}

function addRelations(merging: Merging, { relations }: FactsLayer, layer: number): void {
  for (const { id, kind, cues, directed } of relations.values()) {
    const lower = merging.relations.get(id);
    const known = kind ?? lower?.kind;
    if (known === undefined) {
      merging.report(
        layer,
        `The relation “${id}” has no “kind”, and no layer below knows it.`,
        ['relations', id],
        { on: 'key' },
      );
      continue;
    }
    merging.relations.set(id, {
      id,
      kind: known,
      cues: lower ? [...new Set([...lower.cues, ...cues])] : cues,
      directed: directed ?? lower?.directed ?? false,
    });
  }
}

function removeEntries(merging: Merging, layer: FactsLayer, index: number): void {
  layer.remove.forEach((id, at) => {
    const isEntity = merging.entities.delete(id);
    const isFact = merging.facts.delete(id);
    merging.additions.delete(id);
    if (isEntity || isFact) merging.removed.set(id, { layer: index, place: ['remove', at] });
    else reportNothingToRemove(merging, layer, index, at);
  });
}

function reportNothingToRemove(merging: Merging, layer: FactsLayer, index: number, at: number): void {
  const id = layer.remove[at]!;
  const isOwn = layer.entities.has(id) || layer.facts.has(id);
  const hint = didYouMean(id, merging.facts.keys()) || didYouMean(id, merging.entities.keys());
  const message = merging.removed.has(id)
    ? `“${id}” is gone already${removalOf(merging, id)}`
    : isOwn
      ? `“${id}” is an entry of this very file: take it out there. “remove” is for the layers below.`
      : `There is no fact or entity “${id}” in the layers below to remove${hint || '.'}`;
  merging.report(index, message, ['remove', at], { severity: 'warning' });
}

/** « (removed in facts/desk.facts.json:2).»; nothing where it was never there. */
export function removalOf({ layers, removed }: Merging, id: string): string {
  const removal = removed.get(id);
  const layer = removal && layers[removal.layer];
  return layer ? ` (removed in ${shortPathOf(layer.path)}:${layer.positionOf(removal.place).line + 1}).` : '';
}

function extendEntities(merging: Merging, { extend }: FactsLayer, layer: number): void {
  for (const [id, extension] of extend) {
    const entity = merging.entities.get(id);
    if (!entity) {
      const hint = removalOf(merging, id) || didYouMean(id, merging.entities.keys());
      merging.report(layer, `There is no entity “${id}” to extend${hint || '.'}`, ['extend', id], {
        on: 'key',
      });
      continue;
    }
    const { value } = entity;
    const extended = {
      ...value,
      aliases: [...new Set([...value.aliases, ...extension.aliases])],
      ambiguous: [...new Set([...value.ambiguous, ...extension.ambiguous])],
      descriptors: [...new Set([...value.descriptors, ...extension.descriptors])],
      misnomers: [...value.misnomers, ...extension.misnomers],
      formerNames: [...value.formerNames, ...extension.formerNames],
    };
    merging.entities.set(id, { value: extended, layer: entity.layer });
  }
}

function groupBy(facts: Iterable<Fact>, key: 'subject' | 'object'): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const id = fact[key];
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(fact);
    else groups.set(id, [fact]);
  }
  return groups;
}
