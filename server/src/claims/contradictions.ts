import type { FactBase } from '../facts/facts.ts';
import { STRANGER } from '../mentions/strangers.ts';
import { overlaps, type Span } from '../text/span.ts';
import { agrees } from '../values/index.ts';
import type { Stated } from '../values/kind.ts';
import type { Knowledge } from './binding.ts';
import type { Verdict } from './claim.ts';
import { type Context, contextOf } from './context.ts';
import { type Cue, compileCue, findCue } from './cues.ts';
import { readHolding } from './holding.ts';
import { isSaidOfOther, resumedSubject } from './ownSubject.ts';
import { placeOf } from './place.ts';
import { scopesOf } from './scope.ts';
import { type DraftView, entitiesOf, type SentenceView } from './view.ts';

/** Two values that a draft gives for one and the same thing. */
export interface Contradiction {
  readonly first: Stated;
  readonly second: Stated;
  /** Entity ids of whom it is said. */
  readonly subject: string;
  readonly object?: string;
  /** What is said of them: a relation's id. */
  readonly relation: string;
}

/** Relations that have one value for good, or at one time, so that two of them in one draft contradict each other. */
const SINGLE = [
  { relation: 'founded', kind: 'date' },
  { relation: 'listed', kind: 'date' },
  { relation: 'employees', kind: 'count' },
] as const;

/**
 * Compares the claims that no fact decided with each other. Only what is certain counts: both subject and object named in
 * their roles (or the subject of the clause beside an exact cue), neither an old nor a new value of a change, no date of its own,
 * no hedge, no denial.
 */
export function findContradictions(
  draft: DraftView,
  verdicts: readonly Verdict[],
  knowledge: Knowledge,
): readonly Contradiction[] {
  const open = verdicts.filter(
    ({ label, claim }) => label === 'not-enough-info' && claim.stated !== undefined && !claim.stated.hedge,
  );
  if (open.length < 2 || draft.mentions.entities.length === 0) return [];
  const cues = singleCues(knowledge.facts);
  const first = new Map<string, { stated: Stated; subject: string; object?: string; relation: string }>();
  const found: Contradiction[] = [];
  for (const { claim } of open) {
    const said = readSaid(draft, claim.stated!, cues);
    if (said === undefined || said.subject === STRANGER) continue;
    const key = [said.relation, said.subject, said.object].join('|');
    const known = first.get(key);
    if (known === undefined) first.set(key, said);
    else if (!agrees(said.stated, known.stated.value) && !agrees(known.stated, said.stated.value)) {
      found.push({
        first: known.stated,
        second: said.stated,
        subject: said.subject,
        relation: said.relation,
        ...(said.object ? { object: said.object } : {}),
      });
    }
  }
  return found;
}

/** Kept as long as the facts, of whose relations they are. */
const compiled = new WeakMap<FactBase, readonly SingleCues[]>();

function singleCues(facts: FactBase): readonly SingleCues[] {
  let cues = compiled.get(facts);
  if (cues === undefined) {
    cues = SINGLE.map((one) => ({
      ...one,
      cues: (facts.relations.get(one.relation)?.cues ?? []).slice(0, 6).map((phrase) => compileCue(phrase)),
    }));
    compiled.set(facts, cues);
  }
  return cues;
}

interface Said {
  readonly stated: Stated;
  readonly subject: string;
  readonly object?: string;
  readonly relation: string;
}

interface SingleCues {
  readonly relation: string;
  readonly kind: string;
  readonly cues: readonly Cue[];
}

/** Words without which none of the patterns below can fit; they spare most sentences the reading. */
const HINT = /stake|hold|held|own|interest|founded|establish|list|public|employ|workforce|staff|has|have/i;
const REACH = 120;

function readSaid(draft: DraftView, stated: Stated, singles: readonly SingleCues[]): Said | undefined {
  const isPercent = stated.value.kind === 'percent';
  if (!isPercent && !singles.some(({ kind }) => kind === stated.value.kind)) return undefined;
  const { text } = draft.draft.prose;
  const near = text.slice(Math.max(0, stated.span.start - REACH), stated.span.end + REACH);
  if (!HINT.test(near)) return undefined;
  const placed = placeOf(draft, stated);
  if (placed === undefined) return undefined;
  // A holding is said of two names, anything else of the only one: a look at their number spares the reading.
  const { length } = placed.view.named;
  if (isPercent ? length < 2 : length !== 1) return undefined;
  if (!isPlain(contextOf(placed.view, placed.index), isPercent)) return undefined;
  if (placed.view.quotations.some((span: Span) => overlaps(span, stated.span))) return undefined;
  return isPercent
    ? readHeld(placed.view, placed.index, stated)
    : readSingle(draft, placed.view, placed.index, stated, singles);
}

/** Neither end of a change, nor denied, supposed or expected, nor of a time of its own. */
function isPlain({ role, denied, hypothetical, forecast, date, tense }: Context, timed: boolean): boolean {
  return (
    role === undefined &&
    !denied &&
    !hypothetical &&
    !forecast &&
    (!timed || (date === undefined && tense !== 'past'))
  );
}

function readHeld(view: SentenceView, index: number, stated: Stated): Said | undefined {
  const holding = readHolding(view, index);
  if (!holding?.cued || holding.votes || holding.holder.length !== 1 || holding.held.length !== 1)
    return undefined;
  return { stated, subject: holding.holder[0]!, object: holding.held[0]!, relation: 'stake' };
}

function readSingle(
  draft: DraftView,
  view: SentenceView,
  index: number,
  stated: Stated,
  singles: readonly SingleCues[],
): Said | undefined {
  for (const { relation, kind, cues } of singles) {
    if (kind !== stated.value.kind) continue;
    const cue = findCue(view, cues, index);
    if (!cue?.exact || view.clauseOf[cue.start] !== view.clauseOf[index] || Math.abs(cue.start - index) > 4)
      continue;
    if (isSaidOfOther({ kind }, { match: cue, view, tie: 'tight' }, draft.draft.prose.text)) continue;
    const head = resumedSubject(view.items, cue.start);
    if (head && entitiesOf(head).length === 0) continue;
    const [best] = [...scopesOf(draft, view, index, cue)].sort((a, b) => b[1].strength - a[1].strength);
    if (best && best[1].strength >= 2.6) return { stated, subject: best[0], relation };
  }
  return undefined;
}
