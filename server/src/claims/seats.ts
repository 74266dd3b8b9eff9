import type { Span } from '../text/span.ts';
import { type DraftView, entitiesOf, type Item, isPossessive, type SentenceView } from './view.ts';

/** A place said to be somebody's seat: «the Vaasa-based company», «Nissan, based in Yokohama», «the brewer from Aalborg». */
export interface Seat {
  readonly span: Span;
  readonly name: string;
  readonly entities: readonly string[];
  /** The words say so without a doubt; else only a town that the facts know can be a wrong one. */
  readonly tight: boolean;
}

/** Words that speak of a seat. */
const SEAT_WORDS = /based|headquarter|head office|\bseat\b/;
/** What follows a name, or what stands for one, that comes from somewhere: «of Niigata», «, a young company from Delft». */
const ORIGIN = /(?:,?\s+(?:of|from)|,\s+(?:an?|the)\s+\S+(?:\s\S+)?\s+from)\s+\p{Lu}/uy;

/** The blocks in which somebody may be said to have a seat somewhere; all others are never read. */
export function blocksWithSeats({ draft, mentions, blockAt }: DraftView): readonly number[] {
  const { blocks, text } = draft.prose;
  const found = new Set<number>();
  for (const [index, { span }] of blocks.entries())
    if (SEAT_WORDS.test(text.slice(span.start, span.end))) found.add(index);
  for (const { span } of [...mentions.entities, ...mentions.references]) {
    ORIGIN.lastIndex = span.end;
    if (ORIGIN.test(text)) found.add(blockAt(span.start));
  }
  return [...found].filter((index) => index >= 0).sort((a, b) => a - b);
}

/** The places that a sentence gives as somebody's seat. */
export function* seatsIn({ items }: SentenceView, text: string): Iterable<Seat> {
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'word' || isDenied(items, at)) continue;
    if (item.lower === 'in') yield* seatBehind(items, at, text);
    else if (item.lower === 'of' || item.lower === 'from') yield* originOf(items, at, text);
    else if (item.lower === 'where' || item.lower === 'at') yield* seatBefore(items, at, text);
    else if (COMPOUND.test(item.lower)) yield* compoundSeat(items, at, text);
  }
}

/** «is not based in», «no longer has its headquarters in», «was once based in». */
function isDenied(items: readonly Item[], at: number): boolean {
  return items
    .slice(Math.max(0, at - 10), at)
    .some(({ lower }) => NOT_NOW.has(lower) || lower.endsWith("n't"));
}

const NOT_NOW = new Set([
  'not',
  'no',
  'never',
  'once',
  'formerly',
  'originally',
  'previously',
  'until',
  'longer',
  'will',
  'would',
  'may',
  'might',
  'could',
]);

/** «Vaasa-based», «Vaasa-headquartered» */
const COMPOUND = /-(?:based|headquartered)$/;

function* compoundSeat(items: readonly Item[], at: number, text: string): Iterable<Seat> {
  const { start, end } = items[at]!.span;
  if (!/\p{Lu}/u.test(text[start]!)) return;
  const span = { start: townStart(items, at, text), end: end - COMPOUND.exec(items[at]!.lower)![0].length };
  yield {
    span,
    name: text.slice(span.start, span.end),
    entities: namedAfter(items, at + 1),
    tight: true,
  };
}

/** «Los Gatos-based»: capitalised words right before belong to the town; an article does not. */
function townStart(items: readonly Item[], at: number, text: string): number {
  let first = at;
  while (first > 0 && first > at - 2) {
    const before = items[first - 1]!;
    if (before.kind !== 'word' || !isCapital(before, text) || ARTICLES.has(before.lower)) break;
    first -= 1;
  }
  return items[first]!.span.start;
}

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'this', 'in', 'at', 'and', 'but', 'for', 'by', 'of']);

function namedAfter(items: readonly Item[], start: number): readonly string[] {
  for (let at = start; at <= start + 2; at += 1) {
    const named = entitiesOf(items[at]);
    if (named.length > 0) return named;
  }
  // «the Vaasa-based company»: the whole descriptor may be one reference that holds the place.
  const around = items.slice(Math.max(0, start - 3), start).find((item) => item.kind === 'reference');
  return around === undefined ? appositionBefore(items, start) : entitiesOf(around);
}

const BASED = new Set(['based', 'headquartered']);
/** Between a name and «based»: nothing but what makes a relative clause. */
const LINKS = new Set([
  ',',
  '(',
  'which',
  'that',
  'who',
  'is',
  'are',
  'was',
  'has',
  'been',
  'and',
  'also',
  'now',
  'still',
]);
/** Between a head office and «in»: «its headquarters are in». */
const STANDS = new Set(['is', 'are', 'stands', 'remains', 'stays', 'lies', 'here']);
/** What may stand before «headquarters» without making them a part's: «its new global headquarters». */
const WHOLE = new Set([
  'new',
  'global',
  'corporate',
  'own',
  'main',
  'world',
  'group',
  'shiny',
  'registered',
  'legal',
]);

/** «based in T», «has its headquarters in T», «from its head office in T». */
function* seatBehind(items: readonly Item[], at: number, text: string): Iterable<Seat> {
  const town = readTown(items, at + 1, text);
  if (town === undefined) return;
  if (BASED.has(items[at - 1]?.lower ?? '')) {
    const entities = basedBefore(items, at - 2);
    const sure = entities.length > 0 ? entities : onlySubject(items, at);
    yield sure.length > 0
      ? { ...town, entities: sure, tight: true }
      : { ...town, entities: nearestBefore(items, at), tight: false };
    return;
  }
  const office = officeBefore(items, STANDS.has(items[at - 1]?.lower ?? '') ? at - 2 : at - 1);
  const owner = office === undefined ? undefined : ownerBefore(items, office);
  if (owner === undefined) return;
  yield owner.length > 0
    ? { ...town, entities: owner, tight: true }
    : { ...town, entities: nearestBefore(items, at), tight: false };
}

/** Whoever stands right before «based», past what links the two. */
function basedBefore(items: readonly Item[], last: number): readonly string[] {
  let at = last;
  while (at >= 0 && at > last - 4 && LINKS.has(items[at]!.lower)) at -= 1;
  // «Carrow Bank lent to Velmora and is based in London»: behind an «and» the verb goes on about the name that opened the sentence.
  if (isPossessive(items[at]) || (at > 0 && items[at + 1]?.lower === 'and')) return [];
  return entitiesOf(items[at]);
}

/** The first item of «headquarters», «head office», «registered seat» that ends at an item; undefined for other words. */
function officeBefore(items: readonly Item[], last: number): number | undefined {
  const lower = items[last]?.lower;
  if (lower === 'headquarters' || lower === 'seat' || lower === 'hq') return last;
  return lower === 'office' && items[last - 1]?.lower === 'head' ? last - 1 : undefined;
}

/**
 * Whose head office it is: «its headquarters», «Lumipuro's new head office»; empty where the words leave it open («with
 * headquarters»), undefined where it is that of a part («its European headquarters»).
 */
function ownerBefore(items: readonly Item[], office: number): readonly string[] | undefined {
  let at = office - 1;
  while (at >= 0 && WHOLE.has(items[at]!.lower)) at -= 1;
  const before = items[at];
  if (isPossessive(before)) return entitiesOf(before);
  return before === undefined || before.kind === 'punct' || OPEN.has(before.lower) ? [] : undefined;
}

const OPEN = new Set(['the', 'with', 'has', 'have', 'from', 'at', 'and', 'whose', 'where']);

/** «X was founded in 1974 and is based in T»: the verb goes on about the name that opens the sentence, the only one in it. */
function onlySubject(items: readonly Item[], at: number): readonly string[] {
  const verb = items[at - 2]?.lower;
  if ((verb !== 'is' && verb !== 'was') || items[at - 3]?.lower !== 'and') return [];
  const named = items.slice(0, at).filter((item) => entitiesOf(item).length > 0);
  const [first] = items;
  const isOne = named.length === 1 && named[0] === first && first?.kind === 'entity';
  return isOne && !isPossessive(first) ? entitiesOf(first) : [];
}

function nearestBefore(items: readonly Item[], at: number): readonly string[] {
  for (let before = at - 1; before >= Math.max(0, at - 6); before -= 1) {
    const named = entitiesOf(items[before]);
    if (named.length > 0) return named;
  }
  return [];
}

/** «in T, where the line has its headquarters», «in T, at its head office». */
function* seatBefore(items: readonly Item[], at: number, text: string): Iterable<Seat> {
  const end = items[at - 1]?.lower === ',' ? at - 1 : at;
  const start = runBefore(items, end, text);
  if (start === end || items[start - 1]?.lower !== 'in' || isDenied(items, at + 7)) return;
  const office = [1, 2, 3, 4, 5, 6]
    .map((step) => at + step)
    .find((last) => officeBefore(items, last) !== undefined);
  if (office === undefined) return;
  const owner = ownerBefore(items, officeBefore(items, office)!) ?? [];
  const entities = owner.length > 0 ? owner : entitiesOf(items[at + 1]);
  if (entities.length === 0) return;
  const span = { start: items[start]!.span.start, end: items[end - 1]!.span.end };
  yield { span, name: text.slice(span.start, span.end), entities, tight: true };
}

/** The first of up to three capitalised words that end before an item. */
function runBefore(items: readonly Item[], end: number, text: string): number {
  let start = end;
  while (
    start > Math.max(0, end - 3) &&
    isCapital(items[start - 1], text) &&
    !ARTICLES.has(items[start - 1]!.lower)
  )
    start -= 1;
  return start;
}

/** «Kurogane Denki of Niigata», «the brewer from Aalborg», «GreenWake, a young company from Delft». */
function* originOf(items: readonly Item[], at: number, text: string): Iterable<Seat> {
  const before = items[at - 1];
  const town = readTown(items, at + 1, text);
  if (before === undefined || town === undefined || isPossessive(before)) return;
  if (before.lower === ',' && items[at]!.lower === 'of') return yield* apposedOrigin(items, at, town, text);
  const isFrom = items[at]!.lower === 'from';
  if (before.kind === 'entity') {
    // «ships vans from Lyon»: from there is a way; of there is a seat, where nothing but the town follows.
    if (!isFrom) yield { ...town, entities: entitiesOf(before), tight: before.mention.form === 'correct' };
    return;
  }
  const entities = before.kind === 'reference' ? entitiesOf(before) : appositionBefore(items, at - 1);
  if (isFrom && entities.length > 0) yield { ...town, entities, tight: true };
}

/** «Brightwire, of Columbus, Ohio,»: right behind the name; the region behind the comma says that it is a town. */
function* apposedOrigin(
  items: readonly Item[],
  at: number,
  town: { readonly span: Span; readonly name: string },
  text: string,
): Iterable<Seat> {
  const named = items[at - 2];
  const comma = items.findIndex(({ span }) => town.span.end <= span.start);
  if (named?.kind !== 'entity' || isPossessive(named) || items[comma]?.lower !== ',') return;
  yield { ...town, entities: entitiesOf(named), tight: isCapital(items[comma + 1], text) };
}

/** «S, a young company»: the name before the comma and the article that opens what stands right before (or at) `last`. */
function appositionBefore(items: readonly Item[], last: number): readonly string[] {
  if (items[last]?.kind !== 'word') return [];
  for (let at = last - 1; at > Math.max(1, last - 4); at -= 1) {
    const { lower, kind } = items[at]!;
    if (kind !== 'word') return [];
    if (lower === 'a' || lower === 'an' || lower === 'the')
      return items[at - 1]!.lower === ',' ? entitiesOf(items[at - 2]) : [];
  }
  return [];
}

/** Words in small letters inside the names of towns: «Frankfurt am Main», «Rio de Janeiro». */
const INNER = new Set(['am', 'an', 'de', 'del', 'la', 'sur', 'upon', 'der']);

function readTown(
  items: readonly Item[],
  start: number,
  text: string,
): { span: Span; name: string } | undefined {
  let end = start;
  while (end < start + 4) {
    const item = items[end];
    if (item?.kind !== 'word') break;
    if (isCapital(item, text) && !DAYS.has(item.lower)) end += 1;
    else if (end > start && INNER.has(item.lower) && isCapital(items[end + 1], text)) end += 2;
    else break;
  }
  if (end === start) return undefined;
  const span = { start: items[start]!.span.start, end: items[end - 1]!.span.end };
  return { span, name: text.slice(span.start, span.end).replace(/\s+/g, ' ') };
}

const DAYS = new Set(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

function isCapital(item: Item | undefined, text: string): boolean {
  return item !== undefined && item.kind === 'word' && /\p{Lu}/u.test(text[item.span.start]!);
}
