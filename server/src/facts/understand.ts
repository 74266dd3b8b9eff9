import { readValue } from '../values/index.ts';
import type { Value, ValueKindName } from '../values/kind.ts';

/** The kinds that a relation may have, and how a message calls a value of each. */
export const KIND_WORDS = {
  percent: 'a percentage such as "43.4%"',
  date: 'a date such as "1999-03-27"',
  duration: 'a duration such as "23 years"',
  name: 'a name',
  amount: 'an amount of money such as "$1.2 billion"',
  count: 'a number of things such as "130,000"',
} as const satisfies Partial<Record<ValueKindName, string>>;

/** A kind of value that a fact can have. */
export type FactKind = keyof typeof KIND_WORDS;

/** The kinds in the order of facts-format.md. */
export const FACT_KINDS = Object.keys(KIND_WORDS) as readonly FactKind[];

/** Whether a kind is one that facts may have (a weekday is not). */
export function isFactKind(kind: string): kind is FactKind {
  return Object.hasOwn(KIND_WORDS, kind);
}

/** A value as understood; without one, it is shown and never compared. */
export interface Understood {
  readonly value?: Value;
  /** A sentence on what is wrong with it. */
  readonly problem?: string;
}

/** Reads a value as written in a facts file, as `kind` where that is known. Without one, a text that is none of the kinds is no mistake. */
export function understandValue(
  text: string,
  kind: ValueKindName | undefined,
  relation?: string,
): Understood {
  if (kind === undefined) {
    const value = readValue(text);
    return value ? { value } : {};
  }
  const wanted = isFactKind(kind) ? KIND_WORDS[kind] : kind;
  if (kind === 'name') return understandName(text, relation);
  const value = readValue(text, kind);
  if (value?.kind === 'date' && value.impossible) return { problem: `There is no such day as “${text}”.` };
  if (value?.kind === kind) return { value };
  const other = readValue(text)?.kind;
  const isOther = other !== undefined && other !== kind && other !== 'name' && isFactKind(other);
  const named = relation === undefined ? 'it' : `“${relation}”`;
  return {
    problem: isOther
      ? `“${text}” is ${bare(other)}, but ${named} takes ${wanted}.`
      : `“${text}” is not ${wanted}; it is shown, but never compared.`,
  };
}

/** A name that is a figure through and through is no name; «7-Eleven» and «May» may be. */
function understandName(text: string, relation: string | undefined): Understood {
  const figure = /^[\d$€£¥]/.test(text) && !/[a-z]{3}/i.test(text) ? readValue(text)?.kind : undefined;
  if (figure !== undefined && figure !== 'name' && isFactKind(figure))
    return { problem: `“${text}” is ${bare(figure)}, but “${relation}” takes a name.` };
  const value = readValue(text, 'name');
  return value?.kind === 'name' ? { value } : { value: { kind: 'name', name: text } };
}

function bare(kind: FactKind): string {
  return KIND_WORDS[kind].replace(/ such as .*/, '');
}
