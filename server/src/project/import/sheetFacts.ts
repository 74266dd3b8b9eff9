import type { FactBase } from '../../facts/facts.ts';
import { nameOf } from '../paths.ts';
import type { Imported, Rejected } from './imported.ts';
import { knownIn } from './known.ts';
import { findHeadings } from './mapping.ts';
import { guardNames } from './nameGuard.ts';
import { readTable } from './readTable.ts';
import type { Sheet } from './sheet.ts';
import { importTable } from './tableImporter.ts';

/** Reads a spreadsheet into entries of a facts file; what cannot be read is told by its row, and the rest is used. */
export function* readSheetFacts({ path, bytes, sheet, map }: Sheet, facts: FactBase): Generator<Imported> {
  const { rows: all, problems, ...figures } = readTable(path, bytes, sheet);
  for (const problem of problems) yield { kind: 'rejected', ...problem };
  if (problems.some(({ lost }) => lost === 'all')) return;
  const known = knownIn(facts);
  const { columns, rows } = findHeadings(all, map, (id) => known.relations.has(id));
  if (columns.problems.length > 0) {
    yield* columns.problems.map((message) => noColumns(message, all[0]?.line));
    return;
  }
  const importer = importTable(known, { columns, relations: known.relations, figures }, nameOf(path));
  const guard = guardNames(known);
  for (const row of rows) for (const it of importer.take(row, row.line)) yield* guard(it);
  for (const it of importer.end()) yield* guard(it);
}

function noColumns(message: string, line: number | undefined): Rejected {
  return { kind: 'rejected', message, lost: 'all', ...(line !== undefined && { line }) };
}
