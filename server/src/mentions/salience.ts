import type { Block } from '../text/prose.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** A place where the draft speaks of an entity: by its name, or by a reference that was understood. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  /** Where its sentence starts. */
  readonly sentence: number;
  /** A preposition rules it: attention is not on it. */
  readonly ruled: boolean;
}

/** How far back attention reaches, in anchors that fit. */
const REACH = 8;
/** How far back it reaches in anchors at all. */
export const FARTHEST = 60;
/** Clauses are looked for in the last stretch of a sentence only: «sentences» of a table or a list may have no end. */
export const LONGEST_CLAUSE = 600;
const MOST = 4;

/**
 * The entities that a word at `at` may point back to, the likeliest first: subject of its clause, of its sentence, the rest of
 * that sentence from near to far, then the sentences before in the same manner, at last the heading's. A plain ordering of
 * grammatical roles, as in centering theory (Grosz, Joshi, Weinstein 1995), since there is no parser here.
 */
export function salientBefore(
  text: string,
  anchors: readonly Anchor[],
  at: number,
  sentence: number,
  fits: (entity: string) => boolean,
  heading: readonly string[],
): readonly string[] {
  const order = new Set<string>();
  const near: Anchor[] = [];
  const last = Math.max(0, anchors.length - FARTHEST);
  for (let index = anchors.length - 1; index >= last && near.length < REACH; index--) {
    const anchor = anchors[index]!;
    if (anchor.end <= at && fits(anchor.entity)) near.push(anchor);
  }
  const aside: Anchor[] = [];
  let from = 0;
  while (from < near.length && order.size < MOST) {
    const start = near[from]!.sentence;
    let to = from;
    while (to < near.length && near[to]!.sentence === start) to++;
    const group = near.slice(from, to);
    // The first that no preposition rules; `group` runs from the last to the first.
    const subject = group.findLast(({ ruled }) => !ruled);
    if (start === sentence) addClauseSubject(order, text, group, at);
    // «Net profit fell because of the stake in Hayase. The company …»: whom a preposition rules, attention is not on.
    if (subject === undefined && start !== sentence) aside.push(...group);
    else for (const { entity } of [subject ?? group.at(-1)!, ...group, ...aside.splice(0)]) order.add(entity);
    from = to;
  }
  for (const { entity } of aside) order.add(entity);
  for (const entity of heading) if (fits(entity)) order.add(entity);
  return [...order].slice(0, MOST);
}

// What opens a clause, up to the end of the text before an anchor or a reference.
const CLAUSE =
  /[;:—]|\s[–-]\s|,\s+(?:and|but|while|where|as|after|when|because|although|though|whereas|so)\b|\b(?:while|but|because|although|whereas|said|says|that|whether)\b/g;

function addClauseSubject(order: Set<string>, text: string, group: readonly Anchor[], at: number): void {
  const first = group.at(-1)!;
  const from = Math.max(first.start, at - LONGEST_CLAUSE);
  const boundaries = [...text.slice(from, at).matchAll(CLAUSE)].map(({ index }) => from + index);
  for (const boundary of boundaries.reverse()) {
    const subject = group.findLast(({ start }) => start >= boundary);
    if (subject === undefined) continue;
    order.add(subject.entity);
    return;
  }
}

const PREPOSITION_BEFORE =
  /\b(?:of|by|with|from|at|in|for|to|between|on|against|over|like|than|about|into|under)\s+(?:the\s+)?$/i;

/** Whether a preposition stands before an offset; a line «About X» is all about X. */
export function isRuled(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  return PREPOSITION_BEFORE.test(before) && !/(?:^|\n)About (?:the )?$/.test(before);
}

/** Answers where the sentence around an offset starts; reads the sentences of a block once, and only where asked. */
export function sentenceFinder(text: string, blocks: readonly Block[]): (at: number) => number {
  const read = new Map<Block, readonly Span[]>();
  return (at) => {
    const around = blockAt(blocks, at);
    if (around === undefined) return Math.max(0, text.lastIndexOf('\n\n', at));
    let sentences = read.get(around);
    if (sentences === undefined) {
      sentences = sentencesOf(text, around.span);
      read.set(around, sentences);
    }
    return lastStart(sentences, at) ?? around.span.start;
  };
}

function lastStart(sentences: readonly Span[], at: number): number | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1]?.start;
}

/** The block that holds an offset; blocks are in order and apart. */
export function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = blocks[middle]!;
    if (at < span.start) high = middle - 1;
    else if (at >= span.end) low = middle + 1;
    else return blocks[middle];
  }
  return undefined;
}
