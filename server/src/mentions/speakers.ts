import type { FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import type { Block, Prose } from '../text/prose.ts';
import { quotationsOf } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import type { Head } from './head.ts';
import { allWithin } from './inOrder.ts';
import type { EntityMention } from './mention.ts';
import { officeOf, officesOf } from './offices.ts';
import { blockAt } from './salience.ts';
import { aboutWhom, writerOf } from './writer.ts';

/** Who says «we» and is called «you» in a draft. */
export interface Speakers {
  /** The organisation behind «we» here; undefined where it is a reporter, a reader or anybody. */
  ours(at: number, block: Block | undefined): string | undefined;
  /** The organisation addressed here. */
  yours(block: Block | undefined): string | undefined;
}

const PRESS_RELEASE =
  /\b(?:press release|news release|media release|for immediate release|(?:press|media) (?:contact|inquiries|enquiries)|press office|notes? to editors|forward-looking statements)\b|^#{3}$|^Dear (?:fellow )?(?:shareholder|stockholder|investor|colleague|customer|member|friend|supporter)s?\b|\bletter to (?:our |the )?shareholders\b|^(?:#+ )?to (?:our|the) (?:share|stock)holders\b|^(?:type|kind|genre|format): *["']?(?:press |news |media )?release\b|^from the (?:chair|president|chief|board)/im;
// A firm's own voice: «we employ», «our 15% stake», «our customers».
const OWN_VOICE =
  /\b(?:[Ww]e (?:now )?(?:employ|expect|plan|aim|operate|serve|opened|launched|generated|delivered|invested|received|share)|[Oo]ur (?:\d[\d.]*% )?(?:stake|customers|shareholders|employees|people|workforce|revenue|sales|profit|operating|margin|flights|fleet|stores|plants|guests|passengers|readers|business|group|subsidiar))/g;
const ENOUGH_OWN_VOICE = 2;
// The answers of an interview: somebody speaks of himself, in one answer of two, or often.
const FIRST_PERSON = /\b(?:I|I['’][a-z]+|[Mm]y|[Ww]e|[Oo]ur)\b/g;
const ENOUGH_ANSWERS = 3;
const ATTRIBUTION_REACH = 160;

/** Agency copy, a press release or letter, or an interview: who speaks in a draft. Works it out when first asked. */
export function findSpeakers(
  draft: Draft,
  entities: readonly EntityMention[],
  facts: FactBase,
  head: () => Head,
): Speakers {
  const { text, blocks } = draft.prose;
  let kind: Kind | undefined;
  const quotationAt = quotationFinder(draft.prose);
  const kindOf = () => (kind ??= readKind(draft, entities, facts, quotationAt, head()));
  return {
    ours(at, block) {
      const { writer, main, release, interview, offices, named } = kindOf();
      const quotation = quotationAt(at);
      if (quotation !== undefined)
        return speakerOf(text, quotation, entities, offices, facts) ?? (release ? writer : undefined);
      if (release) return aboutWhom(text, blocks, named, block) ?? writer;
      return interview !== undefined && isAnswer(interview, block) ? main : undefined;
    },
    yours(block) {
      const { main, interview } = kindOf();
      return block !== undefined && interview?.has(block) ? main : undefined;
    },
  };
}

interface Kind {
  /** The organisation that the draft names most often. */
  readonly main: string | undefined;
  readonly release: boolean;
  /** In whose name a letter or a release is written. */
  readonly writer: string | undefined;
  /** The questions of an interview; undefined where it is none. */
  readonly interview: ReadonlySet<Block> | undefined;
  /** Names of those who hold an office, to whom they hold it at. */
  readonly offices: ReadonlyMap<string, string>;
  /** Mentions of organisations. */
  readonly named: readonly EntityMention[];
}

function readKind(
  draft: Draft,
  entities: readonly EntityMention[],
  facts: FactBase,
  quotationAt: (at: number) => Span | undefined,
  head: Head,
): Kind {
  const { text } = draft.prose;
  const declared =
    PRESS_RELEASE.test(text) ||
    PRESS_RELEASE.test(head.text) ||
    PRESS_RELEASE.test(draft.path.replace(/[-_]/g, ' '));
  const named = entities.filter(({ entity }) => isOrganisation(facts, entity));
  const offices = officesOf(facts);
  const isQuoted = (at: number) => quotationAt(at) !== undefined;
  const interview = declared ? undefined : questionsOf(draft, isQuoted);
  const release = declared || (interview === undefined && hasOwnVoice(text, quotationAt));
  return {
    main: interview === undefined ? mainOrganisation(named) : interviewedFor(text, interview, named),
    release,
    writer: release ? writerOf({ draft, head, named, facts, offices, isQuoted }) : undefined,
    interview,
    offices,
    named,
  };
}

function hasOwnVoice(text: string, quotationAt: (at: number) => Span | undefined): boolean {
  let count = 0;
  for (const { index } of text.matchAll(OWN_VOICE)) {
    if (quotationAt(index) === undefined) count++;
  }
  return count >= ENOUGH_OWN_VOICE;
}

/** The questions of an interview, those without a question mark too: what is set as the ones with it are. */
function questionsOf(
  { text: source, prose }: Draft,
  isQuoted: (at: number) => boolean,
): ReadonlySet<Block> | undefined {
  const { text, blocks } = prose;
  const asked = new Set(blocks.filter((block) => isQuestion(text, block)));
  if (asked.size < 2 || ![...asked].some((block) => isAddressed(text, block))) return undefined;
  const styleOf = ({ kind, span }: Block) => {
    const { start } = prose.toSource({ start: span.start, end: span.start + 1 });
    return kind === 'heading'
      ? kind
      : (/(?:\*\*\*?|__|<(?:b|strong|h\d|dt)[^<>]{0,60}>)$/i.exec(
          source.slice(Math.max(0, start - 80), start),
        )?.[0] ?? '');
  };
  const styles = new Set([...asked].map(styleOf).filter((style) => style !== '' && style !== 'heading'));
  const questions = new Set(blocks.filter((block) => asked.has(block) || styles.has(styleOf(block))));
  return hasAnswers(prose, questions, isQuoted) ? questions : undefined;
}

function hasAnswers(
  { text, blocks }: Prose,
  questions: ReadonlySet<Block>,
  isQuoted: (at: number) => boolean,
): boolean {
  const enough = Math.min(ENOUGH_ANSWERS, questions.size / 2);
  let count = 0;
  for (const { index } of text.matchAll(FIRST_PERSON)) {
    const block = blockAt(blocks, index);
    if (block !== undefined && !questions.has(block) && !isQuoted(index)) count++;
    if (count >= enough) return true;
  }
  return false;
}

function isAddressed(text: string, { span }: Block): boolean {
  return /\byou(?:r|rs)?\b/i.test(text.slice(span.start, span.end));
}

const HOLDS_OFFICE =
  /\b(?:runs|run|heads|leads|chairs|(?:chief executive|CEO|chair(?:man|woman|person)?|president|(?:managing )?director|head|founder|boss) (?:of|at)) (?:the )?$/i;

/** «X runs Y», «Ten minutes with the head of Y»: before the first question. */
function interviewedFor(
  text: string,
  questions: ReadonlySet<Block> | undefined,
  named: readonly EntityMention[],
): string | undefined {
  const [first] = questions ?? [];
  if (first === undefined) return undefined;
  const before = allWithin(named, { start: 0, end: first.span.start });
  return (
    before.find(({ span }) => HOLDS_OFFICE.test(text.slice(Math.max(0, span.start - 40), span.start)))
      ?.entity ?? mainOrganisation(before)
  );
}

/** The organisation that the draft names most often; the first of equals. */
function mainOrganisation(named: readonly EntityMention[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { entity } of named) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Behind the first question, and none itself; before it the interviewer speaks. */
function isAnswer(questions: ReadonlySet<Block>, block: Block | undefined): boolean {
  const [first] = questions;
  return block !== undefined && !questions.has(block) && block.span.start > (first?.span.start ?? 0);
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
  const office = officeOf(offices, [behind, before]);
  if (office !== undefined) return office;
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
