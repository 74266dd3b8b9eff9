import { type Baseline, markKnown, readBaseline, toEntries, writeBaseline } from '../project/baseline.ts';
import type { FileResult } from '../project/fileResult.ts';
import { type FileSystem, reasonOf } from '../project/fileSystem.ts';
import { folderOf, shownPath, withSlashes } from '../project/paths.ts';
import { decodeText } from '../project/readText.ts';
import { UsageError } from './io.ts';

/** The `--baseline` of a run. */
export interface BaselineFile {
  /** Marks what is known; with `--update-baseline` all is. `path` is absolute. */
  apply(path: string, result: FileResult): FileResult;
  /** Writes it anew, where asked to; files that were not checked stay in it as they were. */
  save(): void;
}

/** Opens the baseline file, which must be there unless it is to be written. */
export function openBaseline(fileSystem: FileSystem, file: string, isUpdate: boolean): BaselineFile {
  const absolute = withSlashes(fileSystem.resolve(file));
  const folder = folderOf(absolute);
  const before =
    fileSystem.kindOf(absolute) === undefined && isUpdate ? new Map() : load(fileSystem, absolute, file);
  const after = new Map(before);
  return {
    apply(path, result) {
      const key = shownPath(path, folder);
      if (!isUpdate) return markKnown(result, before.get(key));
      const entries = toEntries(result);
      after.set(key, entries);
      return markKnown(result, entries);
    },
    save() {
      if (!isUpdate) return;
      try {
        fileSystem.write(absolute, new TextEncoder().encode(writeBaseline(after)));
      } catch (error) {
        throw new UsageError(`The baseline ${file} cannot be written: ${reasonOf(error)}.`);
      }
    },
  };
}

function load(fileSystem: FileSystem, path: string, file: string): Baseline {
  let decoded: ReturnType<typeof decodeText>;
  try {
    decoded = decodeText(fileSystem.read(path));
  } catch (error) {
    throw new UsageError(
      `The baseline ${file} cannot be read: ${reasonOf(error)}. “--update-baseline” makes a new one.`,
    );
  }
  const baseline = 'text' in decoded ? readBaseline(decoded.text) : undefined;
  if (!baseline) throw new UsageError(`${file} is no baseline of Factlint's.`);
  return baseline;
}
