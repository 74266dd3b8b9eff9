import type { EntityMention, Mentions, Reference } from '../mentions/mention.ts';
import { clausesOf } from '../text/clauses.ts';
import type { Draft } from '../text/draft.ts';
import type { Block } from '../text/prose.ts';
import { quotationsOf } from '../text/quotations.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import type { Stated } from '../values/kind.ts';
import { stemOf } from './stems.ts';

/** A word, a mark of punctuation, or a whole mention: the unit that patterns of roles and cues are read in. */
export type Item =
  | { readonly kind: 'word' | 'punct'; readonly span: Span; readonly lower: string; readonly stem: string }
  | {
      readonly kind: 'entity';
      readonly span: Span;
      readonly lower: string;
      readonly stem: string;
      readonly mention: EntityMention;
    }
  | {
      readonly kind: 'reference';
      readonly span: Span;
      readonly lower: string;
      readonly stem: string;
      readonly mention: Reference;
    }
  | {
      readonly kind: 'value';
      readonly span: Span;
      readonly lower: string;
      readonly stem: string;
      readonly stated: Stated;
    };

/** A sentence as a row of items, with its clauses. Spans count in the prose; ranges of items are half-open indexes. */
export interface SentenceView {
  readonly span: Span;
  readonly block: Block;
  readonly blockIndex: number;
  readonly items: readonly Item[];
  /** The places of the items that name somebody or point back to somebody, in order. */
  readonly named: readonly number[];
  /** For each item, the number of its clause. */
  readonly clauseOf: readonly number[];
  readonly quotations: readonly Span[];
}

/** A block's sentences, made when first asked for. */
export interface DraftView {
  readonly draft: Draft;
  readonly mentions: Mentions;
  sentencesOfBlock(block: number): readonly SentenceView[];
  /** All entities that the draft names. */
  entities(): ReadonlySet<string>;
  /** The entity that the draft speaks of most, if it is named clearly more often than any other; else that of its title. */
  main(): string | undefined;
  /** Index of the block that holds a prose offset; -1 between blocks. */
  blockAt(offset: number): number;
}

/** Views of a draft's sentences, made lazily: most sentences hold nothing that a fact could decide. */
export function viewDraft(draft: Draft, mentions: Mentions): DraftView {
  const made = new Map<number, readonly SentenceView[]>();
  const { blocks } = draft.prose;
  let main: { readonly entity: string | undefined } | undefined;
  let entities: ReadonlySet<string> | undefined;
  return {
    entities: () => (entities ??= new Set(mentions.entities.map(({ entity }) => entity))),
    main: () => (main ??= { entity: mainEntity(draft, mentions) }).entity,
    draft,
    mentions,
    blockAt: (offset) => indexOfSpan(blocks, offset),
    sentencesOfBlock(index) {
      let views = made.get(index);
      if (views === undefined) {
        views = viewBlock(draft, mentions, index);
        made.set(index, views);
      }
      return views;
    },
  };
}

/** Most often named or pointed back to, at least twice as often as the next; else the one name in the title. */
function mainEntity({ prose }: Draft, { entities, references }: Mentions): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity } of entities) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  for (const {
    entities: [entity],
  } of references)
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first && first[1] >= 2 * (second?.[1] ?? 0) && first[1] >= 2) return first[0];
  const [title] = prose.blocks;
  const titled = title?.kind === 'heading' ? within(entities, title.span) : [];
  const [only] = titled;
  return titled.every(({ entity }) => entity === only?.entity) ? only?.entity : undefined;
}

function indexOfSpan(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = blocks[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (span.end <= offset) low = middle + 1;
    else return middle;
  }
  return -1;
}

function viewBlock(draft: Draft, mentions: Mentions, blockIndex: number): readonly SentenceView[] {
  const { text, blocks } = draft.prose;
  const block = blocks[blockIndex]!;
  const quotations = quotationsOf(text, block.span);
  return sentencesOf(text, block.span).map((span) => {
    const items = itemsOf(text, mentions, span);
    const clauseOf = clauseNumbers(text, span, items);
    return { span, block, blockIndex, items, named: namedPlaces(items), clauseOf, quotations };
  });
}

/** The places of the items that name somebody or point back to somebody. */
export function namedPlaces(items: readonly Item[]): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const { kind } = items[at]!;
    if (kind === 'entity' || kind === 'reference') places.push(at);
  }
  return places;
}

function clauseNumbers(text: string, sentence: Span, items: readonly Item[]): readonly number[] {
  const clauses = clausesOf(text, sentence);
  let clause = 0;
  return items.map(({ span }) => {
    while (clause + 1 < clauses.length && clauses[clause + 1]!.start <= span.start) clause += 1;
    return clause;
  });
}

/** A word with inner apostrophes, hyphens and dots; or one other character that is no space. */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.&-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[^\s\p{L}\p{N}]/gu;

/** The items of a stretch of prose; mentions come whole, the words of a hedge belong to their value. */
export function itemsOf(text: string, mentions: Mentions, span: Span): readonly Item[] {
  const wholes = [...wholeItems(text, mentions, span)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
  const items: Item[] = [];
  let from = span.start;
  for (const item of wholes) {
    if (item.span.start < from) continue;
    pushWords(items, text, from, item.span.start);
    items.push(item);
    from = item.span.end + possessiveLength(text, item);
  }
  pushWords(items, text, from, span.end);
  return items;
}

/** The length of the «'s» behind a possessive name: it belongs to the name's item, not to the words. */
function possessiveLength(text: string, item: Item): number {
  if ((item.kind !== 'entity' && item.kind !== 'reference') || !item.mention.possessive) return 0;
  const { end } = item.span;
  if (text[end] !== "'" && text[end] !== '’') return 0;
  return text[end + 1] === 's' || text[end + 1] === 'S' ? 2 : 1;
}

function pushWords(items: Item[], text: string, start: number, end: number): void {
  TOKEN.lastIndex = start;
  for (;;) {
    const match = TOKEN.exec(text);
    if (match === null || end <= match.index) break;
    const stop = Math.min(match.index + match[0].length, end);
    const { kind, lower, stem } = readWord(text.slice(match.index, stop));
    items.push({ kind, span: { start: match.index, end: stop }, lower, stem });
    if (stop === end) break;
  }
}

interface Word {
  readonly kind: 'word' | 'punct';
  readonly lower: string;
  readonly stem: string;
}

const words = new Map<string, Word>();

/** What a token is, kept for the next time: copy says the same words again and again. */
function readWord(raw: string): Word {
  const known = words.get(raw);
  if (known) return known;
  const lower = raw.toLowerCase().replaceAll('’', "'");
  const kind = /[\p{L}\p{N}]/u.test(raw) ? 'word' : 'punct';
  const word: Word = { kind, lower, stem: kind === 'word' ? stemOf(lower) : lower };
  // A bound, so that odd words cost memory only once; the answer never depends on it.
  if (words.size < 20_000 && raw.length < 40) words.set(raw, word);
  return word;
}

function* wholeItems(text: string, mentions: Mentions, span: Span): Iterable<Item> {
  for (const mention of within(mentions.entities, span)) {
    yield {
      kind: 'entity',
      span: mention.span,
      lower: text.slice(mention.span.start, mention.span.end),
      stem: '',
      mention,
    };
  }
  for (const mention of within(mentions.references, span)) {
    const lower = text.slice(mention.span.start, mention.span.end).toLowerCase();
    const inner = within(mentions.values, mention.span)
      .filter(({ value }) => value.kind !== 'name')
      .at(-1);
    // «the 23-year-old alliance» is a value and a reference: the words behind the value are what points back.
    const rest = inner ? { start: inner.span.end, end: mention.span.end } : mention.span;
    if (rest.start < rest.end) yield { kind: 'reference', span: rest, lower, stem: '', mention };
  }
  for (const stated of within(mentions.values, span)) {
    if (stated.value.kind === 'name') continue;
    const start =
      stated.hedge && stated.hedge.span.end <= stated.span.start
        ? stated.hedge.span.start
        : stated.span.start;
    const whole = { start: Math.max(start, span.start), end: stated.span.end };
    yield {
      kind: 'value',
      span: whole,
      lower: text.slice(whole.start, whole.end).toLowerCase(),
      stem: '',
      stated,
    };
  }
}

/** The mentions (in reading order) that lie within a span, found by halving. */
export function within<M extends { readonly span: Span }>(mentions: readonly M[], span: Span): readonly M[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: M[] = [];
  for (let index = low; index < mentions.length && mentions[index]!.span.start < span.end; index += 1) {
    if (contains(span, mentions[index]!.span)) found.push(mentions[index]!);
  }
  return found;
}

/** The place of the sentence that holds an offset, found by halving; -1 where none does. Long paragraphs have thousands. */
export function sentenceAt(sentences: readonly SentenceView[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = sentences[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (span.end <= offset) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The entity (or, for a reference, the likeliest first) that an item names; empty for any other item. */
export function entitiesOf(item: Item | undefined): readonly string[] {
  if (item?.kind === 'entity') return [item.mention.entity];
  return item?.kind === 'reference' ? item.mention.entities : [];
}

/** Whether an item is a possessive name or pronoun: «Hayase's», «its». */
export function isPossessive(item: Item | undefined): boolean {
  return (item?.kind === 'entity' || item?.kind === 'reference') && item.mention.possessive;
}
