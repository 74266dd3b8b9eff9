import type { PlaceOf } from './csvPlaces.ts';

/** A cell as a person sees it: a percentage with its sign, a date as `2023-01-30`. */
export interface Cell {
  readonly text: string;
  /** Why it cannot be used: a formula without its result, an error value. */
  readonly problem?: string;
}

/** One row of a spreadsheet; `line` counts from 1 as spreadsheets do. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A spreadsheet as read. */
export interface Table {
  readonly rows: readonly Row[];
  readonly problems: readonly TableProblem[];
  /** Figures are written with a decimal comma, as where `;` stands between the cells. */
  readonly decimalComma?: true;
  /** A workbook counts its days from this year on; text does not say. */
  readonly epoch?: 1900 | 1904;
  /** Where cells stand; undefined where there are none. */
  readonly placeOf?: PlaceOf;
  /** A table of text as it was read. */
  readonly text?: string;
}

/** What is wrong with a spreadsheet beside its rows. */
export interface TableProblem {
  readonly line?: number;
  readonly message: string;
  /** `all`: nothing of it can be used. `rest`: it ends too early, as a download that broke off. */
  readonly lost?: 'all' | 'rest';
}

/** Places in a sheet of a workbook: «Stakes!C5», «Stakes!5» for a row. */
export function placesInSheet(name: string): PlaceOf {
  return (line, column) => ({
    line: line - 1,
    character: column ?? 0,
    length: 0,
    cell: `${name}!${column === undefined ? '' : columnName(column)}${line}`,
  });
}

/** «A», «B» … «AA»: how spreadsheets call a column, from 0. */
export function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/** `AB12` as column 27 and row 12. */
export function readReference(reference: string): { readonly column: number; readonly line: number } {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, line: Number(digits) };
}
