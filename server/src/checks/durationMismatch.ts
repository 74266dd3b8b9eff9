import type { Check } from './check.ts';
import { findMismatch, refuted } from './valueFixes.ts';

/** An age or a length of time that does not fit the date in the facts and the article’s date. */
export const durationMismatch = {
  code: 'duration-mismatch',
  title: 'Age or duration contradicts a fact',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['duration'], ['differs'])) yield findMismatch(context, verdict);
  },
} as const satisfies Check;
