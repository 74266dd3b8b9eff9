import type { Fact } from '../facts/facts.ts';
import { carriedInto } from './carried.ts';
import type { CueMatch } from './cues.ts';
import { type DraftView, entitiesOf, type Item, type SentenceView } from './view.ts';

/** How the organisation is tied to the role: «Renault CEO», «its chief executive», «chief executive of Renault», or carried over. */
export function tieOf(draft: DraftView, view: SentenceView, fact: Fact, cue: CueMatch): number {
  const { items } = view;
  for (let at = cue.start - 1; at >= Math.max(0, cue.start - 3); at -= 1) {
    const named = entitiesOf(items[at]);
    // Who is only the second that is likely meant may bear a role out, and never contradicts it.
    if (named.length > 0) return named[0] === fact.subject ? 2 : named.includes(fact.subject) ? 0.75 : 0;
    // «its chief executive» that points to nobody known is nobody known's.
    if (/^(?:its|their)$/.test(items[at]!.lower)) return 0;
    if (items[at]!.kind === 'punct') break;
    // «Shell chief executive»: a name that is not known is somebody else's role.
    if (isUnknownName(items, at, draft.draft.prose.text)) return 0;
  }
  const link = items[cue.end]?.lower;
  if (link === 'of' || link === 'at' || link === 'for') {
    const named = entitiesOf(items[cue.end + 1]?.lower === 'the' ? items[cue.end + 2] : items[cue.end + 1]);
    return named[0] === fact.subject ? 2 : named.includes(fact.subject) ? 1 : 0;
  }
  const inSentence = items.filter((item) => entitiesOf(item).includes(fact.subject));
  if (inSentence.length > 0) return onlyOrganisation(items, fact.subject) ? 1.5 : 1;
  const carried = carriedInto(draft, view);
  return carried[0] === fact.subject ? 1 : carried.includes(fact.subject) ? 0.5 : 0;
}

/** A capitalised word within a sentence, or one at its start that no article could be. */
function isUnknownName(items: readonly Item[], at: number, text: string): boolean {
  const item = items[at]!;
  if (item.kind !== 'word' || !/^\p{Lu}/u.test(text[item.span.start]!)) return false;
  return at > 0 ? items[at - 1]!.kind !== 'punct' : !OPENERS.has(item.lower);
}

const OPENERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'our',
  'his',
  'her',
  'former',
  'new',
  'as',
  'when',
  'but',
  'and',
  'in',
  'this',
  'that',
]);

function onlyOrganisation(items: readonly Item[], subject: string): boolean {
  return items.every((item) => entitiesOf(item).length === 0 || entitiesOf(item)[0] === subject);
}
