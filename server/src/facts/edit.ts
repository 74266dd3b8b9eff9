import { insertIntoSection } from './insertJson.ts';
import { readJsonDocument } from './jsonDocument.ts';
import { isMembers, type Members } from './reading.ts';

/** What to add: one of each at most. An entry holds what facts-format.md says, and is written as it is. */
export interface NewEntries {
  readonly source?: { readonly id: string; readonly entry: Members };
  readonly entity?: { readonly id: string; readonly entry: Members };
  /** With its `id`. */
  readonly fact?: Members & { readonly id: string };
}

/** A file's new text, or why it was left as it is. */
export type Edited = { readonly text: string } | { readonly problem: string };

/** What a new facts file begins with. */
export const EMPTY_FACTS_FILE = '{\n  "version": 1,\n  "facts": []\n}\n';

/**
 * Adds entries to a facts file and leaves everything else in it, comments and layout included, as it stands. An entry
 * that is there already is refused. A blank text counts as a new file.
 */
export function addEntry(text: string, entries: NewEntries): Edited {
  const { source, entity, fact } = entries;
  const whole = text.trim() === '' ? EMPTY_FACTS_FILE : text;
  const { root, errors } = readJsonDocument(whole);
  if (errors[0]) return { problem: `The facts file is not valid JSON: ${errors[0].message}` };
  if (!isMembers(root)) return { problem: 'The facts file holds no object.' };
  const problem = findProblem(root, entries);
  if (problem !== undefined) return { problem };
  let edited = whole;
  if (source) edited = insertIntoSection(edited, 'sources', source.entry, source.id);
  if (entity) edited = insertIntoSection(edited, 'entities', entity.entry, entity.id);
  if (fact) edited = insertIntoSection(edited, 'facts', fact);
  return { text: edited };
}

function findProblem(root: Members, { source, entity, fact }: NewEntries): string | undefined {
  const ids = [source?.id, entity?.id, fact?.id].filter((id) => id !== undefined);
  if (ids.length === 0) return 'There is nothing to add.';
  if (ids.some((id) => id.trim() === '')) return 'An id must not be empty.';
  if (source && hasMember(root, 'sources', source.id)) return `There is a source “${source.id}” already.`;
  if (entity && hasMember(root, 'entities', entity.id)) return `There is an entity “${entity.id}” already.`;
  const name = entity?.entry.name;
  const namesake = typeof name === 'string' ? findNamesake(root, name) : undefined;
  if (namesake !== undefined) return `“${name}” is a name of the entity “${namesake}” already.`;
  for (const section of ['sources', 'entities'])
    if (root[section] !== undefined && !isMembers(root[section])) return `“${section}” is not an object.`;
  if (root.facts !== undefined && !Array.isArray(root.facts)) return '“facts” is not a list.';
  return fact && findSameFact(root, fact);
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
