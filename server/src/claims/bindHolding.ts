import type { Fact } from '../facts/facts.ts';
import { type Binding, CANDIDATE, type Knowledge, type Place } from './binding.ts';
import { carriedInto } from './carried.ts';
import { isHolding } from './dossiers.ts';
import { type Holding, readHolding } from './holding.ts';
import { hasOwnSubject } from './scope.ts';
import { entitiesOf } from './view.ts';

/** Stems of verbs that may give anything to their subject. */
const VAGUE = new Set(['have', 'get', 'got', 'take', 'keep', 'pay']);

/** Binds a percentage to the stakes and voting rights that its sentence may speak of, the best first. */
export function bindHolding(place: Place, knowledge: Knowledge): readonly Binding[] {
  const { items, named: places } = place.view;
  const named = new Set(places.flatMap((at) => entitiesOf(items[at])));
  const carried = carriedFor(place);
  // Where nobody around holds anything, or is held, no pattern needs to be read.
  const hasHoldings = (entity: string) => knowledge.dossiers.of(entity).holdings.length > 0;
  if (![...named].some(hasHoldings) && !carried.some(hasHoldings)) return [];
  const read = readHolding(place.view, place.index);
  if (read === undefined) return [];
  const holding = onlyPossible(read, place, knowledge);
  const bindings: Binding[] = [];
  for (const fact of candidates(holding, named, carried, knowledge)) {
    const reversed = reversedOf(fact, knowledge);
    const binding = {
      ...bindOne(fact, holding, place, named, carried, knowledge),
      ...(reversed ? { reversed } : {}),
    };
    if (binding.score >= CANDIDATE) bindings.push(binding);
  }
  return preferNamed(onlyReading(bindings, place).sort((a, b) => b.score - a.score));
}

/** Whom the figure may be about without naming them; a table of owners is about what the draft is about. */
function carriedFor({ draft, view }: Place): readonly string[] {
  const carried = carriedInto(draft, view);
  const main = view.block.cell && draft.main();
  return main === undefined || carried.includes(main) ? carried : [...carried, main];
}

/**
 * Whom a pronoun or a descriptor leaves open («it has 6.3% of Roomward») is told by the other side: of several candidates, those
 * who hold nothing of it are not meant where exactly one does.
 */
function onlyPossible(holding: Holding, { view }: Place, { facts }: Knowledge): Holding {
  const { holder, held } = holding;
  const isNamed = ([one]: readonly string[]) =>
    view.items.some((item) => item.kind === 'entity' && item.mention.entity === one);
  const holds = (one: string, other: string) =>
    (facts.bySubject.get(one) ?? []).some((fact) => isHolding(fact) && fact.object === other);
  if (holder.length > 1 && held.length === 1 && isNamed(held)) {
    const possible = holder.filter((one) => holds(one, held[0]!));
    if (possible.length === 1) return { ...holding, holder: possible };
  }
  if (held.length > 1 && holder.length === 1 && isNamed(holder)) {
    const possible = held.filter((one) => holds(holder[0]!, one));
    if (possible.length === 1) return { ...holding, held: possible };
  }
  return holding;
}

/** Every holding in which one of the entities around takes part. */
function candidates(
  { holder, held }: Holding,
  named: ReadonlySet<string>,
  carried: readonly string[],
  { dossiers }: Knowledge,
): ReadonlySet<Fact> {
  const found = new Set<Fact>();
  for (const entity of [...holder, ...held, ...named, ...carried])
    for (const fact of dossiers.of(entity).holdings) found.add(fact);
  return found;
}

function bindOne(
  fact: Fact,
  holding: Holding,
  place: Place,
  named: ReadonlySet<string>,
  carried: readonly string[],
  knowledge: Knowledge,
): Binding {
  const reasons: string[] = [];
  const subject = roleScore(fact.subject, holding.holder, holding.holderUnknown, named, carried);
  const object = onlyHeld(
    fact,
    roleScore(fact.object ?? '', holding.held, holding.heldUnknown, named, carried),
    holding,
    place,
    knowledge,
  );
  reasons.push(`holder ${fact.subject}: ${subject.why}`, `held ${fact.object}: ${object.why}`);
  const votes = fact.relation?.id === 'voting-rights';
  const rightKind = votes === holding.votes;
  reasons.push(
    rightKind ? 'the words fit the relation' : `the words speak of ${holding.votes ? 'votes' : 'shares'}`,
  );
  const vague = object.sure < 0.75 && isVague(fact, holding, knowledge);
  const guess = vague && !carried.includes(fact.object ?? '') ? -1 : 0;
  const score = subject.score + object.score + (holding.cued ? 1 : 0) + (rightKind ? 0.5 : -2.5) + guess;
  const sure = subject.sure + object.sure;
  const ownSubject = hasOwnSubject(place.view, place.index, undefined, place.draft.draft.prose.text);
  const strong =
    !vague &&
    !(holding.step && !isFirstStep(fact, place)) &&
    holding.cued &&
    rightKind &&
    subject.sure > 0 &&
    object.sure > 0 &&
    (sure >= 2 || (sure >= 1.5 && !(ownSubject && subject.sure < 1)));
  const isCarried = holding.cued && rightKind && !holding.step && subject.sure === 0.5 && object.sure === 0.5;
  return {
    fact,
    score,
    strong,
    carried: isCarried,
    loose: subject.score < 0 || object.score < 0,
    explicit: isExplicit(fact, place),
    reasons,
    ...(holding.cue ? { cue: holding.cue.span } : {}),
  };
}

/** «Halvard has 25.9%» may be of anything that the facts know of it: such a verb alone makes no holding of what is nowhere named. */
function isVague({ subject }: Fact, { cue, held }: Holding, { facts }: Knowledge): boolean {
  if (held.length > 0 || !VAGUE.has(cue?.stem ?? '')) return false;
  return (facts.bySubject.get(subject) ?? []).some((fact) => fact.kind === 'percent' && !isHolding(fact));
}

/** «The other owners are Cobrenorte (40%) and …»: of whom nothing is said, but the holder has a share of only one in the draft. */
function onlyHeld(
  fact: Fact,
  score: RoleScore,
  { held, heldUnknown, cue }: Holding,
  { draft }: Place,
  { facts }: Knowledge,
): RoleScore {
  if (score.score >= 0 || held.length > 0 || heldUnknown || cue === undefined || VAGUE.has(cue.stem))
    return score;
  const inDraft = draft.entities();
  const possible = (facts.bySubject.get(fact.subject) ?? []).filter(
    (one) => isHolding(one) && one.relation === fact.relation && inDraft.has(one.object ?? ''),
  );
  return possible.length === 1 && possible[0] === fact
    ? { score: 0.5, sure: 0.5, why: 'the only one in the draft of which it holds a share' }
    : score;
}

/** What the held holds of the holder, by the same relation. */
function reversedOf({ subject, object, relation }: Fact, { facts }: Knowledge): Fact | undefined {
  return (facts.bySubject.get(object ?? '') ?? []).find(
    (fact) => fact.object === subject && fact.relation?.id === relation?.id,
  );
}

/** Whether both sides stand in the sentence by name. */
function isExplicit({ subject, object }: Fact, { view }: Place): boolean {
  const names = new Set(view.items.flatMap((item) => (item.kind === 'entity' ? [item.mention.entity] : [])));
  return names.has(subject) && names.has(object ?? '');
}

/** A purchase at the beginning of the timeline is all that is held. */
function isFirstStep({ values }: Fact, { context }: Place): boolean {
  const first = values.reduce((earliest, value) =>
    (value.from ?? 0) < (earliest.from ?? 0) ? value : earliest,
  );
  const { date } = context;
  return (
    date !== undefined &&
    first.from !== undefined &&
    date.value.from <= first.from &&
    first.from < date.value.to
  );
}

interface RoleScore {
  readonly score: number;
  /** 1: said in that role; 0.75: said as one of several; 0.5: carried over; 0: a guess or a contradiction. */
  readonly sure: number;
  readonly why: string;
}

function roleScore(
  entity: string,
  role: readonly string[],
  unknown: boolean,
  named: ReadonlySet<string>,
  carried: readonly string[],
): RoleScore {
  const rank = role.indexOf(entity);
  if (rank === 0) return { score: 2, sure: 1, why: 'named in that role' };
  if (rank > 0) return { score: 1.5, sure: 0.75, why: 'may be meant in that role' };
  if (role.length > 0) return { score: -3, sure: 0, why: `that role is ${role[0]}'s` };
  if (unknown)
    return {
      score: named.has(entity) || carried.includes(entity) ? 0.25 : -2,
      sure: 0,
      why: 'that role is somebody unknown',
    };
  if (named.has(entity)) return { score: 1, sure: 0.75, why: 'named in the sentence' };
  if (carried.includes(entity)) return { score: 0.75, sure: 0.5, why: 'carried over from before' };
  return { score: -0.5, sure: 0, why: 'not named' };
}

/** Under a headline or in a list both roles are carried over; where only one holding fits then, that is the one. */
function onlyReading(bindings: readonly Binding[], { view, index, draft }: Place): Binding[] {
  const [only] = bindings;
  if (bindings.length !== 1 || only === undefined || only.strong || !only.carried) return [...bindings];
  return hasOwnSubject(view, index, undefined, draft.draft.prose.text) ? [only] : [{ ...only, strong: true }];
}

/** Where one holding is bound clearly better than all others, the others are no candidates to refute by. */
function preferNamed(bindings: readonly Binding[]): readonly Binding[] {
  const [best, second] = bindings;
  if (best === undefined || second === undefined) return bindings;
  // Two holdings that fit equally well leave the reader in doubt: neither may refute.
  if (best.score - second.score < 0.2 && best.fact.relation === second.fact.relation) {
    return bindings.map((binding) => ({ ...binding, strong: false }));
  }
  return bindings;
}
