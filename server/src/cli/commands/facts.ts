import type { Entity, Fact, FactBase } from '../../facts/facts.ts';
import { suggest } from '../../facts/suggest.ts';
import { fromEpochDay, toEpochDay, toIsoDate } from '../../text/calendarDate.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { JSON_OPTION, loadFacts } from '../factsInForce.ts';
import {
  entityCard,
  entityLine,
  type FactsView,
  factCard,
  factLine,
  toJsonEntity,
  toJsonFact,
} from '../factWords.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import { type Given, wholeNumber } from '../options.ts';

/** `factlint facts list`: the entities and facts in force. */
export const factsListCommand: Command = {
  usage: 'facts list',
  description: 'list the entities and facts in force',
  options: {
    ...FACTS_OPTIONS,
    ...JSON_OPTION,
    entities: { type: 'boolean', description: 'entities only' },
    subject: { type: 'string', value: 'ID', description: 'what is known of one entity' },
  },
  run: list,
};

/** `factlint facts show`: one entity or fact whole. */
export const factsShowCommand: Command = {
  usage: 'facts show ID…',
  description: 'show entities or facts with their sources',
  options: { ...FACTS_OPTIONS, ...JSON_OPTION },
  run: show,
};

/** `factlint facts search`: what speaks of some words. */
export const factsSearchCommand: Command = {
  usage: 'facts search WORD…',
  description: 'find entities and facts by words of theirs',
  options: { ...FACTS_OPTIONS, ...JSON_OPTION },
  run: search,
};

/** `factlint facts due`: what has to be looked at again. */
export const factsDueCommand: Command = {
  usage: 'facts due',
  description: 'list the facts that are due for review',
  options: {
    ...FACTS_OPTIONS,
    ...JSON_OPTION,
    within: { type: 'string', value: 'DAYS', description: 'and those due within so many days' },
  },
  run: due,
};

async function list(given: Given, io: Io): Promise<ExitCode> {
  const view = loadFacts(given, io);
  const { facts } = view;
  const subject = given.text('subject');
  if (subject !== undefined && !facts.entities.has(subject)) throw new UsageError(unknownId(subject, facts));
  const entities = [...facts.entities.values()].filter(({ id }) => subject === undefined || id === subject);
  const wanted = [...facts.facts.values()].filter(
    (fact) => subject === undefined || fact.subject === subject,
  );
  await printAll(entities, given.has('entities') ? [] : wanted, view, given, io);
  return EXIT.clean;
}

async function show(given: Given, io: Io): Promise<ExitCode> {
  const view = loadFacts(given, io);
  const { facts } = view;
  if (given.positionals.length === 0) throw new UsageError('facts show needs the id of an entity or a fact.');
  const entities: Entity[] = [];
  const shown: Fact[] = [];
  for (const id of given.positionals) {
    const entity = facts.entities.get(id);
    const fact = facts.facts.get(id);
    if (!entity && !fact) throw new UsageError(unknownId(id, facts));
    if (entity) entities.push(entity);
    if (fact) shown.push(fact);
  }
  if (given.has('json')) {
    await printAll(entities, shown, view, given, io);
    return EXIT.clean;
  }
  const cards = [...entities.map((it) => entityCard(it, view)), ...shown.map((it) => factCard(it, view))];
  await io.stdout.write(cards.join('\n'));
  return EXIT.clean;
}

async function search(given: Given, io: Io): Promise<ExitCode> {
  const view = loadFacts(given, io);
  const { facts } = view;
  const words = given.positionals.map((word) => word.toLowerCase());
  if (words.length === 0) throw new UsageError('facts search needs a word to look for.');
  const meets = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const entities = [...facts.entities.values()].filter((it) => meets(JSON.stringify(toJsonEntity(it, view))));
  const found = [...facts.facts.values()].filter((it) =>
    meets(`${factLine(it, facts)} ${JSON.stringify(toJsonFact(it, view))}`),
  );
  await printAll(entities, found, view, given, io);
  return entities.length + found.length > 0 ? EXIT.clean : EXIT.found;
}

async function due(given: Given, io: Io): Promise<ExitCode> {
  const view = loadFacts(given, io);
  const { facts, asOf } = view;
  const last = toEpochDay(asOf.year, asOf.month, asOf.day) + (wholeNumber(given, 'within', 0) ?? 0);
  const overdue = [...facts.facts.values()].filter(
    ({ reviewBy }) => reviewBy !== undefined && reviewBy <= last,
  );
  overdue.sort((a, b) => a.reviewBy! - b.reviewBy!);
  if (given.has('json')) await printAll([], overdue, view, given, io);
  else {
    const lines = overdue.map((it) => `${toIsoDate(fromEpochDay(it.reviewBy!))}  ${factLine(it, facts)}\n`);
    await io.stdout.write(lines.length === 0 ? 'Nothing is due.\n' : lines.join(''));
  }
  return overdue.length > 0 ? EXIT.found : EXIT.clean;
}

async function printAll(
  entities: readonly Entity[],
  shown: readonly Fact[],
  view: FactsView,
  given: Given,
  io: Io,
): Promise<void> {
  if (given.has('json')) {
    const json = {
      entities: entities.map((it) => toJsonEntity(it, view)),
      facts: shown.map((it) => toJsonFact(it, view)),
    };
    await io.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  for (const entity of entities) await io.stdout.write(`${entityLine(entity)}\n`);
  if (entities.length > 0 && shown.length > 0) await io.stdout.write('\n');
  for (const fact of shown) await io.stdout.write(`${factLine(fact, view.facts)}\n`);
}

function unknownId(id: string, facts: FactBase): string {
  const meant = suggest(id, [...facts.entities.keys(), ...facts.facts.keys()]);
  return `There is no entity or fact “${id}”.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}
