import type { FactValue } from '../facts/facts.ts';
import { distance } from '../mentions/distance.ts';
import { familyNameOf } from '../mentions/forms.ts';
import { isAllCaps } from '../mentions/letters.ts';
import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { citeSource, describeFact, describeSpan } from './describe.ts';
import { oneLine, refuted, toFixes } from './valueFixes.ts';

/** A person in a role that the facts give to somebody else, or a slip in the name. */
export const personMismatch = {
  code: 'person-mismatch',
  title: 'Person contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const { claim, evidence, reason } of refuted(context, ['person'], ['differs', 'outdated'])) {
      const { fact, value } = evidence;
      if (fact === undefined || value === undefined) continue;
      const stated = oneLine(textOf(context.draft.prose.text, claim.span));
      const whence = `${describeFact(fact, context.facts)}${describeSpan(value)}${citeSource(value.sources, context.facts)}`;
      const [right] = namesFor(stated, value);
      const message =
        reason === 'outdated'
          ? `${stated} is out of date, should be ${right}: ${whence}`
          : `${stated} should be ${right}: ${whence}`;
      yield {
        span: claim.span,
        message,
        fixes: toFixes(claim.span, namesFor(stated, value)),
        evidence: [evidence],
        claim,
        quoted: claim.quoted,
        safe: false,
        ...(reason === 'outdated' ? { outdated: true as const } : {}),
      };
    }
  },
} as const satisfies Check;

/** Letters that may differ where one name is a slip for the other. */
const SLIP = 2;

/** What to write instead, the best first: the family name alone where one word stands, in capitals in capitals. */
function namesFor(stated: string, { text, alsoTexts }: FactValue): readonly string[] {
  const known = [text, ...alsoTexts];
  const near = known.find((name) => distance(name.toLowerCase(), stated.toLowerCase()) <= SLIP) ?? text;
  const family = stated.includes(' ') ? undefined : familyNameOf(near);
  const names = family === undefined ? [near] : [family, near];
  return isAllCaps(stated) ? names.map((name) => name.toUpperCase()) : names;
}
