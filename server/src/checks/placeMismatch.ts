import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** A company said to be based in a town that is not the one in the facts. */
export const placeMismatch = {
  code: 'place-mismatch',
  title: 'Place contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['place'], ['differs', 'outdated']))
      yield findMismatch(context, verdict);
  },
} as const satisfies Check;
