import {
  lastEntity,
  NOTHING,
  PASSIVE,
  SHARE_NOUNS,
  type Side,
  STAKE_NOUNS,
  skipDeterminers,
} from './holdingWords.ts';
import { isFunctionWord } from './stems.ts';
import { entitiesOf, type Item, isPossessive, type SentenceView } from './view.ts';

/** What follows the value: «stake in X», «of X», «of X's shares», «owned by Y». */
export function readRight({ items }: SentenceView, index: number): Side {
  let at = index + 1;
  const head = items[at];
  if (head?.kind === 'word' && STAKE_NOUNS.has(head.stem)) {
    at += 1;
    return { ...NOTHING, ...readStakeOf(items, at), cued: true, cue: head };
  }
  if (head?.kind === 'word' && PASSIVE.has(head.stem) && items[at + 1]?.lower === 'by') {
    return { ...NOTHING, holder: entitiesOf(skipDeterminers(items, at + 2)), cued: true, cue: head };
  }
  if (head?.kind === 'word' && /^(?:shareholder|owner|investor)$/.test(head.lower)) {
    return { ...NOTHING, ...readStakeOf(items, at + 1), cued: true, cue: head };
  }
  if (head?.stem === 'be' && PASSIVE.has(items[at + 1]?.stem ?? '') && items[at + 2]?.lower === 'by') {
    return {
      ...NOTHING,
      holder: entitiesOf(skipDeterminers(items, at + 3)),
      cued: true,
      cue: items[at + 1]!,
    };
  }
  if (
    head?.stem === 'be' &&
    items[at + 1]?.lower === 'in' &&
    items.slice(at + 2, at + 5).some(({ lower }) => lower === 'hands')
  ) {
    const of = items.findIndex(({ lower }, place) => lower === 'of' && place > at);
    return {
      ...NOTHING,
      holder: of < 0 ? [] : entitiesOf(skipDeterminers(items, of + 1)),
      cued: true,
      cue: items[at + 1]!,
    };
  }
  if (head?.lower === 'of') return readOf(items, at + 1);
  if (head?.lower === ',' && items[at + 1]?.lower === 'of') {
    const named = entitiesOf(skipDeterminers(items, at + 2));
    if (named.length > 0 && items[index - 1]?.lower === 'with')
      return { ...NOTHING, held: named, cued: true };
  }
  if (head?.lower === 'in') return { ...NOTHING, held: entitiesOf(skipDeterminers(items, at + 1)) };
  return NOTHING;
}

/** Behind «stake»: «in X», «of Y in X», «held by Y». */
export function readStakeOf(
  items: readonly Item[],
  start: number,
): Pick<Side, 'held' | 'holder' | 'unknown'> {
  let held: readonly string[] = [];
  let holder: readonly string[] = [];
  let unknown = false;
  for (let at = start; at < Math.min(start + 6, items.length); at += 1) {
    const { lower } = items[at]!;
    const named = skipDeterminers(items, at + 1);
    // «in» belongs to the stake only right behind it or behind whose it is: «has been in the books» does not.
    if (lower === 'in' && at > start && holder.length === 0) break;
    if (lower === 'in') {
      held = entitiesOf(named);
      unknown = held.length === 0;
      return { held, holder, unknown };
    }
    if (lower === 'of' || lower === 'by') holder = entitiesOf(named);
    if (items[at]!.kind === 'punct') break;
  }
  return { held, holder, unknown };
}

/** Behind «of»: a bare name is the held; a possessive one only before «shares», «stock», «votes». */
function readOf(items: readonly Item[], start: number): Side {
  const named = skipDeterminers(items, start);
  if (named === undefined) return NOTHING;
  if (named.lower === 'which' || named.lower === 'whom') return readQOfWhich(items, items.indexOf(named));
  const at = items.indexOf(named);
  const held = entitiesOf(named);
  if (held.length > 0 && isPossessive(named)) return readPossessed(items, at, held);
  if (held.length > 0) return { ...NOTHING, ...readPassive(items, at + 1), held, bare: isBare(items, at) };
  if (named.kind === 'word' && SHARE_NOUNS.has(named.stem)) {
    const votes = named.stem === 'vote';
    const of = items[at + 1]?.lower;
    const owner = of === 'in' || of === 'of' ? entitiesOf(skipDeterminers(items, at + 2)) : [];
    return { ...NOTHING, held: owner, votes, cued: true, cue: named };
  }
  return { ...NOTHING, unknown: true };
}

/** A name that nothing belongs to; in «20% of Roomward bookings» it only says whose bookings. */
function isBare(items: readonly Item[], name: number): boolean {
  const next = items[name + 1];
  return items[name]!.kind === 'entity' && (next?.kind !== 'word' || isFunctionWord(next.lower));
}

function readPossessed(items: readonly Item[], at: number, held: readonly string[]): Side {
  for (let next = at + 1; next <= at + 2; next += 1) {
    const noun = items[next];
    if (noun?.kind === 'word' && SHARE_NOUNS.has(noun.stem) && !noun.lower.startsWith('shareholder')) {
      return {
        ...NOTHING,
        held,
        votes: items.slice(at, next + 1).some(({ stem }) => stem === 'vote'),
        cued: true,
        cue: noun,
      };
    }
  }
  return { ...NOTHING, blocked: true };
}

/** «q of which belongs to Y», «q of which is owned by Y», «q of which Y owns»: the held stands before the comma. */
function readQOfWhich(items: readonly Item[], which: number): Side {
  const held = entitiesOf(lastEntity(items, which - 2));
  for (let at = which + 1; at < Math.min(which + 7, items.length); at += 1) {
    const item = items[at]!;
    const owner = entitiesOf(item);
    if (owner.length > 0) return { ...NOTHING, held, holder: owner, cued: true };
  }
  return { ...NOTHING, held };
}

/** «q of X is owned by Y», «q of X belongs to Y». */
function readPassive(items: readonly Item[], start: number): Pick<Side, 'holder' | 'cued'> {
  for (let at = start; at < Math.min(start + 4, items.length); at += 1) {
    const { stem } = items[at]!;
    if (!PASSIVE.has(stem)) continue;
    const link = items[at + 1]?.lower;
    if (link !== 'by' && link !== 'to') continue;
    return { holder: entitiesOf(skipDeterminers(items, at + 2)), cued: true };
  }
  return { holder: [], cued: false };
}
