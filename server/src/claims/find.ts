import type { Mentions } from '../mentions/mention.ts';
import type { Draft } from '../text/draft.ts';
import { type StatedChange, wrongChanges } from './arithmetic.ts';
import type { Knowledge } from './binding.ts';
import type { Verdict } from './claim.ts';
import { type Contradiction, findContradictions } from './contradictions.ts';
import { judgeEntities } from './entityClaims.ts';
import { dateJudge, judgeValues, openVerdicts } from './findValues.ts';
import { judgePeople } from './people.ts';
import { judgePlaces } from './places.ts';
import { findSubjects } from './subjects.ts';
import { type DraftView, viewDraft } from './view.ts';
import { judgeWeekdays } from './weekdays.ts';

/** What a draft claims, judged. Spans count in the prose. */
export interface Judged {
  /** In reading order. */
  readonly verdicts: readonly Verdict[];
  /** Changes in the draft whose own arithmetic does not hold. */
  readonly changes: readonly StatedChange[];
  readonly contradictions: readonly Contradiction[];
}

/** Finds all that a draft claims and judges it against the facts, the calendar and itself. */
export function judgeDraft(draft: Draft, mentions: Mentions, knowledge: Knowledge): Judged {
  const view = viewDraft(draft, mentions);
  const verdicts = findVerdicts(view, knowledge);
  return {
    verdicts,
    changes: wrongChanges(view),
    contradictions: findContradictions(view, verdicts, knowledge),
  };
}

function findVerdicts(view: DraftView, knowledge: Knowledge): readonly Verdict[] {
  return isAboutNobody(view.mentions) ? findUnbound(view) : findBound(view, knowledge);
}

/** No name in it that the facts know, or nearly: nine drafts of ten. No fact decides anything there, and no sentence is read. */
function isAboutNobody({ entities, values, nameSlips }: Mentions): boolean {
  return (
    entities.length === 0 && nameSlips.length === 0 && values.every(({ value }) => value.kind !== 'name')
  );
}

function findUnbound(view: DraftView): readonly Verdict[] {
  const open = openVerdicts(view.mentions.values);
  const weekdays = judgeWeekdays(view, () => undefined);
  return weekdays.length === 0 ? open : inOrder([...open, ...weekdays]);
}

function findBound(view: DraftView, knowledge: Knowledge): readonly Verdict[] {
  const subjects = findSubjects(view.mentions, knowledge);
  const places = judgePlaces(view, knowledge);
  const taken = new Set(places.map(({ claim }) => claim.span.start));
  return inOrder([
    ...places,
    ...judgeEntities(view, knowledge.facts),
    ...judgeValues(view, subjects, knowledge),
    ...judgeWeekdays(view, dateJudge(view, subjects, knowledge)),
    ...judgePeople(view, knowledge).filter(({ claim }) => !taken.has(claim.span.start)),
  ]);
}

function inOrder(verdicts: Verdict[]): readonly Verdict[] {
  return verdicts.sort((a, b) => a.claim.span.start - b.claim.span.start);
}
