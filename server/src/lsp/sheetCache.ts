import type { FactBase } from '../facts/facts.ts';
import type { Sheet, SheetLayer } from '../project/import/sheet.ts';
import type { SheetReader } from '../project/sheetLayers.ts';

interface Reading {
  readonly sheet: Sheet;
  readonly facts: FactBase;
  readonly layer: SheetLayer;
}

/** Remembers the last reading of each spreadsheet, since every change of a facts file asks for all of them again. */
export function rememberSheets(): (reader: () => SheetReader) => () => SheetReader {
  const readings = new Map<string, Reading>();
  return (reader) => () => ({
    readSheetLayer(sheet, facts) {
      const key = JSON.stringify([sheet.path, sheet.sheet, sheet.map]);
      const known = readings.get(key);
      if (known?.facts === facts && isSame(known.sheet.bytes, sheet.bytes)) return known.layer;
      const layer = reader().readSheetLayer(sheet, facts);
      readings.set(key, { sheet, facts, layer });
      return layer;
    },
  });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
