import type { Fact, FactValue } from '../facts/facts.ts';
import type { DateValue } from '../values/kind.ts';
import type { Knowledge, Place } from './binding.ts';
import { type CueMatch, findCue } from './cues.ts';
import { isNamed } from './nameIndex.ts';
import { afterOpeningDate, opensSentence, plainRun } from './plainRun.ts';
import { OTHER_ROLE } from './roles.ts';
import { tieOf } from './roleTie.ts';
import type { Turn } from './turnTie.ts';
import { entitiesOf, type Item } from './view.ts';

/** Stems of verbs for being at the head of something; they stand right before its name. */
const LEADS = new Set(['run', 'lead', 'head', 'helm']);
/** Words for being in an office without its title: «in the job since». */
const IN_POST =
  /(?:^| )(?:in (?:the|this|that|his|her) (?:top )?(?:job|post|role|position)|at the helm|in charge)$/;
/** Words for entering an office without its title. */
const TAKES_POST =
  /(?:^| )t(?:ook|aken?|akes) (?:over|charge|the (?:top )?(?:helm|reins|wheel|job|post|role))$/;
/** Words for leaving one. */
const LEAVES_POST = /(?:^| )(?:stepped down|stood down|resigned|retired|quit)$/;
/** Stems of verbs for entering an office. */
const ENTERS = new Set(['becom', 'appoint', 'instal']);
/** Stems of verbs for entering the office of somebody. */
const SUCCEEDS = new Set(['succeed', 'replac', 'follow']);
/** Words before the name of whoever was in an office before. */
const BEFORE_PREDECESSOR = /^(?:from|after|predecessor)$/;
const OF = new Set(['of', 'at', 'for']);
/** What may stand between a verb of the step and the day besides the office, whose it is, and whose it was. */
const PLAIN = new Set([...OF, 'the', 'its', 'their', 'as', 'from', 'new']);
/** What may stand between a day that opens a sentence and the office besides who is in it. */
const HAVING = new Set(['have', 'be', 'he', 'she', 'the', 'its']);
/** How long before they come into force an appointment and a resignation may be told, in days. */
const NOTICE = 366;

/** «chief executive of X since», «has run X since», «in the job since», «ran X from 2012 to 2019». */
export function isTenure(turn: Turn, fact: Fact, value: FactValue, place: Place, known: Knowledge): boolean {
  const { items } = place.view;
  const { index } = place;
  const link = items[index - 1]?.lower;
  if (turn === 'end') {
    const isRange = link === 'to' && items[index - 2]?.kind === 'value' && items[index - 3]?.lower === 'from';
    return (isRange || link === 'until') && isInOffice(fact, place, isRange ? index - 3 : index - 1, known);
  }
  const next = items[index + 1]?.lower;
  const isRange = link === 'from' && (next === 'to' || next === 'until');
  if (!(isRange || link === 'since') || isPredecessor(value, place)) return false;
  return opensSentence(index)
    ? isInOfficeBehind(fact, place, known)
    : isInOffice(fact, place, index - 1, known);
}

/** Whether words for being in the office end at an item: its title, the verb with whom it heads, «in the job». */
function isInOffice(fact: Fact, place: Place, end: number, known: Knowledge): boolean {
  const { items } = place.view;
  let at = end;
  if (entitiesOf(items[at - 1])[0] === fact.subject) at -= 1;
  if (at < end && isHead(fact) && LEADS.has(items[at - 1]?.stem ?? '')) return true;
  if (OF.has(items[at - 1]?.lower ?? '')) at -= 1;
  if (IN_POST.test(wordsBefore(items, at))) return isTitled(fact, place, [0, items.length], known);
  return isTitled(fact, place, [Math.max(0, at - 4), at], known, ({ end }) => end === at);
}

/** The same behind a day that opens the sentence: «Since 2019 she has run X». */
function isInOfficeBehind(fact: Fact, place: Place, known: Knowledge): boolean {
  const { items } = place.view;
  const names = namesIn(fact);
  const isWho = (item: Item) =>
    HAVING.has(item.stem) || names.has(item.lower) || entitiesOf(item)[0] === fact.subject;
  let at = afterOpeningDate(items, place.index);
  while (at < items.length && isWho(items[at]!)) at += 1;
  if (isHead(fact) && LEADS.has(items[at]?.stem ?? '')) return entitiesOf(items[at + 1])[0] === fact.subject;
  return isTitled(fact, place, [at, at + 4], known, ({ start }) => start === at);
}

/** «became chief executive of X in May», «succeeded Y in May» where Y held that very office, «took over in May». */
export function isTurnOfOffice(
  turn: Turn,
  fact: Fact,
  value: FactValue,
  place: Place,
  known: Knowledge,
): boolean {
  const { items } = place.view;
  const { index } = place;
  const names = namesIn(fact);
  const titles = new Set(known.cuesOf(fact).relation.flatMap(({ stems }) => stems));
  const run = plainRun(items, index, (item) => {
    const [entity] = entitiesOf(item);
    if (entity !== undefined) return entity === fact.subject;
    return PLAIN.has(item.lower) || names.has(item.lower) || titles.has(item.stem);
  });
  const at = opensSentence(index) ? afterOpeningDate(items, index) + run.length : index - 2 - run.length;
  const stem = items[at]?.stem ?? '';
  if (items[at - 1]?.lower === 'to') return false;
  const isPast = isPredecessor(value, place);
  if (SUCCEEDS.has(stem))
    return isPast ? turn === 'end' : turn === 'start' && fact.values.some((one) => isPredecessor(one, place));
  const words = wordsBefore(items, at + 1);
  const isStep =
    turn === 'start' ? !isPast && (ENTERS.has(stem) || TAKES_POST.test(words)) : LEAVES_POST.test(words);
  if (!isStep || isTold(turn, stem, value, items[index]!)) return false;
  const behind = isTitled(fact, place, [at + 1, at + 9], known, ({ start }) => start <= at + 3);
  return behind || (run.length === 0 && isTitled(fact, place, [0, at], known));
}

/** Whether a day may be that on which the step was told, not that of the step. */
function isTold(turn: Turn, stem: string, { from, to }: FactValue, item: Item): boolean {
  const edge = turn === 'start' ? from : to;
  if (edge === undefined || item.kind !== 'value' || item.stated.value.kind !== 'date') return true;
  if (turn === 'start' && stem !== 'appoint') return false;
  const day: DateValue = item.stated.value;
  return day.from < edge && edge - NOTICE < day.to;
}

/** Whether the title of the office, of this and no other organisation, stands in a range of items. */
function isTitled(
  fact: Fact,
  { view, draft, index }: Place,
  [from, to]: readonly [number, number],
  { cuesOf }: Knowledge,
  isInPlace: (cue: CueMatch) => boolean = () => true,
): boolean {
  const cue = findCue(view, cuesOf(fact).relation, index, from, Math.min(to, view.items.length));
  if (cue === undefined || !cue.exact || !isInPlace(cue)) return false;
  const { lower } = view.items[cue.start]!;
  const isOther = lower.startsWith('co-') || OTHER_ROLE.has(view.items[cue.start - 1]?.lower ?? '');
  if (isOther) return false;
  // «Y became chief executive of X»: whose it is stands behind it, and the name before it is the person's.
  const owner = OF.has(view.items[cue.end]?.lower ?? '') ? entitiesOf(view.items[cue.end + 1]) : [];
  return owner.length > 0 ? owner[0] === fact.subject : tieOf(draft, view, fact, cue) >= 1.5;
}

/** Whether a value's name stands where that of whoever was in the office before does: «succeeded Y», «from Y». */
function isPredecessor(value: FactValue, { view, draft }: Place): boolean {
  const { text } = draft.draft.prose;
  const first = value.text.split(' ');
  return view.items.some((item, at) => {
    const before = view.items[at - 1];
    if (before === undefined || !(SUCCEEDS.has(before.stem) || BEFORE_PREDECESSOR.test(before.lower)))
      return false;
    return [value.text, first.at(-1)!].some(
      (name) => isNamed(value, name) && text.startsWith(name, item.span.start),
    );
  });
}

/** Only of a chief executive is it said that they run something. */
function isHead({ relation }: Fact): boolean {
  return relation?.id === 'chief-executive';
}

/** The words of all names that a fact gives, in small letters. */
function namesIn({ values }: Fact): ReadonlySet<string> {
  return new Set(values.flatMap(({ text }) => text.toLowerCase().split(' ')));
}

/** Up to four words before an item, in small letters. */
function wordsBefore(items: readonly Item[], end: number): string {
  return items
    .slice(Math.max(0, end - 4), Math.max(0, end))
    .map(({ lower }) => lower)
    .join(' ');
}
