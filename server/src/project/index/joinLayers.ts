import type { WrittenForm } from '../../facts/compiledNames.ts';
import type { Entity, FactBase, FactSource, Problem } from '../../facts/facts.ts';
import type { CompiledEntities, EntityExtension, FactsLayer } from '../../facts/layer.ts';
import { mergeLayers } from '../../facts/layers.ts';
import { seatOf } from '../../facts/seats.ts';
import { splitLegalForm } from '../../mentions/legalForms.ts';
import { plain } from '../../mentions/letters.ts';
import { headOf } from '../../mentions/trie.ts';

/** A layer whose entities are not all held. */
type CompiledLayer = FactsLayer & { readonly compiled: CompiledEntities };

/**
 * Puts layers together as `mergeLayers` does, one of them compiled. Its entities that another layer speaks of, or with whose
 * names another one's may clash, are taken out of it and merged as any others; the rest is decoded where it occurs.
 * Of several compiled layers the largest stays so.
 */
export function joinLayers(layers: readonly FactsLayer[]): {
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
} {
  const large = layers
    .filter((layer): layer is CompiledLayer => layer.compiled !== undefined)
    .sort((a, b) => b.compiled.size - a.compiled.size)[0];
  if (large === undefined) return mergeLayers(layers);
  const others = layers.map((layer) => (layer === large ? layer : whole(layer)));
  const taken = takeOut(others, large.compiled);
  const held = others.map((layer) => (layer === large ? withEntities(layer, taken.values()) : layer));
  const { facts, problems } = mergeLayers(held);
  const compiled = leave(large.compiled, taken);
  return {
    facts: { ...facts, entities: entitiesOf(facts, compiled), seats: seatsOf(facts, compiled), compiled },
    problems: [...problems, ...openSources(large, facts, problems)],
  };
}

function whole(layer: FactsLayer): FactsLayer {
  return layer.compiled ? withEntities(layer, layer.compiled.all()) : layer;
}

/** In the order of the file. */
function withEntities(layer: FactsLayer, more: Iterable<Entity>): FactsLayer {
  const entities = [...layer.entities.values(), ...more].sort(
    (a, b) => a.location.line - b.location.line || a.location.character - b.location.character,
  );
  return { ...layer, entities: new Map(entities.map((entity) => [entity.id, entity])) };
}

/** The compiled entities that other layers, or entities that are held, have to do with. */
function takeOut(layers: readonly FactsLayer[], compiled: CompiledEntities): ReadonlyMap<string, Entity> {
  const taken = new Map<string, Entity>();
  const take = (id: string) => {
    const entity = taken.has(id) ? undefined : compiled.get(id);
    if (entity) taken.set(id, entity);
  };
  const takeNamesakes = (names: Iterable<string>) => {
    for (const name of names)
      for (const text of new Set([name, plain(name), splitLegalForm(plain(name)).base]))
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
  // A map is walked over in the order in which it grows: namesakes of those taken come, too.
  for (const entity of taken.values()) takeNamesakes(namesOf(entity));
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

/** The compiled entities without those taken out of them. */
function leave(compiled: CompiledEntities, taken: ReadonlyMap<string, Entity>): CompiledEntities {
  const isLeft = (form: WrittenForm) => !taken.has(form.entity);
  return {
    ...compiled,
    size: compiled.size - taken.size,
    get: (id) => (taken.has(id) ? undefined : compiled.get(id)),
    *all() {
      for (const entity of compiled.all()) if (!taken.has(entity.id)) yield entity;
    },
    formsAt(head) {
      const forms = compiled.formsAt(head);
      return forms.every(isLeft) ? forms : forms.filter(isLeft);
    },
  };
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

/** All entities as one map; those held come first. */
function entitiesOf({ held, sources }: FactBase, compiled: CompiledEntities): ReadonlyMap<string, Entity> {
  function* entries(): Generator<[string, Entity], undefined> {
    yield* held;
    for (const entity of compiled.all()) yield [entity.id, cited(entity, sources)];
    return undefined;
  }
  function* pick<T>(part: (entry: [string, Entity]) => T): Generator<T, undefined> {
    for (const entry of entries()) yield part(entry);
    return undefined;
  }
  const get = (id: string) => {
    const entity = held.get(id);
    if (entity) return entity;
    const read = compiled.get(id);
    return read && cited(read, sources);
  };
  const all: ReadonlyMap<string, Entity> = {
    get,
    has: (id) => held.has(id) || compiled.get(id) !== undefined,
    size: held.size + compiled.size,
    entries,
    keys: () => pick(([id]) => id),
    values: () => pick(([, entity]) => entity),
    forEach(call) {
      for (const [id, entity] of entries()) call(entity, id, all);
    },
    [Symbol.iterator]: entries,
  };
  return all;
}

/** The seats of all entities; those of compiled ones are there for who asks, not in the list of all. */
function seatsOf({ seats, relations }: FactBase, compiled: CompiledEntities): FactBase['seats'] {
  const get = (id: string) => {
    const entity = seats.has(id) ? undefined : compiled.get(id);
    return entity ? seatOf(entity, relations) : seats.get(id);
  };
  return Object.assign(new Map(seats), { get, has: (id: string) => get(id) !== undefined });
}

/** With those of its sources that some layer knows. */
function cited(entity: Entity, sources: ReadonlyMap<string, FactSource>): Entity {
  if (entity.sources.every((id) => sources.has(id))) return entity;
  return { ...entity, sources: entity.sources.filter((id) => sources.has(id)) };
}
