import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { oneLine, toFixes } from './valueFixes.ts';

/** A difference of two percentages given in per cent: «rose from 10% to 15%, up 5%» is five points, or 50%. */
export const percentPoints = {
  code: 'percent-points',
  title: 'Percentage points are meant',
  severity: 'warning',
  *run({ draft, changes }) {
    for (const { percent, from, to, isPoints } of changes) {
      if (!isPoints) continue;
      const { text } = draft.prose;
      const stated = textOf(text, percent.span);
      const figure = /^[^\s%]*\d/.exec(stated)?.[0] ?? stated;
      const points = `${figure} percentage ${percent.value.low === 1 ? 'point' : 'points'}`;
      yield {
        span: percent.span,
        message: `${oneLine(stated)} should be ${points}: from ${oneLine(textOf(text, from.span))} to ${oneLine(textOf(text, to.span))} is a difference in points`,
        fixes: toFixes(percent.span, [points], false),
        evidence: [{ why: 'A difference between two percentages is counted in percentage points.' }],
        quoted: false,
        safe: false,
      };
    }
  },
} as const satisfies Check;
