import type { Fact, FactBase, FactValue } from '../facts/facts.ts';
import { type EpochDay, toEpochDay } from '../text/calendarDate.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Knowledge } from './binding.ts';
import type { Claim, Verdict } from './claim.ts';
import { isRegion } from './regions.ts';
import { holdsAround } from './timelines.ts';
import { type DraftView, entitiesOf, type Item, type SentenceView } from './view.ts';

/** A place said to be somebody's seat: «the Vaasa-based company», «Nissan, based in Yokohama». */
interface Seat {
  readonly span: Span;
  readonly name: string;
  readonly entities: readonly string[];
  readonly tight: boolean;
}

/** Judges seats against the facts' headquarters. Refuted only by a town that the facts know as another's seat, or a slip for the right one. */
export function judgePlaces(draft: DraftView, { facts }: Knowledge): readonly Verdict[] {
  const present = new Set(draft.mentions.entities.map(({ entity }) => entity));
  const seats = [...present].flatMap((entity) => seatFacts(entity, facts));
  if (seats.length === 0) return [];
  const towns = knownTowns(facts);
  const verdicts: Verdict[] = [];
  const { blocks, text } = draft.draft.prose;
  const { year, month, day } = draft.draft.asOf;
  const asOf = toEpochDay(year, month, day);
  for (let block = 0; block < blocks.length; block += 1) {
    const { span } = blocks[block]!;
    // Sentences are read only where somebody may be said to be based somewhere.
    if (!/based|headquarter/i.test(text.slice(span.start, span.end))) continue;
    for (const view of draft.sentencesOfBlock(block)) {
      for (const seat of seatsIn(view, draft.draft.prose.text))
        verdicts.push(...judgeSeat(view, seat, facts, towns, asOf));
    }
  }
  return verdicts;
}

function seatFacts(entity: string, { bySubject }: FactBase): readonly Fact[] {
  return (bySubject.get(entity) ?? []).filter(
    ({ relation, kind }) => relation?.id === 'headquarters' && kind === 'name',
  );
}

function knownTowns({ facts }: FactBase): ReadonlySet<string> {
  const towns = new Set<string>();
  for (const fact of facts.values()) {
    if (fact.relation?.id === 'headquarters') for (const { text } of fact.values) towns.add(townOf(text));
  }
  return towns;
}

/** «Cupertino, California» → «cupertino». */
function townOf(text: string): string {
  return fold(text.split(',')[0]!);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

function* seatsIn({ items }: SentenceView, text: string): Iterable<Seat> {
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'word') continue;
    const raw = text.slice(item.span.start, item.span.end);
    if (raw.endsWith('-based') && /^\p{Lu}/u.test(raw)) {
      const span = { start: townStart(items, at, text), end: item.span.end - '-based'.length };
      yield {
        span,
        name: text.slice(span.start, span.end),
        entities: namedAfter(items, at + 1),
        tight: true,
      };
    } else if (item.lower === 'in' && isBasedBefore(items, at)) {
      const seat = readTown(items, at + 1, text);
      if (seat) yield { ...seat, entities: subjectOfSeat(items, at), tight: false };
    }
  }
}

/** «Los Gatos-based»: capitalised words right before belong to the town; an article does not. */
function townStart(items: readonly Item[], at: number, text: string): number {
  let first = at;
  while (first > 0 && first > at - 2) {
    const before = items[first - 1]!;
    if (before.kind !== 'word' || !/^\p{Lu}/u.test(text[before.span.start]!) || ARTICLES.has(before.lower))
      break;
    first -= 1;
  }
  return items[first]!.span.start;
}

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'this', 'in', 'at', 'and', 'but', 'for', 'by', 'of']);

function isBasedBefore(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.lower;
  return before === 'based' || before === 'headquartered' || before === 'headquarters';
}

function namedAfter(items: readonly Item[], start: number): readonly string[] {
  for (let at = start; at <= start + 2; at += 1) {
    const named = entitiesOf(items[at]);
    if (named.length > 0) return named;
  }
  // «the Vaasa-based company»: the whole descriptor may be one reference that holds the place.
  return entitiesOf(items.slice(Math.max(0, start - 3), start).find((item) => item.kind === 'reference'));
}

function subjectOfSeat(items: readonly Item[], at: number): readonly string[] {
  for (let before = at - 1; before >= Math.max(0, at - 6); before -= 1) {
    const named = entitiesOf(items[before]);
    if (named.length > 0) return named;
  }
  return [];
}

function readTown(
  items: readonly Item[],
  start: number,
  text: string,
): { span: Span; name: string } | undefined {
  let end = start;
  while (end < start + 3 && items[end]?.kind === 'word' && /^\p{Lu}/u.test(text[items[end]!.span.start]!))
    end += 1;
  if (end === start) return undefined;
  const span = { start: items[start]!.span.start, end: items[end - 1]!.span.end };
  return { span, name: text.slice(span.start, span.end) };
}

function judgeSeat(
  view: SentenceView,
  seat: Seat,
  facts: FactBase,
  towns: ReadonlySet<string>,
  asOf: EpochDay,
): readonly Verdict[] {
  const [entity] = seat.entities;
  const fact = entity === undefined ? undefined : seatFacts(entity, facts)[0];
  const value = fact?.values.find((one) => one.to === undefined) ?? fact?.values[0];
  if (fact === undefined || value === undefined) return [];
  const claim: Claim = {
    kind: 'place',
    span: seat.span,
    stated: { span: seat.span, value: { kind: 'name', name: seat.name } },
    subject: fact.subject,
    quoted: view.quotations.some((span) => overlaps(span, seat.span)),
    candidates: [{ fact, score: 2, reasons: ['said to be based there'] }],
  };
  const evidence = { fact, value, why: `The fact says ${value.text}.` };
  const named = fact.values.filter((one) => isTown(one, seat.name));
  if (named.some((one) => holdsAround(one, asOf))) return [{ label: 'supported', claim, evidence }];
  // A seat of long ago, in words of today.
  if (named.length > 0) return [{ label: 'refuted', claim, evidence, reason: 'outdated', strong: true }];
  // «Dresden-based» right before the name is as sure as the name; in looser words only a town that the facts know, or a slip.
  const wrong =
    (seat.tight && !isRegion(seat.name)) ||
    towns.has(fold(seat.name)) ||
    isSlip(fold(seat.name), townOf(value.text));
  return wrong
    ? [{ label: 'refuted', claim, evidence, reason: 'differs', strong: true }]
    : [{ label: 'not-enough-info', claim }];
}

function isTown({ text, alsoTexts }: FactValue, name: string): boolean {
  return [text, ...alsoTexts].some((one) => townOf(one) === fold(name));
}

/** The same letters but for one lost, doubled or swapped. */
function isSlip(written: string, right: string): boolean {
  if (Math.abs(written.length - right.length) > 1 || right.length < 5 || written[0] !== right[0])
    return false;
  let start = 0;
  while (start < written.length && written[start] === right[start]) start += 1;
  let end = 0;
  while (end < Math.min(written.length, right.length) - start && written.at(-1 - end) === right.at(-1 - end))
    end += 1;
  const left = right.length - start - end;
  return (
    left <= 1 ||
    (left === 2 &&
      written.length === right.length &&
      written[start] === right[start + 1] &&
      written[start + 1] === right[start])
  );
}
