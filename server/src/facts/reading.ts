import type { Location, Problem } from './facts.ts';
import type { JsonDocument, Place, Position } from './jsonDocument.ts';
import { didYouMean } from './suggest.ts';

/** An object of the file; its members may be anything. */
export type Members = Readonly<Record<string, unknown>>;

/** What the readers of entries share: where to report mistakes, and how to name a place. */
export interface Reading {
  readonly path: string;
  report(message: string, place: Place, options?: ReportOptions): void;
  location(place: Place): Location;
}

/** What a problem underlines, and how grave it is. */
export interface ReportOptions {
  readonly on?: 'key' | 'value';
  readonly severity?: 'error' | 'warning';
}

/** So many are told; a file with more has one mistake made over and over. */
const MAX_PROBLEMS = 1000;

/** A reading of one document that collects its problems in `problems`. */
export function newReading(path: string, document: JsonDocument, problems: Problem[]): Reading {
  const positionOf = (place: Place, on?: 'key' | 'value') => document.positionOf(document.spanOf(place, on));
  return {
    path,
    location: (place) => locationOf(path, place, positionOf),
    report(message, place, { on = 'value', severity } = {}) {
      if (problems.length > MAX_PROBLEMS) return;
      if (problems.length === MAX_PROBLEMS)
        problems.push({ path, message: `There are more problems than these ${MAX_PROBLEMS}.` });
      else problems.push({ path, message, ...positionOf(place, on), ...(severity ? { severity } : {}) });
    },
  };
}

/** Places as deep as an entry cost nothing; deeper ones are worked out when somebody asks, which is seldom. */
function locationOf(path: string, place: Place, positionOf: (place: Place) => Position): Location {
  if (place.length > 2) return lazyLocation(path, () => positionOf(place));
  const { line, character } = positionOf(place);
  return { path, line, character };
}

function lazyLocation(path: string, locate: () => Position): Location {
  let found: Position | undefined;
  return {
    path,
    get line() {
      return (found ??= locate()).line;
    },
    get character() {
      return (found ??= locate()).character;
    },
  };
}

/** Whether a value is an object, and not a list. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object at a place, or undefined and a problem. */
export function readMembers(reading: Reading, value: unknown, place: Place): Members | undefined {
  if (isMembers(value)) return value;
  reading.report(`${labelOf(place)} must be an object in braces, not ${nameOf(value)}.`, place);
  return undefined;
}

/** Reports members that the format does not know. */
export function checkMembers(
  reading: Reading,
  owner: Members,
  place: Place,
  known: ReadonlySet<string>,
): void {
  for (const key of Object.keys(owner)) {
    if (known.has(key)) continue;
    const hint = didYouMean(key, known);
    const message = `The member “${key}” is unknown${hint || ' and is passed over.'}`;
    reading.report(message, [...place, key], { on: 'key', severity: 'warning' });
  }
}

/** A text that is not blank; undefined (and, unless it is not there at all, a problem) otherwise. */
export function readText(reading: Reading, owner: Members, place: Place, key: string): string | undefined {
  return readTextOf(reading, owner[key], place, key);
}

/** A required text. */
export function requireText(reading: Reading, owner: Members, place: Place, key: string): string | undefined {
  if (owner[key] === undefined) reading.report(`“${key}” is missing.`, place);
  return readText(reading, owner, place, key);
}

/** A list of texts; `orOne`: a text by itself will do. Empty where it is not there. */
export function readTexts(
  reading: Reading,
  owner: Members,
  place: Place,
  key: string,
  orOne?: 'or-one',
): readonly string[] {
  const value = owner[key];
  if (value === undefined) return NONE;
  if (typeof value === 'string') {
    if (!orOne) reading.report(`“${key}” must be a list of texts in brackets.`, [...place, key]);
    const one = readTextOf(reading, value, place, key);
    return one === undefined ? [] : [one];
  }
  if (!Array.isArray(value)) {
    const what = orOne ? 'a text or a list of texts' : 'a list of texts';
    reading.report(`“${key}” must be ${what}, not ${nameOf(value)}.`, [...place, key]);
    return [];
  }
  return readList(reading, value, place, key);
}

const NONE: readonly never[] = [];

function readList(reading: Reading, list: readonly unknown[], place: Place, key: string): readonly string[] {
  const texts: string[] = [];
  let at: Place | undefined;
  for (let index = 0; index < list.length; index++) {
    const read = readTextOf(reading, list[index], (at ??= [...place, key]), index);
    if (read !== undefined) texts.push(read);
  }
  return texts;
}

/** A text by itself, at a key or an index. */
export function readTextOf(
  reading: Reading,
  value: unknown,
  place: Place,
  key: string | number,
): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const at = [...place, key];
  if (typeof value === 'string') reading.report(`${labelOf(at)} is empty.`, at);
  else if (typeof value === 'number')
    reading.report(`${labelOf(at)} must be in quotes, written as in copy: "${value}".`, at);
  else reading.report(`${labelOf(at)} must be a text in quotes, not ${nameOf(value)}.`, at);
  return undefined;
}

/** How a message names a place: by its last key. */
function labelOf(place: Place): string {
  const key = place.findLast((step) => typeof step === 'string');
  const isElement = typeof place.at(-1) === 'number';
  return key === undefined ? 'The file' : isElement ? `An entry of “${key}”` : `“${key}”`;
}

/** What JSON calls a value. */
export function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? String(value) : 'a text';
}

/** The members of an optional object of objects: `sources`, `entities`, `relations`, `extend`. */
export function* entriesOf(
  reading: Reading,
  root: Members,
  section: string,
): Generator<readonly [id: string, owner: Members, place: Place]> {
  if (root[section] === undefined) return;
  const members = readMembers(reading, root[section], [section]);
  for (const [id, value] of Object.entries(members ?? {})) {
    const place = [section, id];
    const owner = readMembers(reading, value, place);
    if (owner && id.trim() !== '') yield [id, owner, place];
    else if (owner) reading.report('An id must not be empty.', place, { on: 'key' });
  }
}
