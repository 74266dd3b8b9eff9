import type { Fact, FactValue } from '../facts/facts.ts';
import { agrees } from '../values/index.ts';
import type { Knowledge, Place } from './binding.ts';
import { findCue } from './cues.ts';
import { isNamed } from './nameIndex.ts';
import { entitiesOf, type Item, type SentenceView } from './view.ts';

/** Stems of verbs for the very step from one value of a timeline to the next; «own» and «run» last, and are none. */
const STEPS = new Set(
  'cut reduc lower rais lift increas trim buy bought acquir doubl becom appoint succeed replac follow take took sell sold go went gone'.split(
    ' ',
  ),
);
/** «agreed in January to cut»: the date may be that of the word, not of the deed. */
const WORDS = new Set(
  'announc agre say said plan decid want propos tell promis sign report intend expect'.split(' '),
);
/** How a date is tied to a deed. */
const LINKS = new Set(['in', 'on', 'since', 'of', 'last']);

/**
 * Whether the date at `index` is surely that of the step to (or from) a value of a timeline: a verb of stepping in its clause
 * before it, no verb of speaking, and the value, or the person and the office, beside it.
 */
export function isDateOfStep(fact: Fact, value: FactValue, place: Place, knowledge: Knowledge): boolean {
  const { view, index } = place;
  if (!LINKS.has(view.items[index - 1]?.lower ?? '') || place.context.forecast || place.context.hypothetical)
    return false;
  const [first, last] = clauseAround(view, index);
  const clause = view.items.slice(first, last);
  if (clause.some(({ stem }) => WORDS.has(stem))) return false;
  const verb = clause.findIndex(({ stem }) => STEPS.has(stem));
  // «In November 2018 Antares bought 24.9%»: else the verb stands before the date.
  const opens = index - first <= 2;
  if (verb < 0 || (!opens && first + verb > index)) return false;
  return fact.kind === 'name'
    ? isOfOffice(fact, value, place, clause, knowledge)
    : isNextTo(value, view.items, index, opens ? last : first);
}

/** The first and the last place of the clause around an item. */
function clauseAround({ items, clauseOf }: SentenceView, index: number): readonly [number, number] {
  let first = index;
  let last = index + 1;
  while (first > 0 && clauseOf[first - 1] === clauseOf[index]) first -= 1;
  while (last < items.length && clauseOf[last] === clauseOf[index]) last += 1;
  return [first, last];
}

/** The figure nearest to the date towards an end of its clause is the value; of a pair («to 15% from 43%») either may be. */
function isNextTo({ value }: FactValue, items: readonly Item[], index: number, end: number): boolean {
  const step = end < index ? -1 : 1;
  let isPair = false;
  for (let at = index + step; step < 0 ? at >= end : at < end; at += step) {
    const item = items[at]!;
    if (item.kind !== 'value') continue;
    if (item.stated.value.kind === 'date') return false;
    if (item.stated.value.kind !== value?.kind) continue;
    if (agrees(item.stated, value)) return true;
    const other = items[at - 1]?.lower === 'from' || items[at - 1]?.lower === 'to';
    if (isPair || !other) return false;
    isPair = true;
  }
  return false;
}

/** «became chief executive of X in May», «succeeded Y in May» where Y held that very office. */
function isOfOffice(
  fact: Fact,
  value: FactValue,
  { view, draft }: Place,
  clause: readonly Item[],
  { cuesOf }: Knowledge,
): boolean {
  const { text } = draft.draft.prose;
  const said = text.slice(clause[0]!.span.start, clause.at(-1)!.span.end);
  const before = fact.values.some(
    (one) => one !== value && said.includes(one.text) && isNamed(one, one.text),
  );
  if (before && clause.some(({ stem }) => stem === 'succeed' || stem === 'replac' || stem === 'follow'))
    return true;
  const from = view.items.indexOf(clause[0]!);
  const cue = findCue(view, cuesOf(fact).relation, from, from, from + clause.length);
  if (cue === undefined || !cue.exact) return false;
  const link = view.items[cue.end]?.lower;
  if (link !== 'of' && link !== 'at' && link !== 'for') return true;
  return view.items.slice(cue.end + 1, cue.end + 3).some((item) => entitiesOf(item)[0] === fact.subject);
}
