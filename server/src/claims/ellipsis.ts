import type { Fact, FactBase } from '../facts/facts.ts';
import type { Binding, Place } from './binding.ts';
import type { Bound } from './findValues.ts';
import { isAnaphoric, isOnlyKind, sentenceBefore } from './place.ts';
import { entitiesOf, type Item, isPossessive } from './view.ts';

/**
 * What a value leaves unsaid because the value before it said it: «It is 24.5%» takes over that one's bindings, «Lumivox is at
 * 21.2%» its relation.
 */
export function complete(bound: Bound, last: Bound | undefined, facts: FactBase): Bound {
  if (last === undefined || last.stated.value.kind !== bound.stated.value.kind) return bound;
  return standIn(bound, last, facts) ?? inherit(bound, last);
}

function inherit(bound: Bound, last: Bound): Bound {
  const { place, bindings } = bound;
  if (bindings.length > 0) return bound;
  // «held not 44%, as some have it, but 41.6%»: what is put right is the same thing.
  const isPutRight =
    last.place.context.denied &&
    last.place.view === place.view &&
    (place.view.items[place.index - 1]?.lower === 'but' || isCorrect(place));
  if (isPutRight) return { ...bound, bindings: last.bindings };
  if (!isAnaphoric(place.view)) return bound;
  const before = sentenceBefore(place.draft, place.view);
  const isFirst = place.view.clauseOf[place.index] === 0 && isOnlyKind(place.view, bound.stated);
  if (before !== last.place.view || !isFirst) return bound;
  const bindingsOfBefore = last.bindings.map((binding) => ({
    ...binding,
    reasons: [...binding.reasons, 'taken over from the sentence before'],
  }));
  return { ...bound, bindings: bindingsOfBefore };
}

/** «put it at 54%; the correct figure is 45%». */
function isCorrect({ view: { items, clauseOf }, index }: Place): boolean {
  return items.some(({ lower }, at) => at < index && clauseOf[at] === clauseOf[index] && lower === 'correct');
}

/** Words between a name and its level: «is at», «is down to», «has gone from 9.6% to», «, which has». */
const LEVEL_WORDS = new Set(
  'is was are were be stands stood now at down up to has had have gone went come came from been still only just which , better'.split(
    ' ',
  ),
);
/** Words right before a level that somebody stands at. */
const LEVELS = new Set(['at', 'to', 'from', 'has', 'had', 'is', 'was']);
/** Blocks that the talk may go on over. */
const BLOCKS = 1;

/**
 * «Halvard's share of the market came to 29.5%; Lumivox is at 21.2%»: a name that only stands at a level has it of what was
 * spoken of last. Undefined where the words say more, or the facts have no such thing of that name.
 */
function standIn(bound: Bound, last: Bound, facts: FactBase): Bound | undefined {
  const { place, bindings } = bound;
  // Ages and days are nobody's level.
  if (!('precision' in bound.stated.value) || bound.stated.value.kind === 'duration') return undefined;
  if (place.view.block.cell || bindings.some(({ strong }) => strong)) return undefined;
  if (place.view.blockIndex - last.place.view.blockIndex > BLOCKS) return undefined;
  const named = nameAtLevel(place);
  const [spokenOf] = last.bindings;
  if (named === undefined || spokenOf === undefined) return undefined;
  const own = sameOf(named, spokenOf.fact, facts);
  if (own === undefined) return undefined;
  const binding: Binding = {
    fact: own,
    score: 4,
    strong: spokenOf.strong,
    nearly: true,
    explicit: true,
    ...(spokenOf.periodNamed === undefined ? {} : { periodNamed: spokenOf.periodNamed }),
    reasons: [`${named} stands at it, of what was spoken of before`],
  };
  return { ...bound, bindings: [binding] };
}

/** The name that stands at the value, with nothing but a verb of standing between; undefined where there is none. */
function nameAtLevel({ view: { items }, index }: Place): string | undefined {
  if (!LEVELS.has(items[index - 1]?.lower ?? '') || goesOn(items[index + 1])) return undefined;
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    const item = items[at]!;
    const named = item.kind === 'entity' && !isPossessive(item) ? entitiesOf(item) : [];
    if (named.length > 0) return named[0];
    const isFigure = item.kind === 'value' && item.stated.value.kind === kindOf(items[index]);
    if (!isFigure && !LEVEL_WORDS.has(item.lower)) return undefined;
  }
  return undefined;
}

/** «21% of Nissan», «21% stake» say themselves what they are of. */
function goesOn(item: Item | undefined): boolean {
  return item?.lower === 'of' || item?.lower === 'in' || item?.lower === 'stake' || item?.lower === 'more';
}

function kindOf(item: Item | undefined): string {
  return item?.kind === 'value' ? item.stated.value.kind : '';
}

/** The fact that says the same of another entity: the same relation, measure, object and period. */
function sameOf(entity: string, said: Fact, { bySubject }: FactBase): Fact | undefined {
  if (said.subject === entity) return said;
  if (said.relation === undefined) return undefined;
  return (bySubject.get(entity) ?? []).find(
    ({ kind, relation, of, object, period }) =>
      kind === said.kind &&
      relation?.id === said.relation?.id &&
      of === said.of &&
      object === said.object &&
      period?.label === said.period?.label,
  );
}
