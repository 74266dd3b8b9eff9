import { deserialize, serialize } from 'node:v8';
import type { Compiled } from '../checker.ts';
import type { FactCues } from '../claims/cues.ts';
import type { Entity, Fact, FactBase, FactSource, FactValue, Location, Relation } from '../facts/facts.ts';
import type { Names } from '../mentions/forms.ts';
import type { Gazetteer } from '../mentions/gazetteer.ts';
import { lazyMap } from './lazyMap.ts';
import { inAscii } from './packedLayer.ts';
import { openSlips, type WrittenSlips, writeSlips } from './readySlips.ts';

/** A fact base and what is compiled from its names, ready for use. */
export interface ReadyBase {
  readonly facts: FactBase;
  readonly compiled: Compiled;
}

/** Of lists of facts, each as its place among all; a number below 0 stands for that seat, from -1 down. */
type Groups = ReadonlyMap<string, readonly number[]>;

/** What is written. Entities are held whole; facts, sources and what the scanner needs of an entity as JSON, each by itself. */
interface Written {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly facts: Lines;
  readonly sources: Lines;
  readonly bySubject: Groups;
  readonly byObject: Groups;
  /** A fact's place among all; one made of what its entity says, as JSON. */
  readonly seats: ReadonlyMap<string, number | string>;
  readonly compiled: WrittenCompiled;
}

interface WrittenCompiled extends Omit<Compiled, 'gazetteer' | 'names' | 'cues'> {
  readonly gazetteer: Omit<Gazetteer, 'slips' | 'names'> & { readonly slips: WrittenSlips };
  /** By entity. */
  readonly scanned: Lines;
  readonly names: Groups;
  readonly cues: Lines;
}

/** Many short texts as bytes: they stay outside of the heap, where they would be copied at every start. */
interface Lines {
  readonly ids: readonly string[];
  readonly ends: Int32Array;
  readonly bytes: Uint8Array;
}

/** Run at build: the bundled facts as most starts use them, with no others beside. */
export function writeReadyBase({ facts: base, compiled }: ReadyBase): Uint8Array {
  const { entities, relations, facts, sources } = base;
  const places = new Map([...facts.values()].map((fact, index) => [fact, index]));
  for (const [index, fact] of [...base.seats.values()].entries())
    if (!places.has(fact)) places.set(fact, -1 - index);
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
      [...base.seats].map(([id, fact]) => [
        id,
        facts.get(fact.id) === fact ? places.get(fact)! : JSON.stringify(toPlain(fact)),
      ]),
    ),
    compiled: {
      ...compiled,
      gazetteer: writeGazetteer(compiled.gazetteer),
      scanned: toLines(entities, ({ id }) => toScanned(compiled.gazetteer.names.get(id)!)),
      names: toPlaces(compiled.names),
      cues: toLines(compiled.cues, (cues) => cues),
    },
  };
  return serialize(written);
}

function writeGazetteer({ names: _, ...gazetteer }: Gazetteer): WrittenCompiled['gazetteer'] {
  return { ...gazetteer, slips: writeSlips(gazetteer.forms) };
}

function toScanned({ entity: _, legal, ...names }: Names): object {
  return { ...names, legal: [...legal] };
}

function toPlain({ relation, ...fact }: Fact): object {
  return { ...fact, relation: relation?.id };
}

function toLines<T>(map: ReadonlyMap<string, T>, plain: (value: T) => object): Lines {
  const lines = Array.from(map.values(), (value) => inAscii(JSON.stringify(plain(value))));
  let end = 0;
  const ends = Int32Array.from(lines, ({ length }) => (end += length));
  return { ids: [...map.keys()], ends, bytes: Buffer.from(lines.join(''), 'latin1') };
}

/**
 * What `writeReadyBase` wrote. A draft names a handful of entities: of a thousand facts only theirs are ever read, and
 * reading is JSON.parse. `pathOf` says where the files are whose names stand in it.
 */
export function openReadyBase(bytes: Uint8Array, pathOf: (name: string) => string): ReadyBase {
  const written = deserialize(bytes) as Written;
  const { entities, relations } = written;
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
  const seatIds = [...written.seats.keys()];
  const factAt = (place: number): Fact =>
    place < 0 ? seats.get(seatIds[-1 - place]!)! : facts.get(written.facts.ids[place]!)!;
  const groupsOf = (groups: Groups) => {
    const lists = [...groups.values()];
    return lazyMap([...groups.keys()], (index) => lists[index]!.map(factAt));
  };
  const bySubject = groupsOf(written.bySubject);
  const byObject = groupsOf(written.byObject);
  const seatOf = (seat: number | string) =>
    typeof seat === 'number' ? factAt(seat) : toFact(JSON.parse(seat) as WrittenFact);
  const seatList = [...written.seats.values()];
  const seats: FactBase['seats'] = lazyMap(seatIds, (index) => seatOf(seatList[index]!));
  return {
    facts: { entities, held: entities, facts, sources, relations, bySubject, byObject, seats },
    compiled: openCompiled(written.compiled, entities, groupsOf),
  };
}

function openCompiled(
  { gazetteer, scanned, names, cues, ...rest }: WrittenCompiled,
  entities: ReadonlyMap<string, Entity>,
  groupsOf: (groups: Groups) => FactBase['bySubject'],
): Compiled {
  const { forms, slips } = gazetteer;
  const toNames = ({ legal, ...known }: WrittenNames, id: string): Names => ({
    ...known,
    entity: entities.get(id)!,
    legal: new Set(legal),
  });
  return {
    ...rest,
    gazetteer: { ...gazetteer, names: linesMap(scanned, toNames), slips: openSlips(slips, forms) },
    names: groupsOf(names),
    cues: linesMap(cues, (read: FactCues) => read),
  };
}

type WrittenNames = Omit<Names, 'entity' | 'legal'> & { readonly legal: readonly string[] };
type WrittenFact = Omit<Fact, 'relation'> & {
  readonly values: readonly FactValue[];
  readonly relation?: string;
};

function linesMap<Read, T>(
  { ids, ends, bytes }: Lines,
  open: (read: Read, id: string) => T,
): ReadonlyMap<string, T> {
  const { buffer, byteOffset, byteLength } = bytes;
  const all = Buffer.from(buffer, byteOffset, byteLength);
  return lazyMap(ids, (index) => {
    const json = all.toString('latin1', index === 0 ? 0 : ends[index - 1]!, ends[index]!);
    return open(JSON.parse(json) as Read, ids[index]!);
  });
}
