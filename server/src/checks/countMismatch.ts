import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** A number of things that a fact contradicts. */
export const countMismatch = {
  code: 'count-mismatch',
  title: 'Number contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['count'], ['differs'])) yield findMismatch(context, verdict);
  },
} as const satisfies Check;
