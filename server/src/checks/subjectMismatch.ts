import { distance } from '../mentions/distance.ts';
import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { describeEvidence } from './describe.ts';
import { oneLine, refuted, toFixes } from './valueFixes.ts';

/** A figure that is exactly that of a sister company: the name is the wrong one of two that begin alike. */
export const subjectMismatch = {
  code: 'subject-mismatch',
  title: 'The figure is a sister company’s',
  severity: 'warning',
  *run(context) {
    for (const { claim, evidence } of refuted(context, ['company'], ['differs'])) {
      const { fact, entity } = evidence;
      if (fact === undefined || entity === undefined) continue;
      const written = textOf(context.draft.prose.text, claim.span);
      const names = [entity.name, ...entity.aliases, ...entity.ambiguous]
        .toSorted((a, b) => distance(written, a) - distance(written, b))
        .slice(0, 4);
      yield {
        span: claim.span,
        message: `${oneLine(written)} should be ${names[0]}${describeEvidence(evidence, context.facts)}`,
        fixes: toFixes(claim.span, names),
        evidence: [evidence],
        claim,
        quoted: claim.quoted,
        safe: false,
      };
    }
  },
} as const satisfies Check;
