import { insertAtPath, insertIntoSection } from '../../facts/insertJson.ts';
import { readJsonDocument } from '../../facts/jsonDocument.ts';
import { isMembers, type Members } from '../../facts/reading.ts';
import { oneLine, sortedJson } from './factsText.ts';
import { type Growth, grow, growthOf } from './growTimeline.ts';
import type { Imported, ImportedEntry, ImportedFact, Rejected } from './imported.ts';

/** What became of imported entries in a facts file that was there already. */
export interface Merged {
  readonly text: string;
  readonly added: number;
  /** There already, with the same content. */
  readonly same: number;
  /** There with another content, and changed. */
  readonly updated: number;
  /** There with another content, and left as they were. */
  readonly refused: readonly Rejected[];
}

type Entry = ImportedEntry | ImportedFact;

interface Section {
  readonly name: 'sources' | 'entities' | 'facts';
  readonly kind: Entry['kind'];
}

const SECTIONS: readonly Section[] = [
  { name: 'sources', kind: 'source' },
  { name: 'entities', kind: 'entity' },
  { name: 'facts', kind: 'fact' },
];

/**
 * Puts imported entries into the text of a facts file; all other text stays as it is to the letter. An entry that is
 * there with another content is left alone and told, or changed where `update` says so; newer values are added to a timeline.
 */
export function mergeFacts(
  text: string,
  imported: readonly Imported[],
  update: boolean,
): Merged | { readonly problem: string } {
  const { root, errors } = readJsonDocument(text);
  if (errors[0] || !isMembers(root)) return { problem: 'the file is not valid JSON; mend that first' };
  const sections = SECTIONS.map((section) => sortOut(section, root, imported, update));
  const longer = sections.flatMap(({ growths }) => growths).reduce(grow, text);
  const changed = replaceAll(
    longer,
    sections.flatMap(({ changes }) => changes),
  );
  const grown = sections.reduce((before, { section, fresh }) => append(before, section, fresh), changed);
  const extended = extendAll(grown, imported.filter(isExtension));
  const fresh = sections.flatMap((it) => it.fresh);
  return {
    text: extended.text,
    added: fresh.length + extended.count,
    same: sections.reduce((sum, it) => sum + it.same, 0),
    updated: sections.reduce((sum, it) => sum + it.changes.length + it.growths.length, 0),
    refused: sections.flatMap((it) => it.refused),
  };
}

interface Change {
  readonly place: readonly (string | number)[];
  readonly entry: object;
}

interface SortedOut {
  readonly section: Section;
  readonly fresh: readonly Entry[];
  readonly changes: readonly Change[];
  readonly growths: readonly Growth[];
  readonly refused: readonly Rejected[];
  readonly same: number;
}

function sortOut(section: Section, root: Members, imported: readonly Imported[], update: boolean): SortedOut {
  const there = entriesIn(root[section.name]);
  const fresh: Entry[] = [];
  const changes: Change[] = [];
  const growths: Growth[] = [];
  const refused: Rejected[] = [];
  let same = 0;
  for (const it of imported) {
    if (it.kind !== section.kind) continue;
    const id = it.id;
    const known = there.get(id);
    const growing = known && typeof known.key === 'number' && growthOf(known.key, known.entry, it.entry);
    if (!known) fresh.push(it);
    else if (sortedJson(known.entry) === sortedJson(it.entry)) same++;
    else if (growing) growths.push(growing);
    else if (update) changes.push({ place: [section.name, known.key], entry: it.entry });
    else refused.push(refusal(it, id, known.entry));
  }
  return { section, fresh, changes, growths, refused, same };
}

function entriesIn(section: unknown): ReadonlyMap<string, { key: string | number; entry: unknown }> {
  if (Array.isArray(section)) {
    const list: readonly unknown[] = section;
    return new Map(
      list.flatMap((entry, key) => (isMembers(entry) ? [[String(entry.id), { key, entry }]] : [])),
    );
  }
  const members = isMembers(section) ? Object.entries(section) : [];
  return new Map(members.map(([key, entry]) => [key, { key, entry }]));
}

function refusal({ kind, entry, line }: Entry, id: string, known: unknown): Rejected {
  const values = [lastValueOf(known), lastValueOf(entry)];
  const difference =
    kind === 'fact' && values[0] !== values[1]
      ? ` with the value “${values[0]}”, and the import has “${values[1]}”`
      : ', and the import differs from it';
  const message = `There is a ${kind} “${id}” already${difference}: it stays as it is (--update changes it).`;
  return { kind: 'rejected', message, ...(line !== undefined && { line }) };
}

/** The value of a fact, the last one of a timeline. */
function lastValueOf(fact: unknown): string | undefined {
  if (!isMembers(fact)) return undefined;
  const last: unknown = Array.isArray(fact.values) ? fact.values.at(-1) : fact;
  return isMembers(last) && typeof last.value === 'string' ? last.value : undefined;
}

/** From the last to the first, so that places hold. */
function replaceAll(text: string, changes: readonly Change[]): string {
  const document = readJsonDocument(text);
  const spans = changes.map(({ place, entry }) => ({ ...document.spanOf(place), entry }));
  spans.sort((a, b) => b.start - a.start);
  return spans.reduce(
    (before, { start, end, entry }) => before.slice(0, start) + oneLine(entry) + before.slice(end),
    text,
  );
}

/** Stands in for all new entries of a section, which are then written at once: each by itself would read the file anew. */
const MARK = '@@ imported @@';

function append(text: string, { name, kind }: Section, fresh: readonly Entry[]): string {
  if (fresh.length === 0) return text;
  const isList = kind === 'fact';
  const marked = insertIntoSection(text, name, MARK, isList ? undefined : MARK);
  const mark = isList ? JSON.stringify(MARK) : `${JSON.stringify(MARK)}: ${JSON.stringify(MARK)}`;
  const at = marked.indexOf(mark);
  const before = marked.slice(marked.lastIndexOf('\n', at) + 1, at);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = before.trim() === '' ? `,${eol}${before}` : ', ';
  const lines = fresh.map((it) =>
    isList ? oneLine(it.entry) : `${JSON.stringify(it.id)}: ${oneLine(it.entry)}`,
  );
  return marked.slice(0, at) + lines.join(separator) + marked.slice(at + mark.length);
}

function isExtension(it: Imported): it is ImportedEntry {
  return it.kind === 'extend';
}

/** What is added to entities of other layers, beside what the file adds to them already. */
function extendAll(
  text: string,
  extensions: readonly ImportedEntry[],
): { readonly text: string; readonly count: number } {
  let edited = text;
  let count = 0;
  for (const { id, entry } of extensions) {
    const { root } = readJsonDocument(edited);
    const extend = isMembers(root) && isMembers(root.extend) ? root.extend : {};
    const there = extend[id];
    if (!isMembers(there)) {
      edited = insertIntoSection(edited, 'extend', entry, id);
      count++;
      continue;
    }
    const before = edited;
    for (const [key, names] of Object.entries(entry)) edited = extendList(edited, id, key, names, there[key]);
    if (edited !== before) count++;
  }
  return { text: edited, count };
}

function extendList(text: string, id: string, key: string, names: unknown, there: unknown): string {
  if (!Array.isArray(there)) return insertAtPath(text, ['extend', id], names, key);
  const known = new Set(there.map(sortedJson));
  const fresh: readonly unknown[] = Array.isArray(names)
    ? names.filter((it) => !known.has(sortedJson(it)))
    : [];
  return fresh.reduce<string>((before, name) => insertAtPath(before, ['extend', id, key], name), text);
}
