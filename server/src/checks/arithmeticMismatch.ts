import { type StatedChange, spanOfChange } from '../claims/arithmetic.ts';
import { textOf } from '../text/span.ts';
import { rewrite } from '../values/index.ts';
import type { Check, CheckContext, Found } from './check.ts';
import { oneLine } from './valueFixes.ts';

/** A change in per cent that the two figures beside it do not make: «rose 20% to $65m from $50m». */
export const arithmeticMismatch = {
  code: 'arithmetic-mismatch',
  title: 'The arithmetic does not hold',
  severity: 'warning',
  *run(context) {
    for (const change of context.changes) if (!change.isPoints) yield find(context, change);
  },
} as const satisfies Check;

function find({ draft, scan }: CheckContext, change: StatedChange): Found {
  const { text } = draft.prose;
  const { percent, from, to, sign } = change;
  const stated = textOf(text, percent.span);
  const exact = Math.abs((change.low + change.high) / 2);
  const known = { ...percent.value, low: exact, high: exact, precision: 0 };
  const right = rewrite(known, stated, scan)[0] ?? stated;
  const turned = (change.low + change.high) / 2 < 0 !== sign < 0;
  const by = turned ? `a ${sign < 0 ? 'rise' : 'fall'} of ${right}` : right;
  return {
    span: turned ? spanOfChange(change) : percent.span,
    message: `${oneLine(stated)} does not fit the figures beside it: from ${oneLine(textOf(text, from.span))} to ${oneLine(textOf(text, to.span))} is ${by}`,
    // Any of the three figures may be the wrong one, so nothing is preferred.
    fixes: turned
      ? []
      : [{ title: `Change to ${right}`, edits: [{ span: percent.span, newText: right }], preferred: false }],
    evidence: [{ why: `The two figures make it ${right}, rounding allowed for.` }],
    related: [from, to].map(({ span }) => ({
      span,
      message: `${oneLine(textOf(text, span))} is part of the sum`,
    })),
    quoted: false,
    safe: false,
  };
}
