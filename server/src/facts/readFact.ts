import { readDaysAt } from './dates.ts';
import type { Fact, Relation } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import type { LayerFact, LayerRelation } from './layer.ts';
import { readPeriod } from './period.ts';
import { optional } from './readEntity.ts';
import { readExamples } from './readExamples.ts';
import { readFactValues } from './readFactValues.ts';
import { checkMembers, type Members, type Reading, readText, readTexts } from './reading.ts';
import { builtInRelations } from './relations.ts';
import { readTolerance } from './tolerance.ts';
import { FACT_KINDS, isFactKind } from './understand.ts';

const RELATION_MEMBERS = new Set(['kind', 'cues', 'directed']);
const FACT_MEMBERS = new Set([
  'id',
  'subject',
  'relation',
  'object',
  'of',
  'about',
  'value',
  'values',
  'also',
  'from',
  'to',
  'basis',
  'period',
  'tolerance',
  'source',
  'note',
  'reviewBy',
  'examples',
  'extend',
]);

/** One of `relations`: a new one, or cues for one that is there. */
export function readRelation(reading: Reading, id: string, owner: Members, place: Place): LayerRelation {
  checkMembers(reading, owner, place, RELATION_MEMBERS);
  const builtIn = builtInRelations.get(id);
  const kind = readText(reading, owner, place, 'kind');
  const { directed } = owner;
  const isKind = kind !== undefined && isFactKind(kind);
  if (kind !== undefined && !isKind)
    reading.report(`“${kind}” is not a kind of value; there are ${FACT_KINDS.join(', ')}.`, [
      ...place,
      'kind',
    ]);
  if (directed !== undefined && typeof directed !== 'boolean')
    reading.report('“directed” must be true or false.', [...place, 'directed']);
  if (builtIn && isKind && kind !== builtIn.kind)
    reading.report(`“${id}” is a built-in relation, and its kind is ${builtIn.kind}.`, [...place, 'kind']);
  if (builtIn && typeof directed === 'boolean' && directed !== builtIn.directed)
    reading.report(`“${id}” is a built-in relation, and ${builtIn.directed ? '' : 'not '}directed.`, [
      ...place,
      'directed',
    ]);
  return {
    id,
    ...optional('kind', builtIn?.kind ?? (isKind ? kind : undefined)),
    cues: readTexts(reading, owner, place, 'cues'),
    ...optional('directed', builtIn?.directed ?? (typeof directed === 'boolean' ? directed : undefined)),
  };
}

/** The relation that a file's entry makes by itself: a built-in one as it is, or its own. */
export function relationOf(entry: LayerRelation): Relation | undefined {
  const { id, kind, cues, directed = false } = entry;
  return kind === undefined ? undefined : { id, kind, cues, directed };
}

/** One of `facts`. Undefined where nothing could ever be compared with it; what is missing was reported. */
export function readFact(
  reading: Reading,
  owner: Members,
  index: number,
  relations: ReadonlyMap<string, Relation>,
): LayerFact | undefined {
  const place = ['facts', index];
  checkMembers(reading, owner, place, FACT_MEMBERS);
  const { id, subject, relationId, about } = readHead(reading, owner, place, index);
  const relation = relationId === undefined ? undefined : relations.get(relationId);
  const { values, valuePlaces } = readFactValues(reading, owner, place, relation);
  if (subject === undefined || values.length === 0) return undefined;
  if (relationId === undefined && about.length === 0) return undefined;
  const kind = values.find(({ value }) => value)?.value?.kind;
  const { extend } = owner;
  if (extend !== undefined && typeof extend !== 'boolean')
    reading.report('“extend” must be true or false.', [...place, 'extend']);
  const fact: Fact = {
    id,
    subject,
    ...optional('relation', relation),
    ...optional('object', readText(reading, owner, place, 'object')),
    ...optional('of', readText(reading, owner, place, 'of')),
    about,
    ...optional('kind', kind),
    values,
    ...readRest(reading, owner, place, kind),
    location: reading.location(place),
  };
  return {
    fact,
    ...optional('relationId', relationId),
    ...optional('readAs', relation?.kind),
    ...(extend === true && { extends: true as const }),
    place,
    valuePlaces,
  };
}

/** What says which fact it is and what it is about. */
function readHead(reading: Reading, owner: Members, place: Place, index: number) {
  const id = readText(reading, owner, place, 'id') ?? `${reading.path}#${index + 1}`;
  if (owner.id === undefined) reading.report('The fact has no “id”.', place);
  const subject = readText(reading, owner, place, 'subject');
  if (owner.subject === undefined) reading.report(`The fact “${id}” has no “subject”.`, place);
  const relationId = readText(reading, owner, place, 'relation');
  const about = readTexts(reading, owner, place, 'about');
  if (relationId === undefined && about.length === 0)
    reading.report(
      `The fact “${id}” has neither “relation” nor “about”: nothing ties a figure to it.`,
      place,
    );
  return { id, subject, relationId, about };
}

function readRest(
  reading: Reading,
  owner: Members,
  place: Place,
  kind: Fact['kind'],
): Pick<Fact, 'period' | 'tolerance' | 'note' | 'reviewBy' | 'examples'> {
  const periodText = readText(reading, owner, place, 'period');
  const period = periodText === undefined ? undefined : readPeriod(periodText);
  if (periodText !== undefined && !period)
    reading.report(
      `“${periodText}” is not a period such as "2022", "FY2022", "Q3 2022", "2023-H1" or "2023-05".`,
      [...place, 'period'],
    );
  const toleranceText = readText(reading, owner, place, 'tolerance');
  const tolerance = toleranceText === undefined ? undefined : readTolerance(toleranceText, kind);
  if (toleranceText !== undefined && !tolerance)
    reading.report(
      `“${toleranceText}” is not a tolerance${kind ? ` for a ${kind}` : ''} such as "1 point", "2%", "3 days" or "1 year".`,
      [...place, 'tolerance'],
    );
  const reviewBy = readDaysAt(reading, readText(reading, owner, place, 'reviewBy'), place, 'reviewBy');
  return {
    ...optional('period', period),
    ...optional('tolerance', tolerance),
    ...optional('note', readText(reading, owner, place, 'note')),
    ...optional('reviewBy', reviewBy?.from),
    ...optional('examples', readExamples(reading, owner, place)),
  };
}
