import type { Fact, FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import type { Block, Prose } from '../text/prose.ts';
import { quotationsOf } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { allWithin } from './inOrder.ts';
import type { EntityMention } from './mention.ts';
import { blockAt } from './salience.ts';

/** Who says «we» and is called «you» in a draft. */
export interface Speakers {
  /** The organisation behind «we» here; undefined where it is a reporter, a reader or anybody. */
  ours(at: number, block: Block | undefined): string | undefined;
  /** The organisation addressed here. */
  yours(): string | undefined;
}

const PRESS_RELEASE =
  /\b(?:press release|news release|media release|for immediate release|press contact|media contact|media inquiries|press office|notes? to editors|forward-looking statements)\b|^#{3}$|^Dear (?:shareholders?|investors?|colleagues|customers|members)\b|\bletter to (?:our )?shareholders\b/im;
// A firm's own voice: «we employ», «our 15% stake», «our customers».
const OWN_VOICE =
  /\b(?:[Ww]e (?:now )?(?:employ|expect|plan|aim|operate|serve|opened|launched|generated|delivered|invested|received|share)|[Oo]ur (?:\d[\d.]*% )?(?:stake|customers|shareholders|employees|people|workforce|revenue|sales|profit|operating|margin|flights|fleet|stores|plants|guests|passengers|readers|business|group|subsidiar))/g;
const ENOUGH_OWN_VOICE = 2;
const ATTRIBUTION_REACH = 160;

/** Agency copy, a press release or letter, or an interview: who speaks in a draft. Works it out when first asked. */
export function findSpeakers(draft: Draft, entities: readonly EntityMention[], facts: FactBase): Speakers {
  const text = draft.prose.text;
  let kind: Kind | undefined;
  const quotationAt = quotationFinder(draft.prose);
  const kindOf = () => (kind ??= readKind(draft, entities, facts, quotationAt));
  return {
    ours(at, block) {
      const { main, release, interview, offices } = kindOf();
      const quotation = quotationAt(at);
      if (quotation !== undefined)
        return speakerOf(text, quotation, entities, offices, facts) ?? (release ? main : undefined);
      const answer = interview && block !== undefined && !isQuestion(text, block);
      return release || answer ? main : undefined;
    },
    yours() {
      const { main, interview } = kindOf();
      return interview ? main : undefined;
    },
  };
}

interface Kind {
  /** The organisation that the draft names most often. */
  readonly main: string | undefined;
  readonly release: boolean;
  readonly interview: boolean;
  /** Names of those who hold an office, to whom they hold it at. */
  readonly offices: ReadonlyMap<string, string>;
}

function readKind(
  draft: Draft,
  entities: readonly EntityMention[],
  facts: FactBase,
  quotationAt: (at: number) => Span | undefined,
): Kind {
  const { text, blocks } = draft.prose;
  return {
    main: mainOrganisation(entities, facts),
    release:
      PRESS_RELEASE.test(text) ||
      PRESS_RELEASE.test(draft.path.replace(/[-_]/g, ' ')) ||
      hasOwnVoice(text, quotationAt),
    interview: blocks.filter((block) => isQuestion(text, block) && isAddressed(text, block)).length >= 2,
    offices: officesOf(facts),
  };
}

function hasOwnVoice(text: string, quotationAt: (at: number) => Span | undefined): boolean {
  let count = 0;
  for (const { index } of text.matchAll(OWN_VOICE)) {
    if (quotationAt(index) === undefined) count++;
  }
  return count >= ENOUGH_OWN_VOICE;
}

function isAddressed(text: string, { span }: Block): boolean {
  return /\byou(?:r|rs)?\b/i.test(text.slice(span.start, span.end));
}

/** The organisation that the draft names most often; the first of equals. */
function mainOrganisation(entities: readonly EntityMention[], facts: FactBase): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity } of entities) {
    if (isOrganisation(facts, entity)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether an entity can say «we» and be «it». */
export function isOrganisation(facts: FactBase, id: string): boolean {
  const type = facts.entities.get(id)?.type;
  return type !== undefined && type !== 'person' && type !== 'place' && type !== 'event';
}

function isQuestion(text: string, { span }: Block): boolean {
  const end = text.slice(Math.max(span.start, span.end - 4), span.end).trimEnd();
  return end.endsWith('?') || /^(?:Q|Question)\s*[:.]/.test(text.slice(span.start, span.start + 12));
}

/** Answers which quotation holds an offset, a block quotation too; reads a block's quotations once. */
function quotationFinder({ text, blocks }: Prose): (at: number) => Span | undefined {
  let block: Block | undefined;
  let quotations: readonly Span[] = [];
  return (at) => {
    const around = blockAt(blocks, at);
    if (around === undefined || around.quoted) return around?.span;
    if (around !== block) quotations = quotationsOf(text, around.span);
    block = around;
    return quotations.find(({ start, end }) => start <= at && at < end);
  };
}

/** «…», said X, the chairman of Garam: the first organisation behind the quotation, or the last one before it. */
function speakerOf(
  text: string,
  { start, end }: Span,
  entities: readonly EntityMention[],
  offices: ReadonlyMap<string, string>,
  facts: FactBase,
): string | undefined {
  const behind = attribution(text.slice(end + 1, end + 1 + ATTRIBUTION_REACH));
  const from = Math.max(0, start - ATTRIBUTION_REACH);
  const before = text.slice(from, start);
  for (const [name, subject] of offices) if (behind.includes(name) || before.includes(name)) return subject;
  const inside = (low: number, high: number) =>
    allWithin(entities, { start: low, end: high }).filter(({ entity }) => isOrganisation(facts, entity));
  if (/\b(?:said|says|told|according|added|adds)\b/.test(behind)) {
    const found = inside(end + 1, end + 1 + behind.length)[0];
    if (found) return found.entity;
  }
  return /\b(?:said|says|told|added)\b/.test(before) ? inside(from, start).at(-1)?.entity : undefined;
}

/** Up to the end of its sentence or the next quotation. */
function attribution(behind: string): string {
  const stop = /["“«\n]|[a-z]\.\s+["“\p{Lu}]/u.exec(behind);
  return stop === null ? behind : behind.slice(0, stop.index + 1);
}

/** Names of those who hold an office, to whom they hold it at. */
function officesOf(facts: FactBase): ReadonlyMap<string, string> {
  const offices = new Map<string, string>();
  for (const fact of facts.facts.values())
    if (isOffice(fact)) for (const { value } of fact.values) add(offices, value, fact.subject);
  return offices;
}

function add(offices: Map<string, string>, value: Fact['values'][number]['value'], subject: string): void {
  if (value?.kind === 'name') offices.set(value.name, subject);
}

function isOffice({ relation }: Fact): boolean {
  return relation?.kind === 'name' && relation.id !== 'headquarters' && relation.id !== 'country';
}
