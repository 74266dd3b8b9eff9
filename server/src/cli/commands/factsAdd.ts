import { type Additions, addFact, EMPTY_FACTS, type NewFact, type NewSource } from '../../project/addFact.ts';
import { BUNDLED } from '../../project/bundled.ts';
import { readLayers } from '../../project/factsLayers.ts';
import { reasonOf } from '../../project/fileSystem.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { join, shownPath, withSlashes } from '../../project/paths.ts';
import { decodeText, encodeText } from '../../project/readText.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given, Option } from '../options.ts';
import { openSession } from '../session.ts';

const FIELDS = {
  id: { type: 'string', value: 'ID', description: 'its id (default: made of the others)' },
  subject: { type: 'string', value: 'ENTITY', description: 'whom it is about' },
  relation: {
    type: 'string',
    value: 'RELATION',
    description: 'what it says: stake, founded, operating-margin …',
  },
  about: {
    type: 'string',
    multiple: true,
    value: 'PHRASE',
    description: 'cue phrases, instead of a relation',
  },
  object: { type: 'string', value: 'ENTITY', description: 'the other entity (what is held)' },
  of: { type: 'string', value: 'WORDS', description: 'what the figure measures' },
  period: { type: 'string', value: 'PERIOD', description: '2022, FY2022, Q3 2022 …' },
  value: {
    type: 'string',
    value: 'VALUE',
    description: 'the value as in copy: 43.4%, 1999-03-27, Luca de Meo',
  },
  from: { type: 'string', value: 'DATE', description: 'the day from which it holds' },
  to: { type: 'string', value: 'DATE', description: 'the day from which it does not' },
  note: { type: 'string', value: 'TEXT', description: 'shown to the writer' },
  source: { type: 'string', value: 'ID', description: 'a source that is there already' },
  'source-title': { type: 'string', value: 'TEXT', description: 'a new source: its title' },
  'source-publisher': { type: 'string', value: 'TEXT', description: 'its publisher' },
  'source-published': { type: 'string', value: 'DATE', description: 'its day' },
  'source-url': { type: 'string', value: 'URL', description: 'its address' },
} as const satisfies Record<string, Option>;

/** `factlint facts add`: writes a fact into a facts file, whose comments and layout stay. */
export const factsAddCommand: Command = {
  usage: 'facts add',
  description: 'write a fact into a facts file',
  details:
    'Into --file, else the first facts file of this folder, else desk.facts.json. A duplicate is refused.',
  options: {
    ...FIELDS,
    file: { type: 'string', value: 'FILE', description: 'the facts file to write to' },
    ...FACTS_OPTIONS,
  },
  run: add,
};

async function add(given: Given, io: Io): Promise<ExitCode> {
  const session = openSession(given, io, nodeFileSystem);
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { texts, base } = session.factsOf(project);
  const own = texts.find(({ path }) => !path.startsWith(BUNDLED))?.path;
  const named = given.text('file');
  const path =
    named === undefined
      ? (own ?? join(project.root, 'desk.facts.json'))
      : withSlashes(nodeFileSystem.resolve(named));
  const additions = readAdditions(given);
  const known = base.facts.get(additions.fact.id);
  if (known)
    throw new UsageError(
      `There is a fact “${known.id}” already, in ${shownPath(known.location.path, io.workingFolder)}.`,
    );
  const { text, encoding } = readOrEmpty(path);
  const added = addFact(text, additions);
  if ('problem' in added)
    throw new UsageError(`Nothing was written to ${shownPath(path, io.workingFolder)}: ${added.problem}.`);
  const layers = texts.filter((it) => it.path !== path);
  const before = readLayers(nodeFileSystem, [...layers, { path, text }]).problems;
  const after = readLayers(nodeFileSystem, [...layers, { path, text: added.text }]).problems;
  const fresh = after.filter(({ message }) => !before.some((it) => it.message === message));
  const wrong = fresh.find(({ severity }) => severity !== 'warning') ?? fresh[0];
  if (wrong) throw new UsageError(`Nothing was written: ${wrong.message}`);
  const bytes = encodeText(added.text, encoding);
  if (!bytes)
    throw new UsageError(`Nothing was written: the file's encoding (${encoding}) lacks a character.`);
  try {
    nodeFileSystem.write(path, bytes);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
  await io.stdout.write(`Added ${additions.fact.id} to ${shownPath(path, io.workingFolder)}\n`);
  return EXIT.clean;
}

function readOrEmpty(path: string) {
  if (nodeFileSystem.kindOf(path) === undefined) return { text: EMPTY_FACTS, encoding: 'utf-8' } as const;
  const decoded = decodeText(nodeFileSystem.read(path));
  if ('problem' in decoded) throw new UsageError(`${path} cannot be read: ${decoded.problem}.`);
  return decoded;
}

function readAdditions(given: Given): Additions {
  const subject = needed(given, 'subject');
  const value = needed(given, 'value');
  const about = given.all('about');
  const relation = given.text('relation');
  if (relation === undefined && about.length === 0) {
    throw new UsageError('A fact needs a --relation, or cue phrases with --about.');
  }
  const source = readSource(given, subject);
  const given1 = (name: keyof NewFact & keyof typeof FIELDS) => {
    const text = given.text(name);
    return text === undefined ? {} : { [name]: text };
  };
  const object = given.text('object');
  const parts = [subject, relation ?? about[0]!, object, given.text('of'), given.text('period')];
  const fact: NewFact = {
    id: given.text('id') ?? toId(parts.filter((it) => it !== undefined).join(' ')),
    subject,
    ...given1('relation'),
    ...(about.length > 0 && { about }),
    ...given1('object'),
    ...given1('of'),
    ...given1('period'),
    value,
    ...given1('from'),
    ...given1('to'),
    ...given1('note'),
    ...(source === undefined ? given1('source') : { source: source.id }),
  };
  return { fact, ...(source && { source }) };
}

function readSource(given: Given, subject: string): NewSource | undefined {
  const title = given.text('source-title');
  if (title === undefined) return undefined;
  const publisher = given.text('source-publisher');
  const published = given.text('source-published');
  const url = given.text('source-url');
  return {
    id: given.text('source') ?? toId(`${publisher ?? subject} ${published ?? title}`),
    title,
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
  };
}

function needed(given: Given, name: keyof typeof FIELDS): string {
  const text = given.text(name);
  if (text === undefined || text.trim() === '')
    throw new UsageError(`A fact needs --${name} ${FIELDS[name].value}.`);
  return text;
}

/** «Nissan Motor 2023-01-30» as `nissan-motor-2023-01-30`. */
function toId(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
