import type { FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import type { Block } from '../text/prose.ts';
import type { Head } from './head.ts';
import { allWithin } from './inOrder.ts';
import type { EntityMention } from './mention.ts';

/** What there is to tell who writes a letter or a release. */
export interface Desk {
  readonly draft: Draft;
  readonly head: Head;
  /** Mentions of organisations only, in reading order. */
  readonly named: readonly EntityMention[];
  readonly facts: FactBase;
  /** Names of those who hold an office, to whom they hold it at. */
  readonly offices: ReadonlyMap<string, string>;
  /** Whether somebody is quoted there. */
  isQuoted(at: number): boolean;
}

const SENDER =
  /^(?:[\w-]+: *)?["'“]?(?:(?:an? )?(?:open )?(?:letter|message|note|word|news) )?from (?:the )?(?:[\p{L}-]+ (?:[\p{L}-]+ )?(?:of|at) )?(?:the )?$/iu;
const ADDRESSEE =
  /^(?:[\w-]+: *)?["'“]?(?:an? )?(?:letter |report |dear |to |our |the |all )+(?:share|stock|bond|unit)?(?:holders?|owners?|members?|investors?|employees|staff|colleagues|customers?|friends) (?:of|in|at) (?:the )?$/i;
const OFFICE =
  /\b(?:chief executive(?: officer)?|CEO|chair(?:man|woman|person)?|president|(?:managing |finance |executive )?director|treasurer|secretary|founder)(?: of| at|,)? (?:the )?$/i;
const HEAD_KEY = /^(?:company|organi[sz]ation|sender|issuer|publisher|from): *["'“]?(?:the )?$/i;
const ABOUT = /^about (?:the )?$/i;
const LONGEST_LINE = 120;
/** A signature stands in one of the last blocks. */
const LAST_BLOCKS = 4;
const LONGEST_SIGNATURE = 200;

/**
 * The organisation in whose name a letter or a release is written: its sender, the one that a signature names, whose owners or
 * members are addressed, of whom «About X» tells; else the one named most often that never stands beside «we» as another.
 */
export function writerOf(desk: Desk): string | undefined {
  const { draft, named } = desk;
  return (
    lineNames(named, draft.prose.text, SENDER) ??
    signedFor(desk) ??
    lineNames(desk.head.entities, desk.head.text, HEAD_KEY) ??
    lineNames(desk.head.entities, desk.head.text, SENDER) ??
    lineNames(desk.head.entities, desk.head.text, ADDRESSEE) ??
    lineNames(named, draft.prose.text, ADDRESSEE) ??
    onlyOne(named.filter(({ span }) => ABOUT.test(lineBefore(draft.prose.text, span.start)))) ??
    mostNamed(desk)
  );
}

/** Whom «About X» at its head, or at its start, makes a block speak of. */
export function aboutWhom(
  text: string,
  blocks: readonly Block[],
  named: readonly EntityMention[],
  block: Block | undefined,
): string | undefined {
  if (block === undefined) return undefined;
  const heading = block.heading === undefined ? undefined : blocks[block.heading];
  for (const { span } of heading === undefined ? [block] : [block, heading]) {
    const opening = { start: span.start, end: Math.min(span.end, span.start + LONGEST_LINE) };
    const first = allWithin(named, opening)[0];
    if (first && ABOUT.test(text.slice(span.start, first.span.start))) return first.entity;
  }
  return undefined;
}

function lineNames(entities: readonly EntityMention[], text: string, pattern: RegExp): string | undefined {
  return entities.find(({ span }) => pattern.test(lineBefore(text, span.start)))?.entity;
}

/** The line up to an offset; what is too long is no line of a letter's head. */
function lineBefore(text: string, start: number): string {
  const from = Math.max(0, start - LONGEST_LINE);
  const before = text.slice(from, start);
  const newline = before.lastIndexOf('\n');
  return newline === -1 && from > 0 ? '' : before.slice(newline + 1);
}

/** «Chief Executive, Oriflux», or the name of who holds an office there. */
function signedFor({ draft, named, offices }: Desk): string | undefined {
  const { text, blocks } = draft.prose;
  for (const { span } of blocks.slice(-LAST_BLOCKS).reverse()) {
    if (span.end - span.start > LONGEST_SIGNATURE) continue;
    const office = allWithin(named, span).find((one) => OFFICE.test(lineBefore(text, one.span.start)));
    if (office) return office.entity;
    const firm = offices.get(text.slice(span.start, span.end).split('\n')[0]!.trim());
    if (firm !== undefined) return firm;
  }
  return undefined;
}

function onlyOne(mentions: readonly EntityMention[]): string | undefined {
  const [first, ...rest] = mentions;
  return first !== undefined && rest.every(({ entity }) => entity === first.entity)
    ? first.entity
    : undefined;
}

/** «our share in X», «we bought our part of X», «with X we now share»: whoever «we» are, not X. */
const BESIDE_US =
  /\b(?:[Ww]e|[Oo]ur|us)\b[^.;:!?\n"“”]{0,80}\b(?:in|of|with|from|by|beside|own|hold|bought|sold|acquired|keep) (?:the )?$/;
const WITH_THEM = /^[^.;:!?,\n"“”]{0,10} (?:we|our)\b/;

function mostNamed(desk: Desk): string | undefined {
  const counts = new Map<string, number>();
  const others = new Set<string>();
  const text = desk.draft.prose.text;
  for (const { entity, span } of desk.named) {
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    if (!desk.isQuoted(span.start) && isBesideUs(text, span.start, span.end)) others.add(entity);
  }
  return [...counts].filter(([entity]) => !others.has(entity)).sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isBesideUs(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  if (BESIDE_US.test(before)) return true;
  return /\b[Ww]ith (?:the )?$/.test(before) && WITH_THEM.test(text.slice(end, end + 20));
}
