import { didYouMean } from '../../facts/suggest.ts';
import { toId } from './imported.ts';
import type { FieldMap } from './sheet.ts';
import { type Cell, columnName, type Row } from './table.ts';

/** What a column may give, with other headings that are understood without a mapping. */
export const FIELDS = {
  subject: ['company', 'entity', 'name'],
  type: ['entity type', 'kind'],
  legalName: ['legal name'],
  aliases: ['also', 'other names', 'alias'],
  ambiguous: [],
  misnomers: ['wrong names', 'not'],
  descriptors: ['called'],
  country: ['country code'],
  ticker: [],
  id: ['fact id'],
  relation: ['fact', 'what'],
  about: ['cue', 'cues'],
  object: ['in', 'held company', 'of company'],
  of: [],
  period: ['year', 'quarter'],
  value: ['figure', 'amount'],
  alternatives: ['also right'],
  from: ['since', 'valid from'],
  to: ['until', 'valid to'],
  basis: [],
  tolerance: [],
  reviewBy: ['review by', 'review'],
  note: ['notes', 'remark', 'comment'],
  source: ['source title'],
  publisher: [],
  published: ['source date'],
  url: ['link', 'source url'],
} as const satisfies Record<string, readonly string[]>;

/** A member that a column may give. */
export type Field = keyof typeof FIELDS;

/** Where each member is to be found in a row. */
export interface Columns {
  readonly fields: ReadonlyMap<Field, ColumnOrText>;
  /** Columns of a relation's values: a table with a column for the chief executive, one for the seat. */
  readonly relations: ReadonlyMap<string, ColumnOrText>;
  readonly problems: readonly string[];
}

/** A column from 0, or a text that holds for all rows. */
export type ColumnOrText = number | string;

/** The row of headings stands among the first ones: above it a title, a date, a blank line. */
const LAST_HEADINGS = 20;

/** The columns, and the rows below their headings: the first row in which all can be found, else the first row. */
export function findHeadings(
  rows: readonly Row[],
  map: FieldMap | undefined,
  isRelation: (id: string) => boolean,
): { readonly columns: Columns; readonly rows: readonly Row[] } {
  const found = rows
    .slice(0, LAST_HEADINGS)
    .map((row, index) => ({ columns: findColumns(row, map, isRelation), rows: rows.slice(index + 1) }));
  const nothing = { fields: new Map(), relations: new Map(), problems: ['The spreadsheet is empty.'] };
  return (
    found.find(({ columns }) => columns.problems.length === 0) ?? found[0] ?? { columns: nothing, rows: [] }
  );
}

/** Finds the columns by their headings; without a mapping by headings that are the members themselves. */
function findColumns(headings: Row, map: FieldMap | undefined, isRelation: (id: string) => boolean): Columns {
  return map ? byMap(headings, map, isRelation) : byHeadings(headings, isRelation);
}

function byMap(headings: Row, map: FieldMap, isRelation: (id: string) => boolean): Columns {
  const fields = new Map<Field, ColumnOrText>();
  const relations = new Map<string, ColumnOrText>();
  const problems: string[] = 'subject' in map ? [] : [NO_SUBJECT];
  for (const [key, column] of Object.entries(map)) {
    const target = isField(key) ? fields : isRelation(key) ? relations : undefined;
    if (!target) {
      const hint =
        didYouMean(key, Object.keys(FIELDS)) || '; a column gives one of its members or a relation.';
      problems.push(`A fact has no “${key}”${hint}`);
      continue;
    }
    const found = column.startsWith('=') ? column.slice(1) : columnOf(headings, column);
    if (typeof found === 'object') problems.push(found.problem);
    else (target as Map<string, ColumnOrText>).set(key, found);
  }
  return { fields, relations, problems };
}

/** By heading, or by the letter of the column where no heading is that. */
function columnOf({ cells }: Row, wanted: string): number | { readonly problem: string } {
  const matches = (cell: Cell) => cell.text.trim().toLowerCase() === wanted.trim().toLowerCase();
  const found = cells.flatMap((cell, index) => (matches(cell) ? [index] : []));
  if (found.length > 1) {
    const letters = found.map(columnName).join(' and ');
    return { problem: `The columns ${letters} are both called “${wanted}”: name one by its letter.` };
  }
  if (found[0] !== undefined) return found[0];
  const letter = cells.findIndex((_, index) => columnName(index) === wanted);
  if (letter >= 0) return letter;
  const names = cells.map(({ text }) => text).filter((it) => it !== '');
  const list = names
    .slice(0, 20)
    .map((it) => `“${it}”`)
    .join(', ');
  return { problem: `There is no column “${wanted}”${didYouMean(wanted, names) || `; there are: ${list}.`}` };
}

function byHeadings({ cells }: Row, isRelation: (id: string) => boolean): Columns {
  const fields = new Map<Field, ColumnOrText>();
  const relations = new Map<string, ColumnOrText>();
  cells.forEach(({ text }, index) => {
    const heading = text.trim().toLowerCase();
    if (heading === '') return;
    const field =
      FIELD_NAMES.find((it) => it.toLowerCase() === heading) ??
      FIELD_NAMES.find((it) => isOther(it, heading));
    if (field && !fields.has(field)) fields.set(field, index);
    else if (isRelation(toId(heading))) relations.set(toId(heading), index);
  });
  return { fields, relations, problems: fields.has('subject') ? [] : [NO_SUBJECT] };
}

const NO_SUBJECT = 'No column says whom a row is about: give a mapping such as --map subject=Company.';

const FIELD_NAMES = Object.keys(FIELDS).filter(isField);

function isOther(field: Field, heading: string): boolean {
  const others: readonly string[] = FIELDS[field];
  return others.includes(heading);
}

function isField(key: string): key is Field {
  return Object.hasOwn(FIELDS, key);
}
