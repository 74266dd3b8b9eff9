import { sayingTheSame } from '../../facts/contradictions.ts';
import { addEntry, EMPTY_FACTS_FILE, type NewEntries } from '../../facts/edit.ts';
import type { FactBase, Problem } from '../../facts/facts.ts';
import { isError } from '../../facts/isError.ts';
import { BUNDLED } from '../../project/bundled.ts';
import { type FactsText, readLayers } from '../../project/factsLayers.ts';
import { reasonOf } from '../../project/fileSystem.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { join, shownPath, withSlashes } from '../../project/paths.ts';
import { decodeText, encodeText } from '../../project/readText.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { entriesOf, type FactDraft } from '../factDraft.ts';
import { EXIT, type ExitCode, type Io, type Prompts, UsageError } from '../io.ts';
import type { Given, Option } from '../options.ts';
import { openSession } from '../session.ts';

const FIELDS = {
  id: { type: 'string', value: 'ID', description: 'its id (default: made of the others)' },
  subject: { type: 'string', value: 'ENTITY', description: 'whom it is about' },
  'subject-name': { type: 'string', value: 'NAME', description: 'for a new subject: its name' },
  'subject-type': { type: 'string', value: 'TYPE', description: 'company (default), agency, person …' },
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
  'object-name': { type: 'string', value: 'NAME', description: 'for a new object: its name' },
  'object-type': { type: 'string', value: 'TYPE', description: 'company (default), agency, person …' },
  of: { type: 'string', value: 'WORDS', description: 'what the figure measures' },
  period: { type: 'string', value: 'PERIOD', description: '2022, FY2022, Q3 2022 …' },
  value: {
    type: 'string',
    value: 'VALUE',
    description: 'the value as in copy: 43.4%, 1999-03-27, Luca de Meo',
  },
  from: { type: 'string', value: 'DATE', description: 'the day from which it holds' },
  to: { type: 'string', value: 'DATE', description: 'the day from which it does not' },
  basis: { type: 'string', value: 'TEXT', description: 'on what basis it holds, beside another value' },
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
    'Into --file, else the first facts file of this folder, else desk.facts.json. A duplicate is refused. On a terminal it asks for what is missing, shows the entry, and writes it once you agree.',
  options: {
    ...FIELDS,
    file: { type: 'string', value: 'FILE', description: 'the facts file to write to' },
    ...FACTS_OPTIONS,
  },
  run: add,
};

async function add(given: Given, io: Io): Promise<ExitCode> {
  const { prompts: open } = io;
  if (!open || missingOf(given) === undefined) return addDraft(given, io);
  const prompts = await open();
  try {
    return await addDraft(given, io, prompts);
  } finally {
    prompts.close();
  }
}

async function addDraft(given: Given, io: Io, prompts?: Prompts): Promise<ExitCode> {
  const missing = missingOf(given);
  const session = openSession(given, io, nodeFileSystem);
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { texts, base } = session.factsOf(project);
  if (missing !== undefined && !prompts) throw new UsageError(missing);
  const own = texts.find(({ path, places }) => !places && !path.startsWith(BUNDLED))?.path;
  const resolve = (name: string) => withSlashes(nodeFileSystem.resolve(io.workingFolder, name));
  const file = given.text('file');
  const likely = file === undefined ? own : resolve(file);
  const refuse = (it: FactDraft) => refuseKnown(it, base, likely, io);
  const draft = prompts ? await (await import('../askFact.ts')).askFact(given, base, prompts, refuse) : given;
  const preset = shownPath(own ?? join(project.root, 'desk.facts.json'), io.workingFolder);
  const named = file ?? (await prompts?.ask({ label: 'Into which file', preset })) ?? preset;
  const path = resolve(named);
  const { id, entries, bytes } = planAddition(draft, path, texts, io);
  if (prompts) {
    prompts.say(JSON.stringify(entries, null, 2));
    const shown = shownPath(path, io.workingFolder);
    if (!(await prompts.confirm(`Write this to ${shown}`, true)))
      throw new UsageError('Nothing was written.');
  }
  write(path, bytes);
  await io.stdout.write(`Added ${id} to ${shownPath(path, io.workingFolder)}\n`);
  return EXIT.clean;
}

/** The file as it will be, and what is new in it; a `UsageError` says why it cannot be. */
function planAddition(
  draft: FactDraft,
  path: string,
  texts: readonly FactsText[],
  io: Io,
): { readonly id: string; readonly entries: NewEntries; readonly bytes: Uint8Array } {
  const { text, encoding } = readOrEmpty(path);
  const shown = shownPath(path, io.workingFolder);
  const layers = texts.filter((it) => it.path !== path);
  const before = readLayers(nodeFileSystem, [...layers, { path, text }]);
  const entries = entriesOf(draft, before.facts);
  const { id } = entries.fact;
  refuseKnown(draft, before.facts, path, io);
  const added = addEntry(text, entries);
  if ('problem' in added) throw new UsageError(`Nothing was written to ${shown}. ${added.problem}`);
  const after = readLayers(nodeFileSystem, [...layers, { path, text: added.text }]);
  const wrong = mistakeOf(after, before, id);
  if (wrong !== undefined) throw new UsageError(`Nothing was written: ${wrong}`);
  const bytes = encodeText(added.text, encoding);
  if (!bytes)
    throw new UsageError(`Nothing was written: the file's encoding (${encoding}) lacks a character.`);
  return { id, entries, bytes };
}

/** Who gives the id of another file's fact means to replace it; every other draft of a fact with that id is refused. */
function refuseKnown(draft: FactDraft, facts: FactBase, path: string | undefined, io: Io): void {
  const { id } = entriesOf(draft, facts).fact;
  const known = facts.facts.get(id);
  if (!known) return;
  const where = shownPath(known.location.path, io.workingFolder);
  const isOwn = known.location.path === path;
  if (!isOwn && draft.text('id') !== undefined) return;
  const how = isOwn ? '.' : `; “--id ${id}” puts this one in its place.`;
  throw new UsageError(`There is a fact “${id}” already, in ${where}${how}`);
}

type Read = ReturnType<typeof readLayers>;

/** What is wrong with a fact that was not wrong without it. */
function mistakeOf(after: Read, before: Read, id: string): string | undefined {
  const isNew = ({ message, severity }: Problem) =>
    severity !== 'note' && !before.problems.some((it) => it.message === message);
  const fresh = after.problems.filter(isNew);
  const wrong = fresh.find(isError) ?? fresh[0];
  if (wrong) return wrong.message;
  const fact = after.facts.facts.get(id);
  const same = fact && sayingTheSame(fact, after.facts);
  return same && `the fact “${same.id}” says this already.`;
}

function write(path: string, bytes: Uint8Array): void {
  try {
    nodeFileSystem.write(path, bytes);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}

function readOrEmpty(path: string) {
  if (nodeFileSystem.kindOf(path) === undefined)
    return { text: EMPTY_FACTS_FILE, encoding: 'utf-8' } as const;
  const decoded = decodeText(nodeFileSystem.read(path));
  if ('problem' in decoded) throw new UsageError(`${path} cannot be read: ${decoded.problem}.`);
  return decoded;
}

/** What a fact needs and was not given. */
function missingOf(given: Given): string | undefined {
  for (const name of ['subject', 'value'] as const) {
    if (!given.text(name)?.trim()) return `A fact needs --${name} ${FIELDS[name].value}.`;
  }
  if (given.text('relation') === undefined && given.all('about').length === 0)
    return 'A fact needs a --relation, or cue phrases with --about.';
  return undefined;
}
