import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { check } from '../checker.ts';
import { readBundled } from '../project/bundled.ts';
import type { FactsText } from '../project/factsLayers.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { loadImporters } from '../project/nodeImporters.ts';
import { withSlashes } from '../project/paths.ts';
import { htmlPage } from '../project/report/htmlPage.ts';
import { VERSION } from '../project/version.ts';
import type { Host } from './host.ts';

/** This machine and the real product; the bundled facts are looked for in the folder `facts` beside the program. */
export function nodeHost(programFolder: string): Host {
  let bundled: readonly FactsText[] | undefined;
  return {
    version: VERSION,
    fileSystem: nodeFileSystem,
    check,
    bundled: () => (bundled ??= readBundled(nodeFileSystem, withSlashes(programFolder))),
    importers: () => loadImporters(programFolder),
    today() {
      const now = new Date();
      return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
    },
    write: (file, text) => writeFileAtomic.sync(path.normalize(file), text),
    htmlReport: (results) => htmlPage(results, VERSION),
  };
}
