import type { Relation } from '../../facts/facts.ts';
import { readPeriod } from '../../facts/period.ts';
import { ENTITY_TYPES } from '../../facts/readEntity.ts';
import { didYouMean } from '../../facts/suggest.ts';
import { understandValue } from '../../facts/understand.ts';
import type { Value } from '../../values/kind.ts';
import { type Figures, readDay, readFigure } from './cellValues.ts';
import { toId } from './imported.ts';
import type { Known } from './known.ts';
import type { ColumnOrText, Columns, Field } from './mapping.ts';
import type { Row } from './table.ts';

/** One statement of a row: a value of a fact. */
export interface RowFact {
  readonly relation?: Relation;
  readonly value: string;
  /** As understood; undefined for what is only shown. */
  readonly understood?: Value;
  /** Where it stands in the row; undefined for a text that holds for all. */
  readonly column?: number;
}

/** A row, understood. */
export interface ReadRow {
  readonly line: number;
  text(field: Field): string;
  /** A cell with more than one entry, separated by semicolons. */
  list(field: Field): readonly string[];
  readonly facts: readonly RowFact[];
}

/** What rows are read by. */
export interface RowContext {
  readonly columns: Columns;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly figures: Figures;
  /** The facts file that is written to, and what is known without it. */
  readonly target?: { readonly path: string; readonly below: Known } | undefined;
}

/** Why a row cannot be used, in a sentence. */
export interface RowProblem {
  readonly problem: string;
  /** The cell's; left out: the row's. */
  readonly column?: number;
}

type Texts = ReadonlyMap<Field, string>;

const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>(['from', 'to', 'published', 'reviewBy']);

/** Reads one row; undefined for one that holds nothing. */
export function readRow(row: Row, context: RowContext): ReadRow | RowProblem | undefined {
  if (row.cells.every(({ text, problem }) => text.trim() === '' && problem === undefined)) return undefined;
  const texts = readTexts(row, context);
  if ('problem' in texts) return texts;
  const text = (field: Field) => texts.get(field) ?? '';
  const wrong = wrongIn(text);
  if (wrong) return { problem: wrong.problem, ...at(context.columns.fields.get(wrong.field)) };
  const facts = readFacts(row, text, context);
  if ('problem' in facts) return facts;
  const list = (field: Field) =>
    text(field)
      .split(';')
      .map((it) => it.trim())
      .filter((it) => it !== '');
  return { line: row.line, text, list, facts };
}

function readTexts(row: Row, { columns, figures }: RowContext): Texts | RowProblem {
  const texts = new Map<Field, string>();
  for (const [field, column] of columns.fields) {
    const cell = cellAt(row, column, field);
    if ('problem' in cell) return cell;
    const { text } = cell;
    const read = DATE_FIELDS.has(field) && text !== '' ? readDay(text, figures) : { text };
    if ('problem' in read) return { problem: `“${text}” for “${field}” ${read.problem}.`, ...at(column) };
    texts.set(field, read.text);
  }
  return texts;
}

function cellAt(row: Row, column: ColumnOrText, name: string): { readonly text: string } | RowProblem {
  const cell = typeof column === 'string' ? { text: column } : (row.cells[column] ?? { text: '' });
  if ('problem' in cell && cell.problem)
    return { problem: `The cell for “${name}” ${cell.problem}.`, ...at(column) };
  return { text: cell.text.trim() };
}

function at(column: ColumnOrText | undefined): { readonly column?: number } {
  return typeof column === 'number' ? { column } : {};
}

function wrongIn(
  text: (field: Field) => string,
): { readonly problem: string; readonly field: Field } | undefined {
  if (text('subject') === '') return { problem: 'The row does not say whom it is about.', field: 'subject' };
  const period = text('period');
  if (period !== '' && !readPeriod(period))
    return { problem: `“${period}” is no period such as 2022, FY2022 or Q3 2022.`, field: 'period' };
  const type = text('type');
  const types: readonly string[] = ENTITY_TYPES;
  if (type === '' || types.includes(type)) return undefined;
  const hint = didYouMean(type, types) || `; there are ${types.join(', ')}.`;
  return { problem: `“${type}” is not a type of entity${hint}`, field: 'type' };
}

function readFacts(
  row: Row,
  text: (field: Field) => string,
  { columns, relations, figures }: RowContext,
): readonly RowFact[] | RowProblem {
  const main = readMainFact(text, columns, relations);
  if ('problem' in main) return main;
  const stated: RowFact[] = [...main];
  for (const [id, column] of columns.relations) {
    const cell = cellAt(row, column, id);
    if ('problem' in cell) return cell;
    const relation = relations.get(id);
    if (relation && cell.text !== '') stated.push({ relation, value: cell.text, ...at(column) });
  }
  const read: RowFact[] = [];
  for (const { relation, value, ...place } of stated) {
    if (relation?.directed && text('object') === '') {
      const problem = `The row does not say in whom or what: “${relation.id}” needs an object.`;
      return { problem, ...at(columns.fields.get('object')) };
    }
    const figure = readFigure(value, relation, figures);
    if ('problem' in figure) return { problem: `“${value}” ${figure.problem}.`, ...place };
    const { problem, value: understood } = understandValue(figure.text, relation?.kind, relation?.id);
    if (problem !== undefined) return { problem, ...place };
    read.push({
      ...(relation && { relation }),
      value: figure.text,
      ...(understood && { understood }),
      ...place,
    });
  }
  return read;
}

function readMainFact(
  text: (field: Field) => string,
  { fields }: Columns,
  relations: ReadonlyMap<string, Relation>,
): readonly RowFact[] | RowProblem {
  const words = text('relation');
  const value = text('value');
  const relation = words === '' ? undefined : findRelation(words, relations);
  if (words !== '' && !relation) {
    const problem = `There is no relation “${words}”${didYouMean(words, relations.keys()) || '.'}`;
    return { problem, ...at(fields.get('relation')) };
  }
  const isFact = words !== '' || text('about') !== '';
  if (isFact && value === '') return { problem: 'The row has no value.', ...at(fields.get('value')) };
  if (!isFact && value !== '') {
    const problem = 'The row has a value, but neither a relation nor words about it.';
    return { problem, ...at(fields.get('relation')) };
  }
  return value === '' ? [] : [{ ...(relation && { relation }), value, ...at(fields.get('value')) }];
}

/** A relation by its id, by its id in words («Chief executive») or by a cue of its own («CEO»). */
function findRelation(words: string, relations: ReadonlyMap<string, Relation>): Relation | undefined {
  const known = relations.get(words) ?? relations.get(toId(words));
  if (known) return known;
  const wanted = words.toLowerCase();
  const found = [...relations.values()].filter(({ cues }) =>
    cues.some((cue) => cue.toLowerCase() === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}
