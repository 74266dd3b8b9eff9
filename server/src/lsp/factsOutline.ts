import { type Node, parseTree } from 'jsonc-parser';
import type { Span } from '../text/span.ts';

/** What a facts file defines. */
export type EntryKind = 'entity' | 'fact' | 'source' | 'relation';

/** Something that a facts file defines. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  /** The id, without its quotes. */
  readonly idSpan: Span;
  /** All of it, with its key. */
  readonly span: Span;
  /** For a person: a name, a title, or what the fact says. */
  readonly detail: string;
}

/** An id that a facts file names: where it is defined too. */
export interface IdUse {
  readonly kind: EntryKind;
  readonly id: string;
  /** Without quotes. */
  readonly span: Span;
  readonly isDefinition: boolean;
}

/** A facts file as an editor looks at it. In reading order. */
export interface FactsOutline {
  readonly entries: readonly Entry[];
  readonly uses: readonly IdUse[];
  /** Web addresses of its sources. */
  readonly urls: readonly { readonly url: string; readonly span: Span }[];
}

/** Reads what an editor needs of a facts file; of a broken one, what can still be read. Never throws. */
export function readOutline(text: string): FactsOutline {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const entries = [
    ...members(root, 'sources').map((it) => keyed('source', it, textAt(it.value, 'title'))),
    ...members(root, 'entities').map((it) => keyed('entity', it, textAt(it.value, 'name'))),
    ...members(root, 'relations').map((it) => keyed('relation', it, textAt(it.value, 'kind'))),
    ...elements(valueAt(root, 'facts')).flatMap(factEntry),
  ];
  const definitions = entries.map(({ kind, id, idSpan }) => ({ kind, id, span: idSpan, isDefinition: true }));
  const uses = [...definitions, ...usesIn(root)].sort((a, b) => a.span.start - b.span.start);
  return { entries, uses, urls: urlsIn(root) };
}

interface Member {
  readonly key: Node;
  readonly value: Node;
}

function factEntry(node: Node): readonly Entry[] {
  const id = valueAt(node, 'id');
  if (id?.type !== 'string') return [];
  const what = ['subject', 'relation', 'object', 'period']
    .map((key) => textAt(node, key))
    .filter((it) => it !== '');
  const values = elements(valueAt(node, 'values')).map((value) => textAt(value, 'value'));
  const value = values.length > 0 ? values.join(' → ') : textAt(node, 'value');
  const detail = `${what.join(' · ')}: ${value}`;
  return [{ kind: 'fact', id: String(id.value), idSpan: inside(id), span: spanOf(node), detail }];
}

function keyed(kind: EntryKind, { key, value }: Member, detail: string): Entry {
  const span = { start: key.offset, end: value.offset + value.length };
  return { kind, id: String(key.value), idSpan: inside(key), span, detail };
}

/** Ids named in facts, sources of entities and former names, `extend` and `remove`. */
function usesIn(root: Node | undefined): readonly IdUse[] {
  const facts = elements(valueAt(root, 'facts'));
  return [
    ...facts.flatMap((fact) => [
      ...use('entity', valueAt(fact, 'subject')),
      ...use('entity', valueAt(fact, 'object')),
      ...use('relation', valueAt(fact, 'relation')),
      ...sourceUses(fact),
      ...elements(valueAt(fact, 'values')).flatMap(sourceUses),
    ]),
    ...members(root, 'entities').flatMap(({ value }) => entityUses(value)),
    ...members(root, 'extend').flatMap(({ key, value }) => [...use('entity', key), ...entityUses(value)]),
    // What is removed may be either: the id decides, which is unique over both.
    ...elements(valueAt(root, 'remove')).flatMap((it) => [...use('entity', it), ...use('fact', it)]),
  ];
}

function entityUses(entity: Node): readonly IdUse[] {
  return [...sourceUses(entity), ...elements(valueAt(entity, 'formerNames')).flatMap(sourceUses)];
}

function sourceUses(owner: Node): readonly IdUse[] {
  const source = valueAt(owner, 'source');
  return source?.type === 'array'
    ? elements(source).flatMap((it) => use('source', it))
    : use('source', source);
}

function use(kind: EntryKind, node: Node | undefined): readonly IdUse[] {
  if (node?.type !== 'string') return [];
  return [{ kind, id: String(node.value), span: inside(node), isDefinition: false }];
}

function urlsIn(root: Node | undefined): FactsOutline['urls'] {
  return members(root, 'sources').flatMap(({ value }) => {
    const url = valueAt(value, 'url');
    return url?.type === 'string' ? [{ url: String(url.value), span: inside(url) }] : [];
  });
}

function members(owner: Node | undefined, name?: string): readonly Member[] {
  const object = name === undefined ? owner : valueAt(owner, name);
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, value }] : [],
  );
}

function elements(list: Node | undefined): readonly Node[] {
  return list?.type === 'array' ? (list.children ?? []) : [];
}

function valueAt(owner: Node | undefined, name: string): Node | undefined {
  return members(owner).find(({ key }) => key.value === name)?.value;
}

function textAt(owner: Node, name: string): string {
  const value = valueAt(owner, name)?.value;
  return typeof value === 'string' ? value : '';
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Without the quotes. */
function inside({ offset, length }: Node): Span {
  return { start: offset + 1, end: Math.max(offset + 1, offset + length - 1) };
}
