import { nameOutdated } from '../../server/src/checks/nameOutdated.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** A former name as today’s. */
const WRONG = [
  '{{Autocarri Tesi|company|Tesmar}} makes lorries.',
  'Quillon owns a third of {{Autocarri Tesi|company|Tesmar}}.',
  '{{Autocarri Tesi|company|Tesmar}}’s lorries and those of {{Autocarri Tesi|company|Tesmar}}’s rivals sell well.',
  'The lorries of {{Autocarri\nTesi|company|Tesmar}} sell well.',
  '**{{Autocarri Tesi|company|Tesmar}}** makes lorries.',
  { path: 'a.html', marked: '<p>{{Autocarri Tesi|company|Tesmar}} makes lorries.</p>' },
  '---\ndate: 2021-03-02\n---\n\n{{Autocarri Tesi|company|Tesmar}} makes lorries.',
];

/** The former name where it belongs. */
const RIGHT = [
  '{{Tesmar|company}}, formerly {{Autocarri Tesi|company}}, makes lorries.',
  '{{Tesmar|company}}, which was called {{Autocarri Tesi|company}} until 2021, makes lorries.',
  '{{Autocarri Tesi|company}} became {{Tesmar|company}} in March 2021.',
  '{{Tesmar|company}} traded as {{Autocarri Tesi|company}} until March 2021.',
  'Old hands remember {{Tesmar|company}} as {{Autocarri Tesi|company}}.',
  'It was {{Autocarri Tesi|company}}, the name it bore until 2021; now it is {{Tesmar|company}}.',
  '---\ndate: 2021-02-27\n---\n\n{{Autocarri Tesi|company}} makes lorries.',
];

testCheck(nameOutdated, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [
  // FIXME: copy about the time before uses the name of then.
  [
    'In 2016, Quillon bought {{Autocarri Tesi|company}}.',
    'In 2016, Quillon bought {{Autocarri Tesi|name|}}.',
  ],
];

testFixme(nameOutdated, alliance, FIXME);
