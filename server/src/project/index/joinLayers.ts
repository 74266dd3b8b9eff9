import type { Entity, FactBase, Problem } from '../../facts/facts.ts';
import type { CompiledEntities, EntityExtension, FactsLayer } from '../../facts/layer.ts';
import { mergeLayers } from '../../facts/layers.ts';
import { seatOf } from '../../facts/seats.ts';
import { splitLegalForm } from '../../mentions/legalForms.ts';
import { plain } from '../../mentions/letters.ts';
import { headOf } from '../../mentions/trie.ts';
import { entitiesOf, leave, namesIn } from './compiledEntities.ts';

/** A layer whose entities are not all held. */
type CompiledLayer = FactsLayer & { readonly compiled: CompiledEntities };

/** The entities that were taken out of each compiled layer. */
type Taken = ReadonlyMap<CompiledLayer, ReadonlyMap<string, Entity>>;

/**
 * Puts layers together as `mergeLayers` does, some of them compiled. Compiled entities that another layer's file speaks of,
 * or with whose names held ones may clash, are taken out and merged as any others; the rest is decoded where it occurs.
 */
export function joinLayers(layers: readonly FactsLayer[]): {
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
} {
  const large = layers.filter((layer): layer is CompiledLayer => layer.compiled !== undefined);
  if (large.length === 0) return mergeLayers(layers);
  const taken = takeOut(layers, large);
  const held = layers.map((layer) => {
    const more = taken.get(layer as CompiledLayer);
    return more ? withEntities(layer, more.values()) : layer;
  });
  const { facts, problems } = mergeLayers(held);
  const left = leave(large.map((layer) => ({ compiled: layer.compiled, taken: taken.get(layer)! })));
  return {
    facts: {
      ...facts,
      entities: entitiesOf(facts, left),
      seats: seatsOf(facts, left),
      compiled: namesIn(left),
    },
    problems: [...problems, ...large.flatMap((layer) => openSources(layer, facts, problems))],
  };
}

/** In the order of the file. */
function withEntities(layer: FactsLayer, more: Iterable<Entity>): FactsLayer {
  const entities = [...layer.entities.values(), ...more].sort(
    (a, b) => a.location.line - b.location.line || a.location.character - b.location.character,
  );
  return { ...layer, entities: new Map(entities.map((entity) => [entity.id, entity])) };
}

/** The compiled entities that other layers' files speak of, or that held entities share a name with. */
function takeOut(layers: readonly FactsLayer[], large: readonly CompiledLayer[]): Taken {
  const taken = new Map(large.map((layer) => [layer, new Map<string, Entity>()]));
  const fresh: Entity[] = [];
  const take = (id: string) => {
    for (const [{ compiled }, own] of taken) {
      const entity = own.has(id) ? undefined : compiled.get(id);
      if (!entity) continue;
      own.set(id, entity);
      fresh.push(entity);
    }
  };
  const takeNamesakes = (names: Iterable<string>) => {
    for (const name of names)
      for (const text of new Set([name, plain(name), splitLegalForm(plain(name)).base]))
        for (const { compiled } of large)
          for (const form of compiled.formsAt(headOf(compiled.trie, text))) take(form.entity);
  };
  for (const { entities, extend, remove, facts } of layers) {
    for (const id of [...entities.keys(), ...extend.keys(), ...remove]) take(id);
    for (const { fact } of facts.values()) {
      take(fact.subject);
      if (fact.object !== undefined) take(fact.object);
    }
    for (const entity of entities.values()) takeNamesakes(namesOf(entity));
    for (const extension of extend.values()) takeNamesakes(namesOf(extension));
  }
  // A list is walked over as it grows: namesakes of those taken come, too.
  for (const entity of fresh) takeNamesakes(namesOf(entity));
  return taken;
}

function* namesOf(entity: EntityExtension & Partial<Pick<Entity, 'name' | 'legalName'>>): Generator<string> {
  if (entity.name !== undefined) yield entity.name;
  if (entity.legalName !== undefined) yield entity.legalName;
  yield* entity.aliases;
  yield* entity.ambiguous;
  for (const { text } of entity.misnomers) yield text;
  for (const { name } of entity.formerNames) yield name;
}

/** Those that the entities which were taken out do not tell of already. */
function openSources(
  { path, compiled, positionOf }: CompiledLayer,
  { sources }: FactBase,
  told: readonly Problem[],
): readonly Problem[] {
  return [...compiled.openSources].flatMap(([id, place]) => {
    const message = `There is no source “${id}” in this file or the layers below.`;
    if (sources.has(id) || told.some((it) => it.path === path && it.message === message)) return [];
    return [{ path, message, ...positionOf(place) }];
  });
}

/** The seats of all entities; those of compiled ones are there for who asks, not in the list of all. */
function seatsOf({ seats, relations }: FactBase, left: readonly CompiledEntities[]): FactBase['seats'] {
  const get = (id: string) => {
    if (seats.has(id)) return seats.get(id);
    const entity = left.map((compiled) => compiled.get(id)).find((it) => it !== undefined);
    return entity && seatOf(entity, relations);
  };
  return Object.assign(new Map(seats), { get, has: (id: string) => get(id) !== undefined });
}
