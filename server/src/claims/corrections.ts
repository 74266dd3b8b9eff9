import { toEpochDay } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import { rewrite, rewriteDuration } from '../values/index.ts';
import type { ScanContext } from '../values/kind.ts';
import type { Verdict } from './claim.ts';
import { holdsAt } from './timelines.ts';

/** What to write instead of a refuted value, in the manner of `model`: the value that counts here first, then the others that hold today. */
export function relevantTexts(
  { claim, evidence }: Verdict & { label: 'refuted' },
  model: string,
  draft: Draft,
  scan: ScanContext,
): readonly string[] {
  const { fact, value, alternatives = [] } = evidence;
  if (fact === undefined || value === undefined) return [];
  const day = toEpochDay(draft.asOf.year, draft.asOf.month, draft.asOf.day);
  const also = [...alternatives, ...fact.values.filter((one) => one !== value && holdsAt(one, day))];
  const texts = [value, ...also].flatMap((one): readonly string[] => {
    if (one.value === undefined) return [];
    if (one.value.kind === 'name') return [one.text];
    if (claim.kind === 'duration' && one.value.kind === 'date')
      return rewriteDuration(one.value, model, draft.asOf);
    return rewrite(one.value, model, scan);
  });
  return [...new Set(texts)].filter((text) => text !== model).slice(0, 4);
}
