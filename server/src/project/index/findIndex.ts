import type { Problem } from '../../facts/facts.ts';
import { type FileSystem, reasonOf } from '../fileSystem.ts';
import { nameOf } from '../paths.ts';
import { VERSION } from '../version.ts';
import { type About, INDEX_VERSION, type Stamp } from './compile.ts';
import type { OpenIndex } from './openLayer.ts';
import { readHeader, readHot, sumOf } from './sections.ts';

/** Where the index of a facts file lies: beside it. */
export function indexPathOf(path: string): string {
  return `${path.replace(/\.facts\.json$|\.json$/, '')}.facts.index`;
}

/** What is known of the index of a facts file; nothing where it has none. */
export type FoundIndex =
  | { readonly index: OpenIndex; readonly problem?: undefined }
  | { readonly index?: undefined; readonly problem?: Problem };

/** Looks for an index beside a facts file. One that cannot be used is told of, and the file itself is read. Never throws. */
export function findIndex(fileSystem: FileSystem, path: string): FoundIndex {
  const indexPath = indexPathOf(path);
  if (fileSystem.kindOf(indexPath) !== 'file') return {};
  const unused = (why: string): FoundIndex => ({
    problem: {
      path: indexPath,
      message: `The index is not used: ${why}. “factlint facts compile” makes it again.`,
      // The file itself is read: slower, and as right.
      severity: 'warning',
    },
  });
  try {
    const parts = fileSystem.open(indexPath);
    const header = readHeader(parts);
    if (header === undefined) return unused('it is damaged, or was cut short');
    const about = header.about as About;
    if (about.version !== INDEX_VERSION || about.product !== VERSION)
      return unused('another version of Factlint made it');
    if (!isStampOf(about.source, fileSystem, path)) return unused(`${nameOf(path)} has changed since`);
    const memory = readHot(parts, header.layout);
    if (memory === undefined) return unused('it is damaged');
    return { index: { path: indexPath, layout: header.layout, about, memory } };
  } catch (error) {
    return unused(reasonOf(error));
  }
}

/** Size and time are enough; a file that was only copied or touched is known by its bytes. */
function isStampOf({ size, modified, sums }: Stamp, fileSystem: FileSystem, path: string): boolean {
  if (fileSystem.sizeOf(path) !== size) return false;
  if (fileSystem.modifiedOf(path) === modified) return true;
  const now = sumsOf(fileSystem.read(path));
  return now[0] === sums[0] && now[1] === sums[1];
}

/** Two sums of all bytes of a file. */
export function sumsOf(bytes: Uint8Array): readonly [number, number] {
  return [sumOf(bytes), sumOf(bytes, 0x2545f491)];
}
