import type { Check } from './check.ts';
import { findForms } from './nameForms.ts';

/** A form that the facts list as a wrong name of an organization. */
export const nameMisnomer = {
  code: 'name-misnomer',
  title: 'Name is wrong',
  severity: 'warning',
  run: (context) => findForms(context, 'misnomer', (written, right) => `${written} should be ${right}`),
} as const satisfies Check;
