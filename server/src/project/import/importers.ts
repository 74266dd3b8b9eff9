import type { FactBase } from '../../facts/facts.ts';
import { openFactsWriter } from './factsText.ts';
import { FORMATS, type Format, formatOf } from './formats.ts';
import type { Imported } from './imported.ts';
import { bytesOf, type ImportFile } from './importFile.ts';
import { knownIn } from './known.ts';
import { mergeFacts } from './mergeFacts.ts';
import { guardNames } from './nameGuard.ts';
import type { FieldMap, ImportTarget } from './sheet.ts';
import { readSheetFacts } from './sheetFacts.ts';
import { readSheetLayer } from './sheetLayer.ts';

/** What is to be imported. */
export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly format: Format;
  readonly sheet?: string;
  readonly map?: FieldMap;
  /** What is known already: the layers beneath, and the file that is written to. */
  readonly facts: FactBase;
  readonly target?: ImportTarget;
}

/** All that the bundle `import.js` gives. */
export interface Importers {
  readonly formats: readonly Format[];
  formatOf(file: ImportFile): Format | undefined;
  /** What files hold, entry by entry; never throws on what is in them. */
  read(request: ImportRequest): AsyncIterable<Imported>;
  /** A spreadsheet as a layer over `facts`; never throws on what is in it. */
  readonly readSheetLayer: typeof readSheetLayer;
  readonly mergeFacts: typeof mergeFacts;
  readonly openFactsWriter: typeof openFactsWriter;
}

/** What reads spreadsheets and registers. */
export const importers: Importers = {
  formats: FORMATS,
  formatOf,
  read,
  readSheetLayer,
  mergeFacts,
  openFactsWriter,
};

async function* read({ files, format, sheet, map, facts, target }: ImportRequest): AsyncGenerator<Imported> {
  if (!format.read) {
    for (const file of files) {
      const options = { ...(sheet !== undefined && { sheet }), ...(map && { map }) };
      yield* readSheetFacts({ path: file.path, bytes: bytesOf(file), ...options }, facts, target).entries;
    }
    return;
  }
  const known = knownIn(facts);
  // GLEIF's importer keeps the names of millions apart by itself.
  const guard = format.name === 'gleif' ? undefined : guardNames(known);
  for await (const it of format.read(files, known)) {
    if (guard) yield* guard(it);
    else yield it;
  }
}
