import { subjectMismatch } from '../../server/src/checks/subjectMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { testCheck } from '../support/testCheck.ts';

/** A figure that is exactly the sister company's; the draft names both. */
const SISTERS = [
  'Tesmar Bus is old. {{Tesmar|company|Tesmar Bus}} reported an operating margin of 6.9% for 2022.',
  'Tesmar Bus is old. In 2022, {{Tesmar|company|Tesmar Bus}} had an operating margin of 6.9%.',
  'Tesmar Bus is old. In 2022, **{{Tesmar|company|Tesmar Bus}}** had an operating margin\nof 6.9%.',
  {
    path: 'a.html',
    marked:
      '<p>Tesmar Bus is old. In 2022, <b>{{Tesmar|company|Tesmar Bus}}</b> had an operating margin of 6.9%.</p>',
  },
  'Tesmar Bus is old. “{{Tesmar|company|Tesmar Bus}} had an operating margin of 6.9% in 2022,” he said.',
];

/** Right figures, unknown ones, and those of companies that nobody would mix up. */
const RIGHT = [
  'In 2022, {{Tesmar Bus|company}} had an operating margin of {{6.9%|percent}}.',
  'In 2022, Garrick & Pell had an operating margin of 6.9%.',
  'In 2022, Tesmar had an operating margin of 6.1%.',
  'In 2021, Tesmar had an operating margin of 6.9%.',
  'Tesmar had an operating margin of about 7% in 2022.',
];

testCheck(subjectMismatch, alliance, [...SISTERS, ...RIGHT]);
