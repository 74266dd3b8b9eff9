import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** A date of a known event that is not the one in the facts. */
export const dateMismatch = {
  code: 'date-mismatch',
  title: 'Date contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['date'], ['differs'])) yield findMismatch(context, verdict);
  },
} as const satisfies Check;
