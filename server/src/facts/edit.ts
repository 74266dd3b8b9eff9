import { insertIntoSection } from './insertJson.ts';
import { readJsonDocument } from './jsonDocument.ts';
import { isMembers, type Members } from './reading.ts';

/** An entry of an object that goes by ids. */
export interface NewEntry {
  readonly id: string;
  readonly entry: Members;
}

/** What to add. An entry holds what facts-format.md says, and is written as it is. */
export interface NewEntries {
  readonly source?: NewEntry;
  /** Whom the fact is about and of whom it speaks, where they are new. */
  readonly entities?: readonly NewEntry[];
  /** With its `id`. */
  readonly fact?: Members & { readonly id: string };
}

/** A file's new text, or why it was left as it is. */
export type Edited = { readonly text: string } | { readonly problem: string };

/** What a new facts file begins with. */
export const EMPTY_FACTS_FILE = '{\n  "version": 1,\n  "sources": {},\n  "entities": {},\n  "facts": []\n}\n';

/**
 * Adds entries to a facts file and leaves everything else in it, comments and layout included, as it stands. An entry
 * that is there already is refused. A blank text counts as a new file.
 */
export function addEntry(text: string, entries: NewEntries): Edited {
  const { source, entities = [], fact } = entries;
  const whole = text.trim() === '' ? EMPTY_FACTS_FILE : text;
  const { root, errors } = readJsonDocument(whole);
  if (errors[0]) return { problem: `The facts file is not valid JSON: ${errors[0].message}` };
  if (!isMembers(root)) return { problem: 'The facts file holds no object.' };
  const problem = findProblem(root, entries);
  if (problem !== undefined) return { problem };
  let edited = whole;
  if (source) edited = insertIntoSection(edited, 'sources', source.entry, source.id);
  for (const { id, entry } of entities) edited = insertIntoSection(edited, 'entities', entry, id);
  if (fact) edited = insertIntoSection(edited, 'facts', fact);
  return { text: edited };
}

function findProblem(root: Members, { source, entities = [], fact }: NewEntries): string | undefined {
  const ids = [source?.id, ...entities.map(({ id }) => id), fact?.id].filter((id) => id !== undefined);
  if (ids.length === 0) return 'There is nothing to add.';
  if (ids.some((id) => id.trim() === '')) return 'An id must not be empty.';
  if (source && hasMember(root, 'sources', source.id)) return `There is a source “${source.id}” already.`;
  for (const section of ['sources', 'entities'])
    if (root[section] !== undefined && !isMembers(root[section])) return `“${section}” is not an object.`;
  if (root.facts !== undefined && !Array.isArray(root.facts)) return '“facts” is not a list.';
  for (const entity of entities) {
    const problem = findNamesakeProblem(root, entity);
    if (problem !== undefined) return problem;
  }
  return fact && findSameFact(root, fact);
}

function findNamesakeProblem(root: Members, { id, entry: { name } }: NewEntry): string | undefined {
  if (hasMember(root, 'entities', id)) return `There is an entity “${id}” already.`;
  const namesake = typeof name === 'string' ? findNamesake(root, name) : undefined;
  return namesake === undefined ? undefined : `“${name}” is a name of the entity “${namesake}” already.`;
}

function hasMember(root: Members, section: string, id: string): boolean {
  const members = root[section];
  return isMembers(members) && Object.hasOwn(members, id);
}

function findNamesake(root: Members, name: string): string | undefined {
  const entities = isMembers(root.entities) ? Object.entries(root.entities) : [];
  return entities.find(([, entity]) => {
    if (!isMembers(entity)) return false;
    const aliases: readonly unknown[] = Array.isArray(entity.aliases) ? entity.aliases : [];
    return [entity.name, entity.legalName, ...aliases].includes(name);
  })?.[0];
}

/** What makes two facts say the same thing, whatever their values. */
const SAME = ['subject', 'relation', 'object', 'of', 'period', 'about'] as const;

function findSameFact(root: Members, fact: Members & { readonly id: string }): string | undefined {
  const facts: readonly unknown[] = Array.isArray(root.facts) ? root.facts : [];
  for (const other of facts) {
    if (!isMembers(other)) continue;
    if (other.id === fact.id) return `There is a fact “${fact.id}” already.`;
    const isSame = SAME.every((key) => JSON.stringify(other[key]) === JSON.stringify(fact[key]));
    if (isSame) return `The fact “${String(other.id)}” says this already; change its value instead.`;
  }
  return undefined;
}
