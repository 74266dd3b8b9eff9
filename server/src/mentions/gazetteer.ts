import type { FactBase } from '../facts/facts.ts';
import { formsOf, type Names, type WrittenForm } from './forms.ts';
import { buildSlipIndex, type SlipIndex } from './slipIndex.ts';
import { buildTrie, type Trie } from './trie.ts';

/** Every written form of every name, ready to be looked for. Made once for a fact base; never changed. */
export interface Gazetteer {
  readonly trie: Trie;
  readonly forms: readonly WrittenForm[];
  /** List of forms that end in the same node: index of the next + 1, 0 at the end. */
  readonly nextForm: Int32Array;
  readonly names: ReadonlyMap<string, Names>;
  /** Texts of all correct forms. */
  readonly bases: ReadonlySet<string>;
  readonly slips: SlipIndex;
}

/** Compiles the names of a fact base. `options.names`: words never to be taken for a name. */
export function buildGazetteer(
  facts: FactBase,
  options: { readonly names?: readonly string[] } = {},
): Gazetteer {
  const { forms, names } = formsOf(facts, options.names ?? []);
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
