import { filled, type Imported, type Importer, type Rejected, toId } from './imported.ts';
import { correctFormsOf, type Known } from './known.ts';
import type { Row } from './table.ts';
import { type ReadRow, type RowContext, type RowFact, readRow } from './tableRows.ts';
import { createSources } from './tableSources.ts';

interface FactEntry {
  readonly line: number;
  readonly members: Record<string, unknown>;
  readonly values: Record<string, unknown>[];
}

interface EntityEntry {
  readonly line: number;
  /** Names that another file gives it: what the rows say beyond them is added to it. Undefined where it is new. */
  readonly names?: ReadonlySet<string>;
  readonly members: Record<string, unknown>;
}

interface State {
  readonly known: Known;
  readonly columns: RowContext['columns'];
  readonly entities: Map<string, EntityEntry>;
  readonly facts: Map<string, FactEntry>;
}

/** Turns rows into entities, sources and facts; rows of one fact make its timeline. `title` is the source of rows that name none. */
export function importTable(known: Known, context: RowContext, title: string): Importer<Row> {
  const sources = createSources(known, title);
  const state: State = { known, columns: context.columns, entities: new Map(), facts: new Map() };
  return {
    *take(row) {
      const read = readRow(row, context);
      if (!read) return;
      if ('problem' in read) {
        yield { kind: 'rejected', message: read.problem, line: row.line };
        return;
      }
      const source = sources.of(read);
      const subject = addEntity(state, read.text('subject'), read.line, source);
      yield* describe(state, subject, read);
      const name = read.text('object');
      const object = name === '' ? undefined : addEntity(state, name, read.line, source);
      for (const fact of read.facts) yield* addFact(state, { read, fact, subject, object, source });
    },
    *end() {
      for (const [id, { line, names, members }] of state.entities) {
        const entry = filled(members);
        if (!names) yield { kind: 'entity', id, entry, line };
        else if (Object.keys(entry).length > 0) yield { kind: 'extend', id, entry, line };
      }
      yield* sources.used();
      for (const [id, fact] of state.facts) yield { kind: 'fact', id, entry: toFact(fact), line: fact.line };
    },
  };
}

function addEntity({ known, entities }: State, name: string, line: number, source: string): string {
  const there = known.entityOf(name);
  const id = there?.id ?? toId(name);
  if (!entities.has(id)) {
    const names =
      there && new Set([...correctFormsOf(there), ...listed(there.misnomers), ...there.descriptors]);
    const members = there ? {} : { type: 'company', name, source };
    entities.set(id, { line, ...(names && { names }), members });
  }
  return id;
}

function listed(misnomers: readonly { readonly text: string }[]): readonly string[] {
  return misnomers.map(({ text }) => text);
}

const NAME_FIELDS = ['aliases', 'ambiguous', 'misnomers', 'descriptors'] as const;

/** What a row says of its subject beside facts. */
function* describe(
  { known, entities }: State,
  id: string,
  { text, list, line }: ReadRow,
): Generator<Imported> {
  const { names, members } = entities.get(id)!;
  for (const field of NAME_FIELDS) {
    const before = Array.isArray(members[field]) ? members[field] : [];
    const fresh: string[] = [];
    for (const name of list(field)) {
      const owner = field === 'descriptors' ? undefined : known.ownerOf(name);
      if (owner !== undefined && owner !== id) {
        const message = `“${name}” is a name of “${owner}” already and is left out.`;
        yield { kind: 'rejected', line, severity: 'warning', message };
      } else if (!names?.has(name) && name !== members.name) fresh.push(name);
    }
    members[field] = [...new Set([...before, ...fresh])];
  }
  if (names) return;
  for (const field of ['type', 'legalName', 'country', 'ticker'] as const) {
    if (text(field) !== '') members[field] = text(field);
  }
}

interface Statement {
  readonly read: ReadRow;
  readonly fact: RowFact;
  readonly subject: string;
  readonly object: string | undefined;
  readonly source: string;
}

function* addFact({ known, columns, facts }: State, statement: Statement): Generator<Imported> {
  const { fact, read, subject, object, source } = statement;
  const { text, list, line } = read;
  const { relation, value } = fact;
  const isOwnColumn = relation !== undefined && columns.relations.has(relation.id);
  const about = isOwnColumn ? [] : list('about');
  const key = {
    subject,
    relation: relation?.id,
    object: isOwnColumn && !relation.directed ? undefined : object,
    of: text('of') || undefined,
    period: text('period') || undefined,
  };
  const parts = [subject, key.relation ?? about[0], key.object, key.of, key.period];
  const there = known.factLike({ ...key, about });
  const id = text('id') || there?.id || toId(parts.filter((it) => it).join(' '));
  const dated = { from: text('from'), to: text('to'), basis: text('basis') };
  const entry = filled({ value, also: list('alternatives'), ...dated, source });
  const members = {
    id,
    subject,
    relation: key.relation,
    about,
    object: key.object,
    of: key.of,
    period: key.period,
  };
  const more = { tolerance: text('tolerance'), note: text('note'), reviewBy: text('reviewBy') };
  const before = facts.get(id);
  if (!before) {
    facts.set(id, { line, members: filled({ ...members, ...more }), values: [entry] });
    return;
  }
  const clash = clashOf(before, entry, line);
  if (clash) yield clash;
  else before.values.push(entry);
}

/** Two rows may give a fact two values where each has its time or its basis. */
function clashOf(fact: FactEntry, entry: Record<string, unknown>, line: number): Rejected | undefined {
  const isSame = ({ value, from, to, basis }: Record<string, unknown>) =>
    value === entry.value && from === entry.from && to === entry.to && basis === entry.basis;
  if (fact.values.some(isSame)) {
    const message = `The row says the same as row ${fact.line}.`;
    return { kind: 'rejected', line, severity: 'warning', message };
  }
  const isOpen = ({ from, to, basis }: Record<string, unknown>) => !from && !to && !basis;
  if (!isOpen(entry) && !fact.values.some(isOpen)) return undefined;
  const message = `The row contradicts row ${fact.line} (“${fact.values[0]?.value}”): give both a “from”, a “to” or a “basis”.`;
  return { kind: 'rejected', line, message };
}

function toFact({ members, values }: FactEntry): Readonly<Record<string, unknown>> {
  const { note, tolerance, reviewBy, ...first } = members;
  const rest = filled({ note, tolerance, reviewBy });
  const [only = {}] = values;
  const isTimeless = values.length === 1 && !only.from && !only.to && !only.basis;
  return isTimeless ? { ...first, ...only, ...rest } : { ...first, values, ...rest };
}
