import { readDays, readDaysAt } from './dates.ts';
import type { Entity, EntityType, FactSource, FormerName, Misnomer } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import type { EntityExtension } from './layer.ts';
import { readExamples } from './readExamples.ts';
import {
  checkMembers,
  isMembers,
  type Members,
  nameOf,
  type Reading,
  readText,
  readTexts,
  requireText,
} from './reading.ts';
import { didYouMean } from './suggest.ts';

/** Every type of entity, as in facts-format.md. */
export const ENTITY_TYPES = [
  'company',
  'organization',
  'agency',
  'alliance',
  'person',
  'place',
  'event',
  'product',
  'other',
] as const satisfies readonly EntityType[];

const NAMES = ['aliases', 'ambiguous', 'misnomers', 'formerNames', 'descriptors'] as const;
const SOURCE_MEMBERS = new Set(['title', 'publisher', 'published', 'url']);
const EXTENSION_MEMBERS: ReadonlySet<string> = new Set(NAMES);
const MISNOMER_MEMBERS = new Set(['text', 'correct']);
const FORMER_NAME_MEMBERS = new Set(['name', 'until', 'source']);
const ENTITY_MEMBERS = new Set<string>([
  'type',
  'name',
  'legalName',
  ...NAMES,
  'country',
  'headquarters',
  'ticker',
  'source',
  'examples',
]);

/** One of `sources`. */
export function readSource(
  reading: Reading,
  id: string,
  owner: Members,
  place: Place,
): FactSource | undefined {
  checkMembers(reading, owner, place, SOURCE_MEMBERS);
  const title = requireText(reading, owner, place, 'title');
  const published = readText(reading, owner, place, 'published');
  if (published !== undefined && !readDays(published))
    reading.report(`“${published}” is not a date such as "2023-01-30".`, [...place, 'published'], {
      severity: 'warning',
    });
  return {
    id,
    // Without a title the source still counts: its id says what it is well enough.
    title: title ?? id,
    ...optional('publisher', readText(reading, owner, place, 'publisher')),
    ...optional('published', published),
    ...optional('url', readText(reading, owner, place, 'url')),
    location: reading.location(place),
  };
}

/** One of `entities`. Undefined where it has no name, hence nothing to be found by. */
export function readEntity(reading: Reading, id: string, owner: Members, place: Place): Entity | undefined {
  checkMembers(reading, owner, place, ENTITY_MEMBERS);
  const type = readType(reading, owner, place);
  const name = requireText(reading, owner, place, 'name');
  const entity = {
    id,
    type,
    name: name ?? '',
    ...optional('legalName', readText(reading, owner, place, 'legalName')),
    ...readNames(reading, owner, place),
    ...optional('country', readText(reading, owner, place, 'country')),
    ...optional('headquarters', readText(reading, owner, place, 'headquarters')),
    ...optional('ticker', readText(reading, owner, place, 'ticker')),
    sources: readTexts(reading, owner, place, 'source', 'or-one'),
    ...optional('examples', readExamples(reading, owner, place)),
    location: reading.location(place),
  };
  return name === undefined ? undefined : entity;
}

/** One of `extend`. */
export function readExtension(reading: Reading, owner: Members, place: Place): EntityExtension {
  checkMembers(reading, owner, place, EXTENSION_MEMBERS);
  return readNames(reading, owner, place);
}

function readType(reading: Reading, owner: Members, place: Place): EntityType {
  const type = requireText(reading, owner, place, 'type');
  const known = ENTITY_TYPES.find((candidate) => candidate === type);
  if (type !== undefined && !known) {
    const hint = didYouMean(type, ENTITY_TYPES) || `; there are ${ENTITY_TYPES.join(', ')}.`;
    reading.report(`“${type}” is not a type of entity${hint}`, [...place, 'type']);
  }
  return known ?? 'other';
}

function readNames(reading: Reading, owner: Members, place: Place): EntityExtension {
  return {
    aliases: readTexts(reading, owner, place, 'aliases'),
    ambiguous: readTexts(reading, owner, place, 'ambiguous'),
    misnomers: readMisnomers(reading, owner, place),
    formerNames: readFormerNames(reading, owner, place),
    descriptors: readTexts(reading, owner, place, 'descriptors'),
  };
}

function readMisnomers(reading: Reading, owner: Members, place: Place): readonly Misnomer[] {
  return listOf(reading, owner, place, 'misnomers').flatMap(([value, at]) => {
    if (typeof value === 'string' && value.trim() !== '') return [{ text: value.trim() }];
    if (!isMembers(value)) {
      reading.report(`A misnomer must be a text or { "text", "correct" }, not ${describe(value)}.`, at);
      return [];
    }
    checkMembers(reading, value, at, MISNOMER_MEMBERS);
    const text = requireText(reading, value, at, 'text');
    const correct = readText(reading, value, at, 'correct');
    if (text === undefined) return [];
    if (text !== correct) return [{ text, ...optional('correct', correct) }];
    reading.report(`The misnomer “${text}” is corrected to itself.`, at);
    return [];
  });
}

function readFormerNames(reading: Reading, owner: Members, place: Place): readonly FormerName[] {
  return listOf(reading, owner, place, 'formerNames').flatMap(([value, at]) => {
    if (!isMembers(value)) {
      reading.report(`A former name must be { "name", "until" }, not ${describe(value)}.`, at);
      return [];
    }
    checkMembers(reading, value, at, FORMER_NAME_MEMBERS);
    const name = requireText(reading, value, at, 'name');
    const untilText = readText(reading, value, at, 'until');
    const until = readDaysAt(reading, untilText, at, 'until')?.from;
    const sources = readTexts(reading, value, at, 'source', 'or-one');
    if (name === undefined) return [];
    return [{ name, ...optional('until', until), ...optional('untilText', untilText), sources }];
  });
}

function listOf(
  reading: Reading,
  owner: Members,
  place: Place,
  key: string,
): readonly (readonly [unknown, Place])[] {
  const value = owner[key];
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.map((item: unknown, index) => [item, [...place, key, index]] as const);
  reading.report(`“${key}” must be a list in brackets, not ${nameOf(value)}.`, [...place, key]);
  return [];
}

function describe(value: unknown): string {
  return value === '' || (typeof value === 'string' && value.trim() === '') ? 'an empty text' : nameOf(value);
}

/** `{ [key]: value }` to spread, or nothing where there is no value. */
export function optional<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]: V } | undefined {
  return value === undefined ? undefined : ({ [key]: value } as { readonly [P in K]: V });
}
