import type { Fact, FactValue, Relation } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import type { LayerFact } from './layer.ts';
import { type Merging, removalOf } from './layers.ts';
import { understandTexts } from './readFactValues.ts';
import { didYouMean } from './suggest.ts';

/** A fact with its references looked up in all layers; undefined where it cannot be used. */
export function resolveFact(merging: Merging, layerFact: LayerFact, layer: number): Fact | undefined {
  const { fact, place, relationId } = layerFact;
  const hasSubject = hasEntity(merging, fact.subject, layer, [...place, 'subject']);
  const hasObject = fact.object === undefined || hasEntity(merging, fact.object, layer, [...place, 'object']);
  const relation = relationId === undefined ? undefined : findRelation(merging, relationId, layer, place);
  if (relation?.directed && fact.object === undefined) {
    const message = `The fact “${fact.id}” has no “object”: “${relation.id}” is directed, and says nothing without one.`;
    merging.report(layer, message, place);
    return undefined;
  }
  if (!hasSubject || !hasObject || (relationId !== undefined && !relation && fact.about.length === 0))
    return undefined;
  const values = resolveValues(merging, layerFact, layer, relation);
  if (relation === fact.relation && values === fact.values) return fact;
  const { relation: _, kind: __, ...rest } = fact;
  const kind = values.find(({ value }) => value)?.value?.kind;
  return { ...rest, ...(relation ? { relation } : {}), ...(kind ? { kind } : {}), values };
}

function hasEntity(merging: Merging, id: string, layer: number, place: Place): boolean {
  if (merging.entities.has(id)) return true;
  // Whoever removes an entity of a lower layer wants its facts gone too: no word about those.
  if ((merging.removed.get(id)?.layer ?? -1) <= layer) {
    const hint = removalOf(merging, id) || didYouMean(id, merging.entities.keys());
    merging.report(layer, `There is no entity “${id}”${hint || ' in this file or the layers below.'}`, place);
  }
  return false;
}

function findRelation(merging: Merging, id: string, layer: number, place: Place): Relation | undefined {
  const relation = merging.relations.get(id);
  if (!relation) {
    const hint = didYouMean(id, merging.relations.keys());
    merging.report(
      layer,
      `There is no relation “${id}”${hint || '; a file’s own relations stand under “relations”.'}`,
      [...place, 'relation'],
    );
  }
  return relation;
}

/** The very same list where nothing changes, so that most facts are not copied. */
function resolveValues(
  merging: Merging,
  { fact, readAs, valuePlaces }: LayerFact,
  layer: number,
  relation: Relation | undefined,
): readonly FactValue[] {
  const isReadRight = relation?.kind === readAs;
  const areSourced = fact.values.every(({ sources }) => sources.every((id) => merging.sources.has(id)));
  if (isReadRight && areSourced) return fact.values;
  return fact.values.map((value, index) => {
    const place = valuePlaces[index] as Place;
    const report = (message: string, at: Place) => merging.report(layer, message, at);
    const understood = isReadRight
      ? value
      : {
          ...withoutValue(value),
          ...understandTexts({ report }, value.text, value.alsoTexts, place, relation),
        };
    return { ...understood, sources: knownSources(merging, value.sources, layer, [...place, 'source']) };
  });
}

function withoutValue({ value: _, ...rest }: FactValue): Omit<FactValue, 'value'> {
  return rest;
}

/** The sources that some layer knows; reports the others. */
export function knownSources(
  merging: Merging,
  ids: readonly string[],
  layer: number,
  place: Place,
): readonly string[] {
  return ids.filter((id) => {
    if (merging.sources.has(id)) return true;
    const hint = didYouMean(id, merging.sources.keys());
    merging.report(layer, `There is no source “${id}”${hint || ' in this file or the layers below.'}`, place);
    return false;
  });
}
