import type { Entity, FactSource, Problem, Relation } from './facts.ts';
import { type JsonDocument, type Position, readJsonDocument } from './jsonDocument.ts';
import type { EntityExtension, FactsLayer, LayerFact, LayerRelation } from './layer.ts';
import { readEntity, readExtension, readSource } from './readEntity.ts';
import { readFact, readRelation, relationOf } from './readFact.ts';
import {
  checkMembers,
  entriesOf,
  type Members,
  nameOf,
  newReading,
  type Reading,
  readMembers,
  readText,
  readTexts,
} from './reading.ts';
import { builtInRelations } from './relations.ts';

/** The version of the format that this product reads. */
const VERSION = 1;

const ROOT_MEMBERS = new Set([
  '$schema',
  'version',
  'title',
  'sources',
  'entities',
  'relations',
  'facts',
  'remove',
  'extend',
]);

/**
 * Reads one facts file. Mistakes are reported at their places and everything else is used. Never throws. Ids that the
 * file does not know may be in another layer: those are checked in `mergeLayers`. `places`: the text was made from a
 * spreadsheet, and this is where each of its lines comes from.
 */
export function readFactsFile(
  text: string,
  path: string,
  places?: readonly Position[],
): { readonly layer: FactsLayer; readonly problems: readonly Problem[] } {
  const document = places ? standingFor(readJsonDocument(text), places) : readJsonDocument(text);
  const problems: Problem[] = [];
  for (const { span, message } of document.errors)
    problems.push({ path, message, ...document.positionOf(span), inJson: true });
  const reading = newReading(path, document, problems);
  for (const { key, span } of document.errors.length > 0 ? [] : document.duplicates)
    problems.push({
      path,
      message: `“${key}” is here twice; the later one is used.`,
      ...document.positionOf(span),
      inJson: true,
    });
  const root = document.root === undefined ? undefined : readMembers(reading, document.root, []);
  return { layer: root ? readLayer(reading, root, document) : emptyLayer(path, document), problems };
}

function standingFor(document: JsonDocument, places: readonly Position[]): JsonDocument {
  const nowhere = { line: 0, character: 0, length: 0 };
  return { ...document, positionOf: (span) => places[document.positionOf(span).line] ?? nowhere };
}

function readLayer(reading: Reading, root: Members, document: JsonDocument): FactsLayer {
  checkMembers(reading, root, [], ROOT_MEMBERS);
  checkVersion(reading, root);
  const title = readText(reading, root, [], 'title');
  const sources = new Map<string, FactSource>();
  for (const [id, owner, place] of entriesOf(reading, root, 'sources')) {
    const source = readSource(reading, id, owner, place);
    if (source) sources.set(id, source);
  }
  const entities = new Map<string, Entity>();
  for (const [id, owner, place] of entriesOf(reading, root, 'entities')) {
    const entity = readEntity(reading, id, owner, place);
    if (entity) entities.set(id, entity);
  }
  const relations = new Map<string, LayerRelation>();
  for (const [id, owner, place] of entriesOf(reading, root, 'relations'))
    relations.set(id, readRelation(reading, id, owner, place));
  const extend = new Map<string, EntityExtension>();
  for (const [id, owner, place] of entriesOf(reading, root, 'extend'))
    extend.set(id, readExtension(reading, owner, place));
  const facts = readFacts(reading, root, relations);
  const remove = readTexts(reading, root, [], 'remove');
  return {
    ...emptyLayer(reading.path, document),
    ...(title === undefined ? {} : { title }),
    broken: false,
    sources,
    entities,
    relations,
    facts,
    remove,
    extend,
  };
}

function checkVersion(reading: Reading, root: Members): void {
  if (root.version === VERSION) return;
  if (root.version === undefined) reading.report('“version” is missing; it must be 1.', []);
  else reading.report(`“version” must be 1: this product reads no other version.`, ['version']);
}

function readFacts(
  reading: Reading,
  root: Members,
  own: ReadonlyMap<string, LayerRelation>,
): ReadonlyMap<string, LayerFact> {
  const facts = new Map<string, LayerFact>();
  if (root.facts === undefined) return facts;
  if (!Array.isArray(root.facts)) {
    reading.report(`“facts” must be a list in brackets, not ${nameOf(root.facts)}.`, ['facts']);
    return facts;
  }
  const relations = new Map<string, Relation>(builtInRelations);
  for (const entry of own.values()) {
    const relation = builtInRelations.get(entry.id) ?? relationOf(entry);
    if (relation) relations.set(entry.id, relation);
  }
  root.facts.forEach((value: unknown, index) => {
    const owner = readMembers(reading, value, ['facts', index]);
    const fact = owner && readFact(reading, owner, index, relations);
    if (!fact) return;
    if (facts.has(fact.fact.id))
      reading.report(`The id “${fact.fact.id}” is another fact’s too; the later one is used.`, [
        ...fact.place,
        'id',
      ]);
    facts.set(fact.fact.id, fact);
  });
  return facts;
}

function emptyLayer(path: string, document: JsonDocument): FactsLayer {
  return {
    path,
    broken: true,
    sources: new Map(),
    entities: new Map(),
    relations: new Map(),
    facts: new Map(),
    remove: [],
    extend: new Map(),
    positionOf: (place, on) => document.positionOf(document.spanOf(place, on)),
  };
}
