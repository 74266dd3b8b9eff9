import type { Check } from './check.ts';
import { findForms } from './nameForms.ts';

/** A former name used after the change. */
export const nameOutdated = {
  code: 'name-outdated',
  title: 'Name is out of date',
  severity: 'warning',
  run: (context) =>
    findForms(context, 'former-name', (written, right) => `${written} is a former name, now ${right}`),
} as const satisfies Check;
