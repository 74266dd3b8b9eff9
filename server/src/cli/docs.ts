import type { FileSystem } from '../project/fileSystem.ts';
import { join } from '../project/paths.ts';
import { decodeText } from '../project/readText.ts';
import type { Io } from './io.ts';

/** A check's page under `docs/checks`, as it came with the product; undefined where there is none. */
export function readCheckPage(fileSystem: FileSystem, io: Io, code: string): string | undefined {
  const folder = io.distFolder ?? io.workingFolder;
  const path = join(folder, `docs/checks/${code}.md`);
  if (!/^[a-z-]+$/.test(code) || fileSystem.kindOf(path) !== 'file') return undefined;
  const page = decodeText(fileSystem.read(path));
  return 'text' in page ? page.text : undefined;
}
