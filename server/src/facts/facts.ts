import type { EpochDay } from '../text/calendarDate.ts';
import type { Value, ValueKindName } from '../values/kind.ts';
import type { CompiledNames } from './compiledNames.ts';

/** Where something stands in a facts file; line and character count from 0, in UTF-16 units. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** Where facts are from, as a reader can look it up. */
export interface FactSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly location: Location;
}

/** What an entity is. */
export type EntityType =
  | 'company'
  | 'organization'
  | 'agency'
  | 'alliance'
  | 'person'
  | 'place'
  | 'event'
  | 'product'
  | 'other';

/** A wrong form of a name, and what to write in its place. */
export interface Misnomer {
  readonly text: string;
  /** What to write instead; left out: the closest correct form. */
  readonly correct?: string;
}

/** A name that was right until a day. */
export interface FormerName {
  readonly name: string;
  /** Right before this day, outdated from then on. */
  readonly until?: EpochDay;
  readonly untilText?: string;
  readonly sources: readonly string[];
}

/** Somebody or something that drafts name, with all the ways to write it. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly legalName?: string;
  readonly aliases: readonly string[];
  readonly ambiguous: readonly string[];
  readonly misnomers: readonly Misnomer[];
  readonly formerNames: readonly FormerName[];
  readonly descriptors: readonly string[];
  readonly country?: string;
  readonly headquarters?: string;
  readonly ticker?: string;
  readonly sources: readonly string[];
  /** Marked sentences that `factlint facts test` runs. */
  readonly examples?: Examples;
  readonly location: Location;
}

/** Marked sentences in which nothing, or every mark, has to be flagged. */
export interface Examples {
  readonly ok: readonly string[];
  readonly bad: readonly string[];
}

/** What a fact says of its subject. `id` of a built-in one as in facts-format.md; a file may add its own. */
export interface Relation {
  readonly id: string;
  readonly kind: ValueKindName;
  /** Phrases that tie a value to the relation; matched on word stems. */
  readonly cues: readonly string[];
  /** Subject → object: the holder comes first. */
  readonly directed: boolean;
}

/** One value of a fact, and when it held. */
export interface FactValue {
  /** As written in the file. */
  readonly text: string;
  /** Undefined where it is none of the kinds: shown, never compared. */
  readonly value?: Value;
  readonly also: readonly Value[];
  readonly alsoTexts: readonly string[];
  /** Holds from this day (inclusive) to that (exclusive). */
  readonly from?: EpochDay;
  readonly to?: EpochDay;
  readonly fromText?: string;
  readonly toText?: string;
  readonly basis?: string;
  readonly sources: readonly string[];
  readonly location: Location;
}

/** A stretch of the calendar that a figure is about; `label` as written («FY2022», «Q3 2022»). */
export interface Period {
  readonly label: string;
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly grain: 'year' | 'fiscal-year' | 'half' | 'quarter' | 'month';
  readonly year: number;
  /** Which quarter (1–4), half (1–2) or month (1–12). */
  readonly part?: number;
}

/** One thing that is known of an entity, with its sources. */
export interface Fact {
  readonly id: string;
  readonly subject: string;
  readonly relation?: Relation;
  readonly object?: string;
  readonly of?: string;
  readonly about: readonly string[];
  /** Kind of its values; undefined where none was understood. */
  readonly kind?: ValueKindName;
  /** In the order of the file; at least one. */
  readonly values: readonly FactValue[];
  readonly period?: Period;
  /** In the unit of the kind (points, days, years, money, things); a relative one in percent of the value: 2 for «2%». */
  readonly tolerance?: { readonly amount: number; readonly relative: boolean };
  readonly note?: string;
  /** The day from which on the fact has to be looked at again. */
  readonly reviewBy?: EpochDay;
  readonly examples?: Examples;
  readonly location: Location;
}

/** All that is known, checked, layered and indexed. Replaced whole, never changed. */
export interface FactBase {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Those of the entities that are held as objects, all that facts are about among them: all, unless a layer was compiled. */
  readonly held: ReadonlyMap<string, Entity>;
  /** The names of all other entities. */
  readonly compiled?: CompiledNames;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly sources: ReadonlyMap<string, FactSource>;
  /** The built-in relations and the files' own. */
  readonly relations: ReadonlyMap<string, Relation>;
  readonly bySubject: ReadonlyMap<string, readonly Fact[]>;
  readonly byObject: ReadonlyMap<string, readonly Fact[]>;
  /** Where an entity has its seat, by its id: a fact that says so, or else what its entry gives as headquarters. */
  readonly seats: ReadonlyMap<string, Fact>;
}

/** What is wrong in a file; everything else in it is still used. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  /** Where it stands; from 0. Left out: the file as a whole. */
  readonly line?: number;
  readonly character?: number;
  /** Length in UTF-16 units on that line, where known. */
  readonly length?: number;
  /** Where it stands in a workbook, which has no lines of text: «Stakes!C5». */
  readonly cell?: string;
  /** Left out: an error. A note says what may well be meant so. */
  readonly severity?: 'error' | 'warning' | 'note';
  /** Against the rules of JSON, not those of facts: an editor that knows JSON says so, too. */
  readonly inJson?: true;
}
