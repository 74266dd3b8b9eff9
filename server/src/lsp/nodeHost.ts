import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { check } from '../checker.ts';
import { html } from '../cli/formatters/html.ts';
import { startSummary } from '../cli/summary.ts';
import { VERSION } from '../cli/version.ts';
import type { FactsText } from '../project/factsLayers.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { join, withSlashes } from '../project/paths.ts';
import type { Host } from './host.ts';

/** This machine and the real product; the bundled facts are looked for in the folder `facts` beside the program. */
export function nodeHost(programFolder: string): Host {
  let bundled: readonly FactsText[] | undefined;
  return {
    version: VERSION,
    fileSystem: nodeFileSystem,
    check,
    bundled: () => (bundled ??= readBundled(join(withSlashes(programFolder), 'facts'))),
    today() {
      const now = new Date();
      return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
    },
    write: (file, text) => writeFileAtomic.sync(path.normalize(file), text),
    htmlReport(results) {
      const context = {
        version: VERSION,
        colours: false,
        width: 80,
        workingFolder: '/',
        quiet: false,
        pageOf: () => undefined,
      };
      const page = html.open(context);
      const summary = startSummary();
      for (const result of results) summary.add(result, 0);
      return page.start() + results.map((result) => page.file(result)).join('') + page.end(summary.end([]));
    },
  };
}

function readBundled(folder: string): readonly FactsText[] {
  if (nodeFileSystem.kindOf(folder) !== 'folder') return [];
  return nodeFileSystem.list(folder).flatMap(({ name }) => {
    if (!name.endsWith('.facts.json')) return [];
    const file = join(folder, name);
    return [{ path: file, text: new TextDecoder().decode(nodeFileSystem.read(file)) }];
  });
}
