import type { Fact } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import type { ValueKindName } from '../values/kind.ts';
import { type Binding, CANDIDATE, type Knowledge, type Place } from './binding.ts';
import { type CueMatch, distance, findCue } from './cues.ts';
import { periodOf, samePeriod } from './periods.ts';
import { type Scope, type Scopes, scopesOf } from './scope.ts';
import type { SentenceView } from './view.ts';

/** Binds a value to the facts whose cue stands near it and whose subject is in scope, the best first. */
export function bindByCue(
  place: Place,
  around: readonly SentenceView[],
  kinds: readonly ValueKindName[],
  subjects: Iterable<string>,
  knowledge: Knowledge,
): readonly Binding[] {
  const bindings: Binding[] = [];
  for (const subject of subjects) {
    for (const fact of knowledge.facts.bySubject.get(subject) ?? []) {
      if (fact.kind === undefined || !kinds.includes(fact.kind) || isHolding(fact)) continue;
      const binding = bindOne(fact, place, around, knowledge);
      if (binding && binding.score >= CANDIDATE) bindings.push(binding);
    }
  }
  return settle(
    bindings.sort((a, b) => b.score - a.score),
    place,
  ).toSorted((a, b) => b.score - a.score);
}

/** Stakes and votes are bound by their roles, in bindHolding.ts. */
export function isHolding(fact: Fact): boolean {
  return fact.kind === 'percent' && (fact.relation?.directed ?? false);
}

interface CueFound {
  readonly match: CueMatch;
  readonly span: Span;
  readonly score: number;
  /** It stands in the value's own sentence. */
  readonly own: boolean;
  readonly near: boolean;
  readonly reasons: readonly string[];
}

function bindOne(
  fact: Fact,
  place: Place,
  around: readonly SentenceView[],
  knowledge: Knowledge,
): Binding | undefined {
  const cue = cueFor(fact, place, around, knowledge);
  if (cue === undefined) return undefined;
  const scopes = scopesOf(place.draft, place.view, place.index, cue.own ? cue.match : undefined);
  const scope = scopes.get(fact.subject) ?? { kind: 'document', strength: 0.5 };
  const object = objectScore(fact, scopes);
  const period = periodScore(fact, place);
  if (period === undefined) return undefined;
  const rival = rivalStrength(fact, scopes);
  const score =
    cue.score + scope.strength + object.score + period.score - (rival > scope.strength ? 0.75 : 0);
  const strong = cue.near && isSure(scope, rival) && object.sure && period.sure;
  return {
    fact,
    score,
    strong,
    cue: cue.span,
    ...(period.named === undefined ? {} : { periodNamed: period.named }),
    reasons: [...cue.reasons, `subject ${fact.subject}: ${scope.kind}`, ...object.reasons, ...period.reasons],
  };
}

function isSure(scope: Scope, rival: number): boolean {
  return scope.strength >= 1.5 && scope.strength >= rival;
}

/** The strongest tie of any other entity: if it is stronger than the subject's, the figure is likely that one's. */
function rivalStrength(fact: Fact, scopes: Scopes): number {
  let strongest = 0;
  for (const [entity, { strength }] of scopes) {
    if (entity !== fact.subject && entity !== fact.object) strongest = Math.max(strongest, strength);
  }
  return strongest;
}

function cueFor(
  fact: Fact,
  place: Place,
  around: readonly SentenceView[],
  knowledge: Knowledge,
): CueFound | undefined {
  const own = cueIn(fact, place.view, place.index, knowledge, true);
  if (own) return own;
  for (const view of around) {
    const found = cueIn(fact, view, view.items.length, knowledge, false);
    if (found)
      return {
        ...found,
        score: found.score - 0.5,
        near: place.view.block.cell !== undefined && found.score >= 2,
      };
  }
  return undefined;
}

function cueIn(
  fact: Fact,
  view: SentenceView,
  near: number,
  knowledge: Knowledge,
  own: boolean,
): CueFound | undefined {
  const cues = knowledge.cuesOf(fact);
  const relation = findCue(view, cues.relation, near);
  const about = findCue(view, cues.about, near);
  const of = findCue(view, cues.of, near);
  if (cues.of.length > 0 && of === undefined && about === undefined) return undefined;
  const match =
    about && relation
      ? distance(about, near) <= distance(relation, near) + 2
        ? about
        : relation
      : (about ?? relation);
  if (match === undefined) return undefined;
  const sameClause =
    own && view.clauseOf[match.start] === view.clauseOf[Math.min(near, view.items.length - 1)];
  const narrow = cues.about.length === 0 || about !== undefined;
  const score =
    closeness(match, near, sameClause, own) +
    Math.min(match.cue.stems.length, 3) * 0.4 +
    (about && relation ? 0.5 : 0) +
    (of ? 0.3 : 0) -
    (narrow ? 0 : 0.5);
  const near2 = own && narrow && (sameClause || distance(match, near) <= 3);
  const span = { start: view.items[match.start]!.span.start, end: view.items[match.end - 1]!.span.end };
  return {
    match,
    span,
    score,
    near: near2,
    reasons: [`cue «${match.cue.phrase}»${sameClause ? ' in the same clause' : ''}`],
  };
}

function closeness(match: CueMatch, near: number, sameClause: boolean, own: boolean): number {
  if (!own) return 1;
  const base = sameClause ? 2 : 1;
  return base + (match.exact ? 0.3 : 0) - Math.min(distance(match, near), 10) * 0.06;
}

interface Part {
  readonly score: number;
  readonly sure: boolean;
  readonly reasons: readonly string[];
  /** Only of a period: whether the draft names it. */
  readonly named?: boolean;
}

function objectScore(fact: Fact, scopes: Scopes): Part {
  if (fact.object === undefined) return { score: 0, sure: true, reasons: [] };
  const scope = scopes.get(fact.object);
  if (scope === undefined)
    return { score: -0.75, sure: fact.about.length > 0, reasons: [`object ${fact.object} is not named`] };
  return { score: scope.strength / 3, sure: true, reasons: [`object ${fact.object}: ${scope.kind}`] };
}

/** Undefined where the draft names another period than the fact's. */
function periodScore(fact: Fact, place: Place): Part | undefined {
  if (fact.period === undefined) return { score: 0, sure: true, reasons: [] };
  const stated = periodOf(place.view, place.index);
  if (stated && place.context.role !== 'old') {
    if (samePeriod(stated.date, fact.period))
      return {
        score: stated.own ? 1 : 0.7,
        sure: true,
        reasons: [`period ${fact.period.label} is named`],
        named: true,
      };
    const rough = stated.date.from <= fact.period.from && fact.period.to <= stated.date.to;
    if (stated.own || !rough) return undefined;
  }
  if (stated && place.context.role === 'old' && stated.own && !samePeriod(stated.date, fact.period))
    return undefined;
  const ended = fact.period.to <= place.asOf + 200;
  return {
    score: ended ? 0 : -0.5,
    sure: true,
    reasons: [`period ${fact.period.label} is not named`],
    named: false,
  };
}

/**
 * Of facts that differ only by their period, where the draft names none, only the latest before the article's date counts
 * (facts-format.md); the older value of a change may be any of the earlier ones.
 */
function settle(bindings: readonly Binding[], place: Place): readonly Binding[] {
  const latest = new Map<string, Binding>();
  for (const binding of bindings) {
    if (binding.periodNamed !== false || binding.fact.period!.to > place.asOf + 200) continue;
    const known = latest.get(groupOf(binding.fact));
    if (known === undefined || known.fact.period!.to < binding.fact.period!.to)
      latest.set(groupOf(binding.fact), binding);
  }
  return bindings.flatMap((binding) => {
    if (binding.periodNamed !== false) return [binding];
    const isLatest = latest.get(groupOf(binding.fact)) === binding;
    if (place.context.role === 'old')
      return [isLatest ? { ...binding, score: binding.score - 1, strong: false } : binding];
    return isLatest ? [binding] : [];
  });
}

function groupOf({ subject, relation, object, of, about }: Fact): string {
  return [subject, relation?.id, object, of, ...about].join('|');
}
