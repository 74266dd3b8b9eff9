import type { Cell } from './prose.ts';

/** Counts the tables, rows and columns of a draft and knows which cell stands under which head. */
export interface Tables {
  /** Begins a table, inside the current one if there is one. */
  openTable(): void;
  closeTable(): void;
  openRow(): void;
  /** Takes the next free place of the row; `isHead` = written as a head (`<th>`, a header row). */
  openCell(isHead: boolean, columns?: number, rows?: number): void;
  closeCell(): void;
  /** The open cell, given that block `index` holds its words; undefined outside of cells. */
  cellOf(index: number): Cell | undefined;
  isInCell(): boolean;
}

interface Table {
  readonly table: number;
  row: number;
  column: number;
  width: number;
  isHead: boolean;
  isInCell: boolean;
  hasHeadInRow: boolean;
  rowHead: number | undefined;
  readonly columnHeads: Map<number, number>;
  /** By column: the first row in which it is free again, because of a `rowspan`. */
  readonly freeFrom: number[];
}

/** A cell that claims more is a mistake, or an attack. */
const MAX_COLUMNS = 100;
const MAX_ROWS = 1000;

/** No table yet. */
export function tables(): Tables {
  const open: Table[] = [];
  let count = 0;
  return {
    openTable() {
      open.push(newTable(count));
      count += 1;
    },
    closeTable: () => void open.pop(),
    openRow: () => openRow(open.at(-1)),
    openCell: (isHead, columns = 1, rows = 1) => openCell(open.at(-1), isHead, columns, rows),
    closeCell() {
      const table = open.at(-1);
      if (table) table.isInCell = false;
    },
    cellOf: (index) => cellOf(open.at(-1), index),
    isInCell: () => open.at(-1)?.isInCell === true,
  };
}

function newTable(table: number): Table {
  return {
    table,
    row: -1,
    column: 0,
    width: 0,
    isHead: false,
    isInCell: false,
    hasHeadInRow: false,
    rowHead: undefined,
    columnHeads: new Map(),
    freeFrom: [],
  };
}

function openRow(table: Table | undefined): void {
  if (!table) return;
  table.row += 1;
  table.column = 0;
  table.width = 0;
  table.isInCell = false;
  table.hasHeadInRow = false;
  table.rowHead = undefined;
}

function openCell(table: Table | undefined, isHead: boolean, columns: number, rows: number): void {
  if (!table) return;
  if (table.row < 0) openRow(table);
  table.column += table.width;
  while ((table.freeFrom[table.column] ?? 0) > table.row) table.column += 1;
  table.width = Math.min(Math.max(1, columns || 1), MAX_COLUMNS);
  const free = table.row + Math.min(Math.max(1, rows || 1), MAX_ROWS);
  for (let column = table.column; column < table.column + table.width; column += 1) {
    table.freeFrom[column] = free;
  }
  // In the first row of a table without `<th>` every cell is a head; a `<th>` in front makes the others plain cells.
  const isFirstRow = table.row === 0 && (isHead || !table.hasHeadInRow);
  table.isHead = isFirstRow || (isHead && table.column > 0);
  table.hasHeadInRow ||= isHead;
  table.isInCell = true;
}

function cellOf(table: Table | undefined, index: number): Cell | undefined {
  if (!table?.isInCell) return undefined;
  const { row, column, isHead, rowHead } = table;
  if (column === 0) table.rowHead ??= index;
  const columnHead = isHead ? undefined : table.columnHeads.get(column);
  if (isHead) for (let at = column; at < column + table.width; at += 1) table.columnHeads.set(at, index);
  return {
    table: table.table,
    row,
    column,
    isHead,
    ...(rowHead === undefined || column === 0 ? {} : { rowHead }),
    ...(columnHead === undefined ? {} : { columnHead }),
  };
}
