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
      const message =
        reason === 'outdated'
          ? `${stated} is out of date, should be ${value.text}: ${whence}`
          : `${stated} should be ${value.text}: ${whence}`;
      yield {
        span: claim.span,
        message,
        fixes: toFixes(claim.span, [value.text]),
        evidence: [evidence],
        claim,
        quoted: claim.quoted,
        safe: false,
        ...(reason === 'outdated' ? { outdated: true as const } : {}),
      };
    }
  },
} as const satisfies Check;
