import { toEpochDay } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import { rewrite, rewriteDuration } from '../values/index.ts';
import type { ScanContext } from '../values/kind.ts';
import type { Verdict } from './claim.ts';
import { inColumn } from './columnUnit.ts';
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
    if (claim.factor !== undefined)
      return plainFirst(rewrite(inColumn(one.value, claim.factor), model, scan), one.text);
    if (claim.kind === 'duration' && one.value.kind === 'date')
      return rewriteDuration(one.value, model, draft.asOf);
    return plainFirst(rewrite(one.value, model, scan), one.text);
  });
  return [...new Set(texts)].filter((text) => text !== model).slice(0, 4);
}

/** «15.0%» says more than a fact of «15%» knows: what adds zeros of its own is left out where there is another way. */
function plainFirst(texts: readonly string[], known: string): readonly string[] {
  if (/\d[.]\d/.test(known)) return texts;
  const plain = texts.filter((text) => !/\d[.]0+(?!\d)/.test(text));
  return plain.length > 0 ? plain : texts;
}
