import type { Entity, Fact, FactBase, Relation } from '../../facts/facts.ts';
import { splitLegalForm } from '../../mentions/legalForms.ts';
import { plain } from '../../mentions/letters.ts';
import { headOf } from '../../mentions/trie.ts';

/** What is known already, so that an import speaks of the Renault that is there, and says nothing twice. */
export interface Known {
  readonly relations: ReadonlyMap<string, Relation>;
  /** By its id, or by one of its names with a legal form or without; undefined where none or more than one is meant. */
  entityOf(name: string): Entity | undefined;
  /** By its ticker, with an exchange or without. */
  entityByTicker(ticker: string): Entity | undefined;
  /** Whose correct name a text is, to the letter. */
  ownerOf(name: string): string | undefined;
  hasSource(id: string): boolean;
  /** The fact that says the same thing, whatever its value. */
  factLike(fact: FactKey): Fact | undefined;
}

/** What makes two facts say the same thing. */
export interface FactKey {
  readonly subject: string;
  readonly relation?: string | undefined;
  readonly about?: readonly string[];
  readonly object?: string | undefined;
  readonly of?: string | undefined;
  readonly period?: string | undefined;
}

/** Looks things up in a fact base. */
export function knownIn(facts: FactBase): Known {
  const names = new Map<string, Entity | undefined>();
  const owners = new Map<string, string>();
  for (const entity of facts.held.values()) {
    for (const form of correctFormsOf(entity)) {
      if (!owners.has(form)) owners.set(form, entity.id);
      addOnce(names, form, entity);
      addOnce(names, splitLegalForm(plain(form)).base, entity);
    }
  }
  const tickers = tickersOf(facts.held.values());
  const compiled = compiledIn(facts);
  const byKey = new Map([...facts.facts.values()].map((fact) => [keyOf(toKey(fact)), fact]));
  return {
    relations: facts.relations,
    entityOf(name) {
      const base = splitLegalForm(plain(name)).base;
      const held = facts.entities.get(name) ?? names.get(name) ?? names.get(base);
      if (held || names.has(name) || names.has(base)) return held;
      const [only, other] = compiled.named(name);
      return other ? undefined : only;
    },
    entityByTicker: (ticker) => tickers.get(bareTicker(ticker)) ?? compiled.withTicker(bareTicker(ticker)),
    ownerOf: (name) =>
      owners.get(name) ?? compiled.named(name).find((it) => correctFormsOf(it).includes(name))?.id,
    hasSource: (id) => facts.sources.has(id),
    factLike: (fact) => byKey.get(keyOf(fact)),
  };
}

/** The entities of a compiled file: too many to be held, each looked up by what it is called. */
function compiledIn({ compiled, entities, held }: FactBase) {
  let tickers: Map<string, Entity | undefined> | undefined;
  return {
    named(name: string): readonly Entity[] {
      if (!compiled) return [];
      const texts = new Set([name, plain(name), splitLegalForm(plain(name)).base]);
      const forms = [...texts].flatMap((text) =>
        compiled.formsAt(compiled.tries.map((trie) => headOf(trie, text))),
      );
      const ids = forms.flatMap(({ kind, entity }) =>
        kind === 'correct' || kind === 'ambiguous' ? [entity] : [],
      );
      return [...new Set(ids)].flatMap((id) => entities.get(id) ?? []);
    },
    withTicker(ticker: string): Entity | undefined {
      if (!compiled) return undefined;
      tickers ??= tickersOf(cold(entities, held));
      return tickers.get(ticker);
    },
  };
}

function* cold(entities: ReadonlyMap<string, Entity>, held: ReadonlyMap<string, Entity>): Generator<Entity> {
  for (const entity of entities.values()) if (!held.has(entity.id)) yield entity;
}

function tickersOf(entities: Iterable<Entity>): Map<string, Entity | undefined> {
  const tickers = new Map<string, Entity | undefined>();
  for (const entity of entities) if (entity.ticker) addOnce(tickers, bareTicker(entity.ticker), entity);
  return tickers;
}

/** A name of two entities stands for neither. */
function addOnce(map: Map<string, Entity | undefined>, key: string, entity: Entity): void {
  if (!map.has(key)) map.set(key, entity);
  else if (map.get(key) !== entity) map.set(key, undefined);
}

/** All names under which an entity is rightly known. */
export function correctFormsOf({ name, legalName, aliases, ambiguous }: Entity): readonly string[] {
  return [name, ...(legalName === undefined ? [] : [legalName]), ...aliases, ...ambiguous];
}

/** «NASDAQ:MSFT» as «MSFT». */
function bareTicker(ticker: string): string {
  return ticker
    .slice(ticker.lastIndexOf(':') + 1)
    .trim()
    .toUpperCase();
}

function toKey({ subject, relation, about, object, of, period }: Fact): FactKey {
  return { subject, relation: relation?.id, about, object, of, period: period?.label };
}

function keyOf({ subject, relation, about = [], object, of, period }: FactKey): string {
  return JSON.stringify([subject, relation ?? about, object ?? '', of ?? '', period ?? '']);
}
