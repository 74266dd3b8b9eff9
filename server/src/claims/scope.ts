import type { Block } from '../text/prose.ts';
import type { CueMatch } from './cues.ts';
import { isFunctionWord } from './stems.ts';
import { type DraftView, entitiesOf, type Item, isPossessive, type SentenceView, within } from './view.ts';

/** How an entity is tied to a value; each stronger than the next. */
export type ScopeKind =
  | 'possessor'
  | 'adjacent'
  | 'subject'
  | 'table'
  | 'clause'
  | 'sentence'
  | 'carried'
  | 'document';

export interface Scope {
  readonly kind: ScopeKind;
  /** 0 to 3. */
  readonly strength: number;
}

const STRENGTH: Readonly<Record<ScopeKind, number>> = {
  possessor: 3,
  adjacent: 3,
  subject: 2.6,
  table: 3,
  clause: 2,
  sentence: 1.2,
  carried: 1.6,
  document: 0.5,
};

/** The entities that a value may be about, with the strongest tie of each. */
export type Scopes = ReadonlyMap<string, Scope>;

/** Collects the scopes of the value at `index`, seen from its cue (or from itself where there is none). */
export function scopesOf(draft: DraftView, view: SentenceView, index: number, cue?: CueMatch): Scopes {
  const scopes = new Map<string, Scope>();
  const add = (entities: readonly string[], kind: ScopeKind) => {
    for (const [rank, entity] of entities.entries()) {
      const strength = STRENGTH[kind] - Math.min(rank, 3) * 0.25;
      const known = scopes.get(entity);
      if (known === undefined || known.strength < strength) scopes.set(entity, { kind, strength });
    }
  };
  addPossessor(view, cue, add);
  addSentence(view, index, cue, add);
  if (view.block.cell) addTable(draft, view.block, add);
  if (!hasOwnSubject(view, index, cue)) add(carriedInto(draft, view), 'carried');
  return scopes;
}

type Add = (entities: readonly string[], kind: ScopeKind) => void;

/** «Hayase's operating margin», «its margin», «the margin of Hayase», «Garam sales». */
function addPossessor(view: SentenceView, cue: CueMatch | undefined, add: Add): void {
  if (cue === undefined) return;
  const { items } = view;
  for (let at = cue.start - 1; at >= Math.max(0, cue.start - 4); at -= 1) {
    const item = items[at]!;
    const named = entitiesOf(item);
    if (named.length > 0) {
      if (isPossessive(item) || at === cue.start - 1) add(named, 'possessor');
      break;
    }
    if (item.kind !== 'word' || (isFunctionWord(item.lower) && !/^(new|own|total)$/.test(item.lower))) break;
  }
  const link = items[cue.end]?.lower;
  if (link === 'of' || link === 'at' || link === 'for' || link === 'by' || link === 'from') {
    add(entitiesOf(nextNamed(items, cue.end + 1)), 'possessor');
  }
}

function nextNamed(items: readonly Item[], start: number): Item | undefined {
  const at = items[start]?.lower === 'the' ? start + 1 : start;
  return items[at];
}

function addSentence(view: SentenceView, index: number, cue: CueMatch | undefined, add: Add): void {
  const { items, clauseOf } = view;
  const from = Math.min(index, cue?.start ?? index);
  let subject: readonly string[] | undefined;
  for (const [at, item] of items.entries()) {
    const named = entitiesOf(item);
    if (named.length === 0) continue;
    const sameClause = clauseOf[at] === clauseOf[index];
    add(named, sameClause ? 'clause' : 'sentence');
    if (sameClause && at < from && !isPossessive(item)) subject ??= named;
    if (
      at === index - 1 ||
      (at === index - 2 && items[index - 1]!.kind !== 'punct' && !isFunctionWord(items[index - 1]!.lower))
    ) {
      if (!isPossessive(item)) add(named, 'adjacent');
    }
  }
  if (subject) add(subject, 'subject');
}

function addTable(draft: DraftView, { cell }: Block, add: Add): void {
  const { prose } = draft.draft;
  for (const head of [cell?.rowHead, cell?.columnHead]) {
    const block = head === undefined ? undefined : prose.blocks[head];
    if (block)
      add(
        within(draft.mentions.entities, block.span).map(({ entity }) => entity),
        'table',
      );
  }
}

/**
 * Whether the words before the cue (or the value) name a subject of their own, so that nothing is carried over from before:
 * any content word there that is not itself a known entity («three larger airlines», «the market as a whole»).
 */
export function hasOwnSubject(view: SentenceView, index: number, cue: CueMatch | undefined): boolean {
  const { items, clauseOf } = view;
  const until = Math.min(index, cue?.start ?? index);
  for (let at = 0; at < until; at += 1) {
    const item = items[at]!;
    if (clauseOf[at] !== clauseOf[until]) continue;
    if (entitiesOf(item).length > 0) return true;
    if (item.kind === 'word' && !isFunctionWord(item.lower) && !LIGHT_WORDS.has(item.lower)) return true;
  }
  return false;
}

/** Words that open a clause without being its subject. */
const LIGHT_WORDS = new Set(
  (
    'last this next year years quarter month week first second third fourth half but while however meanwhile overall then there here so yet ' +
    'since until after before during net gross total annual group full-year like-for-like adjusted underlying reported in'
  ).split(' '),
);

/** The subject carried over: of the sentence before, of the paragraph before, of the heading above, of the whole draft. */
export function carriedInto(draft: DraftView, view: SentenceView): readonly string[] {
  const carried = new Set<string>();
  const sentences = draft.sentencesOfBlock(view.blockIndex);
  const at = sentences.indexOf(view);
  for (let before = at - 1; before >= 0 && carried.size === 0; before -= 1)
    addSubjects(carried, sentences[before]!);
  for (
    let block = view.blockIndex - 1;
    block >= Math.max(0, view.blockIndex - 3) && carried.size === 0;
    block -= 1
  ) {
    for (const sentence of [...draft.sentencesOfBlock(block)].reverse()) {
      if (carried.size === 0) addSubjects(carried, sentence);
    }
  }
  const { heading } = view.block;
  if (heading !== undefined)
    for (const sentence of draft.sentencesOfBlock(heading)) addSubjects(carried, sentence);
  return [...carried].slice(0, 4);
}

/** A sentence's entities, the one in subject position (first, outside a possessive) first. */
function addSubjects(into: Set<string>, { items }: SentenceView): void {
  const named = items.filter((item) => entitiesOf(item).length > 0);
  for (const item of [...named.filter((one) => !isPossessive(one)), ...named]) into.add(entitiesOf(item)[0]!);
}
