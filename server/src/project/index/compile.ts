import type { WrittenForm } from '../../facts/compiledNames.ts';
import type { Entity, Problem } from '../../facts/facts.ts';
import type { FactsLayer } from '../../facts/layer.ts';
import { settleLayer } from '../../facts/layers.ts';
import { formsOf, MANY_NAMES } from '../../mentions/forms.ts';
import { hashWord, KIND, OTHER, wordEnd } from '../../mentions/letters.ts';
import { isRightName } from '../../mentions/slipIndex.ts';
import { buildTrie, packTrie } from '../../mentions/trie.ts';
import { packEntity, packLayer } from '../packedLayer.ts';
import { VERSION } from '../version.ts';
import { emptyTable, hashId, put } from './hashTable.ts';
import { writeSections } from './sections.ts';

/** What tells one state of a file from another. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Two sums of all bytes. */
  readonly sums: readonly [number, number];
}

/** What an index says of itself. */
export interface About {
  readonly version: number;
  /** Of the product: another one may read names otherwise. */
  readonly product: string;
  readonly source: Stamp;
  readonly title?: string;
  readonly entities: number;
  readonly names: number;
  /** Where the held part of the layer stands, packed, among the pages. */
  readonly core: readonly [start: number, end: number];
  /** Sources that compiled entities cite and the file lacks, with the entity. */
  readonly openSources: readonly (readonly [source: string, entity: string])[];
  /** Of the file, as it was read. */
  readonly problems: readonly Problem[];
}

/** Of the index's form; a file with another number is compiled again. */
export const INDEX_VERSION = 2;

/**
 * A layer as the bytes of an index: entities that no fact is about become records and a trie of names, all else is packed as
 * bundled facts are. A layer of up to `mostHeld` entities is packed whole.
 */
export function compileLayer(
  layer: FactsLayer,
  problems: readonly Problem[],
  source: Stamp,
  mostHeld = MANY_NAMES,
): { readonly bytes: Uint8Array; readonly about: About } {
  const settled = layer.entities.size > mostHeld ? settleLayer(layer) : undefined;
  const isHeld = settled === undefined ? () => true : heldIn(layer);
  const entities = [...(settled?.entities.values() ?? [])].filter((entity) => !isHeld(entity));
  const held = new Map([...layer.entities].filter(([, entity]) => isHeld(entity)));
  const cold = newColdBytes();
  const core = cold.add(packLayer({ ...layer, entities: held }));
  const { trie, forms, formAt } = compileNames(entities, layer, cold);
  const ids = emptyTable(entities.length);
  const entityAt = new Int32Array(entities.length + 1);
  for (const [index, entity] of entities.entries()) {
    entityAt[index] = cold.add(packEntity(entity))[0];
    put(ids, hashId(entity.id), index + 1);
  }
  entityAt[entities.length] = cold.size();
  const about: About = {
    version: INDEX_VERSION,
    product: VERSION,
    source,
    ...(layer.title !== undefined && { title: layer.title }),
    entities: layer.entities.size,
    names: forms.length,
    core,
    openSources: openSourcesOf(entities, layer),
    problems: [...problems, ...(settled?.problems ?? [])],
  };
  const { slots, first, lowerFirst } = trie;
  const hot = { slots, first, lowerFirst, formAt, entityAt, ids, words: wordsOf(forms) };
  return { bytes: writeSections(about, hot, cold.bytes()), about };
}

/** Entities that facts are about are held; alliances, too, which a draft may mean without naming them. */
function heldIn({ facts, extend, remove }: FactsLayer): (entity: Entity) => boolean {
  const ids = new Set([...extend.keys(), ...remove]);
  for (const { fact } of facts.values()) {
    ids.add(fact.subject);
    if (fact.object !== undefined) ids.add(fact.object);
  }
  return ({ id, type }) => type === 'alliance' || ids.has(id);
}

function compileNames(entities: readonly Entity[], { sources }: FactsLayer, cold: ColdBytes) {
  const held = new Map(entities.map((entity) => [entity.id, entity]));
  // Spellings that nobody listed are looked for draft by draft, of the entities that it names.
  const { forms } = formsOf({ held, facts: new Map(), seats: new Map(), sources }, []);
  const { trie, order, last } = packTrie(buildTrie(forms.map(({ text }) => text)));
  const formAt = new Int32Array(order.length + 1);
  for (const [place, index] of order.entries())
    formAt[place] = cold.add(packForm(forms[index]!, last[place] === 1))[0];
  formAt[order.length] = cold.size();
  return { trie, forms, formAt };
}

/** «corsa\tOrsa»: its kind in a letter, a capital where it is the last of its list; entity and text, or JSON where there is more. */
function packForm(form: WrittenForm, isLast: boolean): string {
  const { kind, entity, text } = form;
  const isShort = Object.keys(form).length === 3 && (kind === 'correct' || kind === 'ambiguous');
  const letter = isShort ? kind[0]! : 'j';
  const rest = isShort ? `${entity}\t${text}` : JSON.stringify(form);
  return (isLast ? letter.toUpperCase() : letter) + rest;
}

/** A form as `packForm` wrote it. */
export function unpackForm(packed: string): { readonly form: WrittenForm; readonly isLast: boolean } {
  const letter = packed[0]!;
  const isLast = letter < 'a';
  if (letter === 'j' || letter === 'J') return { form: JSON.parse(packed.slice(1)) as WrittenForm, isLast };
  const kind = letter === 'c' || letter === 'C' ? 'correct' : 'ambiguous';
  const tab = packed.lastIndexOf('\t');
  return { form: { text: packed.slice(tab + 1), kind, entity: packed.slice(1, tab) }, isLast };
}

/** The hashes of all words of names that are, or were, right. */
function wordsOf(forms: readonly WrittenForm[]): Int32Array {
  const hashes = new Set<number>();
  for (const { text } of forms.filter(isRightName)) {
    for (let at = 0; at < text.length; at++) {
      if (KIND[text.charCodeAt(at)] === OTHER) continue;
      const end = wordEnd(text, at);
      hashes.add(hashWord(text, at, end));
      at = end;
    }
  }
  const table = emptyTable(hashes.size);
  for (const hash of hashes) put(table, hash, hash || 1);
  return table;
}

function openSourcesOf(entities: readonly Entity[], { sources }: FactsLayer): About['openSources'] {
  const open = new Map<string, string>();
  for (const { id, sources: cited } of entities)
    for (const source of cited) if (!sources.has(source) && !open.has(source)) open.set(source, id);
  return [...open];
}

interface ColdBytes {
  /** Adds a text in UTF-8; says where it stands. */
  add(text: string): readonly [start: number, end: number];
  size(): number;
  bytes(): Uint8Array;
}

function newColdBytes(): ColdBytes {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 20);
  let size = 0;
  return {
    add(text) {
      const start = size;
      if (size + text.length * 3 > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, size + text.length * 3));
        larger.set(bytes.subarray(0, size));
        bytes = larger;
      }
      size += encoder.encodeInto(text, bytes.subarray(size)).written;
      return [start, size];
    },
    size: () => size,
    bytes: () => bytes.subarray(0, size),
  };
}
