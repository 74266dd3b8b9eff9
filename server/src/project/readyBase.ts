import { deserialize, serialize } from 'node:v8';
import type { Compiled } from '../checker.ts';
import type { Entity, Fact, FactBase, FactSource, FactValue, Location, Relation } from '../facts/facts.ts';
import { lazyMap } from './lazyMap.ts';

/** A fact base and what is compiled from its names, ready for use. */
export interface ReadyBase {
  readonly facts: FactBase;
  readonly compiled: Compiled;
}

/** Of a list of facts, each as its place among all. */
type Groups = ReadonlyMap<string, readonly number[]>;

/** What is written. Entities are held whole, with what refers to them; facts and sources as JSON, each by itself. */
interface Written {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly facts: Lines;
  readonly sources: Lines;
  readonly bySubject: Groups;
  readonly byObject: Groups;
  /** A fact's place among all; one made of what its entity says, as JSON. */
  readonly seats: ReadonlyMap<string, number | string>;
  readonly compiled: Compiled;
}

interface Lines {
  readonly ids: readonly string[];
  readonly json: readonly string[];
}

/** Run at build: the bundled facts as most starts use them, with no others beside. */
export function writeReadyBase({ facts: base, compiled }: ReadyBase): Uint8Array {
  const { entities, relations, facts, sources } = base;
  const places = new Map([...facts.values()].map((fact, index) => [fact, index]));
  const toPlaces = (groups: FactBase['bySubject']): Groups =>
    new Map([...groups].map(([id, group]) => [id, group.map((fact) => places.get(fact)!)]));
  const written: Written = {
    entities,
    relations: new Map(relations),
    facts: toLines(facts, toPlain),
    sources: toLines(sources, (source) => source),
    bySubject: toPlaces(base.bySubject),
    byObject: toPlaces(base.byObject),
    seats: new Map(
      [...base.seats].map(([id, fact]) => [id, places.get(fact) ?? JSON.stringify(toPlain(fact))]),
    ),
    compiled,
  };
  return serialize(written);
}

function toPlain({ relation, ...fact }: Fact): object {
  return { ...fact, relation: relation?.id };
}

function toLines<T>(map: ReadonlyMap<string, T>, plain: (value: T) => object): Lines {
  return { ids: [...map.keys()], json: [...map.values()].map((value) => JSON.stringify(plain(value))) };
}

/**
 * What `writeReadyBase` wrote. A draft names a handful of entities: of a thousand facts only theirs are ever read, and
 * reading is JSON.parse. `pathOf` says where the files are whose names stand in it.
 */
export function openReadyBase(bytes: Uint8Array, pathOf: (name: string) => string): ReadyBase {
  const written = deserialize(bytes) as Written;
  const { entities, relations, compiled } = written;
  const at = <T extends { readonly location: Location }>(it: T): T =>
    Object.assign(it, { location: { ...it.location, path: pathOf(it.location.path) } });
  for (const entity of entities.values()) at(entity);
  const toFact = (read: WrittenFact): Fact => {
    const { relation: id, ...fact } = at(read);
    const relation = id === undefined ? undefined : relations.get(id);
    return { ...fact, values: fact.values.map(at), ...(relation && { relation }) };
  };
  const facts = linesMap(written.facts, toFact);
  const sources = linesMap(written.sources, (read: FactSource) => at(read));
  const factAt = (place: number) => facts.get(written.facts.ids[place]!)!;
  const groupsOf = (groups: Groups) => {
    const lists = [...groups.values()];
    return lazyMap([...groups.keys()], (index) => lists[index]!.map(factAt));
  };
  const bySubject = groupsOf(written.bySubject);
  const byObject = groupsOf(written.byObject);
  const seatOf = (seat: number | string) =>
    typeof seat === 'number' ? factAt(seat) : toFact(JSON.parse(seat) as WrittenFact);
  const seatList = [...written.seats.values()];
  const seats = lazyMap([...written.seats.keys()], (index) => seatOf(seatList[index]!));
  return {
    facts: { entities, held: entities, facts, sources, relations, bySubject, byObject, seats },
    compiled,
  };
}

type WrittenFact = Omit<Fact, 'relation'> & {
  readonly values: readonly FactValue[];
  readonly relation?: string;
};

function linesMap<Read, T>({ ids, json }: Lines, open: (read: Read) => T): ReadonlyMap<string, T> {
  return lazyMap(ids, (index) => open(JSON.parse(json[index]!) as Read));
}
