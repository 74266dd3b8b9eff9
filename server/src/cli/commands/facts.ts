import type { Entity, Fact, FactBase, Problem } from '../../facts/facts.ts';
import { suggest } from '../../facts/suggest.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { shownPath, withSlashes } from '../../project/paths.ts';
import { fromEpochDay, toEpochDay, toIsoDate } from '../../text/calendarDate.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { entityCard, entityLine, factCard, factLine, toJsonEntity, toJsonFact } from '../factWords.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given } from '../options.ts';
import { wholeNumber } from '../options.ts';
import { problemLine } from '../problems.ts';
import { openSession } from '../session.ts';

const JSON_OPTION = { json: { type: 'boolean', description: 'as JSON' } } as const;

/** `factlint facts lint`: what is wrong in facts files. */
export const factsLintCommand: Command = {
  usage: 'facts lint [FILE…]',
  description: 'check facts files (default: those of this folder)',
  options: {
    ...FACTS_OPTIONS,
    ...JSON_OPTION,
    strict: { type: 'boolean', description: 'doubtful entries count as errors, too' },
  },
  run: lint,
};

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

async function lint(given: Given, io: Io): Promise<ExitCode> {
  const files = given.positionals.map((file) => withSlashes(nodeFileSystem.resolve(file)));
  const missing = files.find((file) => nodeFileSystem.kindOf(file) === undefined);
  if (missing !== undefined)
    throw new UsageError(`There is no file ${shownPath(missing, io.workingFolder)}.`);
  const { problems: all, texts } = loadFacts(given, io, files);
  const own = texts.filter(({ path }) => !path.startsWith('bundled/'));
  const linted = new Set(files.length > 0 ? files : (own.length > 0 ? own : texts).map(({ path }) => path));
  const problems = all
    .filter(({ path }) => linted.has(path))
    .map((it) => ({ ...it, path: shownPath(it.path, io.workingFolder) }));
  if (given.has('json')) await io.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  else await io.stdout.write(lintWords(problems, linted.size));
  if (problems.some(({ severity }) => severity !== 'warning')) return EXIT.found;
  return given.has('strict') && problems.length > 0 ? EXIT.found : EXIT.clean;
}

function lintWords(problems: readonly Problem[], files: number): string {
  const count = files === 1 ? '1 facts file' : `${files} facts files`;
  const lines = problems.map((problem) => `${problemLine(problem)}\n`);
  if (lines.length === 0) return `${count}: nothing to mend\n`;
  const errors = problems.filter(({ severity }) => severity !== 'warning').length;
  return `${lines.join('')}${count}: ${errors} wrong, ${problems.length - errors} doubtful\n`;
}

async function list(given: Given, io: Io): Promise<ExitCode> {
  const { facts } = loadFacts(given, io);
  const subject = given.text('subject');
  if (subject !== undefined && !facts.entities.has(subject)) throw new UsageError(unknownId(subject, facts));
  const entities = [...facts.entities.values()].filter(({ id }) => subject === undefined || id === subject);
  const wanted = [...facts.facts.values()].filter(
    (fact) => subject === undefined || fact.subject === subject,
  );
  await printAll(entities, given.has('entities') ? [] : wanted, facts, given, io);
  return EXIT.clean;
}

async function show(given: Given, io: Io): Promise<ExitCode> {
  const { facts } = loadFacts(given, io);
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
    await printAll(entities, shown, facts, given, io);
    return EXIT.clean;
  }
  const cards = [...entities.map((it) => entityCard(it, facts)), ...shown.map((it) => factCard(it, facts))];
  await io.stdout.write(cards.join('\n'));
  return EXIT.clean;
}

async function search(given: Given, io: Io): Promise<ExitCode> {
  const { facts } = loadFacts(given, io);
  const words = given.positionals.map((word) => word.toLowerCase());
  if (words.length === 0) throw new UsageError('facts search needs a word to look for.');
  const meets = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const entities = [...facts.entities.values()].filter((it) => meets(JSON.stringify(toJsonEntity(it))));
  const found = [...facts.facts.values()].filter((it) =>
    meets(`${factLine(it, facts)} ${JSON.stringify(toJsonFact(it, facts))}`),
  );
  await printAll(entities, found, facts, given, io);
  return entities.length + found.length > 0 ? EXIT.clean : EXIT.found;
}

async function due(given: Given, io: Io): Promise<ExitCode> {
  const { facts, asOf } = loadFacts(given, io);
  const last = toEpochDay(asOf.year, asOf.month, asOf.day) + (wholeNumber(given, 'within', 0) ?? 0);
  const overdue = [...facts.facts.values()].filter(
    ({ reviewBy }) => reviewBy !== undefined && reviewBy <= last,
  );
  overdue.sort((a, b) => a.reviewBy! - b.reviewBy!);
  if (given.has('json')) await printAll([], overdue, facts, given, io);
  else {
    const lines = overdue.map((it) => `${toIsoDate(fromEpochDay(it.reviewBy!))}  ${factLine(it, facts)}\n`);
    await io.stdout.write(lines.length === 0 ? 'Nothing is due.\n' : lines.join(''));
  }
  return overdue.length > 0 ? EXIT.found : EXIT.clean;
}

async function printAll(
  entities: readonly Entity[],
  shown: readonly Fact[],
  facts: FactBase,
  given: Given,
  io: Io,
): Promise<void> {
  if (given.has('json')) {
    const json = { entities: entities.map(toJsonEntity), facts: shown.map((it) => toJsonFact(it, facts)) };
    await io.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  for (const entity of entities) await io.stdout.write(`${entityLine(entity)}\n`);
  if (entities.length > 0 && shown.length > 0) await io.stdout.write('\n');
  for (const fact of shown) await io.stdout.write(`${factLine(fact, facts)}\n`);
}

/** The facts of the folder worked in, with the files named beside them. */
function loadFacts(given: Given, io: Io, more: readonly string[] = []) {
  const session = openSession(given, io, nodeFileSystem, more);
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { base, texts } = session.factsOf(project);
  return { facts: base, texts, problems: session.problems(), asOf: project.check.asOf };
}

function unknownId(id: string, facts: FactBase): string {
  const meant = suggest(id, [...facts.entities.keys(), ...facts.facts.keys()]);
  return `There is no entity or fact “${id}”.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}
