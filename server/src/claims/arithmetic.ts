import type { Mentions } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import type { PercentValue, Quantity, Stated, Value } from '../values/kind.ts';
import { type DraftView, type Item, itemsOf, type SentenceView, sentenceAt } from './view.ts';

/** A change that a sentence works out itself: «rose 20% to $60m from $50m». */
export interface StatedChange {
  readonly percent: Stated<PercentValue>;
  readonly from: Stated;
  readonly to: Stated;
  /** What the two figures make it, in per cent: the least and the most that rounding allows. Negative for a fall. */
  readonly low: number;
  readonly high: number;
  /** The change as the verb has it: 1 for a rise, -1 for a fall. */
  readonly sign: 1 | -1;
  /** The percentage is the plain difference of two percentages: points were meant. */
  readonly isPoints: boolean;
}

const RISES = new Set([
  'rise',
  'grow',
  'increas',
  'climb',
  'jump',
  'surg',
  'gain',
  'up',
  'advanc',
  'soar',
  'higher',
  'add',
]);
const FALLS = new Set([
  'fall',
  'declin',
  'decreas',
  'drop',
  'slip',
  'down',
  'shrink',
  'lower',
  'plung',
  'tumbl',
  'slump',
  'cut',
]);

/** Every change whose arithmetic does not hold, however its figures are rounded. In reading order. */
export function wrongChanges(draft: DraftView): readonly StatedChange[] {
  const found: StatedChange[] = [];
  const { values } = draft.mentions;
  for (const [at, stated] of values.entries()) {
    if (stated.value.kind !== 'percent' || stated.value.unit !== 'percent' || stated.hedge) continue;
    // A change needs two more figures close by; most sentences have none, and cost nothing.
    if (!values.slice(Math.max(0, at - 2), at + 3).some((one) => one !== stated && isFigure(one.value)))
      continue;
    const change = readChange(draft, stated as Stated<PercentValue>);
    if (change && !holds(change)) found.push(change);
  }
  return found;
}

function isFigure({ kind }: Value): boolean {
  return kind === 'amount' || kind === 'count' || kind === 'percent';
}

/** How far from its percentage, in characters, the figures of a change may stand. */
const REACH = 160;

function readChange(draft: DraftView, percent: Stated<PercentValue>): StatedChange | undefined {
  // Both ends of a change are said with «from» and «to»; without them no sentence is read.
  const { text } = draft.draft.prose;
  const near = text.slice(Math.max(0, percent.span.start - REACH), percent.span.end + REACH);
  if (!/\sfrom\s/.test(near) || !/\sto\s/.test(near) || !isChange(text, percent.span.start)) return undefined;
  const block = draft.blockAt(percent.span.start);
  if (block < 0 || draft.draft.prose.blocks[block]!.cell) return undefined;
  const sentences = draft.sentencesOfBlock(block);
  const view = sentences[sentenceAt(sentences, percent.span.start)];
  const index = view?.items.findIndex((item) => item.kind === 'value' && item.stated === percent) ?? -1;
  if (view === undefined || index < 0) return undefined;
  const sign = signBefore(view.items, index);
  const pair = sign && (pairAfter(view, index) ?? pairBefore(view, index));
  return pair && sign ? toChange(percent, pair.from, pair.to, sign) : undefined;
}

/** How far back, in characters, the verb of a change is looked for before its sentence is read, which costs ten times as much. */
const VERB_REACH = 80;
const NO_MENTIONS: Mentions = { entities: [], nameSlips: [], references: [], values: [] };

function isChange(text: string, start: number): boolean {
  const items = itemsOf(text, NO_MENTIONS, { start: Math.max(0, start - VERB_REACH), end: start });
  return signBefore(items, items.length) !== undefined;
}

/** The verb of the change, at most two words before the percentage. */
function signBefore(items: readonly Item[], index: number): 1 | -1 | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const item = items[at]!;
    if (item.kind !== 'word') return undefined;
    if (RISES.has(item.stem)) return 1;
    if (FALLS.has(item.stem)) return -1;
    if (!['by', 'a', 'further', 'another', 'of', 'or', 'sharply'].includes(item.lower)) return undefined;
  }
  return undefined;
}

interface Pair {
  readonly from: Stated;
  readonly to: Stated;
}

/** «rose 20% to A from B», «rose 20% from B to A»: nothing else may stand between. */
function pairAfter({ items }: SentenceView, index: number): Pair | undefined {
  return readPair(items, index + 1);
}

/** «rose from B to A, up 5%», «rose to A from B, an increase of 5%». */
function pairBefore({ items }: SentenceView, index: number): Pair | undefined {
  for (let start = index - 2; start >= Math.max(0, index - 12); start -= 1) {
    if (items[start]!.lower !== 'from' && items[start]!.lower !== 'to') continue;
    const pair = readPair(items, start);
    const second = pair && Math.max(pair.from.span.end, pair.to.span.end);
    const behind = second === undefined ? undefined : items.findIndex(({ span }) => second <= span.start);
    if (pair && behind !== undefined && items[behind]?.lower === ',' && index - behind <= 5) return pair;
  }
  return undefined;
}

function readPair(items: readonly Item[], start: number): Pair | undefined {
  const first = readEnd(items, start);
  if (first === undefined) return undefined;
  const second = readEnd(items, first.next);
  if (second === undefined || first.word === second.word) return undefined;
  return first.word === 'from'
    ? { from: first.stated, to: second.stated }
    : { from: second.stated, to: first.stated };
}

function readEnd(
  items: readonly Item[],
  start: number,
): { word: string; stated: Stated; next: number } | undefined {
  const word = items[start]?.lower;
  const value = items[start + 1];
  if (
    (word !== 'from' && word !== 'to') ||
    value?.kind !== 'value' ||
    !isFigure(value.stated.value) ||
    value.stated.hedge
  )
    return undefined;
  return { word, stated: value.stated, next: start + 2 };
}

function toChange(
  percent: Stated<PercentValue>,
  from: Stated,
  to: Stated,
  sign: 1 | -1,
): StatedChange | undefined {
  const before = from.value as Value & Quantity;
  const after = to.value as Value & Quantity;
  if (!comparable(before, after)) return undefined;
  const base = { low: before.low - before.precision, high: before.high + before.precision };
  if (base.low <= 0) return undefined;
  const end = { low: after.low - after.precision, high: after.high + after.precision };
  const low = (end.low / base.high - 1) * 100;
  const high = (end.high / base.low - 1) * 100;
  const difference = Math.abs(after.low - before.low);
  const isPoints =
    before.kind === 'percent' && Math.abs(difference - percent.value.low) <= percent.value.precision;
  return { percent, from, to, low, high, sign, isPoints };
}

function comparable(a: Value & Quantity, b: Value & Quantity): boolean {
  if (a.kind !== b.kind || a.low !== a.high || b.low !== b.high) return false;
  return a.kind !== 'amount' || (b.kind === 'amount' && a.currency === b.currency);
}

function holds({ percent, low, high, sign }: StatedChange): boolean {
  const { value } = percent;
  const stated = { low: value.low - value.precision, high: value.high + value.precision };
  const [least, most] = sign === 1 ? [low, high] : [-high, -low];
  // The margin is for figures that were rounded before they were worked out again.
  const slack = 0.05 + Math.abs(value.low) * 0.01;
  return least - slack <= stated.high && stated.low - slack <= most;
}

/** All the words of a change, from its first figure to its last. */
export function spanOfChange({ percent, from, to }: StatedChange): Span {
  return {
    start: Math.min(percent.span.start, from.span.start, to.span.start),
    end: Math.max(percent.span.end, from.span.end, to.span.end),
  };
}
