import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { citeSource, describeFact, relationWords } from './describe.ts';
import { findMismatch, oneLine, refuted } from './valueFixes.ts';

/** The figure of one holding said of the same two companies the other way round: «Nissan holds 43% of Renault». */
export const relationReversed = {
  code: 'relation-reversed',
  title: 'Holder and held are the wrong way round',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['percent'], ['reversed'])) {
      const { fact, value } = verdict.evidence;
      if (fact?.object === undefined || value === undefined || fact.relation === undefined) continue;
      const stated = oneLine(textOf(context.draft.prose.text, verdict.claim.span));
      const other = relationWords(fact.relation.id, fact.object, fact.subject, context.facts);
      const source = citeSource(value.sources, context.facts);
      yield {
        ...findMismatch(context, verdict),
        message: `${stated} is ${other}; ${describeFact(fact, context.facts)} is ${value.text}${source}`,
        // Whether the figure or the direction is wrong, only the writer knows.
        safe: false,
      };
    }
  },
} as const satisfies Check;
