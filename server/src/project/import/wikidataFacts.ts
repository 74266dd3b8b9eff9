import { filled, type Imported, type Rejected, toId } from './imported.ts';
import type { Reading } from './wikidata.ts';
import { type Item, type Statement, statementsOf } from './wikidataItems.ts';
import { oneOrMore } from './wikidataSources.ts';
import { dateOf, itemIdOf, numberOf } from './wikidataValues.ts';

type Found = Generator<Imported>;

/** P571: inception. The first date is the value, further ones are right, too. */
export function* readInception(item: Item, reading: Reading): Found {
  const dates: Dated[] = [];
  for (const statement of statementsOf(item, 'P571')) {
    const date = dateOf(statement.value);
    if (date === undefined) yield reject(statement, 'It is no year, month or day of our era.');
    else dates.push({ value: date, statement });
  }
  yield* oneFact(item, reading, { relation: 'founded' }, dates);
}

/** P112: founded by. */
export function* readFounders(item: Item, reading: Reading): Found {
  const names = yield* namesIn(item, reading, 'P112');
  yield* oneFact(item, reading, { about: ['founded by', 'founder', 'founders', 'co-founder'] }, names);
}

/** P159: headquarters location; those of the past with their end. */
export function* readHeadOffice(item: Item, reading: Reading): Found {
  const names = yield* namesIn(item, reading, 'P159');
  yield* timeline(item, reading, { relation: 'headquarters' }, names);
}

/** P169: chief executive officer. */
export function* readLeaders(item: Item, reading: Reading): Found {
  const names = yield* namesIn(item, reading, 'P169');
  yield* timeline(item, reading, { relation: 'chief-executive' }, names);
}

/** P1128: employees, one fact for each year of a point in time (P585). */
export function* readWorkforce(item: Item, reading: Reading): Found {
  const years = new Set<string>();
  for (const statement of statementsOf(item, 'P1128').toReversed()) {
    const count = numberOf(statement.value);
    const day = dateOf(statement.qualifiers('P585')[0]);
    if (!count || !(count.amount > 0)) yield reject(statement, 'It is no number of people.');
    else if (day === undefined)
      yield reject(statement, 'The number has no point in time (P585), so nobody knows when it was right.');
    else if (!years.has(day.slice(0, 4))) {
      years.add(day.slice(0, 4));
      const value = count.amount.toLocaleString('en-US');
      const key = { relation: 'employees', period: day.slice(0, 4) };
      yield* oneFact(item, reading, key, [{ value, statement }]);
    }
  }
}

/** P127 (owned by) and P1830 (owner of): a stake where the proportion (P1107) is given. */
export function* readOwnership(item: Item, reading: Reading): Found {
  const stakes = new Map<string, Stake>();
  for (const property of ['P127', 'P1830'] as const) {
    for (const statement of statementsOf(item, property)) {
      const share = numberOf(statement.qualifiers('P1107')[0]);
      const other = itemIdOf(statement.value);
      const name = other === undefined ? undefined : reading.entityId(other);
      const self = reading.entityId(item.id);
      if (!share) yield reject(statement, 'It does not say how much is held (P1107).');
      else if (name === undefined) yield unnamed(statement, other);
      else {
        const percent = share.unit === 'Q11229' ? share.amount : share.amount * 100;
        const [subject, object] = property === 'P127' ? [name, self!] : [self!, name];
        const key = `${subject} ${object}`;
        const stake = stakes.get(key) ?? { subject, object, dated: [] };
        stakes.set(key, stake);
        stake.dated.push({ value: `${Number(percent.toPrecision(12))}%`, statement });
      }
    }
  }
  for (const { subject, object, dated } of stakes.values())
    yield* timeline(item, reading, { relation: 'stake', subject, object }, dated);
}

interface Stake {
  readonly subject: string;
  readonly object: string;
  readonly dated: Dated[];
}

interface Dated {
  readonly value: string;
  readonly statement: Statement;
}

interface Key {
  readonly subject?: string;
  readonly relation?: string;
  readonly about?: readonly string[];
  readonly object?: string;
  readonly period?: string;
}

/** The names of the items that are values; one whose name is not in the files is told. */
function* namesIn(
  item: Item,
  { labelById }: Reading,
  property: string,
): Generator<Imported, readonly Dated[]> {
  const names: Dated[] = [];
  for (const statement of statementsOf(item, property)) {
    const id = itemIdOf(statement.value);
    const value = id === undefined ? undefined : labelById(id);
    if (value === undefined) yield unnamed(statement, id);
    else names.push({ value, statement });
  }
  return names;
}

/** One value, and the others as right beside it. */
function* oneFact(item: Item, reading: Reading, key: Key, all: readonly Dated[]): Found {
  const [first, ...others] = all;
  if (!first) return;
  const also = [...new Set(others.map(({ value }) => value))].filter((it) => it !== first.value);
  const source = oneOrMore([...new Set(all.flatMap(({ statement }) => reading.sources.of(item, statement)))]);
  yield* fact(item, reading, key, { value: first.value, ...filled({ also }), source });
}

/** Values with their start (P580) and end (P582); one seen on a day (P585) is believed for a year. */
function* timeline(item: Item, reading: Reading, key: Key, all: readonly Dated[]): Found {
  const spans = all.map(spanOf);
  spans.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0));
  const kept: object[] = [];
  for (const [index, { statement, value, from, to }] of spans.entries()) {
    const next = spans[index + 1]?.from;
    const end = next !== undefined && (to === undefined || to > next || next.startsWith(to)) ? next : to;
    const isLast = index === spans.length - 1;
    if ((end === undefined && !isLast) || (end !== undefined && end === from))
      yield reject(statement, 'Two values hold at once, and neither says from when (P580) to when (P582).');
    else kept.push(filled({ value, from, to: end, source: oneOrMore(reading.sources.of(item, statement)) }));
  }
  const [only] = kept;
  if (!only) return;
  const isTimeless = kept.length === 1 && !('from' in only) && !('to' in only);
  yield* fact(item, reading, key, isTimeless ? only : { values: kept });
}

interface Held extends Dated {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function spanOf({ value, statement }: Dated): Held {
  const start = dateOf(statement.qualifiers('P580')[0]);
  const end = dateOf(statement.qualifiers('P582')[0]);
  const seen = dateOf(statement.qualifiers('P585')[0]);
  if (seen === undefined || start !== undefined) return { value, statement, from: start, to: end };
  const aYearOn = `${Number(seen.slice(0, 4)) + 1}${seen.slice(4)}`;
  return { value, statement, from: seen, to: end ?? aYearOn };
}

function* fact(item: Item, { known, entityId }: Reading, key: Key, members: object): Found {
  const subject = key.subject ?? entityId(item.id)!;
  const full = { ...key, subject };
  const there = known.factLike(full);
  if (there) {
    yield { kind: 'skipped', reason: 'facts known already' };
    return;
  }
  const parts = [subject, key.relation ?? 'founders', key.object, key.period];
  const id = toId(parts.filter((it) => it !== undefined).join(' '));
  yield { kind: 'fact', id, entry: { id, ...full, ...members } };
}

function reject({ place }: Statement, message: string): Rejected {
  return { kind: 'rejected', place, message };
}

function unnamed({ place }: Statement, id: string | undefined): Rejected {
  if (id === undefined) return { kind: 'rejected', place, message: 'The value is unknown to Wikidata.' };
  return {
    kind: 'rejected',
    place,
    message: `The name of ${id} is in none of the files: import ${id}.json with this one.`,
  };
}
