import { formatNumber } from './numberFormat.ts';
import { type Cell, placesInSheet, type Row, readReference, type Table } from './table.ts';
import { readXml } from './xml.ts';

/** What the cells of a workbook refer to. */
export interface Workbook {
  /** The name of the sheet that is read. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** Number of the format, by style. */
  readonly formats: readonly number[];
  /** A format's code, by its number. */
  readonly codes: ReadonlyMap<number, string>;
  readonly date1904: boolean;
}

/** A cell while it is read. */
interface Raw {
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

/** No spreadsheet has more columns. */
const MOST_COLUMNS = 16_384;

/** Reads the cells of one sheet; a merged area holds its value in each of its rows. */
export function readSheet(xml: string, workbook: Workbook): Table {
  const rows = new Map<number, Cell[]>();
  const merges: string[] = [];
  let place = { column: -1, line: 0 };
  let raw: Raw | undefined;
  let isText = false;
  readXml(xml, {
    open(name, { r, t, s, ref }) {
      if (name === 'row') place = { column: -1, line: r === undefined ? place.line + 1 : Number(r) };
      if (name === 'mergeCell' && ref !== undefined) merges.push(ref);
      if (name === 'f' && raw) raw.hasFormula = true;
      isText = name === 'v' || name === 't';
      if (name !== 'c') return;
      place = r === undefined ? { ...place, column: place.column + 1 } : readReference(r);
      raw = { type: t ?? 'n', style: Number(s ?? 0), value: '', hasFormula: false };
    },
    text(text) {
      if (isText && raw) raw.value += text;
    },
    close(name) {
      isText = false;
      if (name !== 'c' || !raw) return;
      const row = rows.get(place.line) ?? [];
      if (place.column < MOST_COLUMNS) row[place.column] = toCell(raw, workbook);
      rows.set(place.line, row);
      raw = undefined;
    },
  });
  for (const merge of merges) spread(merge, rows);
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return {
    rows: ordered.map(
      ([line, cells]): Row => ({ line, cells: Array.from(cells, (it) => it ?? { text: '' }) }),
    ),
    problems: xml.trimEnd().endsWith('worksheet>')
      ? []
      : [{ message: 'The sheet ends in the middle: the file is damaged.', lost: 'all' }],
    epoch: workbook.date1904 ? 1904 : 1900,
    placeOf: placesInSheet(workbook.sheet),
  };
}

function toCell(
  { type, style, value, hasFormula }: Raw,
  { strings, formats, codes, date1904 }: Workbook,
): Cell {
  if (type === 'e') return { text: value, problem: `holds the error ${value}` };
  if (hasFormula && value === '')
    return { text: '', problem: 'is a formula without its result: save it once in a spreadsheet program' };
  if (type === 's') return { text: (strings[Number(value)] ?? '').trim() };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { text: value.slice(0, 10) };
  const number = Number(value);
  if (type !== 'n' || value.trim() === '' || Number.isNaN(number)) return { text: value.trim() };
  const format = formats[style] ?? 0;
  return { text: formatNumber(number, format, codes.get(format), date1904) };
}

/** Only its first cell holds what a merged area shows. */
function spread(reference: string, rows: Map<number, Cell[]>): void {
  const [first = '', last = first] = reference.split(':');
  const from = readReference(first);
  const to = readReference(last);
  const cell = rows.get(from.line)?.[from.column];
  if (!cell || to.column - from.column > 100) return;
  for (const [line, cells] of rows) {
    if (line < from.line || line > to.line) continue;
    // Down a column the value counts for each row; along a row only once, else a title would be many columns.
    for (let column = from.column; column <= to.column; column++) {
      cells[column] = column === from.column ? cell : { text: '' };
    }
  }
}
