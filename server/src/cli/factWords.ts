import type { Entity, Fact, FactBase, FactValue } from '../facts/facts.ts';
import { fromEpochDay, toIsoDate } from '../text/calendarDate.ts';

/** The facts in force, and how to show the path of a file of theirs. */
export interface FactsView {
  readonly facts: FactBase;
  readonly showPath: (path: string) => string;
}

/** `renault  company  Renault (Renault S.A.)` */
export function entityLine({ id, type, name, legalName }: Entity): string {
  return `${id}  ${type}  ${name}${legalName === undefined ? '' : ` (${legalName})`}`;
}

/** `renault-stake-in-nissan  Renault: stake in Nissan = 43.4% until 2023-11-08 · 15% from 2023-11-08` */
export function factLine(fact: Fact, facts: FactBase): string {
  return `${fact.id}  ${aboutWords(fact, facts)} = ${fact.values.map(valueWords).join(' · ')}`;
}

function aboutWords({ subject, relation, about, object, of, period }: Fact, facts: FactBase): string {
  const nameOf = (id: string) => facts.entities.get(id)?.name ?? id;
  const what = relation?.id.replaceAll('-', ' ') ?? about[0] ?? '';
  const parts = [
    what,
    object === undefined ? '' : `in ${nameOf(object)}`,
    of === undefined ? '' : `of ${of}`,
  ];
  const when = period === undefined ? '' : ` (${period.label})`;
  return `${nameOf(subject)}: ${parts.filter((it) => it !== '').join(' ')}${when}`;
}

function valueWords({ text, fromText, toText, basis }: FactValue): string {
  return [
    text,
    fromText === undefined ? '' : `from ${fromText}`,
    toText === undefined ? '' : `until ${toText}`,
    basis === undefined ? '' : `(${basis})`,
  ]
    .filter((it) => it !== '')
    .join(' ');
}

/** An entity whole, a line a member. */
export function entityCard(entity: Entity, { facts, showPath }: FactsView): string {
  const rows: readonly (readonly [string, string])[] = [
    ['type', entity.type],
    ['legal name', entity.legalName ?? ''],
    ['also', entity.aliases.join(', ')],
    ['ambiguous', entity.ambiguous.join(', ')],
    ['not', entity.misnomers.map(({ text }) => text).join(', ')],
    [
      'formerly',
      entity.formerNames
        .map(({ name, untilText }) => name + (untilText ? ` (until ${untilText})` : ''))
        .join(', '),
    ],
    ['called', entity.descriptors.join(', ')],
    ['country', entity.country ?? ''],
    ['seat', entity.headquarters ?? ''],
    ['ticker', entity.ticker ?? ''],
    ...sourceRows(entity.sources, facts),
    ['from', place(entity.location, showPath)],
  ];
  const own = facts.bySubject.get(entity.id) ?? [];
  const lines = own.map((fact) => `  ${factLine(fact, facts)}\n`);
  return `${entity.name} (${entity.id})\n${card(rows)}${lines.length === 0 ? '' : `Facts:\n${lines.join('')}`}`;
}

/** A fact whole: its timeline with the sources of each value. */
export function factCard(fact: Fact, { facts, showPath }: FactsView): string {
  const { relation, about, tolerance, reviewBy, note, values } = fact;
  const rows: readonly (readonly [string, string])[] = [
    ['about', about.join(', ')],
    ['kind', fact.kind ?? 'text (shown, never compared)'],
    ['relation', relation?.id ?? ''],
    ['tolerance', tolerance ? `${tolerance.amount}${tolerance.relative ? ' (relative)' : ''}` : ''],
    ['note', note ?? ''],
    ['review by', reviewBy === undefined ? '' : toIsoDate(fromEpochDay(reviewBy))],
    ...values.flatMap((value) => [
      ['value', valueWords(value)] as const,
      ['also', value.alsoTexts.join(', ')] as const,
      ...sourceRows(value.sources, facts),
    ]),
    ['from', place(fact.location, showPath)],
  ];
  return `${aboutWords(fact, facts)} (${fact.id})\n${card(rows)}`;
}

function sourceRows(ids: readonly string[], facts: FactBase): readonly (readonly [string, string])[] {
  return ids.map((id) => {
    const source = facts.sources.get(id);
    const words = source ? [source.title, source.publisher, source.published, source.url] : [id];
    return ['source', words.filter((it) => it !== undefined).join(', ')] as const;
  });
}

function place({ path, line }: Entity['location'], showPath: FactsView['showPath']): string {
  return `${showPath(path)}:${line + 1}`;
}

function card(rows: readonly (readonly [string, string])[]): string {
  const told = rows.filter(([, words]) => words !== '');
  const width = Math.max(...told.map(([name]) => name.length));
  return told.map(([name, words]) => `  ${name.padEnd(width)}  ${words}\n`).join('');
}

/** An entity as JSON: as in its file, with its place. */
export function toJsonEntity(entity: Entity, { showPath }: FactsView) {
  const { formerNames, location, ...members } = entity;
  return {
    ...members,
    location: { ...location, path: showPath(location.path) },
    formerNames: formerNames.map(({ name, untilText }) => ({ name, until: untilText ?? null })),
  };
}

/** A fact as JSON: as in its file, with its place. */
export function toJsonFact(
  { relation, period, values, reviewBy, location, examples: _, ...fact }: Fact,
  { facts, showPath }: FactsView,
) {
  return {
    ...fact,
    location: { ...location, path: showPath(location.path) },
    relation: relation?.id ?? null,
    period: period?.label ?? null,
    reviewBy: reviewBy === undefined ? null : toIsoDate(fromEpochDay(reviewBy)),
    values: values.map(({ text, alsoTexts, fromText, toText, basis, sources }) => ({
      value: text,
      also: alsoTexts,
      from: fromText ?? null,
      to: toText ?? null,
      basis: basis ?? null,
      sources: sources.map((id) => {
        const source = facts.sources.get(id);
        return source
          ? {
              id,
              title: source.title,
              publisher: source.publisher,
              published: source.published,
              url: source.url,
            }
          : { id };
      }),
    })),
  };
}
