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
  for (const entity of entities) {
    const seat = seats.has(entity.id) ? undefined : seatOf(entity, relations);
    if (seat) seats.set(entity.id, seat);
  }
  return seats;
}

/** The headquarters of an entity's entry as a fact. */
export function seatOf(entity: Entity, relations: ReadonlyMap<string, Relation>): Fact | undefined {
  const relation = relations.get('headquarters');
  if (relation === undefined || entity.headquarters === undefined) return undefined;
  return toFact(entity, entity.headquarters, relation);
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
