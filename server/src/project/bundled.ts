import type { FactsText } from './factsLayers.ts';
import type { FileSystem } from './fileSystem.ts';
import { join } from './paths.ts';

/** Where the bundled facts lie beside a program: as people read them; each packed, and all of them ready for use. */
export const BUNDLED_FOLDER = 'facts';
const PACKED_FOLDER = 'packed';
const READY_FILE = 'ready';

/** How the command line calls a bundled file: the same on every machine. */
export const BUNDLED = 'bundled/';

/**
 * The facts that come with the product; `folder` is that of the program. Where they were packed at build nothing is read
 * yet. Their places are said to be in the files themselves, or below `shown`. Empty where there are none.
 */
export function readBundled(
  fileSystem: FileSystem,
  folder: string,
  shown = join(folder, `${BUNDLED_FOLDER}/`),
): readonly FactsText[] {
  const packed = join(folder, PACKED_FOLDER);
  if (fileSystem.kindOf(packed) !== 'folder')
    return readUnpacked(fileSystem, join(folder, BUNDLED_FOLDER), shown);
  const names = fileSystem.list(packed).flatMap(({ name }) => (name === READY_FILE ? [] : [name]));
  const ready = { file: join(packed, READY_FILE), shown, count: names.length };
  return names.map((name) => ({ path: shown + name, text: '', packed: { file: join(packed, name), ready } }));
}

/** The files themselves, where nothing was built. */
function readUnpacked(fileSystem: FileSystem, folder: string, shown: string): readonly FactsText[] {
  if (fileSystem.kindOf(folder) !== 'folder') return [];
  return fileSystem.list(folder).flatMap(({ name }) => {
    if (!name.endsWith('.facts.json')) return [];
    return [{ path: shown + name, text: new TextDecoder().decode(fileSystem.read(join(folder, name))) }];
  });
}
