import type { Fact } from '../facts/facts.ts';
import type { Knowledge } from './binding.ts';
import { type Cue, type CueMatch, findCue } from './cues.ts';
import { tieOf } from './roleTie.ts';
import type { DraftView, Item, SentenceView } from './view.ts';

/** Words before a role that say it is another one, or another time's. */
const FORMER = new Set([
  'former',
  'ex',
  'previous',
  'outgoing',
  'departing',
  'late',
  'then',
  'onetime',
  'one-time',
  'erstwhile',
  'predecessor',
  'retired',
  'until',
]);
/** Words before the title of an office that make it another one. */
export const OTHER_ROLE: ReadonlySet<string> = new Set([
  'deputy',
  'vice',
  'vice-chairman',
  'assistant',
  'designate',
  'acting',
  'interim',
  'incoming',
  'next',
  'future',
  'regional',
  'finance',
  'honorary',
  'brand',
]);

/** A role that a sentence gives to somebody: «Renault CEO Luca de Meo», «X, the chief executive of Y». */
export interface Role {
  readonly fact: Fact;
  readonly cue: CueMatch;
  /** 2: the organisation is named beside the role; 1: carried over. */
  readonly tie: number;
  readonly former: boolean;
}

/** The words of a role, and the facts that give it: «chief executive» is looked for once, whoever the draft names. */
export interface RoleWords {
  readonly cues: readonly Cue[];
  /** With their places among all facts of roles. */
  readonly facts: { readonly fact: Fact; readonly order: number }[];
}

/** Sorts facts of roles by their words. */
export function wordsOfRoles(facts: readonly Fact[], { cuesOf }: Knowledge): readonly RoleWords[] {
  const byCues = new Map<readonly Cue[], RoleWords>();
  for (const [order, fact] of facts.entries()) {
    const { relation, about } = cuesOf(fact);
    const key = about.length === 0 ? relation : about;
    const words = byCues.get(key) ?? { cues: [...relation, ...about], facts: [] };
    words.facts.push({ fact, order });
    byCues.set(key, words);
  }
  return [...byCues.values()];
}

/** The sentences of the blocks that hold a word with which a role may begin; most blocks hold none, and cost nothing. */
export function* sentencesWith(draft: DraftView, words: readonly RoleWords[]): Iterable<SentenceView> {
  const first = firstWords(words);
  const { blocks, text } = draft.draft.prose;
  for (const [index, { span }] of blocks.entries()) {
    if (first.test(text.slice(span.start, span.end))) yield* draft.sentencesOfBlock(index);
  }
}

/** Matches the beginning of every role's cue phrases, as stems: «chief», «CEO», «editor». */
function firstWords(words: readonly RoleWords[]): RegExp {
  const stems = new Set(words.flatMap(({ cues }) => cues.map(({ stems: [first] }) => first!)));
  const escaped = [...stems].map((stem) => stem.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(escaped.join('|') || '$^', 'i');
}

/** The roles that a sentence gives, by the words at which they stand, the surest first. */
export function rolesIn(
  draft: DraftView,
  view: SentenceView,
  words: readonly RoleWords[],
): Iterable<readonly Role[]> {
  const found: { readonly role: Role; readonly order: number }[] = [];
  for (const { cues, facts } of words) {
    const matches = matchesOf(view, cues);
    if (matches.length === 0) continue;
    for (const { fact, order } of facts) {
      for (const { cue, former } of matches) {
        const tie = tieOf(draft, view, fact, cue);
        if (tie > 0) found.push({ role: { fact, cue, tie, former }, order });
      }
    }
  }
  return byPlace(found.sort((a, b) => a.order - b.order).map(({ role }) => role));
}

/** Where the words of a role stand and mean that very role. */
function matchesOf(
  view: SentenceView,
  cues: readonly Cue[],
): readonly { readonly cue: CueMatch; readonly former: boolean }[] {
  const matches: { readonly cue: CueMatch; readonly former: boolean }[] = [];
  for (let from = 0; from < view.items.length; ) {
    const cue = findCue(view, cues, from, from);
    if (cue === undefined || !cue.exact) break;
    from = cue.end;
    // «Then-CEO», «ex-chairman»: what is joined to the title stands before it, too.
    const joined = view.items[cue.start]!.lower.split('-').slice(0, -1);
    const before = [...wordsBefore(view.items, cue.start, 2), ...joined];
    if (before.some((word) => OTHER_ROLE.has(word) || word === 'his' || word === 'her' || word === 'my'))
      continue;
    // «Her predecessor in the chair»
    const isPredecessors = wordsBefore(view.items, cue.start, 3).includes('predecessor');
    matches.push({ cue, former: isPredecessors || before.some((word) => FORMER.has(word)) });
  }
  return matches;
}

function byPlace(roles: readonly Role[]): Iterable<readonly Role[]> {
  const places = new Map<number, Role[]>();
  for (const role of roles) {
    const same = places.get(role.cue.start);
    if (same) same.push(role);
    else places.set(role.cue.start, [role]);
  }
  return [...places.values()].map((same) => same.sort((a, b) => b.tie - a.tie));
}

function wordsBefore(items: readonly Item[], index: number, count: number): readonly string[] {
  return items.slice(Math.max(0, index - count), index).flatMap(({ lower }) => [lower, ...lower.split('-')]);
}
