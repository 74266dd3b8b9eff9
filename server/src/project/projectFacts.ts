import type { FactBase, Problem } from '../facts/facts.ts';
import {
  type FactsPlan,
  type FactsText,
  type ReadLayer,
  readFactsTexts,
  readLayer,
  readLayers,
} from './factsLayers.ts';
import type { FileSystem } from './fileSystem.ts';
import { joinLayers } from './index/joinLayers.ts';
import { addSheets, type SheetReader } from './sheetLayers.ts';

/** The facts of a project, and the texts that other threads read them from. */
export interface ProjectFacts {
  readonly texts: readonly FactsText[];
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
}

/** Reads all layers of a project, spreadsheets among them; `reader` is called only where there are some. */
export function readProjectFacts(
  fileSystem: FileSystem,
  plan: FactsPlan,
  reader: () => SheetReader,
): ProjectFacts {
  const own = readFactsTexts(fileSystem, plan);
  if (plan.imports.length === 0) {
    const { facts, problems } = readLayers(fileSystem, own.texts);
    return { texts: own.texts, facts, problems: [...own.problems, ...problems] };
  }
  const layers = new Map<FactsText, ReadLayer>();
  const join = (texts: readonly FactsText[]) => {
    for (const text of texts) if (!layers.has(text)) layers.set(text, readLayer(fileSystem, text));
    const read = texts.flatMap((text) => layers.get(text) ?? []);
    const { facts, problems } = joinLayers(read.map(({ layer }) => layer));
    return { facts, problems: [...read.flatMap((it) => it.problems), ...problems] };
  };
  const merge = (texts: readonly FactsText[]) => join(texts).facts;
  const { texts, problems } = addSheets(own, plan, { fileSystem, reader, merge });
  const joined = join(texts);
  return { texts, facts: joined.facts, problems: [...own.problems, ...problems, ...joined.problems] };
}
