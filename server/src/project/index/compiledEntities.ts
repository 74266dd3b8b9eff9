import type { CompiledNames, WrittenForm } from '../../facts/compiledNames.ts';
import type { Entity, FactBase, FactSource } from '../../facts/facts.ts';
import type { CompiledEntities } from '../../facts/layer.ts';
import { settleEntities } from '../../facts/layers.ts';
import { formsOf } from '../../mentions/forms.ts';
import { remember } from './remember.ts';

/** One compiled layer, and what was taken out of it. */
interface Layer {
  readonly compiled: CompiledEntities;
  readonly taken: ReadonlyMap<string, Entity>;
}

/** Compiled layers, the lowest first, without the entities taken out of them, and without those that an upper one replaces. */
export function leave(layers: readonly Layer[]): readonly CompiledEntities[] {
  return layers.map(({ compiled, taken }, index) => {
    const above = layers.slice(index + 1);
    const isLeft = (id: string) =>
      !taken.has(id) && above.every((upper) => upper.compiled.get(id) === undefined);
    const isFormLeft = ({ entity }: WrittenForm) => isLeft(entity);
    return {
      ...compiled,
      // Those that are replaced count twice: to find them all would take a look at each.
      size: compiled.size - taken.size,
      get: (id) => (isLeft(id) ? compiled.get(id) : undefined),
      *all() {
        for (const entity of compiled.all()) if (isLeft(entity.id)) yield entity;
      },
      formsAt(head) {
        const forms = compiled.formsAt(head);
        return forms.every(isFormLeft) ? forms : forms.filter(isFormLeft);
      },
    };
  });
}

/** Their names as one. What is spelt alike in several layers is told apart where it occurs. */
export function namesIn(layers: readonly CompiledEntities[]): CompiledNames {
  const settled = remember((key: string) => settle(key.split(' ').map(Number), layers));
  return {
    tries: layers.map(({ trie }) => trie),
    formsAt(heads) {
      let only = -1;
      let count = 0;
      for (let at = 0; at < heads.length; at++) {
        if (heads[at] === 0) continue;
        only = at;
        count++;
      }
      if (count === 0) return [];
      return count === 1 ? layers[only]!.formsAt(heads[only]!) : settled(Array.from(heads).join(' '));
    },
    hasWord: (hash) => layers.some((layer) => layer.hasWord(hash)),
  };
}

/** The forms of all layers at one place, as they are where their entities stand in one fact base. */
function settle(heads: readonly number[], layers: readonly CompiledEntities[]): readonly WrittenForm[] {
  const lists = layers.map((layer, index) => (heads[index] === 0 ? [] : layer.formsAt(heads[index]!)));
  if (lists.filter(({ length }) => length > 0).length < 2) return lists.flat();
  const entities = lists.flatMap((forms, index) =>
    [...new Set(forms.map(({ entity }) => entity))].flatMap((id) => layers[index]!.get(id) ?? []),
  );
  const held = settleEntities(entities);
  const texts = new Set(lists.flat().map(({ text }) => text));
  const { forms } = formsOf({ held, facts: new Map(), seats: new Map(), sources: new Map() }, []);
  return forms.filter(({ text }) => texts.has(text));
}

/** All entities as one map; those held come first. */
export function entitiesOf(
  { held, sources }: FactBase,
  layers: readonly CompiledEntities[],
): ReadonlyMap<string, Entity> {
  function* entries(): Generator<[string, Entity], undefined> {
    yield* held;
    for (const layer of layers) for (const entity of layer.all()) yield [entity.id, cited(entity, sources)];
    return undefined;
  }
  function* pick<T>(part: (entry: [string, Entity]) => T): Generator<T, undefined> {
    for (const entry of entries()) yield part(entry);
    return undefined;
  }
  const get = (id: string) => {
    const known = held.get(id);
    if (known) return known;
    for (const layer of layers) {
      const entity = layer.get(id);
      if (entity) return cited(entity, sources);
    }
    return undefined;
  };
  const all: ReadonlyMap<string, Entity> = {
    get,
    has: (id) => get(id) !== undefined,
    size: layers.reduce((size, layer) => size + layer.size, held.size),
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

/** With those of its sources that some layer knows. */
function cited(entity: Entity, sources: ReadonlyMap<string, FactSource>): Entity {
  if (entity.sources.every((id) => sources.has(id))) return entity;
  return { ...entity, sources: entity.sources.filter((id) => sources.has(id)) };
}
