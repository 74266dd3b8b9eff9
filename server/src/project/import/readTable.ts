import { nameOf } from '../paths.ts';
import { readCsv } from './csv.ts';
import type { Table } from './table.ts';
import { readXlsx } from './xlsx.ts';

/** The endings of spreadsheets that can be read. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, sheet: string | undefined) => Table>> = {
  '.csv': (bytes) => readCsv(bytes),
  '.tsv': (bytes) => readCsv(bytes, '\t'),
  '.xlsx': readXlsx,
};

/** Whether a file is a spreadsheet, by its name. */
export function isSpreadsheet(path: string): boolean {
  return endingOf(path) in READERS;
}

/** Reads a spreadsheet by the ending of its name. Never throws on what is in it. */
export function readTable(path: string, bytes: Uint8Array, sheet?: string): Table {
  const read = READERS[endingOf(path)];
  if (read) return read(bytes, sheet);
  const message = 'It is none of the spreadsheets that can be read: .csv, .tsv, .xlsx.';
  return { rows: [], problems: [{ message, lost: 'all' }] };
}

function endingOf(path: string): string {
  return /\.[^.]+$/.exec(nameOf(path))?.[0].toLowerCase() ?? '';
}
