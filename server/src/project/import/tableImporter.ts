import { filled, type Imported, type Importer, toId } from './imported.ts';
import { correctFormsOf, type Known } from './known.ts';
import type { Row } from './table.ts';
import { type StatedValue, type TableFact, toFact } from './tableFacts.ts';
import { type ReadRow, type RowContext, type RowFact, readRow } from './tableRows.ts';
import { createSources } from './tableSources.ts';

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
  readonly facts: Map<string, TableFact>;
  readonly target: RowContext['target'];
}

/** Turns rows into entities, sources and facts; rows of one fact make its timeline. `title` is the source of rows that name none. */
export function importTable(known: Known, context: RowContext, title: string): Importer<Row> {
  const sources = createSources(known, title);
  const { columns, target } = context;
  const state: State = { known, columns, target, entities: new Map(), facts: new Map() };
  return {
    *take(row) {
      const read = readRow(row, context);
      if (!read) return;
      if ('problem' in read) {
        const { problem: message, ...place } = read;
        yield { kind: 'rejected', message, line: row.line, ...place };
        return;
      }
      const source = sources.of(read);
      const subject = addEntity(state, read.text('subject'), read.line, source);
      yield* describe(state, subject, read);
      const name = read.text('object');
      const object = name === '' ? undefined : addEntity(state, name, read.line, source);
      for (const fact of read.facts) addFact(state, { read, fact, subject, object, source });
    },
    *end() {
      for (const [id, { line, names, members }] of state.entities) {
        const entry = filled(members);
        if (!names) yield { kind: 'entity', id, entry, line };
        else if (Object.keys(entry).length > 0) yield { kind: 'extend', id, entry, line };
      }
      const facts = [...state.facts.values()].flatMap((fact) => [...toFact(fact)]);
      const cited = new Set([...state.entities.values()].map(({ members }) => members.source));
      for (const it of facts) if (it.kind === 'fact') for (const id of sourcesOf(it.entry)) cited.add(id);
      for (const source of sources.used()) if (cited.has(source.id)) yield source;
      yield* facts;
    },
  };
}

/** Of a fact with one value or with a timeline. */
function sourcesOf({ source, values }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(values) ? values.map((it: { readonly source?: unknown }) => it.source) : [source];
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

function addFact({ known, columns, target, facts }: State, statement: Statement): void {
  const { fact, read, subject, object, source } = statement;
  const { text, list, line } = read;
  const { relation, value, understood, column } = fact;
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
  const row: StatedValue = {
    text: value,
    ...(understood && { value: understood }),
    from: text('from'),
    to: text('to'),
    basis: text('basis'),
    also: list('alternatives'),
    source,
    cell: { line, ...(column !== undefined && { column }) },
  };
  const before = facts.get(id);
  if (before) {
    before.rows.push(row);
    return;
  }
  const { relation: what, object: whom, of, period } = key;
  const members = filled({ id, subject, relation: what, about, object: whom, of, period });
  const more = { tolerance: text('tolerance'), note: text('note'), reviewBy: text('reviewBy') };
  // What the file that is written to says by itself is compared with the whole entry, not added to.
  const isOwn = there?.values.every(({ location }) => location.path === target?.path) === true;
  const other = isOwn ? undefined : target ? target.below.factLike({ ...key, about }) : there;
  const below = other?.values ?? [];
  facts.set(id, { line, members, more: filled(more), below, rows: [row] });
}
