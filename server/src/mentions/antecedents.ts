import type { Draft } from '../text/draft.ts';
import type { Block, Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { allWithin } from './inOrder.ts';
import type { EntityMention } from './mention.ts';
import { type Anchor, blockAt, FARTHEST, isRuled, salientBefore, sentenceFinder } from './salience.ts';
import { findStrangers, STRANGER, type Stranger } from './strangers.ts';

const LONGEST_OPENING = 200;

/** What a draft has spoken of up to where it is read: known names, strangers, and what pointed back to either. */
export interface Attention {
  readonly draft: Draft;
  readonly entities: readonly EntityMention[];
  readonly headingOf: (block: Block | undefined) => readonly string[];
  readonly sentenceAt: (at: number) => number;
  /** Grows in reading order. */
  readonly anchors: Anchor[];
  /** Those passed so far that are firms without a doubt; grows in reading order. */
  readonly firms: Stranger[];
  /** Names and strangers that are still to come. */
  readonly ahead: { next: number; strangers: Iterator<Stranger, undefined>; stranger: Stranger | undefined };
}

/** Attention at the start of a draft. `names`: people and places in it, in reading order. */
export function startOf(
  draft: Draft,
  entities: readonly EntityMention[],
  names: readonly { readonly span: Span }[],
): Attention {
  const { text, blocks } = draft.prose;
  const known =
    names.length === 0 ? entities : [...entities, ...names].sort((a, b) => a.span.start - b.span.start);
  const strangers = findStrangers(text, known);
  return {
    draft,
    entities,
    headingOf: headingFinder(draft.prose, entities),
    sentenceAt: sentenceFinder(text, blocks),
    anchors: [],
    firms: [],
    ahead: { next: 0, strangers, stranger: strangers.next().value },
  };
}

/** Takes in all names and strangers that start before an offset; returns how many known names that makes. */
export function readOn(attention: Attention, until: number): number {
  const { ahead, entities, firms } = attention;
  for (;;) {
    const name = entities[ahead.next];
    const { stranger } = ahead;
    const isName = name !== undefined && name.span.start < until;
    const isStranger = stranger !== undefined && stranger.span.start < until;
    if (isStranger && !(isName && name.span.start < stranger.span.start)) {
      attend(attention, { span: stranger.span, entity: STRANGER }, stranger.isFirm);
      if (stranger.isFirm) firms.push(stranger);
      ahead.stranger = ahead.strangers.next().value;
    } else if (isName) {
      attend(attention, name);
      ahead.next += 1;
    } else return ahead.next;
  }
}

/** Lets attention rest on what stands at a span; `isFree`: whatever preposition rules it. */
export function attend(
  { draft, anchors, sentenceAt }: Attention,
  { span: { start, end }, entity }: Pick<EntityMention, 'span' | 'entity'>,
  isFree = false,
): void {
  const ruled = !isFree && isRuled(draft.prose.text, start);
  anchors.push({ start, end, entity, sentence: sentenceAt(start), ruled });
}

/** The known entities that fit and that a word at `at` may point back to, the likeliest first. */
export function salient(attention: Attention, at: number, fits: (id: string) => boolean): readonly string[] {
  const { text, blocks } = attention.draft.prose;
  const heading = attention.headingOf(blockAt(blocks, at));
  return salientBefore(text, attention.anchors, at, attention.sentenceAt(at), fits, heading);
}

/** As `salient`, but a stranger fits as well, and is the only one where it is the likeliest. */
export function nearest(attention: Attention, at: number, fits: (id: string) => boolean): readonly string[] {
  const order = salient(attention, at, (id) => id === STRANGER || fits(id));
  const known = order.filter((id) => id !== STRANGER);
  if (order[0] === STRANGER) return [STRANGER];
  // «Velmora invested in Zerkon, founded in 2021 by Jo Bell, its chief»
  const last = attention.anchors
    .slice(-FARTHEST)
    .findLast(({ entity, end }) => end <= at && entity === known[0]);
  const firm = attention.firms.at(-1);
  const isWithin =
    firm !== undefined &&
    last !== undefined &&
    last.end <= firm.span.start &&
    attention.sentenceAt(at) <= firm.span.start;
  return isWithin ? [STRANGER] : known;
}

/** «In its results, Courvelle said»: the name right behind the comma of an opening phrase. */
export function cataphor(
  { draft, entities, sentenceAt }: Attention,
  at: number,
  next: number,
  fits: (id: string) => boolean,
): string | undefined {
  const ahead = entities[next];
  if (ahead === undefined || !fits(ahead.entity) || ahead.span.start - at > 120) return undefined;
  const { text } = draft.prose;
  const start = sentenceAt(at);
  const opening =
    /^["“]?(?:In|For|With|At|On|After|Before|Despite|Under|By|As|To|From|Since|Through|While)\b[^,;]*$/;
  if (at - start > LONGEST_OPENING || !opening.test(text.slice(start, at))) return undefined;
  return /^[^,;.]*, $/.test(text.slice(at, ahead.span.start)) ? ahead.entity : undefined;
}

/** Answers which entities a block's heading names; asks once a heading. */
function headingFinder({ blocks }: Prose, entities: readonly EntityMention[]): Attention['headingOf'] {
  const known = new Map<number, readonly string[]>();
  return (block) => {
    if (block?.heading === undefined) return [];
    const cached = known.get(block.heading);
    if (cached !== undefined) return cached;
    const named = allWithin(entities, blocks[block.heading]!.span).map(({ entity }) => entity);
    known.set(block.heading, named);
    return named;
  };
}
