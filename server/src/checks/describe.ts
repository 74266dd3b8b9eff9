import type { Evidence } from '../claims/claim.ts';
import { showDay } from '../claims/why.ts';
import type { Fact, FactBase, FactSource, FactValue } from '../facts/facts.ts';
import { daysOf, type EpochDay, readIsoDate } from '../text/calendarDate.ts';

/** How a relation reads behind its subject: «Renault's stake in Nissan», «Nissan's chief executive». */
const RELATION_WORDS: Readonly<Record<string, string>> = {
  stake: 'stake',
  'voting-rights': 'voting rights',
  'market-share': 'market share',
  growth: 'growth',
  'operating-margin': 'operating margin',
  'profit-margin': 'profit margin',
  'job-cuts': 'job cuts',
  tariff: 'tariff',
  'share-of': 'share',
  founded: 'founding',
  listed: 'listing',
  renamed: 'renaming',
  acquired: 'acquisition',
  merged: 'merger',
  agreement: 'agreement',
  announced: 'announcement',
  completed: 'completion',
  meeting: 'meeting',
  appointed: 'appointment',
  resigned: 'resignation',
  arrested: 'arrest',
  launched: 'launch',
  ended: 'end',
  'chief-executive': 'chief executive',
  chair: 'chair',
  president: 'president',
  'finance-chief': 'finance chief',
  headquarters: 'headquarters',
  country: 'country',
  price: 'price',
  revenue: 'revenue',
  investment: 'investment',
  employees: 'employees',
  jobs: 'jobs',
  deliveries: 'deliveries',
};

/** What a fact is about, in a few words: «Renault's stake in Nissan», «Garam's market share (European market), 2024». */
export function describeFact(fact: Fact, base: FactBase): string {
  const subject = base.entities.get(fact.subject)?.name ?? fact.subject;
  const object =
    fact.object === undefined ? undefined : (base.entities.get(fact.object)?.name ?? fact.object);
  const period = fact.period ? `, ${fact.period.label}` : '';
  return `${possessive(subject)} ${what(fact, object)}${period}`;
}

function what(fact: Fact, object: string | undefined): string {
  const relation = fact.relation
    ? (RELATION_WORDS[fact.relation.id] ?? fact.relation.id.replaceAll('-', ' '))
    : undefined;
  const [about] = fact.about;
  if (relation === undefined) return `“${about ?? ''}”`;
  const link = fact.relation?.directed ? 'in' : 'of';
  const of = fact.of ? ` (${fact.of})` : object === undefined && about ? ` (${about})` : '';
  return `${relation}${object === undefined ? '' : ` ${link} ${object}`}${of}`;
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** « until 8 Nov 2023», « since 12 Oct 2023», or nothing for what has no dates. */
export function describeSpan({ from, to, fromText, toText }: FactValue): string {
  if (to !== undefined) return ` until ${showAsWritten(toText, to)}`;
  return from === undefined ? '' : ` since ${showAsWritten(fromText, from)}`;
}

/** A day as exactly as the facts file gives it: «8 Nov 2023», «Nov 2023», «2023». */
function showAsWritten(text: string | undefined, day: EpochDay): string {
  const date = text === undefined ? undefined : readIsoDate(text);
  if (date === undefined || date.day !== undefined) return showDay(day);
  return date.month === undefined ? String(date.year) : showDay(day).replace(/^\d+ /, '');
}

/** «(Nissan, 30 Jan 2023)»: the first source, as a reader would cite it; empty where there is none. */
export function citeSource(ids: readonly string[], base: FactBase): string {
  const source = ids.map((id) => base.sources.get(id)).find((one) => one !== undefined);
  return source ? ` (${showSource(source)})` : '';
}

/** Publisher and day, or the title where no publisher is known. */
export function showSource({ publisher, title, published }: FactSource): string {
  const date = published === undefined ? undefined : readIsoDate(published);
  const who = publisher ?? title;
  if (date === undefined) return published ? `${who}, ${published}` : who;
  return `${who}, ${date.day === undefined ? published : showDay(daysOf(date).from)}`;
}

/** «: Renault’s stake in Nissan until 8 Nov 2023 (Nissan, 30 Jan 2023)»: the second half of most messages. */
export function describeEvidence({ fact, value, overdue }: Evidence, base: FactBase): string {
  if (fact === undefined || value === undefined) return '';
  const review = overdue ? '; the fact is due for review' : '';
  return `: ${describeFact(fact, base)}${describeSpan(value)}${citeSource(value.sources, base)}${review}`;
}

/** What two values of one draft are both said to be: «Renault’s stake in Nissan». */
export function relationWords(
  relation: string,
  subject: string,
  object: string | undefined,
  base: FactBase,
): string {
  const nameOf = (id: string) => base.entities.get(id)?.name ?? id;
  const words = RELATION_WORDS[relation] ?? relation;
  return `${possessive(nameOf(subject))} ${words}${object === undefined ? '' : ` in ${nameOf(object)}`}`;
}
