import type { Imported, ImportedEntry, Rejected } from './imported.ts';
import type { Known } from './known.ts';
import { createNameSet } from './nameSet.ts';

/** Passes on what a facts file may hold; says why something else is left out. */
export type NameGuard = (imported: Imported) => Iterable<Imported>;

/**
 * Sees to it that a name stays with one entity: an entity whose name is another's is left out with its facts, and of the
 * further names those that are another's. Names that are also ordinary words may belong to several.
 */
export function guardNames(known: Known): NameGuard {
  const taken = createNameSet();
  const leftOut = new Set<string>();
  const isOthers = (name: string, id: string): boolean => {
    const owner = known.ownerOf(name);
    if (owner !== undefined) return owner !== id;
    return !taken.add(name);
  };

  function* entity(imported: ImportedEntry): Generator<Imported> {
    const { id, entry } = imported;
    const { name } = entry;
    if (typeof name === 'string' && isOthers(name, id)) {
      leftOut.add(id);
      const owner = known.ownerOf(name);
      const whose = owner === undefined ? 'another entry of this file' : `“${owner}”`;
      yield warn(imported, `“${name}” is the name of ${whose} already: this entity is left out.`);
      return;
    }
    yield* names(imported);
  }

  function* names(imported: ImportedEntry): Generator<Imported> {
    const { id, entry } = imported;
    const own = new Set([entry.name]);
    const kept: Record<string, unknown> = { ...entry };
    const { legalName } = entry;
    if (typeof legalName === 'string' && !own.has(legalName)) {
      if (isOthers(legalName, id)) {
        delete kept.legalName;
        yield warn(imported, `“${legalName}” is another’s name already and is left out.`);
      } else own.add(legalName);
    }
    for (const key of ['aliases', 'misnomers'] as const) {
      const list: readonly unknown[] = Array.isArray(entry[key]) ? entry[key] : [];
      const free: unknown[] = [];
      for (const it of list) {
        const text = textOf(it);
        if (text === undefined || own.has(text)) continue;
        own.add(text);
        const isFree =
          key === 'aliases' ? !isOthers(text, id) : known.ownerOf(text) === undefined && !taken.has(text);
        if (isFree) free.push(it);
        else yield warn(imported, `“${text}” is another’s name already and is left out.`);
      }
      if (free.length > 0) kept[key] = free;
      else delete kept[key];
    }
    if (imported.kind === 'entity' || Object.keys(kept).length > 0) yield { ...imported, entry: kept };
  }

  return function* guard(imported) {
    if (imported.kind === 'entity') yield* entity(imported);
    else if (imported.kind === 'extend') yield* names(imported);
    else if (imported.kind === 'fact' && [imported.entry.subject, imported.entry.object].some(isLeftOut))
      yield warn(imported, `The fact “${imported.id}” is about an entity that is left out.`);
    else yield imported;
  };

  function isLeftOut(id: unknown): boolean {
    return typeof id === 'string' && leftOut.has(id);
  }
}

/** A name, or a misnomer with its correction. */
function textOf(name: unknown): string | undefined {
  if (typeof name === 'string') return name;
  const text = typeof name === 'object' && name !== null && 'text' in name ? name.text : undefined;
  return typeof text === 'string' ? text : undefined;
}

function warn({ line }: { readonly line?: number }, message: string): Rejected {
  return { kind: 'rejected', message, severity: 'warning', ...(line !== undefined && { line }) };
}
