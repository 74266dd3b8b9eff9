import type { Position } from '../../facts/jsonDocument.ts';

/** What an importer finds, entry by entry; entries are as in a facts file. */
export type Imported = ImportedEntry | ImportedFact | Rejected | Skipped;

/** A source, an entity, or what is added to an entity of another layer. */
export interface ImportedEntry {
  readonly kind: 'source' | 'entity' | 'extend';
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
  /** Where it stands in the imported file, from 1. */
  readonly line?: number;
}

/** A fact as an importer reads it. */
export interface ImportedFact {
  readonly kind: 'fact';
  readonly id: string;
  /** With its `id`. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly line?: number;
  /** Of each of its values, for a spreadsheet: the row and the column that it stands in. */
  readonly cells?: readonly CellReference[];
}

/** A cell of a spreadsheet; rows count from 1, columns from 0. */
export interface CellReference {
  readonly line: number;
  readonly column?: number;
}

/** What could not be read; all else is. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly message: string;
  /** Where in the file, for one that has no lines to speak of: «Q9, P169». */
  readonly place?: string;
  readonly line?: number;
  /** In a spreadsheet: the column, from 0; left out: the row as a whole. */
  readonly column?: number;
  /** In its text, worked out from the row and the column. */
  readonly at?: Position;
  /** Left out: an error, and what stands there is not taken over. */
  readonly severity?: 'warning';
  /** `all`: nothing of the file can be used. `rest`: it ends too early, as a download that broke off. */
  readonly lost?: 'all' | 'rest';
}

/** What is none of our business: told by its number. */
export interface Skipped {
  readonly kind: 'skipped';
  /** To follow on a number: «no longer active». */
  readonly reason: string;
}

/** Takes the records of a file one after the other; what can be told only at the end comes there. */
export interface Importer<Entry> {
  take(record: Entry, line: number): Iterable<Imported>;
  end(): Iterable<Imported>;
}

/** «Nissan Motor 2023-01-30» as `nissan-motor-2023-01-30`. */
export function toId(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return id === '' ? 'x' : id;
}

/** Without members that hold nothing: undefined, '', []. */
export function filled(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(members).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}
