import type { FactsText } from './factsLayers.ts';
import type { FileSystem } from './fileSystem.ts';
import { join } from './paths.ts';

/** Where the bundled facts lie beside a program: as people read them, and packed (a line a file: name, tab, JSON). */
export const BUNDLED_FOLDER = 'facts';
/** The bundled facts as the build packs them. */
export const PACKED_FILE = 'facts.packed';

/** How the command line calls a bundled file: the same on every machine. */
export const BUNDLED = 'bundled/';

/**
 * The facts that come with the product, packed at build; `folder` is that of the program. Their places are said to be in
 * the files themselves, or where `pathOf` says. Empty where there are none.
 */
export function readBundled(
  fileSystem: FileSystem,
  folder: string,
  pathOf: (name: string) => string = (name) => join(join(folder, BUNDLED_FOLDER), name),
): readonly FactsText[] {
  const file = join(folder, PACKED_FILE);
  if (fileSystem.kindOf(file) !== 'file')
    return readUnpacked(fileSystem, join(folder, BUNDLED_FOLDER), pathOf);
  const lines = new TextDecoder('latin1').decode(fileSystem.read(file)).split('\n');
  return lines.slice(0, -1).map((line) => {
    const tab = line.indexOf('\t');
    return { path: pathOf(line.slice(0, tab)), text: line.slice(tab + 1), packed: true };
  });
}

/** The files themselves, where nothing was built. */
function readUnpacked(
  fileSystem: FileSystem,
  folder: string,
  pathOf: (name: string) => string,
): readonly FactsText[] {
  if (fileSystem.kindOf(folder) !== 'folder') return [];
  return fileSystem.list(folder).flatMap(({ name }) => {
    if (!name.endsWith('.facts.json')) return [];
    return [{ path: pathOf(name), text: new TextDecoder().decode(fileSystem.read(join(folder, name))) }];
  });
}
