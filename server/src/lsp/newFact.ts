import type { Report } from '../checker.ts';
import type { Claim } from '../claims/claim.ts';
import type { NewEntries } from '../facts/edit.ts';
import type { FactBase } from '../facts/facts.ts';
import { fromEpochDay, toIsoDate } from '../text/calendarDate.ts';
import { type Span, textOf } from '../text/span.ts';
import type { DateValue, Stated } from '../values/kind.ts';
import { meets } from './at.ts';

/** A value of the draft that could become a fact, and whom it is about. */
export interface NewFact {
  readonly span: Span;
  readonly subject: string;
  readonly object?: string;
  readonly value: string;
  readonly about: string;
}

/** What the writer has to fill in: a valid source all the same. */
export const SOURCE_TO_FILL_IN = { title: 'Source to fill in', publisher: 'Publisher to fill in' } as const;

/**
 * The first value in a selection that no fact decides, with the entity that the sentence is about. `anyValue`: one that
 * the facts do decide, too, since the writer asked for it. Undefined where no known entity is near.
 */
export function newFactIn(report: Report, selection: Span, anyValue: boolean): NewFact | undefined {
  const claims = report.verdicts.filter(
    ({ claim, label }) =>
      claim.stated &&
      claim.kind !== 'weekday' &&
      (anyValue || label === 'not-enough-info') &&
      meets(claim.span, selection),
  );
  const [verdict] = claims;
  if (verdict?.claim.stated) return fromClaim(report, verdict.claim, verdict.claim.stated);
  if (!anyValue) return undefined;
  const stated = report.mentions.values.find(({ span }) => meets(span, selection));
  return stated && fromStated(report, stated);
}

function fromClaim(report: Report, claim: Claim, stated: Stated): NewFact | undefined {
  const { subject, object, cue } = claim;
  const found = fromStated(report, stated, subject);
  if (!found) return undefined;
  const about = cue && textOf(report.draft.text, cue).trim();
  return { ...found, ...(object !== undefined && { object }), ...(about && { about }) };
}

function fromStated(report: Report, stated: Stated, known?: string): NewFact | undefined {
  const { text } = report.draft;
  const paragraph = paragraphAround(text, stated.span);
  const near = report.mentions.entities.filter(
    ({ span }) => paragraph.start <= span.start && span.end <= paragraph.end,
  );
  const before = near.findLast(({ span }) => span.end <= stated.span.start);
  const mention = known === undefined ? (before ?? near[0]) : near.find(({ entity }) => entity === known);
  const subject = known ?? mention?.entity;
  if (subject === undefined) return undefined;
  const about = wordsBetween(text, before?.span.end ?? paragraph.start, stated.span, paragraph.end);
  if (about === '') return undefined;
  return { span: stated.span, subject, value: factValueOf(text, stated), about };
}

/** Up to the empty lines around it. */
function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n\n', start);
  const after = text.slice(end).search(/\r?\n\r?\n/);
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? text.length : end + after };
}

/** Words that say nothing of what a figure measures: the next story has another verb. */
const SMALL =
  /^(?:a|an|and|are|about|as|at|be|been|but|by|for|from|had|has|have|in|is|its|of|on|or|our|s|some|than|that|the|their|this|to|up|was|were|will|with|which|nearly|almost|around|roughly|more|less|over|under|just|only|rose|fell|grew|dropped|increased|decreased|declined|climbed|jumped|slid|reached|totalled|totaled|stood|came)$/i;

const MOST_WORDS = 4;

/** The words that say what the value is: those before it back to the entity, else those after it. */
function wordsBetween(text: string, from: number, { start, end }: Span, limit: number): string {
  const before = wordsIn(text.slice(from, start)).slice(-MOST_WORDS);
  if (before.length > 0) return before.join(' ');
  return wordsIn(text.slice(end, limit).split(/[.;:!?]/)[0] ?? '')
    .slice(0, MOST_WORDS)
    .join(' ');
}

/** The last (or only) run of telling words: small words part runs only at the edges. */
function wordsIn(text: string): readonly string[] {
  const sentence = text.split(/[.;:!?]\s/).at(-1) ?? '';
  const words = sentence.match(/[\p{L}][\p{L}\p{M}'’-]*/gu) ?? [];
  const first = words.findIndex((word) => !isSmall(word));
  const last = words.findLastIndex((word) => !isSmall(word));
  return first < 0 ? [] : words.slice(first, last + 1);
}

function isSmall(word: string): boolean {
  return SMALL.test(word.replace(/^['’]|['’]s?$/g, '')) || /^['’]?s$/.test(word);
}

/** As a facts file writes it: dates by their number, all else as the draft has it. */
function factValueOf(text: string, { span, value }: Stated): string {
  const written = textOf(text, span).replace(/\s+/g, ' ').trim();
  return value.kind === 'date' ? (isoOf(value) ?? written) : written;
}

function isoOf({ grain, from }: DateValue): string | undefined {
  const { year, month, day } = fromEpochDay(from);
  if (grain === 'day') return toIsoDate({ year, month, day });
  if (grain === 'month') return toIsoDate({ year, month });
  return grain === 'year' ? toIsoDate({ year }) : undefined;
}

/** The entries to write: the fact with an id that nothing else has, and a source to fill in. */
export function entriesFor({ subject, object, value, about }: NewFact, facts: FactBase): NewEntries {
  const taken = (id: string) => facts.facts.has(id) || facts.entities.has(id) || facts.sources.has(id);
  const factId = freeId(slugOf(`${subject} ${about}`), taken);
  const sourceId = freeId(`${factId}-source`, taken);
  return {
    source: { id: sourceId, entry: { ...SOURCE_TO_FILL_IN } },
    fact: {
      id: factId,
      subject,
      about: [about],
      ...(object !== undefined && { object }),
      value,
      source: sourceId,
    },
  };
}

function slugOf(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function freeId(wanted: string, taken: (id: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
