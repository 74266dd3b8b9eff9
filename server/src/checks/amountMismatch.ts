import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** An amount of money that a fact contradicts. */
export const amountMismatch = {
  code: 'amount-mismatch',
  title: 'Amount of money contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['amount'], ['differs'])) yield findMismatch(context, verdict);
  },
} as const satisfies Check;
