import type { Entity, EntityType, FactBase } from '../facts/facts.ts';
import { ADJECTIVES } from './nationality.ts';

/** What the entities of a draft can be called without their names. */
export interface Descriptors {
  /** Whole descriptors («japanese carmaker») to entity ids. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** Head nouns («carmaker», «food group») to entity ids. */
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  /** The last words of all of these. */
  readonly heads: ReadonlySet<string>;
  /** By entity id: what may stand before its noun («japanese», «turin-based»). */
  readonly modifiers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What everything of a type is called. */
const GENERIC: Readonly<Partial<Record<EntityType, readonly string[]>>> = {
  company: ['company', 'firm', 'group', 'business', 'manufacturer', 'maker'],
  organization: ['organization', 'organisation', 'body', 'group'],
  agency: ['agency', 'body', 'regulator', 'watchdog'],
  alliance: ['alliance', 'partnership', 'tie-up'],
};

const SYNONYMS: readonly (readonly string[])[] = [
  ['carmaker', 'automaker', 'car maker', 'auto maker', 'car company', 'auto group'],
  ['airline', 'carrier'],
  ['chipmaker', 'chip maker', 'semiconductor maker'],
  ['truckmaker', 'truck maker'],
  ['broadcaster', 'channel', 'network'],
  ['supermarket chain', 'supermarket', 'grocer', 'retailer'],
  ['newspaper', 'daily', 'paper'],
  ['drugmaker', 'drug maker', 'pharmaceutical company'],
  ['lender', 'bank'],
];

/** Last words of names that are said alone: «the council», «the airport». */
const INSTITUTIONS = new Set(
  (
    'airport alliance association authority bank board bureau commission committee council court exchange federation foundry ' +
    'foundation fund guild institute ministry office trust union university'
  ).split(' '),
);

/** What one firm is to another; means somebody only behind a word that tells whom («its French shareholder», «the Omaha brand»). */
const RELATIONAL = new Set(
  (
    'affiliate ally arm bidder brand buyer concern customer friend giant investor neighbour neighbor owner parent partner peer ' +
    'player rival seller shareholder side subsidiary supplier unit'
  ).split(' '),
);

/** Says nothing of who is meant: «the 24-year-old alliance», «the embattled carmaker». */
const NEUTRAL =
  /^(?:[\p{L}\p{N}-]+-(?:year|decade|month|week)s?(?:-old)?|\d+|years?|decades?|old|embattled|troubled|ailing|struggling|loss-making|listed|family-owned|state-owned|privately-owned|world-famous|venerable)$/u;

/** What one entity can be called. */
interface Called {
  readonly phrases: readonly string[];
  readonly nouns: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
}

/** Kept as long as the entity, which never changes: taken apart once, not once a draft. */
const called = new WeakMap<Entity, Called>();

function calledOf(entity: Entity): Called {
  const known = called.get(entity);
  if (known !== undefined) return known;
  const phrases = entity.descriptors.map((phrase) => phrase.toLowerCase().replace(/^(?:the|a|an) /, ''));
  const made = { phrases, nouns: nounsOf(entity, phrases), modifiers: modifiersOf(entity, phrases) };
  called.set(entity, made);
  return made;
}

/** Collects what these entities can be called. */
export function describe(entities: Iterable<Entity>): Descriptors {
  const exact = new Map<string, string[]>();
  const nouns = new Map<string, string[]>();
  const modifiers = new Map<string, ReadonlySet<string>>();
  for (const entity of entities) {
    const own = calledOf(entity);
    for (const phrase of own.phrases) put(exact, phrase, entity.id);
    for (const noun of own.nouns) put(nouns, noun, entity.id);
    modifiers.set(entity.id, own.modifiers);
  }
  const heads = new Set(
    [...exact.keys(), ...nouns.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
  );
  return { exact, nouns, modifiers, heads };
}

/** An alliance, and the words of its name that may be its members' names. */
interface Alliance {
  readonly entity: Entity;
  readonly parts: readonly string[];
}

/** Kept as long as the fact base: few of its entities are alliances, and a draft is read faster than all their names. */
const alliances = new WeakMap<FactBase, readonly Alliance[]>();

function alliancesOf(facts: FactBase): readonly Alliance[] {
  const known = alliances.get(facts);
  if (known !== undefined) return known;
  const made = [...facts.held.values()]
    .filter(({ type }) => type === 'alliance')
    .map((entity) => ({ entity, parts: entity.name.split(/[-–\s]/) }));
  alliances.set(facts, made);
  return made;
}

/**
 * Entities that a draft may mean without naming them: an alliance two of whose members it names.
 */
export function impliedBy(facts: FactBase, named: ReadonlySet<string>): readonly Entity[] {
  const names = new Set([...named].flatMap((id) => facts.entities.get(id)?.name ?? []));
  return alliancesOf(facts)
    .filter(
      ({ entity, parts }) => !named.has(entity.id) && parts.filter((part) => names.has(part)).length >= 2,
    )
    .map(({ entity }) => entity);
}

function nounsOf({ type, name }: Entity, phrases: readonly string[]): ReadonlySet<string> {
  const nouns = new Set(GENERIC[type] ?? []);
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    nouns.add(words.at(-1)!);
    if (words.length > 2) nouns.add(words.slice(-2).join(' '));
  }
  const last = name.toLowerCase().split(' ').at(-1)!;
  if (name.includes(' ') && INSTITUTIONS.has(last)) nouns.add(last);
  for (const group of SYNONYMS)
    if (group.some((noun) => nouns.has(noun))) for (const noun of group) nouns.add(noun);
  return nouns;
}

function modifiersOf(entity: Entity, phrases: readonly string[]): ReadonlySet<string> {
  const words = new Set(ADJECTIVES[entity.country?.toUpperCase() ?? ''] ?? []);
  for (const word of [...words]) if (word.includes('-')) for (const part of word.split('-')) words.add(part);
  const town = entity.headquarters?.toLowerCase();
  if (town !== undefined)
    for (const part of [`${town}-based`, ...town.split(' '), `${town.split(' ').at(-1)}-based`])
      words.add(part);
  for (const phrase of phrases) for (const word of phrase.split(' ').slice(0, -1)) words.add(word);
  return words;
}

function put(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
}

/** Who can be meant by these words (in small letters, without an article); empty for nobody. */
export function whoIs(
  { exact, nouns, modifiers, heads }: Descriptors,
  words: readonly string[],
): readonly string[] {
  // «The» stands before all sorts of words; their last tells at once that nearly all of them are nobody.
  const last = words.at(-1)!;
  if (!heads.has(last) && !RELATIONAL.has(last)) return [];
  const whole = exact.get(words.join(' '));
  if (whole !== undefined && words.length > 1) return whole;
  for (let size = Math.min(2, words.length); size >= 1; size--) {
    const rest = words.slice(0, words.length - size);
    const fitting = (nouns.get(words.slice(-size).join(' ')) ?? []).filter((id) =>
      rest.every((word) => NEUTRAL.test(word) || modifiers.get(id)!.has(word)),
    );
    if (fitting.length > 0) return fitting;
  }
  return whole ?? relationOf(modifiers, words);
}

function relationOf(modifiers: Descriptors['modifiers'], words: readonly string[]): readonly string[] {
  const rest = words.slice(0, -1);
  if (!RELATIONAL.has(words.at(-1)!) || rest.every((word) => NEUTRAL.test(word))) return [];
  return [...modifiers]
    .filter(([, known]) => rest.every((word) => NEUTRAL.test(word) || known.has(word)))
    .map(([id]) => id);
}

/** Who is meant by the people of a country («the Germans», «the French held»): the firms of that country. */
export function whoAreThe(
  facts: ReadonlyMap<string, Entity>,
  ids: Iterable<string>,
  word: string,
): readonly string[] {
  return [...ids].filter((id) => {
    const entity = facts.get(id);
    if (entity?.type !== 'company') return false;
    const adjectives = ADJECTIVES[entity.country?.toUpperCase() ?? ''] ?? [];
    if (PEOPLES[entity.country?.toUpperCase() ?? ''] === word) return true;
    return adjectives.some(
      (adjective) => word === `${adjective}s` || (word === adjective && SIBILANT.test(adjective)),
    );
  });
}

/** Answers `whoAreThe` for one draft: it says «the company» again and again, and its entities are gone through once a word. */
export function peopleFinder(
  facts: ReadonlyMap<string, Entity>,
  named: ReadonlySet<string>,
): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const who = known.get(word) ?? whoAreThe(facts, named, word);
    known.set(word, who);
    return who;
  };
}

/** Peoples whose name is not the adjective with an «s». */
const PEOPLES: Readonly<Record<string, string>> = {
  DK: 'danes',
  SE: 'swedes',
  FI: 'finns',
  PL: 'poles',
  ES: 'spaniards',
  TR: 'turks',
  GB: 'britons',
  NL: 'dutch',
  IS: 'icelanders',
};

/** Peoples without a plural «s»: the French, the Japanese, the Swiss. */
const SIBILANT = /(?:ch|sh|ese|ss)$/;
