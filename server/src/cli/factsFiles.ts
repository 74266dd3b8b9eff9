import { findFiles } from '../project/files.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { shownPath, withSlashes } from '../project/paths.ts';
import { type Io, UsageError } from './io.ts';

/** The facts files that were named, absolute; of a folder those in it. One that is not there is a `UsageError`. */
export function namedFactsFiles(names: readonly string[], io: Io): readonly string[] {
  return names.flatMap((name) => {
    const path = withSlashes(nodeFileSystem.resolve(name));
    const kind = nodeFileSystem.kindOf(path);
    if (kind === undefined) throw new UsageError(`There is no file ${shownPath(path, io.workingFolder)}.`);
    if (kind !== 'folder') return [path];
    const search = { root: path, include: ['**/*.facts.json'], exclude: [] };
    const { files } = findFiles(nodeFileSystem, path, search);
    if (files.length === 0) {
      throw new UsageError(`There is no *.facts.json in ${shownPath(path, io.workingFolder)}.`);
    }
    return files;
  });
}
