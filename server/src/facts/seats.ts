import type { Entity, Fact, Relation } from './facts.ts';

/** Seats by entity id: the facts that give one, and for all other entities the headquarters of their entry. */
export function seatsOf(
  entities: Iterable<Entity>,
  facts: Iterable<Fact>,
  relations: ReadonlyMap<string, Relation>,
): ReadonlyMap<string, Fact> {
  const seats = new Map<string, Fact>();
  for (const fact of facts)
    if (fact.relation?.id === 'headquarters' && fact.kind === 'name') seats.set(fact.subject, fact);
  const relation = relations.get('headquarters');
  for (const entity of relation === undefined ? [] : entities) {
    if (entity.headquarters !== undefined && !seats.has(entity.id))
      seats.set(entity.id, toFact(entity, entity.headquarters, relation!));
  }
  return seats;
}

function toFact({ id, sources, location }: Entity, text: string, relation: Relation): Fact {
  const value = {
    text,
    value: { kind: 'name', name: text },
    also: [],
    alsoTexts: [],
    sources,
    location,
  } as const;
  return {
    id: `${id}-headquarters`,
    subject: id,
    relation,
    about: [],
    kind: 'name',
    values: [value],
    location,
  };
}
