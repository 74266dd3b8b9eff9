import type { Entity, Fact, FactSource, FactValue, Location } from '../facts/facts.ts';
import type { Place } from '../facts/jsonDocument.ts';
import type { EntityExtension, FactsLayer, LayerFact, LayerRelation } from '../facts/layer.ts';
import { builtInRelations } from '../facts/relations.ts';

/**
 * A facts file that was read at build, as JSON: loading it is one JSON.parse, where reading the file itself scans and
 * checks a thousand values (measured on the bundled facts: a tenth of the time). Places are kept, mistakes are not:
 * only files without any are packed.
 */
export function packLayer(layer: FactsLayer): string {
  const packed: PackedLayer = {
    ...(layer.title !== undefined && { title: layer.title }),
    sources: [...layer.sources.values()].map(placed),
    entities: [...layer.entities.values()].map(placed),
    relations: [...layer.relations.values()],
    facts: [...layer.facts.values()].map(packFact),
    remove: layer.remove,
    extend: [...layer.extend],
  };
  return inAscii(JSON.stringify(packed));
}

/** An entity as JSON, by itself, without its empty lists: of a million entities they would be most of it. */
export function packEntity(entity: Entity): string {
  return JSON.stringify(placed(entity), (_, it) => (Array.isArray(it) && it.length === 0 ? undefined : it));
}

const NO_LISTS = { aliases: [], ambiguous: [], misnomers: [], formerNames: [], descriptors: [], sources: [] };

/** The entity that was packed; `path` is what its place is said to be in. */
export function unpackEntity(text: string, path: string): Entity {
  return locate({ ...NO_LISTS, ...(JSON.parse(text) as Placed<Entity>) }, path);
}

/** JSON of one byte a letter: read and parsed twice as fast as text with other letters in it. */
export function inAscii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The layer that was packed; `path` is what its places are said to be in. */
export function unpackLayer(text: string, path: string): FactsLayer {
  const packed = JSON.parse(text) as PackedLayer;
  const at = <T extends { readonly location: PackedLocation }>(it: T) => locate(it, path);
  return {
    path,
    broken: false,
    ...(packed.title !== undefined && { title: packed.title }),
    sources: byId(packed.sources.map(at)),
    entities: byId(packed.entities.map(at)),
    relations: byId(packed.relations),
    facts: new Map(packed.facts.map((it, index) => [it.fact.id, unpackFact(it, path, ['facts', index])])),
    remove: packed.remove,
    extend: new Map(packed.extend),
    positionOf: () => ({ line: 0, character: 0, length: 0 }),
  };
}

type PackedLocation = readonly [line: number, character: number];
type Placed<T> = Omit<T, 'location'> & { readonly location: PackedLocation };

/** Without its places, which only mistakes ask for. */
interface PackedFact extends Omit<LayerFact, 'fact' | 'place' | 'valuePlaces'> {
  readonly fact: Placed<Omit<Fact, 'relation' | 'values'>> & {
    readonly values: readonly Placed<FactValue>[];
  };
  /** The relation as the file had it, where it is not the built-in one. */
  readonly own?: Fact['relation'];
}

interface PackedLayer {
  readonly title?: string;
  readonly sources: readonly Placed<FactSource>[];
  readonly entities: readonly Placed<Entity>[];
  readonly relations: readonly LayerRelation[];
  readonly facts: readonly PackedFact[];
  readonly remove: readonly string[];
  readonly extend: readonly (readonly [string, EntityExtension])[];
}

function packFact({ fact: whole, place: _, valuePlaces: __, ...rest }: LayerFact): PackedFact {
  const { relation, values, ...fact } = whole;
  const isBuiltIn = relation === undefined || builtInRelations.get(relation.id) === relation;
  return {
    ...rest,
    ...(!isBuiltIn && { own: relation }),
    fact: { ...placed(fact), values: values.map(placed) },
  };
}

function unpackFact({ own, fact, ...rest }: PackedFact, path: string, place: Place): LayerFact {
  const relation = own ?? (rest.relationId === undefined ? undefined : builtInRelations.get(rest.relationId));
  const values = fact.values.map((value) => locate(value, path));
  const located = { ...locate(fact, path), ...(relation && { relation }), values };
  return { ...rest, fact: located, place, valuePlaces: values.map(() => place) };
}

function placed<T extends { readonly location: Location }>(it: T): Placed<T> {
  return { ...it, location: [it.location.line, it.location.character] };
}

/** In place: it was parsed a moment ago and nobody else has it. */
function locate<T extends { readonly location: PackedLocation }>(
  it: T,
  path: string,
): Omit<T, 'location'> & { readonly location: Location } {
  const [line, character] = it.location;
  return Object.assign(it, { location: { path, line, character } });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
