import type { DateValue } from '../values/kind.ts';
import { isRetracted } from './retraction.ts';
import { type Item, isPossessive, type SentenceView } from './view.ts';

/** How a value stands in its sentence: what kind of statement it is part of, and of when it speaks. */
export interface Context {
  /** Of two values of a change: «cut to 15% (`new`) from 43% (`old`)», «10.1%, down from 10.6% (`old`)». */
  readonly role?: 'new' | 'old';
  /** «not 44%», «rather than 40%», «we wrongly said 40%»: the draft itself says that it is not so. */
  readonly denied: boolean;
  /** «if it fell to 10%», «would», «could»: nobody says that it is so. */
  readonly hypothetical: boolean;
  /** «expects», «target», «aims», «plans»: not yet so. */
  readonly forecast: boolean;
  /** `now`: the sentence speaks of today; `past`: of an earlier time; undefined: it could be either. */
  readonly tense?: 'now' | 'past';
  /** A day named for it: «since 2017», «until October 2023», «in 2001». */
  readonly date?: { readonly word: 'at' | 'since' | 'until'; readonly value: DateValue };
}

const OLD_BEFORE = new Set(['from', 'against', 'versus', 'vs', 'after', 'compared', 'with', 'than']);
const DENIALS = new Set(['not', "isn't", "wasn't", "aren't", "weren't", 'never', 'nor', 'neither']);
const HYPOTHETICAL = new Set('would could might should may chance unless hypothetical'.split(' '));
const REPORTING = new Set(['say', 'announc', 'tell', 'plan', 'promis', 'agre', 'decid']);
const RELATIVE = new Set(['which', 'who', 'whose', 'where']);
const FORECAST = new Set([
  'want',
  'seek',
  'wish',
  'consid',
  'propos',
  'expect',
  'forecast',
  'target',
  'aim',
  'plan',
  'goal',
  'guid',
  'predict',
  'project',
  'intend',
  'hope',
  'outlook',
  'will',
  'could',
  'may',
  'meant',
  'due',
  'scheduled',
  'supposed',
]);
const PAST_WORDS = new Set([
  'then',
  'once',
  'formerly',
  'previously',
  'earlier',
  'originally',
  'initially',
  'ago',
  'used',
  'former',
  'old',
  'peak',
  'until',
]);
const PAST_VERBS = new Set([
  'was',
  'were',
  'had',
  'held',
  'owned',
  'stood',
  'took',
  'bought',
  'paid',
  'acquired',
  'became',
  'got',
  'gave',
  'kept',
  'sold',
  'raised',
  'cut',
  'lifted',
  'reduced',
]);
const NOW_VERBS = new Set([
  'is',
  'are',
  'has',
  'have',
  'owns',
  'own',
  'holds',
  'hold',
  'controls',
  'control',
  'keeps',
  'keep',
  'belongs',
  'remains',
  'stands',
  'employs',
  'retains',
]);
const NOW_WORDS = new Set(['now', 'currently', 'today', 'still', 'present', 'current', 'presently']);

/** Reads the context of the value at `index` from the words of its clause (and, for conditions, its sentence). */
export function contextOf(view: SentenceView, index: number): Context {
  const { items } = view;
  const clause = clauseItems(view, index);
  const role = roleOf(view, index);
  // «wants it to sell its 43% stake» takes the stake for granted, whatever is wished or expected of it.
  const isOwned = isPossessive(items[index - 1]);
  const date = dateFor(view, index);
  const tense = tenseOf(clause, index, items);
  return {
    ...(role ? { role } : {}),
    denied: isDenied(items, index) || isRetracted(view, index),
    hypothetical: !isOwned && isHypothetical(view, index),
    forecast:
      !isOwned &&
      clause.some(
        ({ kind, stem, lower, span }) =>
          kind === 'word' &&
          span.start < items[index]!.span.start &&
          (FORECAST.has(stem) || FORECAST.has(lower) || lower === 'would'),
      ),
    ...(tense ? { tense } : {}),
    ...(date ? { date } : {}),
  };
}

/** The items of the clause that holds the item at `index`. */
export function clauseItems({ items, clauseOf }: SentenceView, index: number): readonly Item[] {
  return items.filter((_, at) => clauseOf[at] === clauseOf[index]);
}

/** The word before a value, past its articles. */
function wordBefore(items: readonly Item[], index: number): number {
  let at = index - 1;
  while (at >= 0 && ['a', 'an', 'the', 'its', 'their', 'some', 'around', 'about'].includes(items[at]!.lower))
    at -= 1;
  return at;
}

function roleOf({ items }: SentenceView, index: number): 'new' | 'old' | undefined {
  const at = wordBefore(items, index);
  const word = items[at]?.lower;
  if (word === undefined) return undefined;
  if (word === 'with' && items[at - 1]?.lower !== 'compared') return undefined;
  if (word === 'than' && items[at - 1]?.lower === 'rather') return undefined;
  if (OLD_BEFORE.has(word)) return isChangeNear(items, index) ? 'old' : undefined;
  if (word === 'to' || word === 'into') return 'new';
  const partner = otherValue(items, index);
  if (partner !== undefined && partner > index && roleWordBefore(items, partner)) return 'new';
  return undefined;
}

function roleWordBefore(items: readonly Item[], index: number): boolean {
  const word = items[wordBefore(items, index)]?.lower ?? '';
  return OLD_BEFORE.has(word) && word !== 'with' && word !== 'than';
}

/** Another value of the same kind within 14 items: without it «from 43%» is no change. */
function isChangeNear(items: readonly Item[], index: number): boolean {
  return (
    otherValue(items, index) !== undefined ||
    ['up', 'down', 'slightly'].includes(items[wordBefore(items, index) - 1]?.lower ?? '')
  );
}

function otherValue(items: readonly Item[], index: number): number | undefined {
  const own = items[index]!;
  if (own.kind !== 'value') return undefined;
  for (let step = 1; step <= 14; step += 1) {
    for (const at of [index + step, index - step]) {
      const item = items[at];
      if (item?.kind === 'value' && item.stated.value.kind === own.stated.value.kind) return at;
    }
  }
  return undefined;
}

/** A condition anywhere before the value; a modal only where it governs the value's own verb: in its clause, before it. */
function isHypothetical({ items, clauseOf }: SentenceView, index: number): boolean {
  const before = items.slice(0, index);
  if (
    before.some(
      ({ lower }) => lower === 'if' || lower === 'suppose' || lower === 'whether' || lower === 'imagine',
    )
  )
    return true;
  const reported = before.some(({ stem }) => REPORTING.has(stem));
  for (let at = index - 1; at >= 0 && clauseOf[at] === clauseOf[index]; at -= 1) {
    const { lower } = items[at]!;
    if (RELATIVE.has(lower)) return false;
    // «said that it would cut 6%» reports a plan; it supposes nothing.
    if (HYPOTHETICAL.has(lower) && !(lower === 'would' && reported)) return true;
  }
  return false;
}

/** «does not own 34%», «was not founded in 1933», «will not cut 6,200 jobs»: the verb before the value is denied. */
function isNegated(items: readonly Item[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const item = items[at]!;
    if (item.kind !== 'word') return false;
    if (DENIALS.has(item.lower))
      return !['only', 'just', 'merely', 'even'].includes(items[at + 1]?.lower ?? '');
  }
  return false;
}

function isDenied(items: readonly Item[], index: number): boolean {
  const at = wordBefore(items, index);
  const word = items[at]?.lower ?? '';
  const before = items[at - 1]?.lower ?? '';
  if (DENIALS.has(word) || isNegated(items, index)) return true;
  if ((word === 'than' && before === 'rather') || (word === 'of' && before === 'instead')) return true;
  return DENIALS.has(before) && ['at', 'to', 'by', 'of', 'from', 'be', 'in', 'on'].includes(word);
}

function tenseOf(clause: readonly Item[], index: number, items: readonly Item[]): 'now' | 'past' | undefined {
  const own = items[index]!;
  let nearest: 'now' | 'past' | undefined;
  for (const { kind, lower, span } of clause) {
    if (kind !== 'word') continue;
    if (NOW_WORDS.has(lower)) return 'now';
    if (PAST_WORDS.has(lower)) return 'past';
    if (own.span.start < span.start && nearest !== undefined) continue;
    if (NOW_VERBS.has(lower)) nearest = 'now';
    else if (PAST_VERBS.has(lower)) nearest = 'past';
  }
  return nearest;
}

/** The date that the clause ties to the value, with the word before it. */
function dateFor(view: SentenceView, index: number): Context['date'] {
  const { items, clauseOf } = view;
  let best: { at: number; word: 'at' | 'since' | 'until'; value: DateValue } | undefined;
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'value' || item.stated.value.kind !== 'date') continue;
    if (clauseOf[at] !== clauseOf[index] && Math.abs(at - index) > 6) continue;
    const before = items[at - 1]?.lower ?? '';
    const word = before === 'since' || before === 'until' ? before : 'at';
    if (best === undefined || Math.abs(at - index) < Math.abs(best.at - index))
      best = { at, word, value: item.stated.value };
  }
  return best && { word: best.word, value: best.value };
}
