import type { Fact, FactValue } from '../facts/facts.ts';
import { type CalendarDate, daysOf, type EpochDay, fromEpochDay, readIsoDate } from '../text/calendarDate.ts';
import { agrees } from '../values/index.ts';
import type { DateGrain, DateValue } from '../values/kind.ts';
import type { Binding, Knowledge, Place } from './binding.ts';
import { carriedInto } from './carried.ts';
import { isNamed } from './nameIndex.ts';
import { holdsAt } from './timelines.ts';
import { isDateOfTurn, type Turn } from './turnTie.ts';
import { entitiesOf, type Item } from './view.ts';

/** Words of a change, by the stems of their verbs and nouns: what begins with them, and what ends. */
const BEGIN = new Set([
  'buy',
  'acquir',
  'take',
  'rais',
  'lift',
  'increas',
  'cut',
  'reduc',
  'lower',
  'sell',
  'becom',
  'appoint',
  'name',
  'join',
  'succeed',
  'start',
  'sinc',
  'run',
  'lead',
  'own',
  'hold',
  'sharehold',
  'chang',
  'trim',
  'invest',
  'bought',
  'doubl',
  'follow',
  'replac',
]);
const END = new Set([
  'until',
  'end',
  'leav',
  'left',
  'resign',
  'step',
  'retir',
  'quit',
  'sell',
  'cut',
  'lower',
  'reduc',
]);

/**
 * Dates that a timeline implies: when a stake was bought or cut, since when somebody has been in a role. Each turn of a
 * timeline stands as a date fact of its own; it is bound where its value (the percentage, the name) stands in the sentence.
 */
export function bindImpliedDates(place: Place, knowledge: Knowledge): readonly Binding[] {
  const { facts, dossiers } = knowledge;
  const { items } = place.view;
  const former = bindFormerName(place, facts);
  if (former.length > 0) return former;
  // «chief executive from 2012 to 2019»: a stretch of time needs no verb. Most sentences tell of no change, and are left at once.
  const link = items[place.index - 1]?.lower;
  const begins = link === 'from' || items.some(({ stem }) => BEGIN.has(stem));
  const ends = link === 'to' || items.some(({ stem }) => END.has(stem));
  if (!begins && !ends) return [];
  const { text } = place.draft.draft.prose;
  const entities = new Set([
    ...place.view.named.flatMap((at) => entitiesOf(items[at])),
    ...carriedInto(place.draft, place.view),
  ]);
  const bindings: Binding[] = [];
  for (const entity of entities) {
    for (const fact of dossiers.of(entity).turns) {
      if (fact.object !== undefined && !entities.has(fact.object)) continue;
      for (const value of fact.values)
        bindings.push(...bindTurns(fact, value, place, { text, ends, knowledge }));
    }
  }
  return bindings;
}

/** «known as Télé-Rhône until January 2008»: a former name in the clause says when it was given up. */
function bindFormerName(
  { view, index }: Place,
  { entities, bySubject }: Knowledge['facts'],
): readonly Binding[] {
  if (view.items[index - 1]?.lower !== 'until') return [];
  return view.items.flatMap((item, at) => {
    if (item.kind !== 'entity' || at > index || view.clauseOf[at] !== view.clauseOf[index]) return [];
    const { entity } = item.mention;
    const isFormer = entities.get(entity)?.formerNames.some(({ name }) => name === item.lower) ?? false;
    if (!isFormer) return [];
    return (bySubject.get(entity) ?? [])
      .filter(({ kind, relation }) => kind === 'date' && relation?.id === 'renamed')
      .map(
        (fact): Binding => ({ fact, score: 6, strong: true, reasons: [`until then it was ${item.lower}`] }),
      );
  });
}

function bindTurns(
  fact: Fact,
  value: FactValue,
  place: Place,
  { text, ends, knowledge }: { readonly text: string; readonly ends: boolean; readonly knowledge: Knowledge },
): readonly Binding[] {
  const said = sayValue(fact, value, place.view.items, text) || isMeantPerson(fact, value, place);
  if (!said && fact.kind === 'name') return [];
  const score = said ? 3.4 : 2.6;
  const isNamed = isPlainlyMeant(fact.subject, place.view.items);
  const make = (day: EpochDay | undefined, written: string | undefined, verb: Turn): readonly Binding[] => {
    if (day === undefined) return [];
    const turn = turnOf(fact, value, day, written);
    return [
      {
        fact: turn,
        score,
        strong: said && isNamed && isDateOfTurn(verb, fact, value, place, knowledge),
        reasons: [`${verb} of ${value.text} in the timeline`],
      },
    ];
  };
  return [...make(value.from, value.fromText, 'start'), ...(ends ? make(value.to, value.toText, 'end') : [])];
}

/** Whether the sentence names somebody, or points to no other than them: «its» of «Google's parent, Alphabet» may mean either. */
function isPlainlyMeant(entity: string, items: readonly Item[]): boolean {
  const pointers = items.filter((item) => item.kind === 'reference' && item.mention.via !== 'descriptor');
  return (
    pointers.every((item) => entitiesOf(item).length < 2) ||
    items.some((item) => item.kind === 'entity' && item.mention.entity === entity)
  );
}

/** Whether the sentence gives the value whose turn it is. */
function sayValue(fact: Fact, value: FactValue, items: readonly Item[], text: string): boolean {
  if (fact.kind === 'name')
    return [...value.text.split(' ').slice(-1), value.text].some(
      (name) =>
        isNamed(value, name) && text.slice(items[0]!.span.start, items.at(-1)!.span.end).includes(name),
    );
  return items.some(
    (item) => item.kind === 'value' && value.value !== undefined && agrees(item.stated, value.value),
  );
}

/** «She … has run X since June 2023»: a personal pronoun stands for whoever is in the role. */
function isMeantPerson(fact: Fact, value: FactValue, { view, asOf }: Place): boolean {
  const verbs = view.items.some(({ stem }) => stem === 'run' || stem === 'lead' || stem === 'head');
  return (
    fact.kind === 'name' &&
    verbs &&
    holdsAt(value, asOf) &&
    view.items.some(({ lower }) => lower === 'she' || lower === 'he')
  );
}

/** One turn of a timeline as a fact with a date. */
function turnOf(fact: Fact, value: FactValue, day: EpochDay, written: string | undefined): Fact {
  const date = (written && readIsoDate(written)) || fromEpochDay(day);
  const { period: _period, tolerance: _tolerance, ...rest } = fact;
  const turn: FactValue = {
    text: written ?? '',
    value: dateOf(date),
    also: [],
    alsoTexts: [],
    sources: value.sources,
    location: value.location,
  };
  return { ...rest, kind: 'date', values: [turn] };
}

function dateOf(date: CalendarDate): DateValue {
  const grain: DateGrain = date.day !== undefined ? 'day' : date.month !== undefined ? 'month' : 'year';
  return { kind: 'date', ...daysOf(date), grain, written: date };
}
