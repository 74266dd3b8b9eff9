import { type CueMatch, distance } from './cues.ts';
import { isFunctionWord } from './stems.ts';
import { entitiesOf, type Item, type SentenceView } from './view.ts';

/**
 * How closely a cue stands to a value. `tight`: in one clause, each the other's nearest, so that no reader would tie them
 * otherwise; `clause` and `sentence`: only in the same one; `around`: in a line nearby (a list's opening, a table's caption).
 */
export type Tie = 'tight' | 'clause' | 'sentence' | 'around';

/** What each tie adds to a binding's score. */
export const TIE_SCORES: Readonly<Record<Tie, number>> = {
  tight: 2.2,
  clause: 1.2,
  sentence: 0.9,
  around: 0.8,
};

/** Items that may stand between a cue and the value that it is tied to. */
const REACH: Readonly<Record<string, number>> = { count: 2, amount: 6, percent: 8, date: 8, duration: 8 };

/** The tie of the cue to the value at `index`. */
export function tieOf(view: SentenceView, cue: CueMatch, index: number): Tie {
  const { clauseOf } = view;
  const sameClause =
    opensClause(view, cue, index) ||
    goesOn(view, cue, index) ||
    clauseOf[cue.start] === clauseOf[index] ||
    clauseOf[cue.end - 1] === clauseOf[index];
  if (!sameClause) return 'sentence';
  if (isRecord(view, cue, index)) return 'sentence';
  const away = distance(cue, index);
  const kind = kindAt(view.items[index]);
  const reach = view.block.cell ? 30 : opensWithDate(view, index) ? FRONTED_REACH : (REACH[kind] ?? 8);
  return (away <= reach || leansOnOther(view, cue, index)) &&
    isNearest(view, cue, index, kind) &&
    fitsKind(view, cue, index, kind)
    ? 'tight'
    : 'clause';
}

/** «In January 2021 the company, tired of spelling it, was renamed»: a date in front is that of the verb, however far. */
function opensWithDate({ items, clauseOf }: SentenceView, index: number): boolean {
  return kindAt(items[index]) === 'date' && index - clauseOf.indexOf(clauseOf[index]!) <= 1;
}

const FRONTED_REACH = 16;

const NEGATIVE = new Set([
  'first',
  'worst',
  'best',
  'not',
  'never',
  'nothing',
  'no',
  'nobody',
  'only',
  'last',
  'least',
  'most',
]);

/** «the worst blackout since 1987» is not the blackout of 1987; but «nothing since 2012, when Terminal 3 opened» is. */
function isRecord(view: SentenceView, cue: CueMatch, index: number): boolean {
  const { items, clauseOf } = view;
  if (kindAt(items[index]) !== 'date' || items[index - 1]?.lower !== 'since' || opensClause(view, cue, index))
    return false;
  return items.some(
    ({ lower, kind }, at) =>
      at < index &&
      clauseOf[at] === clauseOf[index] &&
      kind === 'word' &&
      (NEGATIVE.has(lower) || /.[^v]est$/.test(lower)),
  );
}

const TIMES = new Set(['date', 'duration']);

/** Whether a value shares the cue of another one before it, however far that is. */
function leansOnOther(view: SentenceView, cue: CueMatch, index: number): boolean {
  const { items } = view;
  return (
    goesOn(view, cue, index) ||
    (isOlder(items, index) && distance(cue, index) <= 20) ||
    isGapped(items, index)
  );
}

/** «Heron had 11.9% of the market and Prairie Wings 6.1%»: a name right before its value takes over the cue. */
function isGapped(items: readonly Item[], index: number): boolean {
  return (
    entitiesOf(items[index - 1]).length > 0 &&
    ['and', ',', 'while', 'but', ';'].includes(items[index - 2]?.lower ?? '')
  );
}

/** «Research took 16.8% of sales; at Valdoris, it was 31.2%»: «it was» goes on about the clause before. */
function goesOn({ items, clauseOf }: SentenceView, cue: CueMatch, index: number): boolean {
  if (
    cue.end > index ||
    items[index - 1]?.stem !== 'be' ||
    !['it', 'that', 'this'].includes(items[index - 2]?.lower ?? '')
  )
    return false;
  // «a decade earlier it was close to 30%» goes on about another time.
  const hasTime = items.some(
    (item, at) =>
      at < index &&
      clauseOf[at] === clauseOf[index] &&
      item.kind === 'value' &&
      TIMES.has(item.stated.value.kind),
  );
  return !hasTime && clauseOf[index]! - clauseOf[cue.start]! <= 2;
}

/** «since June 11, 2012, when Terminal 3 opened»: the clause that opens behind the date says what it is the date of. */
function opensClause({ items }: SentenceView, cue: CueMatch, index: number): boolean {
  const at = items[index + 1]?.lower === ',' ? index + 2 : index + 1;
  const word = items[at]?.lower;
  return (word === 'when' || word === 'since' || word === 'after') && at < cue.start && cue.start - at <= 8;
}

function kindAt(item: Item | undefined): string {
  return item?.kind === 'value' ? item.stated.value.kind : '';
}

/**
 * Whether no other value of the kind stands nearer to the cue, or between. The older value of a change may: it belongs to the
 * same cue («rose to 8.4% from 7.2%»); so may the parts of a list («10%, 15% and 20%»).
 */
function isNearest(view: SentenceView, cue: CueMatch, index: number, kind: string): boolean {
  const { items, clauseOf } = view;
  const away = distance(cue, index);
  // The older value of a change leans on the newer one, wherever the cue stands.
  const older = isOlder(items, index) || goesOn(view, cue, index) || isGapped(items, index);
  for (const [at, item] of items.entries()) {
    if (at === index || kindAt(item) !== kind || (cue.start <= at && at < cue.end)) continue;
    // «was discovered in 1981; first ore was hauled on 21 August»: what another clause says does not compete.
    if (clauseOf[at] !== clauseOf[cue.start] && clauseOf[index] === clauseOf[cue.start]) continue;
    if (older || isOlder(items, at) || (isGapped(items, at) && cue.end <= at)) continue;
    // «94 turbines 80 kilometres offshore»: the number before a noun counts it, not the one behind.
    const nearer =
      distance(cue, at) < away || (distance(cue, at) === away && at < cue.start && cue.end <= index);
    if (nearer && !isJoined(items, at, index)) return false;
  }
  return true;
}

/** The older value of a comparison («against 74.2% in 2023») does not compete for the cue. */
function isOlder(items: readonly Item[], at: number): boolean {
  return (
    ['against', 'from', 'after', 'versus', 'vs'].includes(items[at - 1]?.lower ?? '') ||
    (items[at - 1]?.lower === 'with' && items[at - 2]?.lower === 'compared')
  );
}

const JOINTS = new Set([
  'from',
  'to',
  'and',
  ',',
  'against',
  'after',
  'up',
  'down',
  'or',
  'compared',
  'with',
  '(',
  ')',
  'versus',
  'then',
]);

/** Only joints, function words and further values stand between two values. */
function isJoined(items: readonly Item[], one: number, other: number): boolean {
  for (let at = Math.min(one, other) + 1; at < Math.max(one, other); at += 1) {
    const item = items[at]!;
    if (item.kind === 'value' || JOINTS.has(item.lower) || isFunctionWord(item.lower)) continue;
    return false;
  }
  return items[Math.max(one, other) - 1]!.lower !== 'and' || kindAt(items[other]) !== 'date';
}

/** A number counts what stands right behind it («2,100 jobs»), or what a verb before it says («employs 21,500»). */
function fitsKind({ items }: SentenceView, cue: CueMatch, index: number, kind: string): boolean {
  if (kind !== 'count') return true;
  const next = items[index + 1]?.lower;
  return (
    next !== 'of' &&
    next !== 'more' &&
    next !== 'fewer' &&
    next !== 'less' &&
    next !== '%' &&
    (cue.start > index || cue.end <= index)
  );
}
