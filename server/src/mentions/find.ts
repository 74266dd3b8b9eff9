import type { FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import { isNotProse } from '../text/notProse.ts';
import type { Span } from '../text/span.ts';
import { scanValues } from '../values/index.ts';
import type { ScanContext, Stated } from '../values/kind.ts';
import { findReferences } from './coreference.ts';
import { scanNameHits } from './entities.ts';
import type { Gazetteer } from './gazetteer.ts';
import { readHead } from './head.ts';
import type { EntityMention, Mentions } from './mention.ts';
import { toNameValues } from './names.ts';

/** All that a draft says: the entities it names, what points back to them, the values it states. */
export function findMentions(
  draft: Draft,
  facts: FactBase,
  gazetteer: Gazetteer,
  context: ScanContext,
): Mentions {
  const text = draft.prose.text;
  const hits = scanNameHits(draft, gazetteer);
  const entities = hits.entities.filter(({ span }) => !isNotProse(text, span));
  const names = toNameValues(hits.values);
  const values = scanValues(text, context).filter(({ span }) => !isNotProse(text, span));
  let references: Mentions['references'] | undefined;
  return {
    entities,
    // Looked for when first asked: of agency copy, a tenth names an entity at all, and less than that has a claim to bind.
    get references() {
      references ??= findReferences(draft, entities, facts, () => readHead(draft, gazetteer), names);
      return references;
    },
    values: merge(outsideNames(values, entities), names),
    nameSlips: hits.nameSlips,
  };
}

/** Leaves out what lies within a name: the 36 of «Markt36», the 7 of «Fab 7». Both in reading order. */
function outsideNames(values: readonly Stated[], entities: readonly EntityMention[]): readonly Stated[] {
  let at = 0;
  return values.filter(({ span }) => {
    while (at < entities.length && entities[at]!.span.end <= span.start) at++;
    const name = entities[at]?.span;
    return name === undefined || span.end <= name.start || !isWithin(span, name);
  });
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function merge(values: readonly Stated[], names: readonly Stated[]): readonly Stated[] {
  if (names.length === 0) return values;
  return [...values, ...names].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
