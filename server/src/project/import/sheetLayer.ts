import type { FactBase } from '../../facts/facts.ts';
import type { Position } from '../../facts/jsonDocument.ts';
import type { PlaceOf } from './csvPlaces.ts';
import type { CellReference, Imported, Rejected } from './imported.ts';
import type { Sheet, SheetLayer, SheetProblem } from './sheet.ts';
import { readSheetFacts } from './sheetFacts.ts';

type Entry = Exclude<Imported, { readonly kind: 'rejected' | 'skipped' }>;

/** Reads a spreadsheet as a layer over `facts`: the text of a facts file, and for each line of it where it comes from. */
export function readSheetLayer(sheet: Sheet, facts: FactBase): SheetLayer {
  const { table, entries } = readSheetFacts(sheet, facts);
  const problems: SheetProblem[] = [];
  const found: Entry[] = [];
  const lost = new Set<Rejected['lost']>();
  for (const it of entries) {
    if (it.kind === 'skipped') continue;
    if (it.kind !== 'rejected') {
      found.push(it);
      continue;
    }
    const { message, at, severity } = it;
    problems.push({ message, ...(at && { at }), ...(severity && { severity }) });
    lost.add(it.lost);
  }
  const isCut = lost.has('rest');
  if (lost.has('all')) return { isCut, problems };
  const lines = linesOf(found);
  const text = lines.map((line) => line.text).join('\n');
  const places = lines.map(({ cell }) => placeOf(table.placeOf, cell));
  return { text: { text, places, ...(table.text !== undefined && { raw: table.text }) }, isCut, problems };
}

const NOWHERE: Position = { line: 0, character: 0, length: 0 };

function placeOf(find: PlaceOf | undefined, cell: CellReference | undefined): Position {
  return find && cell ? find(cell.line, cell.column) : NOWHERE;
}

interface Line {
  readonly text: string;
  readonly cell?: CellReference;
}

const SECTIONS = [
  { kind: 'source', name: 'sources', brackets: '{}' },
  { kind: 'entity', name: 'entities', brackets: '{}' },
  { kind: 'extend', name: 'extend', brackets: '{}' },
  { kind: 'fact', name: 'facts', brackets: '[]' },
] as const;

/** The lines of a facts file: an entry a line, and of a timeline a value a line, so that each has its own place. */
function linesOf(found: readonly Entry[]): readonly Line[] {
  const sections = SECTIONS.flatMap(({ kind, name, brackets: [open = '', close = ''] }) => {
    const entries = found.filter((it) => it.kind === kind).map(entryLines);
    const within = entries.flatMap((lines, index) => (index < entries.length - 1 ? comma(lines) : lines));
    return [{ text: `, "${name}": ${open}` }, ...within, { text: close }];
  });
  return [{ text: '{ "version": 1' }, ...sections, { text: '}' }];
}

function comma(lines: readonly Line[]): readonly Line[] {
  return lines.map((it, index) => (index < lines.length - 1 ? it : { ...it, text: `${it.text},` }));
}

function entryLines(it: Entry): readonly Line[] {
  const row = it.line === undefined ? undefined : { line: it.line };
  const key = it.kind === 'fact' ? '' : `${JSON.stringify(it.id)}: `;
  const { values, ...members } = it.entry;
  const cells = it.kind === 'fact' ? (it.cells ?? []) : [];
  if (!Array.isArray(values)) {
    const cell = cells[0] ?? row;
    return [{ text: key + JSON.stringify(it.entry), ...(cell && { cell }) }];
  }
  const head = JSON.stringify(members).slice(0, -1);
  const list: readonly unknown[] = values;
  const within = list.map((value, index) => {
    const cell = cells[index] ?? row;
    const text = JSON.stringify(value) + (index < list.length - 1 ? ',' : '');
    return { text, ...(cell && { cell }) };
  });
  return [{ text: `${key}${head}, "values": [`, ...(row && { cell: row }) }, ...within, { text: ']}' }];
}
