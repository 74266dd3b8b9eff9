import { type FactsText, readLayers } from '../project/factsLayers.ts';
import { reasonOf } from '../project/fileSystem.ts';
import type { Imported } from '../project/import/imported.ts';
import type { Importers } from '../project/import/importers.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { openWholeFile } from '../project/nodeFiles.ts';
import { nameOf, shownPath } from '../project/paths.ts';
import { decodeText, encodeText } from '../project/readText.ts';
import { grouped } from '../project/report/numbers.ts';
import type { ImportReport } from './importReport.ts';
import { type Io, UsageError } from './io.ts';

/** Where an import is written to, and how. */
export interface Target {
  readonly path: string;
  /** As a whole, whatever is there. */
  readonly overwrite: boolean;
  /** Entries that are there with another content are changed. */
  readonly update: boolean;
  readonly dryRun: boolean;
  readonly maxFileSize: number;
  /** The layers in force without the target. */
  readonly others: readonly FactsText[];
}

/** What a write says to the user; undefined where the import cannot be read as a whole. */
export type Outcome = string | undefined;

/** Writes imported entries into a facts file: a new one as they come, or one that is there, which stays as it is around them. */
export async function writeImport(
  imported: AsyncIterable<Imported>,
  target: Target,
  report: ImportReport,
  importers: Importers,
  io: Io,
): Promise<Outcome> {
  const isNew = target.overwrite || nodeFileSystem.kindOf(target.path) === undefined;
  return isNew
    ? writeNew(imported, target, report, importers, io)
    : writeInto(imported, target, report, importers, io);
}

async function writeNew(
  imported: AsyncIterable<Imported>,
  target: Target,
  report: ImportReport,
  importers: Importers,
  io: Io,
): Promise<Outcome> {
  const { path, dryRun } = target;
  const shown = shownPath(path, io.workingFolder);
  const writer = importers.openFactsWriter(nameOf(path).replace(/\.facts\.json$/, ''));
  const file = dryRun ? undefined : openFile(path, shown);
  let isLost = false;
  let isCommitted = false;
  try {
    file?.write(writer.start());
    for await (const it of imported) {
      await report.take(it);
      isLost ||= it.kind === 'rejected' && it.lost !== undefined;
      const text = writer.add(it);
      file?.write(text);
    }
    const { entity, fact, extend } = writer.counts;
    if (isLost) return undefined;
    if (entity + fact + extend === 0) return `Nothing was written to ${shown}: there is nothing new.\n`;
    file?.write(writer.end());
    file?.commit();
    isCommitted = true;
  } finally {
    if (!isCommitted) file?.discard();
  }
  if (dryRun) return `Nothing was written to ${shown} (--dry-run).\n`;
  const size = nodeFileSystem.sizeOf(path);
  if (size > target.maxFileSize) {
    const words = `${grouped(Math.round(size / 1e6))} MB`;
    return `Wrote ${shown} (${words}, above “maxFileSize”): “factlint facts compile ${shown}” lets checks read it.\n`;
  }
  await tellMistakes(target, '', decodedOf(path, shown).text, report, shown);
  return `Wrote ${shown}.\n`;
}

function openFile(path: string, shown: string) {
  try {
    return openWholeFile(path);
  } catch (error) {
    throw new UsageError(`${shown} cannot be written: ${reasonOf(error)}.`);
  }
}

async function writeInto(
  imported: AsyncIterable<Imported>,
  target: Target,
  report: ImportReport,
  importers: Importers,
  io: Io,
): Promise<Outcome> {
  const { path, update, dryRun, maxFileSize } = target;
  const shown = shownPath(path, io.workingFolder);
  if (nodeFileSystem.sizeOf(path) > maxFileSize) {
    throw new UsageError(`${shown} is too large to be added to (“maxFileSize”): --overwrite writes it anew.`);
  }
  const { text, encoding } = decodedOf(path, shown);
  const found: Imported[] = [];
  for await (const it of imported) {
    await report.take(it);
    if (it.kind === 'rejected' && it.lost !== undefined) return undefined;
    found.push(it);
  }
  const merged = importers.mergeFacts(text, found, update);
  if ('problem' in merged) throw new UsageError(`Nothing was written to ${shown}: ${merged.problem}.`);
  for (const refused of merged.refused) await report.take(refused);
  const words = `${grouped(merged.added)} added, ${grouped(merged.updated)} changed, ${grouped(merged.same)} there already`;
  if (dryRun) return `Nothing was written to ${shown} (--dry-run): ${words}.\n`;
  if (merged.text === text) return `${shown} stays as it is: ${words}.\n`;
  await tellMistakes(target, text, merged.text, report, shown);
  const bytes = encodeText(merged.text, encoding);
  if (!bytes)
    throw new UsageError(`Nothing was written: the encoding of ${shown} (${encoding}) lacks a character.`);
  try {
    nodeFileSystem.write(path, bytes);
  } catch (error) {
    throw new UsageError(`${shown} cannot be written: ${reasonOf(error)}.`);
  }
  return `Wrote ${shown}: ${words}.\n`;
}

function decodedOf(path: string, shown: string) {
  const decoded = decodeText(nodeFileSystem.read(path));
  if ('problem' in decoded) throw new UsageError(`${shown} cannot be read: ${decoded.problem}.`);
  return decoded;
}

/** What `facts lint` would find in the file, and did not before. */
async function tellMistakes(
  { path, others }: Target,
  before: string,
  after: string,
  report: ImportReport,
  shown: string,
): Promise<void> {
  const problemsOf = (text: string) =>
    readLayers(nodeFileSystem, [...others, { path, text }]).problems.filter((it) => it.path === path);
  const known = new Set(before === '' ? [] : problemsOf(before).map(({ message }) => message));
  for (const problem of problemsOf(after)) {
    if (!known.has(problem.message)) await report.tell({ ...problem, path: shown });
  }
}
