import { type ParseError, parse } from 'jsonc-parser';
import { insertLast } from './insertJson.ts';

/** A fact to write into a facts file; members as in the file. */
export interface NewFact {
  readonly id: string;
  readonly subject: string;
  readonly relation?: string;
  readonly about?: readonly string[];
  readonly object?: string;
  readonly of?: string;
  readonly period?: string;
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
  readonly note?: string;
  readonly source?: string;
}

/** A source that goes with it, where the file has none of that id. */
export interface NewSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
}

/** An entity that goes with it. */
export interface NewEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly source?: string;
}

/** What is to be written into a facts file. */
export interface Additions {
  readonly fact: NewFact;
  readonly source?: NewSource;
  readonly entity?: NewEntity;
}

/** What an empty facts file holds. */
export const EMPTY_FACTS = '{\n  "version": 1,\n  "sources": {},\n  "entities": {},\n  "facts": []\n}\n';

/** Writes a fact into the text of a facts file: comments and layout stay; an id that is there already is refused. */
export function addFact(
  text: string,
  { fact, source, entity }: Additions,
): { readonly text: string } | { readonly problem: string } {
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(raw)) return { problem: 'the file is not valid JSON; mend that first' };
  const facts = raw.facts ?? [];
  if (!Array.isArray(facts)) return { problem: 'its “facts” are no list' };
  if (facts.some((it) => isObject(it) && it.id === fact.id)) {
    return { problem: `there is a fact “${fact.id}” already` };
  }
  let edited = text;
  if (source && !has(raw.sources, source.id)) {
    if (raw.sources === undefined) edited = insertLast(edited, [], {}, 'sources');
    edited = insertLast(edited, ['sources'], without(source), source.id);
  }
  if (entity && !has(raw.entities, entity.id)) {
    if (raw.entities === undefined) edited = insertLast(edited, [], {}, 'entities');
    edited = insertLast(edited, ['entities'], without(entity), entity.id);
  }
  if (raw.facts === undefined) edited = insertLast(edited, [], [], 'facts');
  return { text: insertLast(edited, ['facts'], toEntry(fact)) };
}

/** As a value with dates or without. */
function toEntry({ value, from, to, source, note, ...fact }: NewFact): object {
  const dated = from !== undefined || to !== undefined;
  const cited = { ...(source !== undefined && { source }) };
  const noted = { ...(note !== undefined && { note }) };
  if (!dated) return { ...fact, value, ...cited, ...noted };
  const values = [{ value, ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...cited }];
  return { ...fact, values, ...noted };
}

function without({ id: _, ...members }: { readonly id: string }): object {
  return members;
}

function has(members: unknown, id: string): boolean {
  return isObject(members) && Object.hasOwn(members, id);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
