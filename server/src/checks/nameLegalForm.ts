import type { Check } from './check.ts';
import { findForms } from './nameForms.ts';

/** A company with the legal form of another kind or country. */
export const nameLegalForm = {
  code: 'name-legal-form',
  title: 'Legal form is wrong',
  severity: 'warning',
  run: (context) =>
    findForms(
      context,
      'wrong-legal-form',
      (written, right) => `${written} has the wrong legal form, should be ${right}`,
    ),
} as const satisfies Check;
