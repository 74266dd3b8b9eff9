import { isKnownName, isOrdinaryWord } from '../../mentions/vocabulary.ts';
import { filled, type Imported, toId } from './imported.ts';
import { correctFormsOf, type Known } from './known.ts';
import {
  readFounders,
  readHeadOffice,
  readInception,
  readLeaders,
  readOwnership,
  readWorkforce,
} from './wikidataFacts.ts';
import { aliasesOf, type Item, labelOf, type Statement, statementsOf } from './wikidataItems.ts';
import { createWikidataSources, oneOrMore, type WikidataSources } from './wikidataSources.ts';
import { dateOf, itemIdOf, wordsOf } from './wikidataValues.ts';

/** What the readers of statements share. */
export interface Reading {
  readonly known: Known;
  readonly sources: WikidataSources;
  readonly items: ReadonlyMap<string, Item>;
  /** The id that facts call an item by; undefined where its label is not known. */
  entityId(item: string): string | undefined;
  labelById(item: string): string | undefined;
}

/** Turns items into entities and facts; of the items that their statements refer to, the names must be among them. */
export function* importItems(items: readonly Item[], known: Known): Generator<Imported> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const labelById = (id: string) => {
    const item = byId.get(id);
    return item && labelOf(item);
  };
  const ids = new Map<string, string>();
  const sources = createWikidataSources(known, labelById);
  const entityId = (id: string) => {
    const label = labelById(id);
    if (label === undefined) return undefined;
    const there = ids.get(id) ?? known.entityOf(label)?.id ?? freeId(label, id, ids);
    ids.set(id, there);
    return there;
  };
  const reading: Reading = { known, sources, items: byId, labelById, entityId };
  const subjects = items.filter(({ claims }) => SUBJECTS.some((property) => property in claims));
  const used = new Set<string>();
  const facts: Imported[] = [];
  for (const item of subjects) {
    if (labelOf(item) === undefined) {
      yield { kind: 'rejected', place: item.id, message: 'The item has no label in English.' };
      continue;
    }
    used.add(item.id);
    facts.push(...factsOf(item, reading));
  }
  for (const it of facts)
    if (it.kind === 'fact') for (const id of [it.entry.subject, it.entry.object]) use(id);
  for (const id of used) yield* entityOf(byId.get(id)!, reading);
  yield* sources.used();
  yield* facts;

  function use(id: unknown): void {
    for (const [item, entity] of ids) if (entity === id) used.add(item);
  }
}

/** Only what something is said of is a subject: other items are there for their labels. */
const SUBJECTS = ['P1448', 'P571', 'P112', 'P159', 'P169', 'P1128', 'P127', 'P1830'] as const;

function freeId(label: string, item: string, ids: ReadonlyMap<string, string>): string {
  const id = toId(label);
  return [...ids.values()].includes(id) ? toId(`${label} ${item}`) : id;
}

function* factsOf(item: Item, reading: Reading): Generator<Imported> {
  for (const read of [
    readInception,
    readFounders,
    readHeadOffice,
    readLeaders,
    readWorkforce,
    readOwnership,
  ]) {
    yield* read(item, reading);
  }
}

function* entityOf(item: Item, { known, sources, entityId }: Reading): Generator<Imported> {
  const name = labelOf(item)!;
  const id = entityId(item.id)!;
  const { legalName, former, statement } = officialNames(item);
  const aliases = aliasesOf(item).filter((it) => it !== name && it !== legalName);
  const isPerson = typeOf(item) === 'person';
  const isPlain = (alias: string) =>
    !isPerson && !alias.includes(' ') && (isOrdinaryWord(alias) || isKnownName(alias));
  const there = known.entityOf(name);
  if (there?.id === id) {
    const forms = new Set(correctFormsOf(there));
    const fresh = aliases.filter((it) => !forms.has(it) && known.ownerOf(it) === undefined);
    const entry = filled({ aliases: fresh.filter((it) => !isPlain(it)), ambiguous: fresh.filter(isPlain) });
    if (Object.keys(entry).length > 0) yield { kind: 'extend', id, entry };
    return;
  }
  const plain = [name, ...aliases].filter(isPlain);
  const source = oneOrMore(sources.of(item, statement));
  const names = filled({
    legalName: legalName === name ? undefined : legalName,
    aliases: aliases.filter((it) => !isPlain(it)),
    ambiguous: plain,
    formerNames: former,
  });
  yield { kind: 'entity', id, entry: { type: typeOf(item), name, ...names, source } };
}

interface OfficialNames {
  readonly legalName?: string;
  readonly statement?: Statement;
  readonly former: readonly { readonly name: string; readonly until?: string }[];
}

/** P1448: the one without an end is the legal name, those with one are former names. */
function officialNames(item: Item): OfficialNames {
  let current: { readonly legalName: string; readonly statement: Statement } | undefined;
  const former: { name: string; until?: string }[] = [];
  for (const statement of statementsOf(item, 'P1448')) {
    const words = wordsOf(statement.value);
    if (!words || !/^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}]+$/u.test(words.text)) continue;
    const [end] = statement.qualifiers('P582');
    const until = dateOf(end);
    if (end !== undefined) former.push({ name: words.text, ...(until !== undefined && { until }) });
    else if (!current || words.language === 'en') current = { legalName: words.text, statement };
  }
  return {
    ...current,
    former: former.filter(({ name, until }) => until !== undefined && name !== current?.legalName),
  };
}

/** Classes (P31) that decide what an entity is: business, company, enterprise, public company, automobile manufacturer, airline, bank. */
const TYPES: Readonly<Record<string, string>> = {
  Q5: 'person',
  Q4830453: 'company',
  Q783794: 'company',
  Q6881511: 'company',
  Q891723: 'company',
  Q786820: 'company',
  Q46970: 'company',
  Q22687: 'company',
  Q43229: 'organization',
  Q163740: 'organization',
  Q327333: 'agency',
  Q515: 'place',
  Q6256: 'place',
};

/** By its classes; else what has a chief executive, employees or an owner is a company. */
function typeOf(item: Item): string {
  const classes = statementsOf(item, 'P31').flatMap(({ value }) => itemIdOf(value) ?? []);
  const known = classes.map((it) => TYPES[it]).find((it) => it !== undefined);
  if (known !== undefined) return known;
  return ['P169', 'P1128', 'P127'].some((property) => property in item.claims) ? 'company' : 'other';
}
