import type { Block } from '../text/prose.ts';
import { contains } from '../text/span.ts';
import type { Stated } from '../values/kind.ts';
import { blockRunsOf } from './blockRuns.ts';
import { type DraftView, entitiesOf, type Item, namedPlaces, type SentenceView, sentenceAt } from './view.ts';

/** A value among the items that say what it is about. */
export interface Placed {
  readonly view: SentenceView;
  readonly index: number;
  /** Sentences around it that may hold the cue: a list's opening line, a table's caption, the heading. Nearest first. */
  readonly around: readonly SentenceView[];
}

/** Finds a value's place; a table cell is read as a row of words: its row's head, its row, its column's head, itself. */
export function placeOf(draft: DraftView, stated: Stated): Placed | undefined {
  const blockIndex = draft.blockAt(stated.span.start);
  if (blockIndex < 0) return undefined;
  const sentences = draft.sentencesOfBlock(blockIndex);
  const view = sentences[sentenceAt(sentences, stated.span.start)];
  if (view === undefined || !contains(view.span, stated.span)) return undefined;
  if (view.block.cell) return placeInTable(draft, view, stated);
  const before = isAnaphoric(view) && isOnlyKind(view, stated) ? sentenceBefore(draft, view) : undefined;
  return withIndex(view, stated, before ? [before] : aroundList(draft, view));
}

/** Whether no figure of another kind stands before it: «that is more than half of its fleet of 62» goes on about nothing. */
export function isOnlyKind({ items }: SentenceView, { span, value }: Stated): boolean {
  return items.every(
    (item) => item.kind !== 'value' || span.start <= item.span.start || item.stated.value.kind === value.kind,
  );
}

/** «It rose to 25%», «That is down from 8%», «Before, it was 9.9%»: a sentence that goes on about the figure of the one before. */
export function isAnaphoric({ items }: SentenceView): boolean {
  const start = afterOpening(items);
  const [first, second] = items.slice(start, start + 2);
  if (first === undefined) return false;
  if (CONTRACTED.has(first.lower)) return second?.kind === 'value' || AT.has(second?.lower ?? '');
  return second?.kind === 'word' && ANAPHORS.has(first.lower) && ANAPHORIC_VERBS.has(second.stem);
}

/** Behind «At Pellister,» (which says whose figure the same thing is) and behind words of time: «Before,», «Since last Monday». */
function afterOpening(items: readonly Item[]): number {
  if (AT.has(items[0]?.lower ?? '') && entitiesOf(items[1]).length > 0 && items[2]?.lower === ',') return 3;
  if (!TIME_OPENERS.has(items[0]?.lower ?? '')) return 0;
  const at = items.findIndex(({ lower }) => ANAPHORS.has(lower) || CONTRACTED.has(lower));
  const isTime = items
    .slice(1, Math.max(at, 1))
    .every((item) => item.lower === ',' || (entitiesOf(item).length === 0 && item.kind !== 'punct'));
  return at > 0 && at <= 5 && isTime ? at : 0;
}

const TIME_OPENERS = new Set([
  'before',
  'since',
  'until',
  'now',
  'today',
  'then',
  'earlier',
  'previously',
  'once',
]);
const CONTRACTED = new Set(["it's", "that's"]);
const AT = new Set(['at', 'in', 'for', 'with']);
const ANAPHORS = new Set(['it', 'that', 'this']);
const ANAPHORIC_VERBS = new Set([
  'be',
  'rise',
  'fall',
  'stand',
  'grow',
  'climb',
  'drop',
  'jump',
  'come',
  'compar',
  'slip',
  'go',
]);

/** The sentence before this one in its block. */
export function sentenceBefore(draft: DraftView, view: SentenceView): SentenceView | undefined {
  const sentences = draft.sentencesOfBlock(view.blockIndex);
  return sentences[sentenceAt(sentences, view.span.start) - 1];
}

function withIndex(view: SentenceView, stated: Stated, around: readonly SentenceView[]): Placed | undefined {
  const index = view.items.findIndex((item) => item.kind === 'value' && item.stated === stated);
  return index < 0 ? undefined : { view, index, around };
}

/** What stands above a list item: the line that opens the list, the items before it, the heading. */
function aroundList(draft: DraftView, { block, blockIndex }: SentenceView): readonly SentenceView[] {
  if (block.kind !== 'list-item') return [];
  const opening = blockRunsOf(draft).first[blockIndex]! - 1;
  const last = opening < 0 ? undefined : draft.sentencesOfBlock(opening).at(-1);
  const heading =
    block.heading === undefined || block.heading === opening ? [] : draft.sentencesOfBlock(block.heading);
  return [...(last ? [last] : []), ...heading];
}

function placeInTable(draft: DraftView, view: SentenceView, stated: Stated): Placed | undefined {
  const { blocks } = draft.draft.prose;
  const cell = view.block.cell!;
  const parts: number[] = [];
  if (cell.rowHead !== undefined) parts.push(cell.rowHead);
  for (let at = view.blockIndex - 1; at >= 0 && sameRow(blocks[at]!, view.block); at -= 1) {
    if (at !== cell.rowHead && !holdsValue(draft, at, stated)) parts.push(at);
  }
  if (cell.columnHead !== undefined) parts.push(cell.columnHead);
  const items: Item[] = [...parts, view.blockIndex].flatMap((at) =>
    draft.sentencesOfBlock(at).flatMap((sentence) => sentence.items),
  );
  const row: SentenceView = { ...view, items, named: namedPlaces(items), clauseOf: items.map(() => 0) };
  return withIndex(row, stated, aroundTable(draft, view));
}

function sameRow(block: Block, { cell }: Block): boolean {
  return block.cell?.table === cell?.table && block.cell?.row === cell?.row;
}

/** Cells with figures of the same kind belong to other columns. */
function holdsValue(draft: DraftView, block: number, { value }: Stated): boolean {
  const isSame = (item: Item) => item.kind === 'value' && item.stated.value.kind === value.kind;
  return draft.sentencesOfBlock(block).some(({ items }) => items.some(isSame));
}

/** Whether a table's rows or columns are headed by known names: then a row of somebody else is not about any of them. */
export function isByName(draft: DraftView, { cell }: Block): boolean {
  if (cell === undefined) return false;
  return blockRunsOf(draft).byName.has(cell.table);
}

function isFigure(item: Item): boolean {
  return item.kind === 'value' && item.stated.value.kind !== 'date';
}

/** The sentence before the table, the line right behind it (its caption), the heading above. */
function aroundTable(draft: DraftView, { block, blockIndex }: SentenceView): readonly SentenceView[] {
  const { blocks } = draft.draft.prose;
  const runs = blockRunsOf(draft);
  const first = runs.first[blockIndex]!;
  const last = runs.end[blockIndex]! - 1;
  const views: SentenceView[] = [];
  // A line behind with figures of its own is no caption.
  const behind = last + 1 < blocks.length ? draft.sentencesOfBlock(last + 1).slice(0, 2) : [];
  views.push(...behind.filter(({ items }) => items.every((item) => !isFigure(item))));
  if (first > 0) views.push(...[...draft.sentencesOfBlock(first - 1)].reverse().slice(0, 3));
  if (block.heading !== undefined && block.heading !== first - 1)
    views.push(...draft.sentencesOfBlock(block.heading));
  return views;
}
