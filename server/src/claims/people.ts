import type { Fact, FactValue } from '../facts/facts.ts';
import { type EpochDay, toEpochDay } from '../text/calendarDate.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { NameValue, Stated } from '../values/kind.ts';
import type { Knowledge } from './binding.ts';
import type { Claim, Verdict } from './claim.ts';
import { isPlace } from './dossiers.ts';
import { foldName, isNamed } from './nameIndex.ts';
import { type Person, personBeside } from './personBeside.ts';
import { findPersonSlips, type PersonSlip, refuteSlip } from './personSlips.ts';
import { type Role, type RoleWords, rolesIn, sentencesWith, wordsOfRoles } from './roles.ts';
import { holdsAt, holdsAround as isNear } from './timelines.ts';
import type { DraftView, SentenceView } from './view.ts';

/** What follows the name of somebody who gives up a role: «X, who stepped down», «X was replaced by Y». */
const LEAVING =
  /^,?(?: who)?(?: (?:was|is|has|had|will|would|be|been|to|abruptly|suddenly|unexpectedly|then|later))* (?:replaced by|succeeded by|ousted|fired|sacked|dismissed|step(?:s|ped|ping)? (?:down|aside|back)|resign(?:s|ed|ing)?|quits?|retir(?:es?|ed|ing)|leav(?:es?|ing)|left|depart(?:s|ed|ing)?|died)\b/;
/** Judges the people (and other names in a role) of the draft: those beside a role, and every known name. */
export function judgePeople(draft: DraftView, knowledge: Knowledge): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const known = draft.mentions.values.filter(isName);
  const facts = roleFacts(draft, knowledge);
  const isAsked = known.length > 0 || draft.mentions.nameSlips.length > 0;
  const subjects = isAsked ? subjectsOf(draft) : new Set<string>();
  const slips = [...slipsIn(draft, subjects, knowledge), ...findPersonSlips(draft.draft.prose.text, facts)];
  const decided: Span[] = [];
  if (facts.length > 0) {
    const words = wordsOfRoles(facts, knowledge);
    const people = known.filter((stated) => !isOnlyPlace(stated, knowledge));
    for (const view of sentencesWith(draft, words)) {
      for (const verdict of judgeRoles(draft, view, words, people)) {
        const isOpen = verdict.label === 'not-enough-info';
        if (isOpen && slips.some(({ span }) => overlaps(span, verdict.claim.span))) continue;
        if (decided.some((span) => overlaps(span, verdict.claim.span))) continue;
        decided.push(verdict.claim.span);
        verdicts.push(verdict);
      }
    }
  }
  for (const slip of slips) {
    if (
      decided.some((span) => overlaps(span, slip.span)) ||
      known.some(({ span }) => overlaps(span, slip.span))
    )
      continue;
    decided.push(slip.span);
    verdicts.push(refuteSlip(slip));
  }
  for (const stated of known) {
    if (decided.some((span) => overlaps(span, stated.span))) continue;
    verdicts.push(judgeKnownName(stated, subjects, knowledge));
  }
  return verdicts;
}

function isName(stated: Stated): stated is Stated<NameValue> {
  return stated.value.kind === 'name';
}

/** Whom the draft names or points at: a letter may say «we» only. */
function subjectsOf({ mentions }: DraftView): ReadonlySet<string> {
  const subjects = new Set(mentions.entities.map(({ entity }) => entity));
  for (const { entities } of mentions.references) subjects.add(entities[0]);
  return subjects;
}

/** Names one letter away from somebody's whose organisation the draft names, or that can be nobody else's. */
function slipsIn(
  { mentions }: DraftView,
  subjects: ReadonlySet<string>,
  { nameFacts }: Knowledge,
): readonly PersonSlip[] {
  return mentions.nameSlips.flatMap(({ span, name, known, sure }) => {
    const holders = (nameFacts().get(foldName(known)) ?? []).filter((fact) => !isPlace(fact));
    const fact = holders.find(({ subject }) => subjects.has(subject)) ?? (sure ? holders[0] : undefined);
    const value = fact?.values.find((one) => isNamed(one, known));
    return fact && value ? [{ span, name, fact, value }] : [];
  });
}

function roleFacts({ mentions }: DraftView, { dossiers }: Knowledge): readonly Fact[] {
  const named = new Set(mentions.entities.map(({ entity }) => entity));
  return [...named].flatMap((subject) => dossiers.of(subject).roles);
}

/** «At Velmora, the sister in Hull, the chief executive»: a town stands where a person could. */
function isOnlyPlace({ value }: Stated<NameValue>, { nameFacts }: Knowledge): boolean {
  const holders = nameFacts().get(foldName(value.name)) ?? [];
  return holders.length > 0 && holders.every(isPlace);
}

function* judgeRoles(
  draft: DraftView,
  view: SentenceView,
  words: readonly RoleWords[],
  known: readonly Stated<NameValue>[],
): Iterable<Verdict> {
  for (const roles of rolesIn(draft, view, words)) {
    const person = personBeside(draft, view, roles[0]!.cue, known);
    if (person === undefined) continue;
    yield judgePerson(draft, view, person, roles);
  }
}

function judgePerson(draft: DraftView, view: SentenceView, person: Person, roles: readonly Role[]): Verdict {
  const asOf = dayOf(draft);
  const quoted = view.quotations.some((span) => overlaps(span, person.span));
  const [best] = roles;
  const claim: Claim = {
    kind: 'person',
    span: person.span,
    stated: { span: person.span, value: { kind: 'name', name: person.name } },
    subject: best!.fact.subject,
    cue: { start: view.items[best!.cue.start]!.span.start, end: view.items[best!.cue.end - 1]!.span.end },
    quoted,
    candidates: roles.map(({ fact, tie, cue }) => ({
      fact,
      score: tie,
      reasons: [`role «${cue.cue.phrase}»`],
    })),
  };
  const isLeaving = LEAVING.test(draft.draft.prose.text.slice(person.span.end, person.span.end + 80));
  for (const { fact, former } of roles) {
    const isPast = former || isLeaving;
    const value = fact.values.find((one) => isNamed(one, person.name) && (isPast || holdsThen(one, asOf)));
    if (value)
      return { label: 'supported', claim, evidence: { fact, value, why: `The fact names ${value.text}.` } };
  }
  return contradictPerson(claim, person, isLeaving ? { ...best!, former: true } : best!, asOf);
}

function contradictPerson(
  claim: Claim,
  person: Person,
  { fact, tie, former }: Role,
  asOf: EpochDay,
): Verdict {
  const other = fact.values.find((value) => isNamed(value, person.name));
  const current =
    fact.values.find((value) => holdsAt(value, asOf)) ??
    fact.values.find((value) => isNear(value, asOf)) ??
    fact.values[0]!;
  const isCovered = isNear(current, asOf);
  const isSlip = looksLike(person.name, current.text);
  const certain = tie >= 2 || (tie >= 1 && (isSlip || other !== undefined || person.known));
  if (!certain || !isCovered || (former && !isSlip) || current.value === undefined)
    return { label: 'not-enough-info', claim };
  const evidence = { fact, value: current, why: `The fact names ${current.text}.` };
  return { label: 'refuted', claim, evidence, reason: other ? 'outdated' : 'differs', strong: true };
}

/** Two full names that share a first or a last word: likelier a slip than another person. */
function looksLike(one: string, other: string): boolean {
  const a = one.toLowerCase().split(/\s+/);
  const b = other.toLowerCase().split(/\s+/);
  return a[0] === b[0] || a.at(-1) === b.at(-1);
}

/** A hand-over is reported in the days around it. */
function holdsThen(value: FactValue, asOf: EpochDay): boolean {
  return holdsAt(value, asOf) || holdsAt(value, asOf + 5) || holdsAt(value, asOf - 5);
}

/** A name that the facts hold, without a role beside it: right as a name. */
function judgeKnownName(
  stated: Stated<NameValue>,
  subjects: ReadonlySet<string>,
  { nameFacts }: Knowledge,
): Verdict {
  const holders = nameFacts().get(foldName(stated.value.name)) ?? [];
  const fact = holders.find(({ subject }) => subjects.has(subject)) ?? holders[0];
  const value = fact?.values.find((one) => isNamed(one, stated.value.name));
  const claim: Claim = {
    kind: fact && isPlace(fact) ? 'place' : 'person',
    span: stated.span,
    stated,
    ...(fact ? { subject: fact.subject } : {}),
    quoted: false,
    candidates: fact ? [{ fact, score: 1, reasons: ['the name is one of the facts'] }] : [],
  };
  if (fact === undefined || value === undefined || !subjects.has(fact.subject))
    return { label: 'not-enough-info', claim };
  return { label: 'supported', claim, evidence: { fact, value, why: `The fact names ${value.text}.` } };
}

function dayOf({ draft }: DraftView): EpochDay {
  return toEpochDay(draft.asOf.year, draft.asOf.month, draft.asOf.day);
}
