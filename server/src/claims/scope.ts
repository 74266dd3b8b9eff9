import type { Block } from '../text/prose.ts';
import { carriedInto } from './carried.ts';
import type { CueMatch } from './cues.ts';
import { partnerOf } from './lists.ts';
import { isUnknownName, resumedSubject } from './ownSubject.ts';
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

/** The strongest tie between an entity and a value. */
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
export function scopesOf(
  draft: DraftView,
  view: SentenceView,
  index: number,
  cue?: CueMatch,
  isEvent = false,
): Scopes {
  const scopes = new Map<string, Scope>();
  const add = (entities: readonly string[], kind: ScopeKind) => {
    for (const [rank, entity] of entities.entries()) {
      const strength = STRENGTH[kind] - Math.min(rank, 3) * 0.25;
      const known = scopes.get(entity);
      if (known === undefined || known.strength < strength) scopes.set(entity, { kind, strength });
    }
  };
  const partner = partnerOf(view, index);
  if (partner) {
    add(partner.own, 'possessor');
    return scopes;
  }
  addPossessor(view, cue, add);
  addFounded(view, cue, add);
  addSentence(view, index, cue, isEvent, add);
  if (view.block.cell) addTable(draft, view.block, add);
  if (!hasOwnSubject(view, index, cue, draft.draft.prose.text)) add(carriedInto(draft, view), 'carried');
  return scopes;
}

/** Answers `scopesOf` for one value; most of the facts that it may be claiming see it from the same cue. */
export function scopeFinder(
  draft: DraftView,
  view: SentenceView,
  index: number,
): (cue: CueMatch | undefined, isEvent: boolean) => Scopes {
  const known = new Map<string, Scopes>();
  return (cue, isEvent) => {
    const key = `${cue?.start} ${cue?.end} ${isEvent}`;
    const scopes = known.get(key) ?? scopesOf(draft, view, index, cue, isEvent);
    known.set(key, scopes);
    return scopes;
  };
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
    if (item.lower === 'whose') add(entitiesOf(antecedent(items, at)), 'possessor');
    if (item.kind !== 'word' || (isFunctionWord(item.lower) && !/^(new|own|total)$/.test(item.lower))) break;
  }
  // «Brandt, founded in 1887»: a participle behind a comma is said of the name before it.
  if (items[cue.start - 1]?.lower === ',') add(entitiesOf(items[cue.start - 2]), 'possessor');
  const link = items[cue.end]?.lower;
  if (link === 'of' || link === 'at' || link === 'for' || link === 'by' || link === 'from') {
    add(entitiesOf(nextNamed(items, cue.end + 1)), 'possessor');
  }
}

const MAKING = new Set([
  'found',
  'establish',
  'creat',
  'form',
  'launch',
  'start',
  'list',
  'renam',
  'acquir',
  'buy',
  'open',
]);

/** «The two founded their alliance on 19 March»: what is founded stands behind the verb. */
function addFounded({ items }: SentenceView, cue: CueMatch | undefined, add: Add): void {
  if (cue === undefined || !MAKING.has(items[cue.start]!.stem)) return;
  const first = items[cue.end];
  const named = isPossessive(first) || first?.lower === 'the' ? items[cue.end + 1] : first;
  if (named && !isPossessive(named)) add(entitiesOf(named), 'possessor');
}

function nextNamed(items: readonly Item[], start: number): Item | undefined {
  const at = items[start]?.lower === 'the' ? start + 1 : start;
  return items[at];
}

function addSentence(
  view: SentenceView,
  index: number,
  cue: CueMatch | undefined,
  isEvent: boolean,
  add: Add,
): void {
  const { items, clauseOf } = view;
  const from = Math.min(index, cue?.start ?? index);
  let subject: readonly string[] | undefined;
  for (const at of view.named) {
    const item = items[at]!;
    const named = entitiesOf(item);
    const sameClause = clauseOf[at] === clauseOf[index];
    // «its women's team» is not about the owner: a possessor counts in full only beside the cue, as addPossessor says.
    add(named, sameClause && !(isEvent && isPossessive(item)) ? 'clause' : 'sentence');
    if (sameClause && at < from && !isPossessive(item)) subject ??= named;
    if (
      at === index - 1 ||
      (at === index - 2 && items[index - 1]!.kind !== 'punct' && !isFunctionWord(items[index - 1]!.lower))
    ) {
      if (!isPossessive(item)) add(named, 'adjacent');
    }
  }
  const relative = relativeOf(view, from) ?? (subject ? undefined : afterParticiple(view, cue));
  if (relative) add(entitiesOf(relative), 'subject');
  else if (subject) add(subject, 'subject');
}

/** «Founded in 1887 as a foundry, Brandt is based in …»: an opening participle is said of the name behind the comma. */
function afterParticiple({ items }: SentenceView, cue: CueMatch | undefined): Item | undefined {
  if (cue === undefined || cue.start > 1) return undefined;
  const comma = items.findIndex(({ lower }, at) => lower === ',' && at > cue.end);
  return comma < 0
    ? undefined
    : items.slice(comma).find((item) => entitiesOf(item).length > 0 && !isPossessive(item));
}

const RELATIVES = new Set(['which', 'who', 'that', 'whose', 'where']);

/** The name that a relative clause is about: «PlayNord, where the number of subscribers grew». */
function relativeOf({ items, clauseOf }: SentenceView, from: number): Item | undefined {
  const start = clauseOf.indexOf(clauseOf[from]!);
  for (let at = start; at < Math.min(start + 2, from); at += 1) {
    if (RELATIVES.has(items[at]!.lower)) return antecedent(items, at);
  }
  return undefined;
}

/** The nearest name before a relative pronoun, at most a comma and two words away. */
function antecedent(items: readonly Item[], at: number): Item | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    if (entitiesOf(items[before]).length > 0) return items[before];
  }
  return undefined;
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
 * Whether the words before the cue (or the value) name another subject, so that nothing is carried over from before: a known
 * name, a capitalised one that is not known, or a word for others («rivals», «the market», «three larger airlines»).
 */
export function hasOwnSubject(
  view: SentenceView,
  index: number,
  cue: CueMatch | undefined,
  text: string,
): boolean {
  const { items, clauseOf } = view;
  const until = Math.min(index, cue?.start ?? index);
  if (RELATIVES.has(items[clauseOf.indexOf(clauseOf[until]!)]?.lower ?? '')) return true;
  if (resumedSubject(items, until) !== undefined) return true;
  for (let at = 0; at < until; at += 1) {
    const item = items[at]!;
    if (clauseOf[at] !== clauseOf[until]) continue;
    if (entitiesOf(item).length > 0) return true;
    if (item.kind !== 'word') continue;
    if (OTHERS.has(item.lower)) return true;
    if (at === 0 && isUnknownName(text, item)) return true;
    const isCapital = /\p{Lu}/u.test(text[item.span.start]!);
    if (isCapital && at > 0 && items[at - 1]!.kind === 'word') return true;
  }
  return false;
}

/** Words for parties that are not the one spoken of. */
const OTHERS = new Set(
  (
    'rival rivals competitor competitors peer peers market industry sector others other bank banks broker brokers analyst analysts economist economists investor ' +
    'investors union unions supplier suppliers customer customers government state council country world everyone nobody average airlines carmakers companies ' +
    'firms groups makers retailers papers publishers they who somebody anyone people insiders readers economy inflation'
  ).split(' '),
);
