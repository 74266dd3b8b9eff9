import type { FactBase, Problem } from './facts.ts';
import { mergeLayers } from './layers.ts';
import { readFactsFile } from './read.ts';

/** A facts file as text. */
export interface FactsText {
  readonly path: string;
  readonly text: string;
}

/** Reads one facts file, or several layers of them (the lowest first), into a fact base. Never throws. */
export function readFacts(
  source: string | readonly FactsText[],
  path = 'facts.json',
): { readonly facts: FactBase; readonly problems: readonly Problem[] } {
  const texts = typeof source === 'string' ? [{ path, text: source }] : source;
  const read = texts.map(({ path: name, text }) => readFactsFile(text, name));
  const { facts, problems } = mergeLayers(read.map(({ layer }) => layer));
  return { facts, problems: [...read.flatMap((file) => file.problems), ...problems] };
}
