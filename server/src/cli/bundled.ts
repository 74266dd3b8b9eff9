import type { FactsText } from '../project/factsLayers.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { join } from '../project/paths.ts';
import type { Io } from './io.ts';

/** The facts that come with the product: beside the bundle, or in the sources where there is none. */
export function bundledFacts(
  fileSystem: FileSystem,
  { distFolder, workingFolder }: Io,
): readonly FactsText[] {
  const folder = distFolder === undefined ? join(workingFolder, 'server/facts') : join(distFolder, 'facts');
  if (fileSystem.kindOf(folder) !== 'folder') return [];
  return fileSystem.list(folder).flatMap(({ name }) => {
    if (!name.endsWith('.facts.json')) return [];
    const text = new TextDecoder().decode(fileSystem.read(join(folder, name)));
    return [{ path: `bundled/${name}`, text }];
  });
}
