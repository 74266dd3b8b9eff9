import type { FactBase, Problem } from '../facts/facts.ts';
import type { ImportSetting } from '../settingsLists.ts';
import { type FactsPlan, type FactsText, type FactsTexts, tooLarge } from './factsLayers.ts';
import { type FileSystem, reasonOf } from './fileSystem.ts';
import type { Sheet, SheetLayer, SheetProblem } from './import/sheet.ts';
import { nameOf, within } from './paths.ts';

/** What reads spreadsheets: loaded when the first one is to be read, since most runs read none. */
export interface SheetReader {
  /** A spreadsheet as a layer over `facts`. Never throws on what is in it. */
  readSheetLayer(sheet: Sheet, facts: FactBase): SheetLayer;
}

/** What stands between the texts of a project and its facts. */
export interface SheetLoading {
  readonly fileSystem: FileSystem;
  readonly reader: () => SheetReader;
  /** The facts of the layers below. */
  merge(texts: readonly FactsText[]): FactBase;
  /** The last good reading of each spreadsheet, which stands in for one that cannot be read, or only in part. */
  readonly good?: Map<string, FactsText>;
}

/** The texts of all layers, and what is wrong with the spreadsheets among them. */
export interface SheetTexts {
  readonly texts: readonly FactsText[];
  readonly problems: readonly Problem[];
  /** Spreadsheets that are stood in for. */
  readonly broken: readonly string[];
}

/** Where the spreadsheets of a project lie, absolute, whether they are there or not. */
export function sheetPaths({ root, imports }: FactsPlan, fileSystem: FileSystem): readonly string[] {
  return [...new Set(imports.map(({ file }) => fileSystem.resolve(root, file)))];
}

/** The texts with those of spreadsheets among them: over the folder's own files, beneath those that a user names. */
export function addSheets(
  { texts, named }: FactsTexts,
  plan: FactsPlan,
  { fileSystem, reader, merge, good }: SheetLoading,
): SheetTexts {
  if (plan.imports.length === 0) return { texts, problems: [], broken: [] };
  const below = texts.slice(0, texts.length - named);
  const problems: Problem[] = [];
  const broken: string[] = [];
  for (const setting of plan.imports) {
    const path = fileSystem.resolve(plan.root, setting.file);
    const key = JSON.stringify([setting.sheet, setting.map]);
    const bytes = readBytes(fileSystem, path, plan);
    const layer = 'problem' in bytes ? unreadable(bytes.problem) : readLayer(path, bytes.bytes, setting);
    problems.push(...[...layer.problems].sort(byRow).map((it) => toProblem(it, path)));
    const text = layer.text && { ...layer.text, path, key };
    const isWhole = text !== undefined && !layer.isCut;
    const before = isWhole ? undefined : good?.get(readingOf({ path, key }));
    if (isWhole) good?.set(readingOf(text), text);
    if (before) broken.push(path);
    const used = before ?? text;
    if (used) below.push(used);
  }
  return { texts: [...below, ...texts.slice(texts.length - named)], problems, broken };

  function readLayer(path: string, bytes: Uint8Array, { sheet, map }: ImportSetting): SheetLayer {
    const toRead = { path, bytes, ...(sheet !== undefined && { sheet }), ...(map && { map }) };
    return reader().readSheetLayer(toRead, merge(below));
  }
}

/** Tells texts apart: a spreadsheet may be read in more than one way. */
export function readingOf({ path, key = '' }: Pick<FactsText, 'path' | 'key'>): string {
  return `${path}\n${key}`;
}

function unreadable(problem: string): SheetLayer {
  return { isCut: false, problems: [{ message: `The spreadsheet cannot be read: ${problem}.` }] };
}

/** What shows only at a sheet's end comes in its row's place all the same. */
function byRow(a: SheetProblem, b: SheetProblem): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}

function toProblem({ at, ...rest }: SheetProblem, path: string): Problem {
  return { path, ...rest, ...at };
}

function readBytes(
  fileSystem: FileSystem,
  path: string,
  { root, maxFileSize }: FactsPlan,
): { readonly bytes: Uint8Array } | { readonly problem: string } {
  const name = nameOf(path);
  if (/^(?:~\$|\.~lock\.)/.test(name))
    return { problem: 'it only says that a spreadsheet is open; name the spreadsheet itself' };
  try {
    if (within(root, path) === undefined) return { problem: outside(root) };
    if (fileSystem.kindOf(path) === 'folder') return { problem: 'it is a folder' };
    // A link within the folder may lead out of it all the same.
    if (within(fileSystem.realPath(root), fileSystem.realPath(path)) === undefined)
      return { problem: outside(root) };
    const size = fileSystem.sizeOf(path);
    return size > maxFileSize ? { problem: tooLarge(size, maxFileSize) } : { bytes: fileSystem.read(path) };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

function outside(root: string): string {
  return `it lies outside ${root}, where only facts of that folder are read from`;
}
