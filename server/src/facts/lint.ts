import type { Entity, Fact, FactBase, FactSource, Location, Problem } from './facts.ts';

/** How strict a look at facts files is. */
export interface LintOptions {
  /** What the bundled facts must fulfil: every fact has a source, every source a title, a publisher and a URL. */
  readonly strict?: boolean;
}

/** What is right by the format, but not as it should be: a warning each, in strict linting mostly errors. */
export function lintFacts(base: FactBase, { strict = false }: LintOptions = {}): readonly Problem[] {
  const severity = strict ? 'error' : 'warning';
  return [
    ...[...base.entities.values()].flatMap((entity) => lintEntity(base, entity)),
    ...[...base.facts.values()].flatMap((fact) => lintFact(fact)),
    ...lintMisnomers(base),
    ...lintSources(base),
    ...(strict ? [...base.sources.values()].flatMap(lintSourceStrictly) : []),
  ].map(({ message, location: { path, line, character } }) => ({ path, message, line, character, severity }));
}

interface Found {
  readonly message: string;
  readonly location: Location;
}

function lintEntity({ bySubject, byObject }: FactBase, entity: Entity): readonly Found[] {
  const { id, sources, location } = entity;
  const found: Found[] = [];
  if (sources.length === 0) found.push({ message: `The entity “${id}” has no source.`, location });
  const forms = new Set([entity.name, entity.legalName, ...entity.aliases, ...entity.ambiguous]);
  for (const { text, correct } of entity.misnomers) {
    if (entity.misnomers.some((other) => other.text === correct))
      found.push({
        message: `The misnomer “${text}” of “${id}” is corrected to another misnomer.`,
        location,
      });
  }
  for (const { name } of entity.formerNames) {
    if (forms.has(name))
      found.push({ message: `“${name}” is both a former and a present name of “${id}”.`, location });
  }
  const isBare = entity.aliases.length + entity.misnomers.length + entity.descriptors.length === 0;
  if (isBare && !entity.legalName && !bySubject.has(id) && !byObject.has(id))
    found.push({ message: `Nothing is said of the entity “${id}” but its name.`, location });
  return found;
}

function lintFact({ id, values, location }: Fact): readonly Found[] {
  const bare = values.find(({ sources }) => sources.length === 0);
  if (!bare) return [];
  const which = values.length > 1 ? `The value “${bare.text}” of the fact “${id}”` : `The fact “${id}”`;
  return [{ message: `${which} has no source.`, location: values.length > 1 ? bare.location : location }];
}

/** A misnomer of two entities has no one right form. */
function lintMisnomers({ entities }: FactBase): readonly Found[] {
  const owners = new Map<string, Entity>();
  const found: Found[] = [];
  for (const entity of entities.values()) {
    for (const { text } of entity.misnomers) {
      const owner = owners.get(text);
      if (owner && owner !== entity)
        found.push({
          message: `“${text}” is a misnomer of both “${owner.id}” and “${entity.id}”.`,
          location: entity.location,
        });
      owners.set(text, entity);
    }
  }
  return found;
}

function lintSources({ sources, entities, facts }: FactBase): readonly Found[] {
  const used = new Set<string>();
  for (const entity of entities.values()) {
    for (const id of entity.sources) used.add(id);
    for (const former of entity.formerNames) for (const id of former.sources) used.add(id);
  }
  for (const { values } of facts.values())
    for (const value of values) for (const id of value.sources) used.add(id);
  return [...sources.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, location }) => ({ message: `The source “${id}” is used nowhere.`, location }));
}

function lintSourceStrictly({ id, title, publisher, url, location }: FactSource): readonly Found[] {
  const missing = [
    ...(title === id ? ['title'] : []),
    ...(publisher === undefined ? ['publisher'] : []),
    ...(url === undefined ? ['URL'] : []),
  ];
  const found: Found[] = [];
  if (missing.length > 0)
    found.push({ message: `The source “${id}” has no ${missing.join(', no ')}.`, location });
  if (url !== undefined && !/^https?:\/\/[^\s/]+\.[^\s/]+/.test(url))
    found.push({ message: `“${url}” is not the address of a page.`, location });
  return found;
}
