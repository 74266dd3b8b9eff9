import type { NewEntries, NewEntry } from '../facts/edit.ts';
import type { FactBase } from '../facts/facts.ts';

/** A fact as it was given by options or answers, by their names. */
export interface FactDraft {
  text(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** Members of a fact that are written as they were given, in the order of the file. */
const BEFORE = ['object', 'of', 'period'] as const;

/** What a draft of a fact writes into a facts file. A source that `facts` have already, word for word, is cited. */
export function entriesOf(draft: FactDraft, facts: FactBase): NewEntries & { readonly fact: { id: string } } {
  const subject = draft.text('subject') ?? '';
  const relation = draft.text('relation');
  const about = draft.all('about');
  const source = newSource(draft, subject, facts);
  const cited = source?.id ?? draft.text('source');
  const what = [relation ?? about[0], draft.text('object'), draft.text('of'), draft.text('period')];
  const entities = [newEntity(draft, 'subject', cited), newEntity(draft, 'object', cited)].filter(
    (it) => it !== undefined,
  );
  return {
    ...(source && !facts.sources.has(source.id) && { source }),
    ...(entities.length > 0 && { entities }),
    fact: {
      id: draft.text('id') ?? toId([subject, ...what].filter((it) => it !== undefined).join(' ')),
      subject,
      ...(relation !== undefined && { relation }),
      ...(about.length > 0 && { about }),
      ...membersOf(draft, BEFORE),
      ...valueMembers(draft, cited),
      ...membersOf(draft, ['note']),
    },
  };
}

/** «Nissan Motor 2023-01-30» as `nissan-motor-2023-01-30`. */
export function toId(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

/** As a value by itself, or with its time and basis. */
function valueMembers(draft: FactDraft, source: string | undefined): object {
  const value = { value: draft.text('value') ?? '' };
  const more = membersOf(draft, ['from', 'to', 'basis']);
  const cited = source === undefined ? {} : { source };
  return Object.keys(more).length === 0
    ? { ...value, ...cited }
    : { values: [{ ...value, ...more, ...cited }] };
}

function newEntity(draft: FactDraft, role: 'subject' | 'object', source?: string): NewEntry | undefined {
  const name = draft.text(`${role}-name`);
  if (name === undefined) return undefined;
  const type = draft.text(`${role}-type`) ?? 'company';
  return { id: draft.text(role) ?? '', entry: { type, name, ...(source !== undefined && { source }) } };
}

function newSource(draft: FactDraft, subject: string, facts: FactBase): NewEntry | undefined {
  const title = draft.text('source-title');
  if (title === undefined) return undefined;
  const entry = {
    title,
    ...membersOf(draft, ['publisher', 'published', 'url'], 'source-'),
  } as Readonly<Record<string, string>>;
  const wanted = draft.text('source') ?? toId(`${entry.publisher ?? subject} ${entry.published ?? title}`);
  const isFree = (id: string) => {
    const known = facts.sources.get(id);
    return (
      !known || (known.title === title && known.url === entry.url && known.published === entry.published)
    );
  };
  let id = wanted;
  for (let number = 2; !isFree(id); number++) id = `${wanted}-${number}`;
  return { id, entry };
}

function membersOf(draft: FactDraft, names: readonly string[], prefix = ''): object {
  const members = names.map((name) => [name, draft.text(prefix + name)] as const);
  return Object.fromEntries(members.filter(([, text]) => text !== undefined));
}
