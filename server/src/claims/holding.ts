import { readLeft, readOfWhich, readPlainVerb } from './holdingLeft.ts';
import { readOwner } from './holdingOwner.ts';
import { readRight } from './holdingRight.ts';
import { STEP_VERBS } from './holdingWords.ts';
import { partnerOf } from './lists.ts';
import type { Item, SentenceView } from './view.ts';

/**
 * Who holds a share of whom, as a sentence says it around one percentage:
 * «HOLDER's q stake in HELD», «HOLDER owns q of HELD», «q of HELD is owned by HOLDER», «HELD, of which HOLDER has q»,
 * «raised its stake in HELD to q». Patterns are read on items, so that a name of any length is one step.
 */
export interface Holding {
  /** Candidates for the holder, the likeliest first; empty where the sentence leaves it open. */
  readonly holder: readonly string[];
  readonly held: readonly string[];
  /** How sure the words are that this is a holding: a stake noun or a verb of owning beside the value. */
  readonly cued: boolean;
  /** Whom it is held in is said, but it is none of the known entities («a company», «the domestic market»). */
  readonly heldUnknown: boolean;
  readonly holderUnknown: boolean;
  /** Votes, not shares. */
  readonly votes: boolean;
  /** Said of a purchase, not of what is held. */
  readonly step: boolean;
  /** The item range of the words that made it a holding, for the explanation. */
  readonly cue?: Item;
}

/** Reads the roles around the value at `index`; undefined where nothing speaks of a holding. */
export function readHolding(view: SentenceView, index: number): Holding | undefined {
  const partner = partnerOf(view, index);
  const right = readRight(view, partner?.last ?? newerOf(view, index));
  if (right.blocked) return undefined;
  const plain = readLeft(view, partner?.first ?? index);
  const left =
    plain.cued && plain.holder.length > 0
      ? plain
      : (readOwner(view, index) ??
        (right.bare && !right.cued ? readPlainVerb(view, index) : undefined) ??
        plain);
  const ofWhich = readOfWhich(view, index);
  const either = partner
    ? {
        held: reciprocal(view, index) ? partner.others : first(right.held, ofWhich?.held, left.held),
        holder: partner.own,
      }
    : {
        held: first(right.held, ofWhich?.held, left.held),
        holder: first(right.holder, ofWhich?.holder, left.holder),
      };
  const held = other(either.held, either.holder);
  const holder = other(either.holder, held);
  const cued = right.cued || left.cued || (ofWhich?.cued ?? false);
  if (!cued && held.length === 0) return undefined;
  const cue = right.cue ?? left.cue ?? ofWhich?.cue;
  return {
    holder,
    held,
    cued,
    heldUnknown: held.length === 0 && (right.unknown || (ofWhich?.unknown ?? false)),
    holderUnknown: holder.length === 0 && left.unknown,
    votes: right.votes || left.votes,
    step: cue !== undefined && STEP_VERBS.has(cue.stem),
    ...(cue ? { cue } : {}),
  };
}

/** «went from 7.7% to 14.9% of Lumivox»: what follows the newer value is said of the older one, too. */
function newerOf({ items }: SentenceView, index: number): number {
  const newer = items[index + 2];
  const isPair =
    items[index - 1]?.lower === 'from' &&
    items[index + 1]?.lower === 'to' &&
    newer?.kind === 'value' &&
    newer.stated.value.kind === 'percent';
  return isPair ? index + 2 : index;
}

/** «own 4.1% and 11.6% of one another». */
function reciprocal({ items }: SentenceView, index: number): boolean {
  return items
    .slice(index)
    .some(
      ({ lower }, at, rest) =>
        (lower === 'another' && rest[at - 1]?.lower === 'one') ||
        (lower === 'other' && rest[at - 1]?.lower === 'each'),
    );
}

/** Nobody holds himself: whoever is the only candidate for one role is none for the other. */
function other(role: readonly string[], against: readonly string[]): readonly string[] {
  return against.length === 1 || role[0] !== against[0]
    ? role.filter((entity) => entity !== against[0])
    : role;
}

function first(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}
