import type { Entity, FormerName, Misnomer } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import type { FactsLayer } from './layer.ts';
import type { Merging } from './layers.ts';
import { knownSources } from './resolveFact.ts';

/**
 * The entities with names that can be told apart: of an alias on two entities the first keeps it (an entity's own name
 * comes before anybody's alias), and a misnomer that is somebody's correct name is no misnomer.
 */
export function resolveNames(merging: Merging): ReadonlyMap<string, Entity> {
  const owners = findOwners(merging);
  const entities = new Map<string, Entity>();
  for (const { value: entity, layer } of merging.entities.values())
    entities.set(entity.id, resolveEntity(merging, entity, layer, owners));
  return entities;
}

/** Which entity each correct form belongs to; forms that are only ever ambiguous may belong to several. */
function findOwners(merging: Merging): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const claim = (form: string, id: string): void => {
    if (!owners.has(form)) owners.set(form, id);
  };
  for (const { value: entity, layer } of merging.entities.values()) {
    const owner = owners.get(entity.name);
    if (owner !== undefined)
      report(
        merging,
        layer,
        entity.id,
        'name',
        entity.name,
        `“${entity.name}” is also the name of “${owner}”; with the same id this entity would replace that one.`,
      );
    claim(entity.name, entity.id);
  }
  for (const { value } of merging.entities.values()) if (value.legalName) claim(value.legalName, value.id);
  for (const { value } of merging.entities.values())
    for (const alias of value.aliases) claim(alias, value.id);
  for (const { value } of merging.entities.values())
    for (const form of value.ambiguous) claim(form, value.id);
  return owners;
}

function resolveEntity(
  merging: Merging,
  entity: Entity,
  layer: number,
  owners: ReadonlyMap<string, string>,
): Entity {
  const { id } = entity;
  const place = ['entities', id];
  const aliases = entity.aliases.filter((alias) => {
    const owner = owners.get(alias);
    if (owner === undefined || owner === id) return true;
    const message = `“${alias}” is a name of “${owner}” too; only that one keeps it.`;
    report(merging, layer, id, 'aliases', alias, message);
    return false;
  });
  const misnomers = entity.misnomers.filter((misnomer) =>
    isMisnomer(merging, entity, misnomer, layer, owners),
  );
  const sources = knownSources(merging, entity.sources, layer, [...place, 'source']);
  const formerNames = resolveFormerNames(merging, entity, layer, place);
  const isSame =
    aliases.length === entity.aliases.length &&
    misnomers.length === entity.misnomers.length &&
    sources.length === entity.sources.length &&
    formerNames.every((former, index) => former === entity.formerNames[index]);
  // Most entities are right as they are and need no copy.
  return isSame ? entity : { ...entity, aliases, misnomers, sources, formerNames };
}

function isMisnomer(
  merging: Merging,
  { id }: Entity,
  misnomer: Misnomer,
  layer: number,
  owners: ReadonlyMap<string, string>,
): boolean {
  const owner = owners.get(misnomer.text);
  if (owner === undefined) return true;
  const whose = owner === id ? 'this entity' : `“${owner}”`;
  const message = `“${misnomer.text}” is a correct name of ${whose}, not a misnomer.`;
  report(merging, layer, id, 'misnomers', misnomer, message);
  return false;
}

function resolveFormerNames(
  merging: Merging,
  { formerNames }: Entity,
  layer: number,
  place: Place,
): readonly FormerName[] {
  return formerNames.map((former, index) => {
    const known = knownSources(merging, former.sources, layer, [...place, 'formerNames', index, 'source']);
    return known.length === former.sources.length ? former : { ...former, sources: known };
  });
}

/** Reports a name where it stands: in the entity itself, or in the `extend` that brought it. */
function report(
  merging: Merging,
  layer: number,
  id: string,
  list: NameList,
  name: string | Misnomer,
  message: string,
): void {
  for (let index = merging.layers.length - 1; index > layer; index--) {
    const place = placeInExtension(merging.layers[index], id, list, name);
    if (place) {
      merging.report(index, message, place);
      return;
    }
  }
  const own = merging.layers[layer];
  const place = placeInEntity(own, id, list, name) ?? placeInExtension(own, id, list, name);
  merging.report(layer, message, place ?? ['entities', id]);
}

type NameList = 'name' | 'aliases' | 'misnomers';

function placeInExtension(
  layer: FactsLayer | undefined,
  id: string,
  list: NameList,
  name: string | Misnomer,
): Place | undefined {
  const names: readonly unknown[] = (list !== 'name' && layer?.extend.get(id)?.[list]) || [];
  const index = names.indexOf(name);
  return index < 0 ? undefined : ['extend', id, list, index];
}

function placeInEntity(
  layer: FactsLayer | undefined,
  id: string,
  list: NameList,
  name: string | Misnomer,
): Place | undefined {
  if (list === 'name') return ['entities', id, 'name'];
  const names: readonly unknown[] = layer?.entities.get(id)?.[list] ?? [];
  const index = names.indexOf(name);
  return index < 0 ? undefined : ['entities', id, list, index];
}
