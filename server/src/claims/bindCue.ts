import type { Fact } from '../facts/facts.ts';
import type { ValueKindName } from '../values/kind.ts';
import { type Binding, CANDIDATE, type Knowledge, type Place } from './binding.ts';
import { carriedInto } from './carried.ts';
import { type CueFound, cueFinder } from './cueNear.ts';
import { isHolding } from './dossiers.ts';
import { readsOtherwise } from './otherReadings.ts';
import { isOfWordsBefore, isSaidOfOther } from './ownSubject.ts';
import { scorePeriod, settlePeriods } from './periodFit.ts';
import { isAnaphoric, isByName } from './place.ts';
import { hasOwnSubject, type Scope, type Scopes, scopeFinder } from './scope.ts';
import type { Subjects } from './subjects.ts';
import { entitiesOf, type SentenceView } from './view.ts';

/** Binds a value to the facts whose cue stands near it and whose subject is in scope, the best first. */
export function bindByCue(
  place: Place,
  around: readonly SentenceView[],
  kinds: readonly ValueKindName[],
  subjects: Subjects,
  knowledge: Knowledge,
): readonly Binding[] {
  const facts = knowledge
    .factsIn(subjects, place.view, around)
    .filter((fact) => fact.kind !== undefined && kinds.includes(fact.kind) && !isHolding(fact));
  if (facts.length === 0) return [];
  const search: Search = {
    place,
    around,
    knowledge,
    cueFor: cueFinder(place, around, knowledge),
    scopesFor: scopeFinder(place.draft, place.view, place.index),
  };
  const bindings: Binding[] = [];
  for (const fact of facts) {
    const binding = bindOne(fact, search);
    if (binding && binding.score >= CANDIDATE) bindings.push(binding);
  }
  if (bindings.length === 0) return bindings;
  return settlePeriods(bindings, place).toSorted((a, b) => b.score - a.score);
}

/** One value and what is worked out for it once, however many facts it may be claiming. */
interface Search {
  readonly place: Place;
  readonly around: readonly SentenceView[];
  readonly knowledge: Knowledge;
  readonly cueFor: ReturnType<typeof cueFinder>;
  readonly scopesFor: ReturnType<typeof scopeFinder>;
}

function bindOne(fact: Fact, { place, around, knowledge, cueFor, scopesFor }: Search): Binding | undefined {
  const cue = cueFor(fact);
  if (cue === undefined || readsOtherwise(fact, cue, place)) return undefined;
  const scopes = scopesFor(cue.tie === 'around' ? undefined : cue.whole, fact.kind === 'date');
  const own = lineScope(fact, cue, tableScope(fact, place, around, scopes));
  const scope = isOthers(knowledge, fact, own, scopes, cue, place) ? own : withPhrase(own, cue);
  const object = scoreObject(fact, scopes, cue, place);
  const period = scorePeriod(fact, place);
  if (period === undefined) return undefined;
  const rival = cue.specific ? possessorRival(fact, scopes) : rivalStrength(fact, scopes, scope, knowledge);
  const tight = cue.tie === 'tight' || (cue.tie === 'around' && leansOnLine(place, cue, scope, period.named));
  const isElse =
    place.view.block.cell !== undefined &&
    !isExplicit(fact.subject, place) &&
    isByName(place.draft, place.view.block);
  const sure =
    tight &&
    object.sure &&
    period.sure &&
    !isElse &&
    !isSaidOfOther(fact, cue, place.draft.draft.prose.text) &&
    !isOfWordsBefore(cue, place.index);
  return {
    fact,
    score: cue.score + scope.strength + object.score + period.score - (rival > scope.strength ? 0.75 : 0),
    strong: sure && cue.narrow && isSure(scope, rival),
    fits: sure && cue.narrow,
    nearly: sure && cue.match.exact && rival < 3,
    cue: cue.span,
    explicit: isExplicit(fact.subject, place),
    ...(period.named === undefined ? {} : { periodNamed: period.named }),
    reasons: [
      `cue «${cue.match.cue.phrase}»: ${cue.tie}${cue.narrow ? '' : ', without the fact’s own words'}`,
      `subject ${fact.subject}: ${scope.kind}${rival > scope.strength ? ', but another name is closer' : ''}`,
      ...object.reasons,
      ...period.reasons,
    ],
  };
}

/** Whether the subject stands in the sentence (or its table's heads) by name, not only by a pronoun or a descriptor. */
function isExplicit(subject: string, { view }: Place): boolean {
  return view.named.some((at) => {
    const item = view.items[at]!;
    return item.kind === 'entity' && item.mention.entity === subject;
  });
}

/** A cell leans on its table's caption, a list item with a period of its own on the line that opens the list. */
function leansOnLine(
  { view }: Place,
  { score }: CueFound,
  scope: Scope,
  periodNamed: boolean | undefined,
): boolean {
  // A column of «Others» under the same caption is somebody else's: the heads themselves must name the subject.
  if (isAnaphoric(view)) return score >= 1.4;
  if (view.block.cell) return score >= 1.4 && (scope.kind === 'table' || scope.kind === 'adjacent');
  return view.block.kind === 'list-item' && periodNamed === true;
}

/** In a table without names the caption tells whose figures they are, or else the draft, where it is about one subject. */
function tableScope(
  { subject }: Fact,
  { draft, view }: Place,
  around: readonly SentenceView[],
  scopes: Scopes,
): Scope {
  const own = scopes.get(subject) ?? { kind: 'document', strength: 0.5 };
  if (view.block.cell === undefined || own.strength >= 1.6 || isByName(draft, view.block)) return own;
  const named = around.flatMap(({ items }) => items.flatMap(entitiesOf));
  const isMeant = named.length > 0 ? named[0] === subject : draft.main() === subject;
  return isMeant ? { kind: 'carried', strength: 1.6 } : own;
}

/** The line that opens a list may name whom its items are about. */
function lineScope({ subject }: Fact, { tie, view }: CueFound, scope: Scope): Scope {
  const isNamed = tie === 'around' && view.items.some((item) => entitiesOf(item)[0] === subject);
  return isNamed && scope.strength < 1.8 ? { kind: 'carried', strength: 1.8 } : scope;
}

/** A phrase of the fact's own («ground was broken», «older chips») names its subject as good as a name does. */
function withPhrase(scope: Scope, { specific }: CueFound): Scope {
  return specific && scope.strength < 1.5 ? { kind: scope.kind, strength: 1.5 } : scope;
}

/** «Garrick, a rival, cut 10% of its staff»: a phrase does not name its subject where the sentence names another. */
function isOthers(
  knowledge: Knowledge,
  fact: Fact,
  own: Scope,
  scopes: Scopes,
  { match }: CueFound,
  { draft, view, index }: Place,
): boolean {
  if (own.kind !== 'document' || !knowledge.isShared(match.cue.phrase)) return false;
  const isNamed = ([entity, { kind }]: readonly [string, Scope]) =>
    entity !== fact.object && kind !== 'document' && kind !== 'carried';
  return [...scopes].some(isNamed) || hasOwnSubject(view, index, match, draft.draft.prose.text);
}

/** Of whom else the phrase is said to be: «Y's older chips». */
function possessorRival(fact: Fact, scopes: Scopes): number {
  const rivals = [...scopes].filter(
    ([entity, { kind }]) => kind === 'possessor' && entity !== fact.subject && entity !== fact.object,
  );
  return Math.max(0, ...rivals.map(([, { strength }]) => strength));
}

function isSure(scope: Scope, rival: number): boolean {
  return scope.strength >= 1.5 && scope.strength >= rival;
}

/** The strongest tie of any other entity: if it is stronger than the subject's, the figure is likely that one's. */
function rivalStrength(fact: Fact, scopes: Scopes, own: Scope, { facts }: Knowledge): number {
  // An event that only one of the names in the clause has («X, which Y launched in 2009») is that one's.
  const isEvent = fact.kind === 'date' && own.strength >= 1.9;
  let strongest = 0;
  for (const [entity, { kind, strength }] of scopes) {
    if (entity === fact.subject || entity === fact.object) continue;
    const competes =
      !isEvent ||
      kind === 'possessor' ||
      (facts.bySubject.get(entity) ?? []).some(({ relation }) => relation?.id === fact.relation?.id);
    if (competes) strongest = Math.max(strongest, strength);
  }
  return strongest;
}

/** What a part of a fact adds to its binding. */
interface Part {
  readonly score: number;
  readonly sure: boolean;
  readonly reasons: readonly string[];
}

function scoreObject(fact: Fact, scopes: Scopes, { match, tie }: CueFound, place: Place): Part {
  if (fact.object === undefined) return { score: 0, sure: true, reasons: [] };
  const scope = scopes.get(fact.object);
  if (scope !== undefined)
    return { score: scope.strength / 3, sure: true, reasons: [`object ${fact.object}: ${scope.kind}`] };
  // «The company that Sundaram bought in 2021», «bought control»: nothing else is bought, and the draft has just named it.
  const next = tie === 'around' ? undefined : place.view.items[match.end]?.lower;
  const isMeant = OBJECTLESS.has(next ?? '') && carriedInto(place.draft, place.view).includes(fact.object);
  const reasons = [`object ${fact.object} is ${isMeant ? 'carried over' : 'not named'}`];
  return { score: -0.75, sure: isMeant || fact.about.length > 0, reasons };
}

const OBJECTLESS = new Set(['in', 'on', 'control', 'it', 'them']);
