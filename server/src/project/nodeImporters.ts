import { createRequire } from 'node:module';
import path from 'node:path';
import type { Importers } from './import/importers.ts';

/** The bundle of all that reads spreadsheets and registers, beside the program's own: loaded when something asks for it. */
export const IMPORT_BUNDLE = 'import.js';

/** Loads it from the program's folder; the same object each time. */
export function loadImporters(programFolder: string): Importers {
  const load = createRequire(path.join(programFolder, IMPORT_BUNDLE));
  return (load(`./${IMPORT_BUNDLE}`) as { readonly importers: Importers }).importers;
}
