import type { FactBase } from '../facts/facts.ts';
import type { Draft } from '../text/draft.ts';
import type { Span } from '../text/span.ts';
import { type Attention, attend, cataphor, nearest, readOn, salient, startOf } from './antecedents.ts';
import { type Descriptors, describe, impliedBy, peopleFinder, whoIs } from './descriptors.ts';
import { type Head, NO_HEAD } from './head.ts';
import { firstFrom } from './inOrder.ts';
import type { EntityMention, Reference } from './mention.ts';
import { blockAt } from './salience.ts';
import { findSpeakers, isOrganisation, type Speakers } from './speakers.ts';
import { isBare, isFirmNoun, STRANGER } from './strangers.ts';
import { possessiveEnd } from './surroundings.ts';

// Words that point back, or open a phrase that does.
const POINTER =
  /\b(?:[Ii]ts?|[Tt]he(?:y|ir|m)?|[Tt]his|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Ww]e|[Oo]urs?|us|[Yy]our?)\b/g;
// «it» that stands for nothing: «it is said that», «it takes».
const EXPLETIVE =
  /^(?:['’]s| is| was| would be| will be)? (?:said|thought|known|time|clear|likely|unlikely|possible|true|raining|seems?|turns? out|takes|remains to|emerged|minus|hard|easy|not clear)\b/;
// «All of them», «58% of them»: of things, mostly.
const SOME_OF =
  /\b(?:all|some|most|many|none|half|few|each|one|two|three|both|number|any|\d[\d.,]*|per ?cent|pct|%) of $|% of $/i;
const PHRASE_WORD = /[ \u00a0\n]((?:[\p{L}\p{N}]\.){2,}|[\p{L}\p{N}]+(?:[-‑&][\p{L}\p{N}]+)*)/uy;
// «the foundry market», «the bank sector»: the noun tells of what kind, not who.
const COMPOUND =
  /^[ \n](?:markets?|sectors?|industry|industries|business|businesses|trade|world|crisis|workers|bosses|makers|names)\b/;
const MOST_WORDS = 4;
const MOST_ENTITIES = 4;

interface Scene extends Attention {
  readonly facts: FactBase;
  readonly descriptors: Descriptors;
  readonly peopleOf: (word: string) => readonly string[];
  /** Entities that a descriptor may mean though no name stands before it. */
  readonly implied: ReadonlySet<string>;
  readonly speakers: Speakers;
}

/** Finds what points back to an entity that the draft names: pronouns, descriptors, «we». In reading order. */
export function findReferences(
  draft: Draft,
  entities: readonly EntityMention[],
  facts: FactBase,
  head: () => Head = () => NO_HEAD,
  names: readonly { readonly span: Span }[] = [],
): readonly Reference[] {
  if (entities.length === 0) return [];
  const named = new Set(entities.map(({ entity }) => entity));
  const known = [...named].map((id) => facts.entities.get(id)).filter((entity) => entity !== undefined);
  const implied = impliedBy(facts, named);
  const speakers = findSpeakers(draft, entities, facts, head);
  const scene: Scene = {
    ...startOf(draft, entities, names),
    facts,
    descriptors: describe([...known, ...implied]),
    peopleOf: peopleFinder(facts.entities, named),
    implied: new Set(implied.map(({ id }) => id)),
    speakers,
  };
  const found: Reference[] = [];
  for (const match of draft.prose.text.matchAll(POINTER)) {
    const next = readOn(scene, match.index);
    if (next > 0 && match.index < entities[next - 1]!.span.end) continue;
    for (const reference of referencesAt(scene, match[0], match.index, next)) {
      found.push(reference);
      attend(scene, { span: reference.span, entity: reference.entities[0] });
    }
  }
  return found;
}

function referencesAt(scene: Scene, word: string, at: number, next: number): readonly Reference[] {
  const lower = word.toLowerCase();
  switch (lower) {
    case 'the':
    case 'this':
      return descriptorAt(scene, at, at + word.length, at);
    case 'he':
    case 'she':
    case 'his':
    case 'her':
      return pronoun(scene, lower, at, next, (id) => scene.facts.entities.get(id)?.type === 'person');
    case 'we':
    case 'us':
    case 'ours':
    case 'you':
    case 'your':
      return speaker(scene, lower, at);
    case 'our': {
      const own = speaker(scene, lower, at);
      const of = own[0]?.entities[0];
      const theirs =
        of === undefined ? [] : descriptorAt(scene, at + word.length + 1, at + word.length, at, of);
      // «Our business» is our own; «our French shareholder», «our club» is another.
      return [...own, ...theirs.filter(({ span }) => !isOwn(scene, span, of!))];
    }
    default: {
      const own = pronoun(scene, lower, at, next, (id) => isOrganisation(scene.facts, id));
      if (lower !== 'its' && lower !== 'their') return own;
      const of = own[0]?.entities[0];
      return [...own, ...descriptorAt(scene, at + word.length + 1, at + word.length, at, of)];
    }
  }
}

/** Whether a phrase fits this entity as well. */
function isOwn({ draft, descriptors }: Scene, { start, end }: Span, entity: string): boolean {
  return whoIs(descriptors, draft.prose.text.slice(start, end).toLowerCase().split(/\s+/)).includes(entity);
}

function pronoun(
  scene: Scene,
  lower: string,
  at: number,
  next: number,
  fits: (id: string) => boolean,
): readonly Reference[] {
  const text = scene.draft.prose.text;
  const end = at + lower.length;
  if (lower === 'them' && SOME_OF.test(text.slice(Math.max(0, at - 16), at))) return [];
  if (lower === 'it' && EXPLETIVE.test(text.slice(end, end + 24))) return [];
  const isPersons = /^(?:he|she|his|her)$/.test(lower);
  const back = isPersons ? salient(scene, at, fits) : nearest(scene, at, fits);
  const ahead = cataphor(scene, at, next, fits);
  const entities = [...new Set(ahead === undefined ? back : [ahead, ...back])].slice(0, MOST_ENTITIES);
  return toReference('pronoun', at, end, entities, /^(?:its|their|his|her)$/.test(lower));
}

function speaker(scene: Scene, lower: string, at: number): readonly Reference[] {
  const block = blockAt(scene.draft.prose.blocks, at);
  const second = lower.startsWith('you');
  const entity = second ? scene.speakers.yours(block) : scene.speakers.ours(at, block);
  if (entity === undefined) return [];
  const possessive = lower === 'our' || lower === 'your';
  return toReference(second ? 'second-person' : 'first-person', at, at + lower.length, [entity], possessive);
}

/** Reads the longest phrase behind `from` that describes somebody; `start`: where its span starts. */
function descriptorAt(
  scene: Scene,
  start: number,
  from: number,
  at: number,
  not?: string,
): readonly Reference[] {
  const text = scene.draft.prose.text;
  const ends: number[] = [];
  const words: string[] = [];
  PHRASE_WORD.lastIndex = from;
  for (
    let match = PHRASE_WORD.exec(text);
    match !== null && words.length < MOST_WORDS;
    match = PHRASE_WORD.exec(text)
  ) {
    words.push(match[1]!.toLowerCase().replace('‑', '-'));
    ends.push(PHRASE_WORD.lastIndex);
  }
  for (let count = words.length; count >= 1; count--) {
    const who = whoIs(scene.descriptors, words.slice(0, count)).filter((id) => id !== not);
    if (who.length === 0) continue;
    const end = ends[count - 1]!;
    if (isNamedNext(scene, from, end) || COMPOUND.test(text.slice(end, end + 16))) return [];
    const order = withSpeaker(
      scene,
      at,
      who,
      (isBare(words.slice(0, count)) && isFirmNoun(words[count - 1]!) ? nearest : salient)(scene, at, (id) =>
        who.includes(id),
      ),
    );
    const implied = who.length === 1 && scene.implied.has(who[0]!) ? who : [];
    return toReference(
      'descriptor',
      start,
      end,
      order.length > 0 ? order : implied,
      possessiveEnd(text, end) !== undefined,
    );
  }
  const noun = words.findIndex(isFirmNoun);
  if (noun > 0 && isStrangers(scene, from, ends[noun - 1]!, ends[noun]!))
    return toReference('descriptor', start, ends[noun]!, [STRANGER], false);
  return peopleAt(scene, start, words[0], ends[0], at);
}

/** «The Zurich private bank» that none of the known ones is; «the Lyon-based bank» may be a known one of elsewhere. */
function isStrangers(scene: Scene, from: number, nounStart: number, end: number): boolean {
  const text = scene.draft.prose.text;
  if (!/\s\p{Lu}\p{L}*\b(?!-based)/u.test(text.slice(from, nounStart))) return false;
  return !/\p{Lu}/u.test(text.slice(nounStart, end)) && !isNamedNext(scene, from, end);
}

/** In a letter «this company» is the writer's own before any other, «the company» if no other stands before it. */
function withSpeaker(
  { draft: { prose }, speakers }: Scene,
  at: number,
  who: readonly string[],
  order: readonly string[],
): readonly string[] {
  const isThis = /^this\b/i.test(prose.text.slice(at, at + 5));
  if (order.length > 0 && order[0] !== STRANGER && !isThis) return order;
  const own = speakers.ours(at, blockAt(prose.blocks, at));
  return own === undefined || !who.includes(own) ? order : [...new Set([own, ...order])];
}

// What follows «the French» where firms are meant, and no noun.
const DOING =
  /^(?: (?:are|have|had|has|hold|held|own|owned|took|take|keep|kept|were|will|would|said|say|want|paid|bought|sold|do|did|could|may)\b|[,.;:)]|$)/;

/** «of which the Germans took 60%», «of the Italians». */
function peopleAt(
  scene: Scene,
  start: number,
  word: string | undefined,
  end: number | undefined,
  at: number,
): readonly Reference[] {
  const text = scene.draft.prose.text;
  if (word === undefined || end === undefined || !DOING.test(text.slice(end, end + 10))) return [];
  const who = scene.peopleOf(word);
  if (who.length === 0) return [];
  const before = salient(scene, at, (id) => who.includes(id));
  // «Ask the Danes»: the only ones that the draft names, be it later.
  const entities = before.length === 0 && who.length === 1 ? who : before;
  return toReference('descriptor', start, end, entities, false);
}

/** «the Japanese carmaker Hayase» needs no reference beside the name; «the Grocer's Council» is one. */
function isNamedNext({ entities }: Scene, from: number, end: number): boolean {
  const next = entities[firstFrom(entities, from)];
  return next !== undefined && next.span.start <= end + 1;
}

function toReference(
  via: Reference['via'],
  start: number,
  end: number,
  entities: readonly string[],
  possessive: boolean,
): readonly Reference[] {
  const [first, ...rest] = entities;
  return first === undefined
    ? []
    : [{ kind: 'reference', span: { start, end }, via, entities: [first, ...rest], possessive }];
}
