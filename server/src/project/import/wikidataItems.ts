import { isMembers, type Members } from '../../facts/reading.ts';
import type { Rejected } from './imported.ts';

/** An item of Wikidata, as `Special:EntityData/Q1.json`, `wbgetentities` or a dump has it. */
export interface Item {
  readonly id: string;
  readonly labels: Members;
  readonly aliases: Members;
  readonly claims: Members;
  /** The day of its last change; empty where it is not given. */
  readonly modified: string;
}

/** One statement (“claim”) about an item. */
export interface Statement {
  /** `Q9, P169, statement 2`. */
  readonly place: string;
  /** Undefined where the value is unknown, or there is said to be none. */
  readonly value: unknown;
  readonly rank: string;
  /** The values of a qualifier. */
  qualifiers(property: string): readonly unknown[];
  readonly references: readonly Members[];
}

/** Reads the items of a file; a dump has one a line, and a line that is broken costs that item. */
export function* readItems(text: string): Generator<Item | Rejected> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    yield* readDump(text, error instanceof Error ? error.message : String(error));
    return;
  }
  yield* itemsIn(json);
}

function* itemsIn(json: unknown): Generator<Item | Rejected> {
  if (Array.isArray(json)) for (const it of json) yield* itemsIn(it);
  else if (isMembers(json) && isMembers(json.entities))
    for (const it of Object.values(json.entities)) yield* itemsIn(it);
  else {
    const item = toItem(json);
    yield item ?? { kind: 'rejected', message: 'There is something here that is no item of Wikidata.' };
  }
}

/** A text that is no JSON as a whole: a dump, or else a download that broke off. */
function* readDump(text: string, reason: string): Generator<Item | Rejected> {
  const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  if (!lines.some((line) => line.startsWith('{"') && line.endsWith('}'))) {
    const message = `The file is no whole JSON: the download may have broken off (${reason}).`;
    yield { kind: 'rejected', message, lost: 'all' };
    return;
  }
  for (const [index, line] of lines.entries()) {
    if (line === '' || line === '[' || line === ']') continue;
    try {
      yield* itemsIn(JSON.parse(line));
    } catch {
      // V8's own word names an offset in the line, which helps nobody.
      const isLast = index === lines.length - 1;
      const message = isLast
        ? 'The line is cut short: the download may have broken off.'
        : 'The line is no JSON.';
      yield { kind: 'rejected', message, line: index + 1, ...(isLast && { lost: 'rest' as const }) };
    }
  }
}

function toItem(json: unknown): Item | undefined {
  if (!isMembers(json) || typeof json.id !== 'string' || !/^Q\d+$/.test(json.id)) return undefined;
  const members = (key: string) => (isMembers(json[key]) ? (json[key] as Members) : {});
  const modified = typeof json.modified === 'string' ? json.modified.slice(0, 10) : '';
  return {
    id: json.id,
    labels: members('labels'),
    aliases: members('aliases'),
    claims: members('claims'),
    modified,
  };
}

/** Languages of labels and names that copy in English can use: English, and what Wikidata has for all languages. */
const ENGLISH = ['en', 'mul', 'en-gb', 'en-us', 'en-ca'] as const;

/** An item's name in English; undefined where it has none. */
export function labelOf({ labels }: Item): string | undefined {
  return ENGLISH.map((language) => textOf(labels[language])).find((it) => it !== undefined);
}

/** An item's further names in English. */
export function aliasesOf({ aliases }: Item): readonly string[] {
  const all = ENGLISH.flatMap((language) => {
    const list = aliases[language];
    return Array.isArray(list) ? list.flatMap((it) => textOf(it) ?? []) : [];
  });
  return [...new Set(all)];
}

function textOf(value: unknown): string | undefined {
  const text = isMembers(value) ? value.value : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** The statements about one property that count: none that is deprecated, and where one is preferred, none that is not but those of the past. */
export function statementsOf({ id, claims }: Item, property: string): readonly Statement[] {
  const list = claims[property];
  const all = (Array.isArray(list) ? list : []).flatMap((claim: unknown, index) =>
    isMembers(claim) ? [toStatement(claim, `${id}, ${property}, statement ${index + 1}`)] : [],
  );
  const live = all.filter(({ rank }) => rank !== 'deprecated');
  if (!live.some(({ rank }) => rank === 'preferred')) return live;
  return live.filter(
    (it) => it.rank === 'preferred' || it.qualifiers('P582').length > 0 || it.qualifiers('P585').length > 0,
  );
}

function toStatement(claim: Members, place: string): Statement {
  const { qualifiers, references, rank } = claim;
  return {
    place,
    value: snakValue(claim.mainsnak),
    rank: typeof rank === 'string' ? rank : 'normal',
    qualifiers: (property) => valuesOf(qualifiers, property),
    references: Array.isArray(references) ? references.filter(isMembers) : [],
  };
}

/** The values of a property among snaks (qualifiers, parts of a reference). */
export function valuesOf(snaks: unknown, property: string): readonly unknown[] {
  const list = isMembers(snaks) ? snaks[property] : undefined;
  return (Array.isArray(list) ? list : []).map(snakValue).filter((it) => it !== undefined);
}

function snakValue(snak: unknown): unknown {
  if (!isMembers(snak) || snak.snaktype !== 'value' || !isMembers(snak.datavalue)) return undefined;
  return snak.datavalue.value;
}
