import type { Fact, FactBase } from '../facts/facts.ts';

/** What the facts can decide of one entity, sorted by how a draft's words are bound to it. */
export interface Dossier {
  /** Its place among all entities: the order in which equals are tried. */
  readonly order: number;
  /** An agency or organisation: what it sets or counts (a tariff, a price index) is quoted without its name. */
  readonly isOpen: boolean;
  /** The first word of its name, which sister companies share. */
  readonly firstWord: string;
  /** All facts of which it is the subject. */
  readonly facts: readonly Fact[];
  /** Stakes and votes that it holds, or that others hold in it. */
  readonly holdings: readonly Fact[];
  /** Dates from which its age may be counted. */
  readonly births: readonly Fact[];
  /** Percentages and names, whose timelines imply dates. */
  readonly turns: readonly Fact[];
  /** Who is in a role at it. */
  readonly roles: readonly Fact[];
}

/** The dossiers of a fact base: one look-up an entity instead of a walk over its facts for every value of a draft. */
export interface Dossiers {
  of(entity: string): Dossier;
  /** Entities with facts that are open, or whose names begin with a word; in the order of all entities. */
  readonly open: () => readonly string[];
  readonly sisters: (firstWord: string) => readonly string[];
}

/** Makes each dossier when its entity is first met: of a large fact base a draft names a handful. */
export function openDossiers(base: FactBase): Dossiers {
  const made = new Map<string, Dossier>();
  let known: Known | undefined;
  return {
    of(entity) {
      let dossier = made.get(entity);
      if (dossier === undefined) {
        known ??= sortEntities(base);
        dossier = makeDossier(entity, base, known);
        // Names that are only compiled have no facts, and a long stream of documents meets a million of them.
        if (base.held.has(entity)) made.set(entity, dossier);
      }
      return dossier;
    },
    open: () => (known ??= sortEntities(base)).open,
    sisters: (word) => (known ??= sortEntities(base)).byFirstWord.get(word) ?? [],
  };
}

/** The entities that facts are about. */
interface Known {
  readonly order: ReadonlyMap<string, number>;
  readonly open: readonly string[];
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
}

function sortEntities({ held, bySubject }: FactBase): Known {
  const order = new Map<string, number>();
  const open: string[] = [];
  const byFirstWord = new Map<string, string[]>();
  for (const { id, type, name } of held.values()) {
    if (!bySubject.has(id)) continue;
    order.set(id, order.size);
    if (type === 'organization' || type === 'agency') open.push(id);
    const word = firstWordOf(name);
    const same = byFirstWord.get(word);
    if (same) same.push(id);
    else byFirstWord.set(word, [id]);
  }
  return { order, open, byFirstWord };
}

/** «Daehwan» of «Daehwan Memory». */
export function firstWordOf(name: string): string {
  return name.split(' ', 1)[0]!;
}

/** Relations whose date is where an age is counted from. */
const BIRTHS = new Set(['founded', 'launched', 'agreement', 'listed']);

function makeDossier(id: string, { entities, bySubject, byObject }: FactBase, { order }: Known): Dossier {
  const entity = entities.get(id);
  const facts = bySubject.get(id) ?? [];
  return {
    order: order.get(id) ?? order.size,
    isOpen: entity?.type === 'organization' || entity?.type === 'agency',
    firstWord: firstWordOf(entity?.name ?? ''),
    facts,
    holdings: [...facts, ...(byObject.get(id) ?? [])].filter(isHolding),
    births: facts.filter(
      ({ kind, relation, object }) =>
        kind === 'date' && BIRTHS.has(relation?.id ?? '') && object === undefined,
    ),
    turns: facts.filter(({ kind }) => kind === 'percent' || kind === 'name'),
    roles: facts.filter((fact) => fact.kind === 'name' && !isPlace(fact)),
  };
}

/** Stakes and votes: they are bound by their roles (bindHolding.ts), all else by its cue. */
export function isHolding({ kind, relation }: Fact): boolean {
  return kind === 'percent' && (relation?.directed ?? false);
}

/** Whether a fact with a name names a place. */
export function isPlace({ relation }: Fact): boolean {
  return relation?.id === 'headquarters' || relation?.id === 'country';
}
