import type { Relation } from '../../facts/facts.ts';
import { readPeriod } from '../../facts/period.ts';
import { ENTITY_TYPES } from '../../facts/readEntity.ts';
import { didYouMean } from '../../facts/suggest.ts';
import { understandValue } from '../../facts/understand.ts';
import { type Figures, readDay, readFigure } from './cellValues.ts';
import { toId } from './imported.ts';
import type { ColumnOrText, Columns, Field } from './mapping.ts';
import type { Row } from './table.ts';

/** One statement of a row: a value of a fact. */
export interface RowFact {
  readonly relation?: Relation;
  readonly value: string;
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
}

/** Why a row cannot be used, in a sentence. */
export interface RowProblem {
  readonly problem: string;
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
  if (wrong !== undefined) return { problem: wrong };
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
    if ('problem' in read) return { problem: `“${text}” for “${field}” ${read.problem}.` };
    texts.set(field, read.text);
  }
  return texts;
}

function cellAt(row: Row, column: ColumnOrText, name: string): { readonly text: string } | RowProblem {
  const cell = typeof column === 'string' ? { text: column } : (row.cells[column] ?? { text: '' });
  if ('problem' in cell && cell.problem) return { problem: `The cell for “${name}” ${cell.problem}.` };
  return { text: cell.text.trim() };
}

function wrongIn(text: (field: Field) => string): string | undefined {
  if (text('subject') === '') return 'The row does not say whom it is about.';
  const period = text('period');
  if (period !== '' && !readPeriod(period))
    return `“${period}” is no period such as 2022, FY2022 or Q3 2022.`;
  const type = text('type');
  const types: readonly string[] = ENTITY_TYPES;
  if (type === '' || types.includes(type)) return undefined;
  return `“${type}” is not a type of entity${didYouMean(type, types) || `; there are ${types.join(', ')}.`}`;
}

function readFacts(
  row: Row,
  text: (field: Field) => string,
  { columns, relations, figures }: RowContext,
): readonly RowFact[] | RowProblem {
  const main = readMainFact(text, relations);
  if ('problem' in main) return main;
  const stated: RowFact[] = [...main];
  for (const [id, column] of columns.relations) {
    const cell = cellAt(row, column, id);
    if ('problem' in cell) return cell;
    const relation = relations.get(id);
    if (relation && cell.text !== '') stated.push({ relation, value: cell.text });
  }
  const read: RowFact[] = [];
  for (const { relation, value } of stated) {
    if (relation?.directed && text('object') === '') {
      return { problem: `The row does not say in whom or what: “${relation.id}” needs an object.` };
    }
    const figure = readFigure(value, relation, figures);
    if ('problem' in figure) return { problem: `“${value}” ${figure.problem}.` };
    const { problem } = understandValue(figure.text, relation?.kind, relation?.id);
    if (problem !== undefined) return { problem };
    read.push({ ...(relation && { relation }), value: figure.text });
  }
  return read;
}

function readMainFact(
  text: (field: Field) => string,
  relations: ReadonlyMap<string, Relation>,
): readonly RowFact[] | RowProblem {
  const words = text('relation');
  const value = text('value');
  const relation = words === '' ? undefined : findRelation(words, relations);
  if (words !== '' && !relation) {
    return { problem: `There is no relation “${words}”${didYouMean(words, relations.keys()) || '.'}` };
  }
  const isFact = words !== '' || text('about') !== '';
  if (isFact && value === '') return { problem: 'The row has no value.' };
  if (!isFact && value !== '') {
    return { problem: 'The row has a value, but neither a relation nor words about it.' };
  }
  return value === '' ? [] : [{ ...(relation && { relation }), value }];
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
