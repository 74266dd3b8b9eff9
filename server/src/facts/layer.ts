import type { ValueKindName } from '../values/kind.ts';
import type { LayerNames } from './compiledNames.ts';
import type { Entity, Fact, FactSource, FormerName, Misnomer, Relation } from './facts.ts';
import type { Place, Position } from './jsonDocument.ts';

/** One facts file, read and checked as far as it can be by itself. What refers to other files is checked when layers merge. */
export interface FactsLayer {
  readonly path: string;
  readonly title?: string;
  /** The text is not JSON: the layer holds nothing, and an edge keeps the last good one in force. */
  readonly broken: boolean;
  readonly sources: ReadonlyMap<string, FactSource>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relations: ReadonlyMap<string, LayerRelation>;
  readonly facts: ReadonlyMap<string, LayerFact>;
  /** What it takes out of the layers below. */
  readonly remove: readonly string[];
  /** What it adds to entities of the layers below (or its own). */
  readonly extend: ReadonlyMap<string, EntityExtension>;
  /** Entities that stand only here, where the file was compiled; they come behind `entities`. */
  readonly compiled?: CompiledEntities;
  /** Where something stands in the file, for problems that show only when layers merge. */
  positionOf(place: Place, on?: 'key' | 'value'): Position;
}

/** Entities of a compiled file that no fact of it is about. Their names are settled among themselves. */
export interface CompiledEntities extends LayerNames {
  readonly size: number;
  /** Each decoded when it is asked for. */
  get(id: string): Entity | undefined;
  all(): Iterable<Entity>;
  /** Sources that they cite and the file lacks. */
  readonly openSources: ReadonlyMap<string, Place>;
}

/** A relation of the file's own, or what it adds to one of a layer below. */
export interface LayerRelation {
  readonly id: string;
  readonly kind?: ValueKindName;
  readonly cues: readonly string[];
  readonly directed?: boolean;
}

/** A fact before its relation is looked up in all layers. */
export interface LayerFact {
  /** `relation` is there already where the file by itself (or the product) knows it. */
  readonly fact: Fact;
  readonly relationId?: string;
  /** The kind that its values were read as; undefined: as any. */
  readonly readAs?: ValueKindName;
  /** Its values are added to those of the fact with its id in the layers below, if there is one. */
  readonly extends?: true;
  readonly place: Place;
  /** Of each value. */
  readonly valuePlaces: readonly Place[];
}

/** Further names that a layer gives to an entity of a layer below. */
export interface EntityExtension {
  readonly aliases: readonly string[];
  readonly misnomers: readonly Misnomer[];
  readonly descriptors: readonly string[];
  readonly ambiguous: readonly string[];
  readonly formerNames: readonly FormerName[];
}

/** What decides whether a relation needs another kind of reading. */
export type KnownRelations = ReadonlyMap<string, Relation>;
