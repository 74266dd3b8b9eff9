import type { CompiledNames, Trie, WrittenForm } from '../facts/compiledNames.ts';
import type { Entity, FactBase } from '../facts/facts.ts';
import { addUnlisted, crowdedFiles, formsOf, type Names, namesOf } from './forms.ts';
import { buildSlipIndex, type SlipIndex } from './slipIndex.ts';
import { buildTrie, headOf } from './trie.ts';

/** Every written form of every name, ready to be looked for. Made once for a fact base; never changed. */
export interface Gazetteer {
  /** Its filters (`first`, `lowerFirst`) let the compiled names pass too. */
  readonly trie: Trie;
  readonly forms: readonly WrittenForm[];
  /** List of forms that end in the same node: index of the next + 1, 0 at the end. */
  readonly nextForm: Int32Array;
  readonly names: { get(entity: string): Names | undefined };
  /** Texts of all correct forms. */
  readonly bases: { has(text: string): boolean };
  readonly slips: SlipIndex;
  /** The names of the entities that are not held. */
  readonly compiled?: CompiledNames;
  /** A gazetteer of those of these entities whose slips are not in `slips`; undefined where there is none. */
  readonly among?: (entities: Iterable<string>) => Gazetteer | undefined;
}

/** Compiles the names of a fact base. `options.names`: words never to be taken for a name. */
export function buildGazetteer(
  facts: FactBase,
  options: { readonly names?: readonly string[]; readonly manyNames?: number } = {},
): Gazetteer {
  const crowded = crowdedFiles(facts.held, options.manyNames);
  const { forms, names } = formsOf(facts, options.names ?? [], crowded);
  const held = gazetteerOfForms(forms, names);
  const whole = facts.compiled ? withCompiled(held, names, facts, facts.compiled) : held;
  const isCrowd = (id: string) => crowded.has(names.get(id)?.entity.location.path ?? '');
  const isSlipHeld = (id: string) => names.has(id) && !isCrowd(id);
  if (!facts.compiled && crowded.size === 0) return whole;
  return {
    ...whole,
    among(ids) {
      const entities = [...ids].flatMap((id) => (isSlipHeld(id) ? [] : (facts.entities.get(id) ?? [])));
      return entities.length === 0 ? undefined : gazetteerOf(entities, facts);
    },
  };
}

function gazetteerOfForms(forms: WrittenForm[], names: Gazetteer['names']): Gazetteer {
  addUnlisted(forms);
  const { trie, next } = buildTrie(forms.map(({ text }) => text));
  const bases = new Set(forms.filter(({ kind }) => kind === 'correct').map(({ text }) => text));
  return { trie, forms, nextForm: next, names, bases, slips: buildSlipIndex(forms) };
}

/** The forms that end where the list with this head starts, in the order of the facts. */
export function formsAt(gazetteer: Gazetteer, head: number): readonly WrittenForm[] {
  const found: WrittenForm[] = [];
  for (let at = head; at !== 0; at = gazetteer.nextForm[at - 1]!) found.push(gazetteer.forms[at - 1]!);
  return found.reverse();
}

function withCompiled(
  held: Gazetteer,
  known: Map<string, Names>,
  facts: FactBase,
  compiled: CompiledNames,
): Gazetteer {
  const { trie } = held;
  return {
    ...held,
    trie: {
      ...trie,
      first: either([trie, ...compiled.tries].map(({ first }) => first)),
      lowerFirst: either([trie, ...compiled.tries].map(({ lowerFirst }) => lowerFirst)),
    },
    names: {
      get: (id) => {
        const entity = known.has(id) ? undefined : facts.entities.get(id);
        return entity ? namesOf(entity, facts) : known.get(id);
      },
    },
    bases: {
      has: (text) =>
        held.bases.has(text) ||
        compiled
          .formsAt(compiled.tries.map((it) => headOf(it, text)))
          .some((it) => it.kind === 'correct' && it.text === text),
    },
    compiled,
  };
}

/** What passes one of these filters. */
function either(filters: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(filters[0]!.length);
  for (const filter of filters) for (let at = 0; at < all.length; at++) all[at]! |= filter[at]!;
  return all;
}

function gazetteerOf(entities: readonly Entity[], { sources }: FactBase): Gazetteer {
  const held = new Map(entities.map((entity) => [entity.id, entity]));
  const { forms, names } = formsOf({ held, facts: new Map(), seats: new Map(), sources }, []);
  return gazetteerOfForms(forms, names);
}
