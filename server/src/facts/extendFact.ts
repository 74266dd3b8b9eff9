import { addValues } from './addValues.ts';
import { questionOf, reportReplaced } from './contradictions.ts';
import type { Fact, FactValue } from './facts.ts';
import type { FactsLayer, LayerFact } from './layer.ts';
import type { Layered, Merging } from './layers.ts';
import { resolveFact } from './resolveFact.ts';
import { shortPathOf } from './shortPath.ts';

/** Takes the facts of a layer in: each in the place of the one with its id, or to be added to that. */
export function takeFacts(merging: Merging, { facts }: FactsLayer, layer: number): void {
  for (const value of facts.values()) takeFact(merging, { value, layer });
}

function takeFact(merging: Merging, taken: Layered<LayerFact>): void {
  const { facts, additions, removed } = merging;
  const { id } = taken.value.fact;
  const lower = facts.get(id);
  if (lower && taken.value.extends) {
    additions.set(id, [...(additions.get(id) ?? []), taken]);
    return;
  }
  if (lower) reportReplaced(merging, lower, taken);
  facts.set(id, taken);
  additions.delete(id);
  removed.delete(id);
}

/** A fact with the values that higher layers add; what contradicts it is reported at its place, and left out. */
export function extendFact(merging: Merging, fact: Fact): Fact {
  return (merging.additions.get(fact.id) ?? []).reduce((below, it) => addTo(merging, below, it), fact);
}

function addTo(merging: Merging, below: Fact, { value: layerFact, layer }: Layered<LayerFact>): Fact {
  const addition = resolveFact(merging, layerFact, layer);
  if (!addition) return below;
  if (questionOf(below) !== questionOf(addition)) {
    const message = `The fact with the id “${below.id}” below is about something else: nothing is added to it.`;
    merging.report(layer, message, [...layerFact.place, 'id']);
    return below;
  }
  const { values, fresh, refused } = addValues(below.values, addition.values);
  for (const { added, by } of refused) {
    const place = layerFact.valuePlaces[addition.values.indexOf(added)] ?? layerFact.place;
    merging.report(layer, contradiction(added, by), place);
  }
  const added = new Set(fresh.flatMap((it) => it.values));
  // When a fact has to be looked at again is said of its latest value.
  const isLatest = values.some((value) => added.has(value) && value.to === undefined);
  const { reviewBy: before, ...rest } = below;
  const reviewBy = addition.reviewBy ?? (isLatest ? undefined : before);
  const { note = below.note, tolerance = below.tolerance } = addition;
  return {
    ...rest,
    ...(reviewBy !== undefined && { reviewBy }),
    ...(note !== undefined && { note }),
    ...(tolerance && { tolerance }),
    values,
  };
}

function contradiction(added: FactValue, by: FactValue): string {
  return `“${added.text}” contradicts ${timedWords(by)}: give the day from which it holds, or say on what “basis” each does.`;
}

/** «“15%” (from 2023-11-08, alliance.facts.json)» */
export function timedWords({ text, fromText, toText, location: { path } }: FactValue): string {
  const times = [
    ...(fromText === undefined ? [] : [`from ${fromText}`]),
    ...(toText === undefined ? [] : [`to ${toText}`]),
  ];
  return `“${text}” (${[...(times.length > 0 ? [times.join(' ')] : []), shortPathOf(path)].join(', ')})`;
}
