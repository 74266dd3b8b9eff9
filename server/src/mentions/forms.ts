import type { WrittenForm } from '../facts/compiledNames.ts';
import type { Entity, Fact, FactBase } from '../facts/facts.ts';
import { distance } from './distance.ts';
import { splitLegalForm } from './legalForms.ts';
import { isAllCaps, plain } from './letters.ts';

/** What the scanner needs of an entity. */
export interface Names {
  readonly entity: Entity;
  /** Correct bases, the plain name first. */
  readonly bases: readonly string[];
  /** Ids of the legal forms that it may bear. */
  readonly legal: ReadonlySet<string>;
  /** Its legal forms as written («Co., Ltd.»), that of the legal name first. */
  readonly legalTexts: readonly string[];
  /** Year of the earliest source; undefined where none is dated. */
  readonly sourced?: number;
}

/** A file with more entities is compiled, and a slip of one of their names is believed only beside the right name. */
export const MANY_NAMES = 20_000;

/** The files of which more than `MANY_NAMES` entities are held: facts are about them. */
export function crowdedFiles(held: FactBase['held'], most = MANY_NAMES): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (held.size > most)
    for (const { location } of held.values()) counts.set(location.path, (counts.get(location.path) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > most).map(([path]) => path));
}

/** All written forms of a fact base; the first of equal ones counts most. `crowded`: the files whose forms are a crowd. */
export function formsOf(
  facts: Pick<FactBase, 'held' | 'facts' | 'seats' | 'sources'>,
  ignored: readonly string[],
  crowded: ReadonlySet<string> = new Set(),
): { forms: WrittenForm[]; names: Map<string, Names> } {
  const forms: WrittenForm[] = ignored.map((name) => ({ text: plain(name), kind: 'ignored', entity: '' }));
  const names = new Map<string, Names>();
  const newest = newestYear(facts);
  for (const entity of facts.held.values()) {
    const known = namesOf(entity, facts, newest);
    names.set(entity.id, known);
    const first = forms.length;
    addEntity(forms, known);
    if (crowded.has(entity.location.path)) markCrowd(forms, first);
  }
  for (const fact of new Set([...facts.facts.values(), ...facts.seats.values()])) {
    const first = forms.length;
    addValues(forms, fact);
    if (crowded.has(fact.location.path)) markCrowd(forms, first);
  }
  return { forms, names };
}

function markCrowd(forms: WrittenForm[], first: number): void {
  for (let at = first; at < forms.length; at++) forms[at] = { ...forms[at]!, crowd: true };
}

/** The year of the youngest source of all; undefined where none has a date. */
function newestYear({ sources }: Pick<FactBase, 'sources'>): number | undefined {
  let newest: number | undefined;
  for (const source of sources.values()) newest = Math.max(newest ?? 0, yearOf(source) ?? 0) || newest;
  return newest;
}

function yearOf(source: { readonly published?: string } | undefined): number | undefined {
  return Number(source?.published?.slice(0, 4)) || undefined;
}

/** What the scanner needs of one entity. `newest`: the year that a source without a date is taken to be of. */
export function namesOf(entity: Entity, { sources }: Pick<FactBase, 'sources'>, newest?: number): Names {
  const barred = new Set([...entity.ambiguous, ...entity.misnomers.map(({ text }) => text)].map(plain));
  const bases = new Set<string>();
  const legal = new Set<string>();
  const legalTexts: string[] = [];
  for (const written of [entity.name, ...entity.aliases, ...(entity.legalName ? [entity.legalName] : [])]) {
    const split = splitLegalForm(plain(written));
    if (!barred.has(split.base)) bases.add(split.base);
    if (split.id === undefined) continue;
    legal.add(split.id);
    if (written === entity.legalName) legalTexts.unshift(split.legal!);
    else legalTexts.push(split.legal!);
  }
  if (legal.has('co-ltd')) legal.add('co').add('ltd');
  // Danish A/S often loses its stroke on the wire.
  if (legal.has('a-s')) legal.add('as');
  const years = entity.sources.flatMap((id) => yearOf(sources.get(id)) ?? []);
  // A source without a date says how things are now: it is as young as the youngest.
  const sourced = years.length === 0 ? newest : Math.min(...years);
  const names = { entity, bases: [...bases], legal, legalTexts };
  return sourced === undefined ? names : { ...names, sourced };
}

function addEntity(forms: WrittenForm[], { entity, bases }: Names): void {
  const id = entity.id;
  for (const base of bases)
    for (const text of spellings(base, entity)) forms.push({ text, kind: 'correct', entity: id });
  for (const text of entity.ambiguous) forms.push({ text: plain(text), kind: 'ambiguous', entity: id });
  for (const { name, until } of entity.formerNames) {
    const former = {
      text: splitLegalForm(plain(name)).base,
      kind: 'former-name',
      entity: id,
      correct: entity.name,
    } as const;
    forms.push(until === undefined ? former : { ...former, until });
  }
  for (const { text, correct } of entity.misnomers) {
    const split = splitLegalForm(plain(text));
    const nearest = correct ?? closest(split.base, bases) ?? entity.name;
    const misnomer = { text: split.base, kind: 'misnomer', entity: id, correct: nearest } as const;
    forms.push(split.id === undefined ? misnomer : { ...misnomer, legal: split.id });
  }
}

/** The ways to write the same name that nobody lists: «and» for «&», «HJ» for «H.J.», a dash in a compound of two. */
function spellings(base: string, entity: Entity): readonly string[] {
  const all = [base];
  if (base.includes(' & ')) all.push(base.replaceAll(' & ', ' and '));
  if (base.includes(' and ')) all.push(base.replaceAll(' and ', ' & '));
  if (/^(?:\p{Lu}\.){2,3} /u.test(base)) all.push(base.replaceAll('.', ''));
  if (entity.type === 'alliance' && /\p{Ll}-\p{Lu}/u.test(base)) all.push(base.replace('-', '–'));
  return all;
}

/** The candidate with the fewest letters different; the first of equals. */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const far = distance(text, candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** Names of persons and places that facts hold as values; a person's family name counts where the full name stands before. */
function addValues(forms: WrittenForm[], fact: Fact): void {
  for (const { value, also } of fact.values) {
    for (const known of value === undefined ? also : [value, ...also]) {
      if (known.kind !== 'name') continue;
      const text = plain(known.name);
      if (isPlace(fact)) {
        forms.push({ text, kind: 'value', entity: known.name });
        continue;
      }
      forms.push({ text, kind: 'value', entity: known.name, person: true });
      const family = familyNameOf(text);
      if (family !== undefined)
        forms.push({ text: family, kind: 'family', entity: known.name, person: true });
    }
  }
}

function isPlace(fact: Fact): boolean {
  return fact.relation?.id === 'headquarters' || fact.relation?.id === 'country';
}

/** «Luca de Meo» → «Meo»; «Park Joon-seong» → «Park»: a hyphenated given name comes last in Korea and Taiwan. */
export function familyNameOf(name: string): string | undefined {
  const words = name.split(' ');
  if (words.length < 2) return undefined;
  return /^\p{Lu}\p{L}*-\p{Ll}/u.test(words.at(-1)!) ? words[0] : words.at(-1);
}

/** Hyphens, spaces and joints lost or put in: «Trans Alpina», «Prairiewings», «Fly-24». */
export function addUnlisted(forms: WrittenForm[]): void {
  const taken = new Set(forms.map(({ text }) => text.toLowerCase()));
  for (const { text, kind, entity, crowd } of [...forms]) {
    if (kind !== 'correct' || crowd || isAllCaps(text)) continue;
    for (const wrong of misjoined(text)) {
      if (taken.has(wrong.toLowerCase())) continue;
      taken.add(wrong.toLowerCase());
      forms.push({ text: wrong, kind: 'slip', entity, correct: text });
    }
  }
}

const JOINT = /(?<=\p{Ll})(?=\p{Lu}|\d)/gu;

function misjoined(text: string): readonly string[] {
  const words = text.split(/[ -]/);
  if (words.length === 1) {
    const parted = text.replace(JOINT, ' ');
    if (parted === text || parted.split(' ').some((part) => part.length < 2)) return [];
    const capital = parted[0]!.toUpperCase() + parted.slice(1);
    return [capital, capital.replaceAll(' ', '-')];
  }
  const plainWords = words.every((word) => /^[\p{L}\d]{2,}$/u.test(word));
  if (words.length !== 2 || !plainWords) return [];
  const [first, second] = words as [string, string];
  const hyphen = text.includes('-') ? ' ' : '-';
  return [first + second, first + second.toLowerCase(), first + hyphen + second].filter(
    (wrong) => wrong !== text,
  );
}
