import type { FactBase } from '../../facts/facts.ts';
import { nameOf } from '../paths.ts';
import type { PlaceOf } from './csvPlaces.ts';
import type { CellReference, Imported, Rejected } from './imported.ts';
import { knownIn } from './known.ts';
import { findHeadings } from './mapping.ts';
import { guardNames } from './nameGuard.ts';
import { readTable } from './readTable.ts';
import type { ImportTarget, Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import { importTable } from './tableImporter.ts';

/** Reads a spreadsheet into entries of a facts file; `target`: where they are written to. */
export function readSheetFacts(
  sheet: Sheet,
  facts: FactBase,
  target?: ImportTarget,
): { readonly table: Table; readonly entries: Iterable<Imported> } {
  const table = readTable(sheet.path, sheet.bytes, sheet.sheet);
  return { table, entries: entriesIn(table, sheet, facts, target) };
}

/** What cannot be read is told by its row and column, and the rest is used. */
function* entriesIn(
  { rows: all, problems, placeOf, ...figures }: Table,
  { path, map }: Sheet,
  facts: FactBase,
  target: ImportTarget | undefined,
): Generator<Imported> {
  for (const problem of problems) yield placed({ kind: 'rejected', ...problem }, placeOf);
  if (problems.some(({ lost }) => lost === 'all')) return;
  const known = knownIn(facts);
  const { columns, rows } = findHeadings(all, map, (id) => known.relations.has(id));
  if (columns.problems.length > 0) {
    const [first] = all;
    const line = first && { line: first.line };
    for (const message of columns.problems)
      yield placed({ kind: 'rejected', message, lost: 'all', ...line }, placeOf);
    return;
  }
  const into = target && { path: target.path, below: knownIn(target.below) };
  const context = { columns, relations: known.relations, figures, target: into };
  const importer = importTable(known, context, nameOf(path));
  const guard = guardNames(known);
  for (const row of rows)
    for (const it of importer.take(row, row.line))
      for (const passed of guard(it)) yield placed(passed, placeOf);
  for (const it of importer.end()) for (const passed of guard(it)) yield placed(passed, placeOf);
}

function placed(it: Imported, placeOf: PlaceOf | undefined): Imported {
  if (it.kind !== 'rejected' || it.line === undefined || !placeOf) return it;
  return { ...it, at: placeOf(it.line, it.column) } satisfies Rejected & Partial<CellReference>;
}
