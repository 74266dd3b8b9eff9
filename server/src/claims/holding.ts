import { partnerOf } from './lists.ts';
import { isFunctionWord } from './stems.ts';
import { entitiesOf, type Item, isPossessive, type SentenceView } from './view.ts';

/**
 * Who holds a share of whom, as a sentence says it around one percentage:
 * «HOLDER's q stake in HELD», «HOLDER owns q of HELD», «q of HELD is owned by HOLDER», «HELD, of which HOLDER has q»,
 * «raised its stake in HELD to q». Patterns are read on items, so that a name of any length is one step.
 */
export interface Holding {
  /** Candidates for the holder, the likeliest first; empty where the sentence leaves it open. */
  readonly holder: readonly string[];
  readonly held: readonly string[];
  /** How sure the words are that this is a holding: a stake noun or a verb of owning beside the value. */
  readonly cued: boolean;
  /** Whom it is held in is said, but it is none of the known entities («a company», «the domestic market»). */
  readonly heldUnknown: boolean;
  readonly holderUnknown: boolean;
  /** Votes, not shares. */
  readonly votes: boolean;
  /** Said of a purchase, not of what is held. */
  readonly step: boolean;
  /** The item range of the words that made it a holding, for the explanation. */
  readonly cue?: Item;
}

export const STAKE_NOUNS = new Set([
  'stake',
  'holding',
  'hold',
  'interest',
  'sharehold',
  'share',
  'equiti',
  'particip',
]);
const SHARE_NOUNS = new Set(['share', 'stock', 'capit', 'equiti', 'vote']);
const OWNING_VERBS = new Set(
  'own hold have keep control take buy acquir retain possess purchas get got hand disclos'.split(' '),
);
/** «Bought 10%» may come on top of what was there already: it says what is held only where it is the first step. */
const STEP_VERBS = new Set(['take', 'buy', 'acquir', 'purchas', 'get', 'pay']);
const PASSIVE = new Set(['own', 'hold', 'control', 'belong']);
const TO_VALUE = new Set(['to', 'from', 'at', 'of', 'be', 'reach', 'by', 'into', 'stand', 'total', 'remain']);

/** Reads the roles around the value at `index`; undefined where nothing speaks of a holding. */
export function readHolding(view: SentenceView, index: number): Holding | undefined {
  const partner = partnerOf(view, index);
  const right = readRight(view, partner?.last ?? index);
  if (right.blocked) return undefined;
  const left = readLeft(view, partner?.first ?? index);
  const ofWhich = readOfWhich(view, index);
  const either = partner
    ? {
        held: reciprocal(view, index) ? partner.others : first(right.held, ofWhich?.held, left.held),
        holder: partner.own,
      }
    : {
        held: first(right.held, ofWhich?.held, left.held),
        holder: first(right.holder, ofWhich?.holder, left.holder),
      };
  const held = other(either.held, either.holder);
  const holder = other(either.holder, held);
  const cued = right.cued || left.cued || (ofWhich?.cued ?? false);
  if (!cued && held.length === 0) return undefined;
  const cue = right.cue ?? left.cue ?? ofWhich?.cue;
  return {
    holder,
    held,
    cued,
    heldUnknown: held.length === 0 && right.unknown,
    holderUnknown: holder.length === 0 && left.unknown,
    votes: right.votes || left.votes,
    step: cue !== undefined && STEP_VERBS.has(cue.stem),
    ...(cue ? { cue } : {}),
  };
}

/** «own 4.1% and 11.6% of one another». */
function reciprocal({ items }: SentenceView, index: number): boolean {
  return items
    .slice(index)
    .some(
      ({ lower }, at, rest) =>
        (lower === 'another' && rest[at - 1]?.lower === 'one') ||
        (lower === 'other' && rest[at - 1]?.lower === 'each'),
    );
}

/** Nobody holds himself: whoever is the only candidate for one role is none for the other. */
function other(role: readonly string[], against: readonly string[]): readonly string[] {
  return against.length === 1 || role[0] !== against[0]
    ? role.filter((entity) => entity !== against[0])
    : role;
}

function first(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

interface Side {
  readonly held: readonly string[];
  readonly holder: readonly string[];
  readonly cued: boolean;
  readonly unknown: boolean;
  readonly votes: boolean;
  /** The words say outright that it is a share of something else («of its sales»). */
  readonly blocked?: boolean;
  readonly cue?: Item;
}

const NOTHING: Side = { held: [], holder: [], cued: false, unknown: false, votes: false };

/** What follows the value: «stake in X», «of X», «of X's shares», «owned by Y». */
function readRight({ items }: SentenceView, index: number): Side {
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
function readStakeOf(items: readonly Item[], start: number): Pick<Side, 'held' | 'holder' | 'unknown'> {
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
  if (held.length > 0) return { ...NOTHING, ...readPassive(items, at + 1), held };
  if (named.kind === 'word' && SHARE_NOUNS.has(named.stem)) {
    const votes = named.stem === 'vote';
    const of = items[at + 1]?.lower;
    const owner = of === 'in' || of === 'of' ? entitiesOf(skipDeterminers(items, at + 2)) : [];
    return { ...NOTHING, held: owner, votes, cued: true, cue: named };
  }
  return { ...NOTHING, unknown: true };
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

/** What stands before the value: a possessor, a verb of owning, or «stake in X to». */
function readLeft(view: SentenceView, index: number): Side {
  const { items } = view;
  const before = skipBackAdjectives(items, index - 1);
  const item = items[before];
  if (item === undefined) return NOTHING;
  if (item.lower === '(' && entitiesOf(items[before - 1]).length > 0) {
    // «belongs to Hokuyo (40%), Kessandra (35%) and the province».
    const verb = items
      .slice(0, before)
      .findLastIndex(({ stem }) => PASSIVE.has(stem) || STAKE_NOUNS.has(stem));
    if (verb < 0) return NOTHING;
    const { holder: held, unknown } = subjectBefore(view, verb);
    return {
      ...NOTHING,
      holder: entitiesOf(items[before - 1]),
      held,
      unknown: unknown || held.length === 0,
      cued: true,
      cue: items[verb]!,
    };
  }
  if (isPossessive(item)) {
    // «keeps its 12% of X»: a share of a name that is one's own is a holding.
    const right =
      items[index + 1]?.lower === 'of' && entitiesOf(skipDeterminers(items, index + 2)).length > 0;
    return { ...NOTHING, holder: entitiesOf(item), cued: right };
  }
  if (item.kind === 'word' && TO_VALUE.has(item.stem)) {
    const noun = findStakeNoun(view, before);
    if (noun >= 0 && (item.lower !== 'of' || noun === before - 1)) return readStakeNoun(view, noun);
  }
  if (item.lower === 'with' && items[index + 1]?.lower === 'of') {
    const holder = entitiesOf(lastEntity(items, before - 1, 2));
    return { ...NOTHING, holder, cued: holder.length > 0, cue: item };
  }
  if (item.lower === 'of' && ['owner', 'holder'].includes(items[before - 1]?.lower ?? '')) {
    const named = items.slice(0, before).findLast((one) => one.kind === 'entity' && !isPossessive(one));
    return {
      ...NOTHING,
      holder: entitiesOf(named),
      unknown: named === undefined,
      cued: true,
      cue: items[before - 1]!,
    };
  }
  const noun = view.block.cell ? findStakeNoun(view, before) : -1;
  if (noun >= 0) return readStakeNoun(view, noun);
  const verb = findOwningVerb(view, before);
  if (verb < 0) return NOTHING;
  const { holder, unknown } = subjectBefore(view, verb);
  return { ...NOTHING, holder, unknown, cued: true, cue: items[verb]! };
}

/** The nearest stake noun to the left within the sentence, at most 12 items away, with no sentence break between. */
function findStakeNoun({ items }: SentenceView, from: number): number {
  for (let at = from; at >= Math.max(0, from - 12); at -= 1) {
    const item = items[at]!;
    if (item.kind !== 'word') continue;
    if (
      STAKE_NOUNS.has(item.stem) &&
      item.lower !== 'hold' &&
      item.lower !== 'holds' &&
      item.lower !== 'held'
    )
      return at;
    if (item.stem === 'vote' || (item.stem === 'right' && items[at - 1]?.stem === 'vote')) return at;
  }
  return -1;
}

function readStakeNoun(view: SentenceView, noun: number): Side {
  const { items } = view;
  const votes = items[noun]!.stem === 'vote' || items[noun]!.stem === 'right';
  const start = votes && items[noun - 1]?.stem === 'vote' ? noun - 1 : noun;
  const { held, holder: of } = readStakeOf(items, noun + 1);
  const owner = items[skipBackAdjectives(items, start - 1)];
  const base = { ...NOTHING, held, votes, cued: true, cue: items[noun]! };
  if (isPossessive(owner)) return { ...base, holder: entitiesOf(owner) };
  if (of.length > 0) return { ...base, holder: of };
  // «Orsa holding»: the name before the noun, without a possessive, is what is held.
  if (entitiesOf(owner).length > 0 && held.length === 0) return { ...base, held: entitiesOf(owner) };
  return { ...base, ...subjectBefore(view, start) };
}

const ADVERBS = new Set([
  'not',
  'still',
  'now',
  'already',
  'just',
  'only',
  'also',
  'then',
  'at',
  'least',
  'most',
  'a',
  'an',
  'the',
  'as',
  'much',
  'some',
  'around',
  'about',
  'over',
  'under',
  'more',
  'than',
  'its',
  'remaining',
  'for',
]);

function findOwningVerb({ items }: SentenceView, from: number): number {
  for (let at = from; at >= Math.max(0, from - 3); at -= 1) {
    const item = items[at]!;
    if (item.kind === 'word' && OWNING_VERBS.has(item.stem)) return at;
    if (item.lower === 'for' && items[at - 1]?.stem === 'pay') return at - 1;
    // «has sold 10%» has sold, not has: only adverbs may stand between.
    if (item.kind !== 'word' || !(item.lower.endsWith('ly') || ADVERBS.has(item.lower))) return -1;
  }
  return -1;
}

const RELATIVES = new Set(['which', 'that', 'who']);

/** The subject of a verb: the nearest name before it; before a relative pronoun, the name that the pronoun stands for. */
export function subjectBefore(
  { items, clauseOf }: SentenceView,
  verb: number,
): { holder: readonly string[]; unknown: boolean } {
  let words = 0;
  for (let at = verb - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    const named = entitiesOf(item);
    if (named.length > 0 && !isPossessive(item)) return { holder: named, unknown: false };
    if (named.length > 0) return { holder: [], unknown: true };
    if (RELATIVES.has(item.lower)) {
      const antecedent = lastEntity(items, at - 1, 3);
      return { holder: entitiesOf(antecedent), unknown: antecedent === undefined };
    }
    if (item.kind === 'word') words += 1;
    if (item.kind === 'punct' && clauseOf[at] !== clauseOf[verb]) {
      const resumed = resumedSubject(items, at);
      if (resumed.length > 0) return { holder: resumed, unknown: false };
      break;
    }
  }
  return { holder: [], unknown: words > 3 };
}

/** «X, which bought 34%, ⟨keeps⟩»: behind a relative clause the sentence goes on with the name that it belonged to. */
function resumedSubject(items: readonly Item[], comma: number): readonly string[] {
  for (let at = comma - 1; at > 0; at -= 1) {
    if (RELATIVES.has(items[at]!.lower) && items[at - 1]!.lower === ',') return entitiesOf(items[at - 2]);
  }
  return [];
}

/** «HELD, of which HOLDER owns q» and «HELD, in which HOLDER has q». */
function readOfWhich({ items }: SentenceView, index: number): Side | undefined {
  for (let at = index - 1; at > Math.max(0, index - 9); at -= 1) {
    const item = items[at]!;
    if (item.kind === 'value' && item.stated.value.kind === 'percent') return undefined;
    if (item.lower !== 'which' || !['of', 'in'].includes(items[at - 1]?.lower ?? '')) continue;
    const holder = items.slice(at + 1, index).flatMap(entitiesOf);
    return { ...NOTHING, held: entitiesOf(lastEntity(items, antecedentEnd(items, at))), holder, cued: true };
  }
  return undefined;
}

/** Where the name ends that «of which» stands for; a second «and of which» goes back to what the first «which» stood for. */
function antecedentEnd(items: readonly Item[], which: number): number {
  if (items[which - 2]?.lower !== 'and') return which - 2;
  for (let at = which - 3; at >= 0; at -= 1)
    if (items[at]!.lower === 'which')
      return ['of', 'in'].includes(items[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return which - 2;
}

/** The nearest named item at or before `from`, at most `reach` items away. */
function lastEntity(items: readonly Item[], from: number, reach = 8): Item | undefined {
  for (let at = from; at >= Math.max(0, from - reach); at -= 1) {
    if (entitiesOf(items[at]).length > 0) return items[at];
  }
  return undefined;
}

/**
 * The name that a noun phrase stands for: past articles; past a possessor («its Japanese partner» is the partner); past
 * one or two common nouns before the name («the broadcaster Kanal 12»).
 */
function skipDeterminers(items: readonly Item[], start: number): Item | undefined {
  let at = start;
  while (
    items[at]?.kind === 'word' &&
    ['the', 'a', 'an', 'all', 'both', 'outstanding'].includes(items[at]!.lower)
  )
    at += 1;
  const next = items[at + 1];
  if (isPossessive(items[at]) && next?.kind === 'reference' && !next.mention.possessive) return next;
  for (
    let ahead = at + 1;
    ahead <= at + 2 && items[ahead - 1]?.kind === 'word' && !isFunctionWord(items[ahead - 1]!.lower);
    ahead += 1
  ) {
    if (items[ahead]?.kind === 'entity' && !isPossessive(items[ahead])) return items[ahead];
  }
  return items[at];
}

/** Words between a verb and its value, or a possessor and its noun, that change nothing of who holds what. */
const ADJECTIVES = new Set(
  'the a an remaining entire whole existing current present direct indirect minority majority controlling combined total new some only full'.split(
    ' ',
  ),
);

/** Steps left over articles and adjectives, to a possessor («its strategic 15% stake») or to the word that governs the value. */
function skipBackAdjectives(items: readonly Item[], from: number): number {
  for (let at = from; at >= Math.max(0, from - 2); at -= 1) {
    if (isPossessive(items[at])) return at;
    const item = items[at]!;
    if (
      item.kind !== 'word' ||
      TO_VALUE.has(item.stem) ||
      OWNING_VERBS.has(item.stem) ||
      item.lower.endsWith('ed')
    )
      break;
  }
  let at = from;
  while (at > 0 && items[at]?.kind === 'word' && ADJECTIVES.has(items[at]!.lower)) at -= 1;
  return at;
}
