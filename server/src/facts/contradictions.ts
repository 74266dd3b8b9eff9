import { daysOf, type EpochDay, readIsoDate } from '../text/calendarDate.ts';
import { agrees } from '../values/index.ts';
import type { Value } from '../values/kind.ts';
import type { Fact, FactBase, FactValue } from './facts.ts';
import type { LayerFact } from './layer.ts';
import type { Layered, Merging } from './layers.ts';
import { shortPathOf } from './shortPath.ts';
import { toleranceOf } from './tolerance.ts';

/** What can happen more than once: two days of it, or two sums, are no contradiction. */
const RECURRING: ReadonlySet<string> = new Set([
  'agreement',
  'announced',
  'appointed',
  'arrested',
  'completed',
  'ended',
  'investment',
  'launched',
  'listed',
  'meeting',
  'renamed',
  'resigned',
]);

/**
 * Reports facts of different ids that answer one question with different values for the same time, at the value that came
 * last. All of them stay in force, so that a draft may give either.
 */
export function reportContradictions(merging: Merging, bySubject: Iterable<readonly Fact[]>): void {
  for (const facts of bySubject) {
    if (facts.length < 2) continue;
    for (const group of groupsOf(facts, merging)) reportGroup(merging, group);
  }
}

/** A fact that takes the place of one of a lower layer: a word where it is about something else, or says something else. */
export function reportReplaced(
  merging: Merging,
  { value: lower, layer: lowerLayer }: Layered<LayerFact>,
  { value: upper, layer }: Layered<LayerFact>,
): void {
  const { id } = upper.fact;
  const where = placeOf(merging, lower, lowerLayer);
  if (questionOf(lower.fact, lower.relationId) !== questionOf(upper.fact, upper.relationId)) {
    const message = `This takes the place of another fact with the id “${id}” (${where}), which is about something else.`;
    merging.report(layer, message, [...upper.place, 'id'], { severity: 'warning' });
    return;
  }
  const found = contradictionOf(lower.fact, upper.fact);
  if (!found) return;
  const message = `“${found.upper.text}” takes the place of “${found.lower.text}” (${where}); "remove": ["${id}"] in this file says that it is to.`;
  merging.report(layer, message, valuePlaceOf(upper, found.upper), { severity: 'note' });
}

/** The fact that says of the same time what this one says, under another id. */
export function sayingTheSame(fact: Fact, { bySubject }: Pick<FactBase, 'bySubject'>): Fact | undefined {
  const question = questionOf(fact);
  const says = (other: Fact) =>
    fact.values.every((value) =>
      other.values.some(
        (it) => holdAtOnce(it, value) && it.basis === value.basis && fits(value.value, it.value, other),
      ),
    );
  return bySubject
    .get(fact.subject)
    ?.find((other) => other.id !== fact.id && questionOf(other) === question && says(other));
}

/** Facts of one subject that answer the same question; each group with the lowest layer first. */
function groupsOf(facts: readonly Fact[], { facts: all }: Merging): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (RECURRING.has(fact.relation?.id ?? '')) continue;
    const question = questionOf(fact);
    const group = groups.get(question);
    if (group) group.push(fact);
    else groups.set(question, [fact]);
  }
  const layerOf = ({ id }: Fact) => all.get(id)!.layer;
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.sort((a, b) => layerOf(a) - layerOf(b)));
}

/** What a fact tells of whom, whatever the answer is. */
export function questionOf(fact: Fact, relation = fact.relation?.id): string {
  const { subject, object, of, about, period } = fact;
  const phrases = about.map((phrase) => phrase.toLowerCase()).sort();
  const time = [period?.from, period?.to];
  return JSON.stringify([subject, relation, object, of?.toLowerCase(), ...time, ...phrases]);
}

function reportGroup(merging: Merging, group: readonly Fact[]): void {
  for (const [index, fact] of group.entries()) {
    // Once for each fact: of a dozen that contradict each other, eleven are told of.
    for (const other of group.slice(0, index)) {
      const found = contradictionOf(other, fact);
      if (!found) continue;
      const { value: lower, layer: lowerLayer } = ownerOf(merging, other, found.lower);
      const { value: upper, layer } = ownerOf(merging, fact, found.upper);
      const message = `“${found.upper.text}” contradicts “${found.lower.text}” of “${other.id}” (${placeOf(merging, lower, lowerLayer)}), and a draft may give either. With that id it takes its place; with a “basis” each, both are right.`;
      merging.report(layer, message, valuePlaceOf(upper, found.upper), { severity: 'warning' });
      break;
    }
  }
}

/** The layer's fact that a value stands in: the fact itself, or one that adds to it. */
function ownerOf({ facts, additions }: Merging, { id }: Fact, value: FactValue): Layered<LayerFact> {
  const holds = ({ value: { fact } }: Layered<LayerFact>) =>
    fact.values.some(({ location }) => location === value.location);
  return additions.get(id)?.find(holds) ?? facts.get(id)!;
}

/**
 * The last values of two facts that cannot both be right: all that the lower one says of that time is otherwise. A value
 * that says on what basis it holds is meant to differ.
 */
function contradictionOf(lower: Fact, upper: Fact): { lower: FactValue; upper: FactValue } | undefined {
  for (const high of upper.values.toReversed()) {
    const others = lower.values.filter((low) => holdAtOnce(low, high));
    const isMeant = high.basis !== undefined && others.some(({ basis }) => basis !== high.basis);
    const low = others.at(-1);
    if (low && !isMeant && others.every((it) => differ(knownOf(it), knownOf(high), lower, upper)))
      return { lower: low, upper: high };
  }
  return undefined;
}

function holdAtOnce(a: FactValue, b: FactValue): boolean {
  const start = Math.max(latestStartOf(a), latestStartOf(b));
  return start < Math.min(a.to ?? Number.POSITIVE_INFINITY, b.to ?? Number.POSITIVE_INFINITY);
}

/** «From 2002» may be any day of that year: only from its last on does the value hold for certain. */
function latestStartOf({ from, fromText }: FactValue): EpochDay {
  const date = fromText === undefined ? undefined : readIsoDate(fromText);
  return date ? daysOf(date).to - 1 : (from ?? Number.NEGATIVE_INFINITY);
}

function knownOf({ value, also }: FactValue): readonly Value[] {
  return value ? [value, ...also] : also;
}

/** Whether no value of either could be written for any of the other. Values that were not understood say nothing. */
function differ(some: readonly Value[], others: readonly Value[], a: Fact, b: Fact): boolean {
  const agree = (one: Value, other: Value) => fits(one, other, b) || fits(other, one, a);
  return (
    some.length > 0 &&
    others.length > 0 &&
    !some.some((one) => others.some((other) => one.kind !== other.kind || agree(one, other)))
  );
}

function fits(value: Value | undefined, known: Value | undefined, { tolerance }: Fact): boolean {
  if (!value || !known) return false;
  const stated = { span: { start: 0, end: 0 }, value };
  return agrees(stated, known, tolerance && toleranceOf(known, tolerance));
}

/** «bundled/alliance.facts.json:12» */
function placeOf({ layers }: Merging, { fact }: LayerFact, layer: number): string {
  return `${shortPathOf(layers[layer]!.path)}:${fact.location.line + 1}`;
}

function valuePlaceOf({ fact, valuePlaces, place }: LayerFact, value: FactValue): LayerFact['place'] {
  const index = fact.values.findIndex(({ location }) => location === value.location);
  return [...(valuePlaces[index] ?? place), 'value'];
}
