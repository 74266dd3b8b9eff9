import { nameMisnomer } from '../../server/src/checks/nameMisnomer.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** A form that is nobody’s. */
const WRONG = [
  '{{Velmora Motors|company|Velmora}} makes vans.',
  '{{Quillon Motors|company|Quillon Motor;Quillon}} makes vans.',
  'The {{Velmora-Quillon Group|company|Velmora-Quillon Alliance}} has a new treaty.',
  '{{Velmora Motors|company|Velmora}}’ vans and {{Quillon Motors|company|Quillon Motor;Quillon}}’s cars sell well.',
  'The vans of {{Velmora\nMotors|company|Velmora}} sell well.',
  '**{{Velmora Motors|company|Velmora}}** makes vans.',
  '[{{Velmora Motors|company|Velmora}}](https://velmora.example) makes vans.',
  '| Company | Vans |\n|---|---|\n| {{Velmora Motors|company|Velmora}} | 7 |',
  '{{VELMORA MOTORS|company|VELMORA}} CUTS PRICES',
  { path: 'a.html', marked: '<h1>{{Velmora Motors|company|Velmora}} cuts prices</h1>' },
  '“{{Velmora Motors|company|Velmora}} makes vans,” she said.',
];

/** Correct forms and look-alikes. */
const RIGHT = [
  '{{Velmora|company}} makes vans.',
  '{{Velmora SA|company}} makes vans.',
  '{{Quillon Motor Co|company}} makes vans.',
  'The Velmora motors of 1936 had six cylinders.',
  'Write to `Velmora Motors` or velmora.motors@example.com.',
  'See https://velmora-motors.example/Velmora%20Motors.',
];

testCheck(nameMisnomer, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(nameMisnomer, alliance, FIXME);
