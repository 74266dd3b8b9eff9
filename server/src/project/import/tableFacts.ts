import { addValues, type TimedValue } from '../../facts/addValues.ts';
import { readDays } from '../../facts/dates.ts';
import { timedWords } from '../../facts/extendFact.ts';
import type { FactValue } from '../../facts/facts.ts';
import type { Value } from '../../values/kind.ts';
import { type CellReference, filled, type Imported, type ImportedFact, type Rejected } from './imported.ts';

/** What a row says of a fact. */
export interface StatedValue {
  readonly text: string;
  readonly value?: Value;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly also: readonly string[];
  readonly source: string;
  readonly cell: CellReference;
}

/** A fact that rows speak of. */
export interface TableFact {
  readonly line: number;
  /** What it is and of whom; `id` among them. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Tolerance, note, review. */
  readonly more: Readonly<Record<string, unknown>>;
  /** What other files say of it. */
  readonly below: readonly FactValue[];
  readonly rows: StatedValue[];
}

/** A value of the timeline that a row has stated; without one: of another file. */
type Timed = TimedValue & { readonly row?: StatedValue; readonly other?: FactValue };

/** The fact as a facts file has it, its rows as a timeline; what contradicts another row or another file is told. */
export function* toFact(fact: TableFact): Generator<Imported> {
  const { below, line, members, more } = fact;
  const stated: StatedValue[] = [];
  for (const row of fact.rows) {
    const twin = stated.find((it) => isSame(it, row));
    if (twin) yield reject(row, `The row says the same as row ${twin.cell.line}.`, 'warning');
    else stated.push(row);
  }
  const others = below.map((other): Timed => ({ ...other, other }));
  const { values, fresh, refused } = addValues<Timed>(others, stated.map(toTimed));
  for (const { added, by } of refused) if (added.row) yield reject(added.row, contradiction(by));
  for (const { values: news } of fresh)
    if (news.length === 0) yield { kind: 'skipped', reason: 'facts known already' };
  const own = values.filter(({ row }) => row !== undefined);
  const [only] = own;
  if (!only) return;
  const entries = own.map(toEntry);
  const isTimeless = own.length === 1 && !only.fromText && !only.toText && !only.basis;
  const said = isTimeless ? entries[0] : { values: entries };
  const entry = { ...members, ...said, ...more, ...(below.length > 0 && { extend: true }) };
  const cells = own.flatMap(({ row }) => row?.cell ?? []);
  yield { kind: 'fact', id: String(members.id), entry, line, cells } satisfies ImportedFact;
}

function isSame(a: StatedValue, b: StatedValue): boolean {
  return a.text === b.text && a.from === b.from && a.to === b.to && a.basis === b.basis;
}

function toTimed(row: StatedValue): Timed {
  const { text, value, from, to, basis } = row;
  const start = readDays(from)?.from;
  const end = readDays(to)?.from;
  return {
    text,
    ...(value && { value }),
    ...(start !== undefined && { from: start, fromText: from }),
    ...(end !== undefined && { to: end, toText: to }),
    ...(basis !== '' && { basis }),
    row,
  };
}

function toEntry({ text, fromText, toText, basis, row }: Timed): Readonly<Record<string, unknown>> {
  return filled({ value: text, also: row?.also, from: fromText, to: toText, basis, source: row?.source });
}

function contradiction({ text, row, other }: Timed): string {
  if (row)
    return `The row contradicts row ${row.cell.line} (“${text}”): give both a “from”, a “to” or a “basis”.`;
  const known = other ? timedWords(other) : `“${text}”`;
  return `The row contradicts ${known}: give the day from which it holds, or a “basis”.`;
}

function reject({ cell }: StatedValue, message: string, severity?: 'warning'): Rejected {
  return { kind: 'rejected', message, ...cell, ...(severity && { severity }) };
}
