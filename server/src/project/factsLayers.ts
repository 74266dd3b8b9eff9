import { keepCompiled } from '../checker.ts';
import type { FactBase, Problem } from '../facts/facts.ts';
import type { Position } from '../facts/jsonDocument.ts';
import type { FactsLayer } from '../facts/layer.ts';
import { readFactsFile } from '../facts/read.ts';
import { MANY_NAMES } from '../mentions/forms.ts';
import type { ImportSetting } from '../settingsLists.ts';
import { type FileSystem, reasonOf } from './fileSystem.ts';
import { findFiles, isGlob, splitGlob } from './files.ts';
import { compileInMemory } from './index/compileInMemory.ts';
import { findIndex } from './index/findIndex.ts';
import { joinLayers } from './index/joinLayers.ts';
import { type OpenIndex, openLayer } from './index/openLayer.ts';
import { unpackLayer } from './packedLayer.ts';
import { decodeText } from './readText.ts';
import { openReadyBase } from './readyBase.ts';
import { grouped } from './report/numbers.ts';

/** One facts file as read from the disk: the layers, lowest first, in the order of a list of these. */
export interface FactsText {
  readonly path: string;
  readonly text: string;
  /** Bundled facts, read at build; `text` is empty. */
  readonly packed?: PackedText;
  /** Compiled: `text` only tells one state of the file from another. */
  readonly index?: OpenIndex;
  /** Made from a spreadsheet: where each of its lines comes from. Plain data, too. */
  readonly places?: readonly Position[];
  /** A spreadsheet of text as it was read. */
  readonly raw?: string;
  /** Tells several readings of one spreadsheet apart. */
  readonly key?: string;
}

/** Plain data, as all that threads are told. */
export interface PackedText {
  /** By `packLayer`. */
  readonly file: string;
  /** By `writeReadyBase`: so many files joined, said to be below `shown`. */
  readonly ready: { readonly file: string; readonly shown: string; readonly count: number };
}

/** Where a project's facts come from. */
export interface FactsPlan {
  /** The folder that `globs` count from. */
  readonly root: string;
  /** Paths or globs of the folder's own files. */
  readonly globs: readonly string[];
  /** The folder's own files, absolute, where they need not be looked for. */
  readonly own?: readonly string[];
  /** Spreadsheets that are read with them. */
  readonly imports: readonly ImportSetting[];
  /** Files named by the user, absolute. */
  readonly named: readonly string[];
  /** The facts that come with the product; none where they are not wanted. */
  readonly bundled: readonly FactsText[];
  readonly maxFileSize: number;
}

/** The texts of layers, lowest first, and what could not be read. */
export interface FactsTexts {
  readonly texts: readonly FactsText[];
  readonly problems: readonly Problem[];
  /** How many of the last texts the user has named. */
  readonly named: number;
}

/** The texts of all layers but those of spreadsheets. Never throws. */
export function readFactsTexts(fileSystem: FileSystem, plan: FactsPlan): FactsTexts {
  const problems: Problem[] = [];
  const own = new Set(plan.own ?? ownFiles(fileSystem, plan, problems));
  const texts: FactsText[] = [...plan.bundled, ...readAll(fileSystem, own, plan, problems)];
  const named = readAll(fileSystem, new Set(plan.named.filter((it) => !own.has(it))), plan, problems);
  return { texts: [...texts, ...named], problems, named: named.length };
}

function readAll(
  fileSystem: FileSystem,
  paths: ReadonlySet<string>,
  plan: FactsPlan,
  problems: Problem[],
): readonly FactsText[] {
  const texts: FactsText[] = [];
  for (const path of paths) {
    const found = findIndex(fileSystem, path);
    if (found.problem) problems.push(found.problem);
    if (found.index) {
      const { source } = found.index.about;
      texts.push({ path, text: `${JSON.stringify(source)}\n`, index: found.index });
      continue;
    }
    const read = readFactsText(fileSystem, path, plan.maxFileSize);
    if ('problem' in read)
      problems.push({ path, message: `The facts file cannot be read: ${read.problem}.` });
    else texts.push(read);
  }
  return texts;
}

/** Reads the layers into one fact base. */
export function readLayers(
  fileSystem: FileSystem,
  texts: readonly FactsText[],
): {
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
} {
  const ready = readReady(fileSystem, texts);
  if (ready) return { facts: ready, problems: [] };
  const read = texts.map((text) => readLayer(fileSystem, text));
  const { facts, problems } = joinLayers(read.map(({ layer }) => layer));
  return { facts, problems: [...read.flatMap((it) => it.problems), ...problems] };
}

/** The bundled facts as the build joined them, where nothing else is wanted; undefined where something is. */
export function readReady(fileSystem: FileSystem, texts: readonly FactsText[]): FactBase | undefined {
  const ready = texts[0]?.packed?.ready;
  if (ready === undefined || texts.length !== ready.count) return undefined;
  if (texts.some(({ packed }) => packed?.ready.file !== ready.file)) return undefined;
  const { facts, compiled } = openReadyBase(fileSystem.read(ready.file), (name) => ready.shown + name);
  keepCompiled(facts, compiled);
  return facts;
}

/** A layer, and what is wrong in its file by itself. */
export interface ReadLayer {
  readonly layer: FactsLayer;
  readonly problems: readonly Problem[];
}

/** Reads one layer. */
export function readLayer(
  fileSystem: FileSystem,
  { path, text, packed, index, places }: FactsText,
): ReadLayer {
  if (index) {
    const { problems } = index.about;
    return { layer: openLayer(index, fileSystem.open(index.path), path), problems };
  }
  if (packed) {
    const json = new TextDecoder('latin1').decode(fileSystem.read(packed.file));
    return { layer: unpackLayer(json, path), problems: [] };
  }
  const read = readFactsFile(text, path, places);
  return read.layer.entities.size > MANY_NAMES ? compileInMemory(read.layer, read.problems) : read;
}

// A folder without a configuration may be anything, a whole home folder too.
const MOST_FOLDERS = 5000;

/** The folder's own facts files. */
export function ownFiles(
  fileSystem: FileSystem,
  { root, globs }: FactsPlan,
  problems: Problem[],
): readonly string[] {
  return globs.flatMap((glob) => {
    if (!isGlob(glob)) return [fileSystem.resolve(root, glob)];
    const { base, pattern } = splitGlob(glob);
    const folder = fileSystem.resolve(root, base);
    if (fileSystem.kindOf(folder) !== 'folder') return [];
    const search = { root: folder, include: [pattern], exclude: [], mostFolders: MOST_FOLDERS };
    const found = findFiles(fileSystem, folder, search);
    problems.push(...found.problems);
    return found.files;
  });
}

function readFactsText(
  fileSystem: FileSystem,
  path: string,
  maxFileSize: number,
): FactsText | { readonly problem: string } {
  try {
    const size = fileSystem.sizeOf(path);
    if (size > maxFileSize) return { problem: tooLarge(size, maxFileSize) };
    const decoded = decodeText(fileSystem.read(path));
    return 'problem' in decoded ? decoded : { path, text: decoded.text };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** «it is too large (104.9 MB, more than the 50 MB of “maxFileSize”)» */
export function tooLarge(size: number, maxFileSize: number): string {
  return `it is too large (${sizeWords(size)}, more than the ${sizeWords(maxFileSize)} of “maxFileSize”)`;
}

/** «104.9 MB», «1,234 bytes» */
export function sizeWords(bytes: number): string {
  if (bytes < 100_000) return `${grouped(bytes)} bytes`;
  return `${grouped(Math.round(bytes / 100_000) / 10)} MB`;
}
