import type { Check } from './check.ts';
import { findForms } from './nameForms.ts';

/** A typing slip in the name of a known organization. */
export const nameMisspelt = {
  code: 'name-misspelt',
  title: 'Name is misspelt',
  severity: 'warning',
  run: (context) =>
    findForms(context, 'near-miss', (written, right) => `${written} looks like a slip for ${right}`),
} as const satisfies Check;
