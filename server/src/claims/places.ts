import type { FactBase, FactValue } from '../facts/facts.ts';
import { type EpochDay, toEpochDay } from '../text/calendarDate.ts';
import { overlaps } from '../text/span.ts';
import type { Knowledge } from './binding.ts';
import type { Claim, Verdict } from './claim.ts';
import { isRegion } from './regions.ts';
import { blocksWithSeats, type Seat, seatsIn } from './seats.ts';
import { tableSeats } from './tableSeats.ts';
import { holdsAround } from './timelines.ts';
import type { DraftView, SentenceView } from './view.ts';

/** Judges seats against what the facts give as headquarters. Loose words are refuted only by another's seat, or a slip for the right one. */
export function judgePlaces(draft: DraftView, { facts }: Knowledge): readonly Verdict[] {
  if (!draft.mentions.entities.some(({ entity }) => facts.seats.has(entity))) return [];
  const { prose, asOf } = draft.draft;
  const today = toEpochDay(asOf.year, asOf.month, asOf.day);
  let towns: ReadonlySet<string> | undefined;
  const isKnownTown = (name: string) => (towns ??= knownTowns(facts)).has(name);
  const judging: Judging = { facts, today, isKnownTown };
  const told = blocksWithSeats(draft).flatMap((block) =>
    draft
      .sentencesOfBlock(block)
      .flatMap((view) => [...seatsIn(view, prose.text)].flatMap((seat) => judgeSeat(view, seat, judging))),
  );
  return [...told, ...[...tableSeats(draft)].flatMap(({ view, seat }) => judgeSeat(view, seat, judging))];
}

interface Judging {
  readonly facts: FactBase;
  readonly today: EpochDay;
  /** Whether somebody whom the facts know has a seat there. */
  isKnownTown(name: string): boolean;
}

function knownTowns({ seats }: FactBase): ReadonlySet<string> {
  const towns = new Set<string>();
  for (const { values } of seats.values()) for (const { text } of values) towns.add(townOf(text));
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

function judgeSeat(
  view: SentenceView,
  seat: Seat,
  { facts, today, isKnownTown }: Judging,
): readonly Verdict[] {
  const [entity] = seat.entities;
  const fact = entity === undefined ? undefined : facts.seats.get(entity);
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
  if (named.some((one) => holdsAround(one, today))) return [{ label: 'supported', claim, evidence }];
  // A seat of long ago, in words of today.
  if (named.length > 0) return [{ label: 'refuted', claim, evidence, reason: 'outdated', strong: true }];
  // «Dresden-based» right before the name is as sure as the name; in looser words only a town that the facts know, or a slip.
  const wrong =
    (seat.tight && !isRegion(seat.name)) ||
    isKnownTown(fold(seat.name)) ||
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
