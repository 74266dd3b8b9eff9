import type { Fact, FactValue } from '../facts/facts.ts';
import { agrees } from '../values/index.ts';
import type { Knowledge, Place } from './binding.ts';
import { plainRun } from './plainRun.ts';
import { isTenure, isTurnOfOffice } from './tenureTie.ts';
import { entitiesOf } from './view.ts';

/** What happens to a value of a timeline on a day: it begins to hold, or ceases to. */
export type Turn = 'start' | 'end';

/** Stems of verbs for the very step from one share to the next. */
const STEPS = new Set(
  'cut reduc lower rais lift increas trim buy acquir doubl take sell go slash halv'.split(' '),
);
/** Stems of verbs for having a share. */
const HOLDS = new Set('own hold have control keep possess be'.split(' '));
/** Stems of what may stand between a share and its date without being about another thing. */
const SHARE_WORDS = new Set(
  'stake share sharehold interest capit equiti stock vote right major minor the a an it their all of in to from for by at pay some about nearli almost just as much'.split(
    ' ',
  ),
);
/** «agreed in January to cut»: the date may be that of the word, not of the deed. */
const WORDS = new Set(
  'announc agre say plan decid want propos tell promis sign report intend expect'.split(' '),
);
/** How a date is tied to a deed. */
const DEED_LINKS = new Set(['in', 'on', 'since', 'of', 'last']);

/**
 * Whether the date at `place.index` is surely that of a turn of a timeline: what stands between it and the share (or the office)
 * speaks of nothing but having it, or of the very step. Elsewhere in a sentence anything may have happened on that day.
 */
export function isDateOfTurn(
  turn: Turn,
  fact: Fact,
  value: FactValue,
  place: Place,
  knowledge: Knowledge,
): boolean {
  const { view, index, context } = place;
  if (context.forecast || context.hypothetical) return false;
  const link = view.items[index - 1]?.lower ?? '';
  if (fact.kind === 'name')
    return (
      isTenure(turn, fact, value, place, knowledge) ||
      (DEED_LINKS.has(link) && isTurnOfOffice(turn, fact, value, place, knowledge))
    );
  const isLasting = link === (turn === 'start' ? 'since' : 'until');
  return (
    (isLasting && isOfShare(fact, value, place, false, knowledge)) ||
    (DEED_LINKS.has(link) && isOfShare(fact, value, place, true, knowledge))
  );
}

/** Whether nothing but its two sides and verbs of having (or the verb of the step) stand between the date and the share. */
function isOfShare(
  fact: Fact,
  { value }: FactValue,
  { view, index }: Place,
  isStep: boolean,
  { cuesOf }: Knowledge,
): boolean {
  const { items, clauseOf } = view;
  if (items.some((item, at) => clauseOf[at] === clauseOf[index] && WORDS.has(item.stem))) return false;
  const { relation, about, of } = cuesOf(fact);
  const own = new Set([...relation, ...about, ...of].flatMap(({ stems }) => stems));
  const run = plainRun(items, index, (item) => {
    if (item.kind === 'value')
      return item.stated.value.kind === 'percent' || item.stated.value.kind === 'amount';
    const [entity] = entitiesOf(item);
    if (entity !== undefined) return entity === fact.subject || entity === fact.object;
    return (
      SHARE_WORDS.has(item.stem) ||
      own.has(item.stem) ||
      HOLDS.has(item.stem) ||
      (isStep && STEPS.has(item.stem))
    );
  });
  if (isStep && !run.some(({ stem }) => STEPS.has(stem))) return false;
  const shares = run.flatMap((item) =>
    item.kind === 'value' && item.stated.value.kind === value?.kind ? [item.stated] : [],
  );
  // Of a pair («to 15% from 43%») either may be meant.
  const meant = run.some(({ lower }) => lower === 'from') ? 2 : 1;
  return shares.slice(0, meant).some((stated) => value !== undefined && agrees(stated, value));
}
