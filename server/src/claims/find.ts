import type { Mentions } from '../mentions/mention.ts';
import type { Draft } from '../text/draft.ts';
import type { Knowledge } from './binding.ts';
import type { Verdict } from './claim.ts';
import { judgeEntities } from './entityClaims.ts';
import { judgeValues } from './findValues.ts';
import { judgePeople } from './people.ts';
import { viewDraft } from './view.ts';
import { judgeWeekdays } from './weekdays.ts';

/** Finds all that a draft claims and judges it against the facts; in reading order. Spans count in the prose. */
export function findVerdicts(draft: Draft, mentions: Mentions, knowledge: Knowledge): readonly Verdict[] {
  const view = viewDraft(draft, mentions);
  return [
    ...judgeEntities(view, knowledge.facts),
    ...judgeValues(view, knowledge),
    ...judgeWeekdays(view),
    ...judgePeople(view, knowledge),
  ].sort((a, b) => a.claim.span.start - b.claim.span.start);
}
