import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { citeSource, describeFact, describeSpan } from './describe.ts';
import { findMismatch, oneLine, refuted } from './valueFixes.ts';

const KINDS = ['percent', 'date', 'duration', 'amount', 'count'];

/** A value that was right once and is given as today's. */
export const valueOutdated = {
  code: 'value-outdated',
  title: 'Value is out of date',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, KINDS, ['outdated'])) {
      const found = findMismatch(context, verdict);
      const { fact, value } = verdict.evidence;
      if (fact === undefined || value === undefined) continue;
      const stated = oneLine(textOf(context.draft.prose.text, verdict.claim.span));
      const whence = `${describeFact(fact, context.facts)} is ${value.text}${describeSpan(value)}${citeSource(value.sources, context.facts)}`;
      yield { ...found, outdated: true, message: `${stated} is out of date: ${whence}` };
    }
  },
} as const satisfies Check;
