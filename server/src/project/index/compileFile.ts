import type { Problem } from '../../facts/facts.ts';
import { readFactsFile } from '../../facts/read.ts';
import { MANY_NAMES } from '../../mentions/forms.ts';
import { type FileSystem, reasonOf } from '../fileSystem.ts';
import { decodeText } from '../readText.ts';
import { type About, compileLayer } from './compile.ts';
import { indexPathOf, sumsOf } from './findIndex.ts';

/** What became of a facts file that was to be compiled. */
export type CompiledFile =
  | { readonly kind: 'compiled'; readonly index: string; readonly bytes: number; readonly about: About }
  /** So few entities that an index would save nothing. */
  | { readonly kind: 'small'; readonly entities: number }
  | { readonly kind: 'failed'; readonly why: string; readonly problems: readonly Problem[] };

/** Compiles a facts file into an index beside it, which is written whole or not at all. `always`: however small it is. */
export function compileFile(
  fileSystem: FileSystem,
  path: string,
  always: boolean,
  mostHeld?: number,
): CompiledFile {
  const index = indexPathOf(path);
  try {
    // Before the file is read: one that changes meanwhile has a later time than its index knows of.
    const modified = fileSystem.modifiedOf(path);
    const bytes = fileSystem.read(path);
    const decoded = decodeText(bytes);
    if ('problem' in decoded) return failed(decoded.problem);
    const { layer, problems } = readFactsFile(decoded.text, path);
    if (layer.broken) return failed('it is not a facts file', problems);
    const { size: entities } = layer.entities;
    if (!always && entities <= MANY_NAMES && fileSystem.kindOf(index) === undefined)
      return { kind: 'small', entities };
    const stamp = { size: bytes.length, modified, sums: sumsOf(bytes) };
    const compiled = compileLayer(layer, problems, stamp, mostHeld);
    fileSystem.write(index, compiled.bytes);
    return { kind: 'compiled', index, bytes: compiled.bytes.length, about: compiled.about };
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function failed(why: string, problems: readonly Problem[] = []): CompiledFile {
  return { kind: 'failed', why, problems };
}
