import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** A percentage that a fact of the same subject, object and time contradicts. */
export const percentMismatch = {
  code: 'percent-mismatch',
  title: 'Percentage contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['percent'], ['differs'])) yield findMismatch(context, verdict);
  },
} as const satisfies Check;
