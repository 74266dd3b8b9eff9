import type { Draft } from '../text/draft.ts';
import type { NameValue, Stated } from '../values/kind.ts';
import { scanNameHits } from './entities.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Hit } from './hits.ts';

/** Where the draft names a person or a place that some fact holds as its value; by the family name alone only where the full name stands too. */
export function scanNames(draft: Draft, gazetteer: Gazetteer): readonly Stated<NameValue>[] {
  return toNameValues(scanNameHits(draft, gazetteer).values);
}

/** Hits of name values as stated values, in reading order. */
export function toNameValues(hits: readonly Hit[]): readonly Stated<NameValue>[] {
  const named = new Set(hits.filter(({ form }) => form.kind === 'value').map(({ form }) => form.entity));
  const stated: Stated<NameValue>[] = [];
  for (const { start, end, form } of hits) {
    if (!named.has(form.entity)) continue;
    stated.push({ span: { start, end }, value: { kind: 'name', name: form.entity } });
  }
  return stated;
}
