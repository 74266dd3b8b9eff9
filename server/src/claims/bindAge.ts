import type { Fact } from '../facts/facts.ts';
import type { DurationValue, Stated } from '../values/kind.ts';
import type { Binding, Knowledge, Place } from './binding.ts';
import { scopesOf } from './scope.ts';
import { entitiesOf, type Item, isPossessive } from './view.ts';

/**
 * Binds an age («the 23-year-old alliance», «Nordvinge, which turned 65», «in its 24th year», «a 23 year alliance»)
 * to the founding of whom it is said of: the name right behind it, else the possessor, else the subject of the clause.
 */
export function bindAge(
  place: Place,
  stated: Stated<DurationValue>,
  { dossiers }: Knowledge,
): readonly Binding[] {
  const owner = ownerOf(place, stated.value);
  if (owner === undefined) return [];
  const bindings: Binding[] = [];
  for (const [rank, entity] of owner.entities.entries()) {
    const { births, facts } = dossiers.of(entity);
    for (const fact of births) {
      const isFounding = fact.relation?.id === 'founded' || !hasFounding(facts);
      const score = owner.score - rank * 0.5 + (isFounding ? 1 : 0);
      bindings.push({
        fact,
        score,
        strong: owner.sure && isFounding && rank === 0 && !isOfThen(place),
        reasons: [`the age is said of ${entity} (${owner.why})`],
      });
    }
  }
  return bindings.sort((a, b) => b.score - a.score);
}

const THEN = new Set(['then', 'once', 'formerly', 'already', 'only', 'just', 'barely', 'hardly', 'still']);
const WAS = new Set(['was', 'were', 'been']);

/** «was then seven years old», «the then 20-year-old firm», «was 100 years old in 1999»: an age of another day than the article's. */
function isOfThen({ view: { items, clauseOf }, index, asOf }: Place): boolean {
  let at = index - 1;
  while (items[at]?.kind === 'word' && THEN.has(items[at]!.lower)) at -= 1;
  if (WAS.has(items[at]?.lower ?? '') || items[index - 1]?.lower === 'then') return true;
  return items.some(
    (item, place) =>
      item.kind === 'value' &&
      item.stated.value.kind === 'date' &&
      item.stated.value.to < asOf - YEAR &&
      clauseOf[place] === clauseOf[index] &&
      place > index,
  );
}

const YEAR = 366;

/** Who has no founding date in the facts is as old as its launch or its agreement. */
function hasFounding(facts: readonly Fact[]): boolean {
  return facts.some(({ relation }) => relation?.id === 'founded');
}

interface Owner {
  readonly entities: readonly string[];
  readonly score: number;
  readonly sure: boolean;
  readonly why: string;
}

/** «Captain Moira Prairie, 61, who flew it»: a bare number between commas is a person's age. */
function isAside(items: readonly Item[], index: number): boolean {
  return items[index - 1]?.lower === ',' && /^\d+$/.test(items[index]!.lower);
}

function ownerOf({ draft, view, index }: Place, { form }: DurationValue): Owner | undefined {
  const { items } = view;
  if (form === 'ago') return undefined;
  for (let at = index + 1; at <= index + 3; at += 1) {
    const item = items[at];
    const entities = entitiesOf(item);
    if (item?.kind === 'reference' && item.mention.via !== 'descriptor') break;
    if (entities.length > 0 && !isPossessive(item))
      return { entities, score: 4, sure: at === index + 1, why: 'named right behind it' };
    if (
      item?.kind !== 'word' ||
      ['of', 'in', 'after', 'before', 'and', 'to', 'for', 'as', 'ago'].includes(item.lower)
    )
      break;
  }
  if (form === 'span' || isAside(items, index)) return undefined;
  const before = items[index - 1];
  if (form === 'ordinal' && isPossessive(before))
    return { entities: entitiesOf(before), score: 4, sure: true, why: 'its possessor' };
  const scopes = [...scopesOf(draft, view, index)].sort((a, b) => b[1].strength - a[1].strength);
  const [best] = scopes;
  if (best === undefined) return undefined;
  // «the 52-year-old chief executive»: the noun behind an attributive age says whose it is, and it is nobody known.
  const attributive = form === 'age' && items[index]!.lower.includes('-');
  if (attributive) return undefined;
  const sure = best[1].kind === 'subject' || best[1].kind === 'adjacent' || best[1].kind === 'clause';
  return {
    entities: scopes.map(([entity]) => entity),
    score: 2 + best[1].strength / 3,
    sure,
    why: best[1].kind,
  };
}
