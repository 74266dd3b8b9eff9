import { lastEntity, NOTHING, type Side } from './holdingWords.ts';
import { entitiesOf, type Item, isPossessive, type SentenceView } from './view.ts';

/** Nouns for those who hold a share of something. */
const OWNER = /^(?:co-)?(?:owner|shareholder|stockholder|investor|partner)s?$/;

/** Items between the noun for an owner and the figure of one. */
const REACH = 14;

/**
 * «Its biggest shareholder is Larkspur with 6.3%», «the owners are Cobrenorte (40%) and Tsuruga (17.5%)», «and, with 17.5%,
 * Tsuruga», «an 8.5% shareholder in its yard»: a noun for an owner makes the name beside the figure a holder. Undefined where
 * no such noun is near.
 */
export function readOwner({ items, clauseOf }: SentenceView, index: number): Side | undefined {
  const noun = ownerNoun(items, clauseOf, index);
  if (noun < 0) return undefined;
  const holder = nameBeside(items, index, noun);
  if (holder === undefined) return undefined;
  return {
    ...NOTHING,
    holder: entitiesOf(holder),
    held: heldOf(items, noun, holder),
    unknown: false,
    cued: true,
    cue: items[noun]!,
  };
}

/** The nearest noun for an owner around the figure; «the stake of its partner» is no such thing: the noun must be plain. */
function ownerNoun(items: readonly Item[], clauseOf: readonly number[], index: number): number {
  let best = -1;
  const from = Math.max(0, index - REACH);
  for (let at = from; at < Math.min(items.length, index + REACH); at += 1) {
    const { kind, lower } = items[at]!;
    if (kind !== 'word' || !OWNER.test(lower)) continue;
    if (clauseOf[at]! > clauseOf[index]!) continue;
    if (best < 0 || Math.abs(at - index) < Math.abs(best - index)) best = at;
  }
  return best;
}

/** The holder's name: «NAME (q», «NAME with q», «NAME, with q», «with q, NAME», «NAME is the largest owner, with q». */
function nameBeside(items: readonly Item[], index: number, noun: number): Item | undefined {
  const before = items[index - 1]?.lower;
  if (before === '(') return named(items, index - 2);
  if (before !== 'with') return undefined;
  const behind = items[index + 1]?.lower === ',' ? named(items, index + 2) : undefined;
  const opens = items[index - 2]?.lower === ',' || index === 1;
  if (behind && opens && ['and', 'are', 'is'].includes(items[index - 3]?.lower ?? 'is')) return behind;
  const near = items[index - 2]?.lower === ',' ? index - 3 : index - 2;
  const right = named(items, near);
  if (right) return right;
  // «X remains the largest shareholder, with 25%»: the subject of the noun.
  return noun < index ? lastEntity(items.slice(0, noun), noun - 1, 10) : lastEntity(items, index - 2, 6);
}

function named(items: readonly Item[], at: number): Item | undefined {
  const item = items[at];
  return item && entitiesOf(item).length > 0 && !isPossessive(item) ? item : undefined;
}

/** Of whom they are the owners: «Roomward's owners», «its biggest shareholder», «shareholder in HELD», «, with 25%, of HELD». */
function heldOf(items: readonly Item[], noun: number, holder: Item): readonly string[] {
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at -= 1) {
    if (isPossessive(items[at])) return entitiesOf(items[at]);
  }
  for (let at = noun + 1; at <= noun + 6 && items[at]; at += 1) {
    const link = items[at]!.lower;
    if (link !== 'of' && link !== 'in') continue;
    const found = items.slice(at + 1, at + 4).find((item) => entitiesOf(item).length > 0);
    return found && found !== holder ? entitiesOf(found) : [];
  }
  return [];
}
