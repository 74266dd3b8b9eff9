import { nameOutdated } from '../../server/src/checks/nameOutdated.ts';
import { alliance } from '../support/alliance.ts';
import { testCheck } from '../support/testCheck.ts';

/** A former name as today’s. */
const WRONG = [
  '{{Autocarri Tesi|company|Tesmar}} makes lorries.',
  'Quillon owns a third of {{Autocarri Tesi|company|Tesmar}}.',
  '{{Autocarri Tesi|company|Tesmar}}’s lorries and those of {{Autocarri Tesi|company|Tesmar}}’s rivals sell well.',
  'The lorries of {{Autocarri\nTesi|company|Tesmar}} sell well.',
  '**{{Autocarri Tesi|company|Tesmar}}** makes lorries.',
  { path: 'a.html', marked: '<p>{{Autocarri Tesi|company|Tesmar}} makes lorries.</p>' },
  '---\ndate: 2021-03-02\n---\n\n{{Autocarri Tesi|company|Tesmar}} makes lorries.',
  'In 2022, {{Autocarri Tesi|company|Tesmar}} made lorries.',
  '{{Autocarri Tesi|company|Tesmar}} has made lorries since 1934.',
];

/** The former name where it belongs. */
const RIGHT = [
  '{{Tesmar|company}}, formerly {{Autocarri Tesi|company}}, makes lorries.',
  '{{Tesmar|company}}, which was called {{Autocarri Tesi|company}} until 2021, makes lorries.',
  '{{Autocarri Tesi|company}} became {{Tesmar|company}} in March 2021.',
  '{{Tesmar|company}} traded as {{Autocarri Tesi|company}} until March 2021.',
  'Old hands remember {{Tesmar|company}} as {{Autocarri Tesi|company}}.',
  'It was {{Autocarri Tesi|company}}, the name it bore until 2021; now it is {{Tesmar|company}}.',
  '{{Tesmar|company}} went by the name of {{Autocarri Tesi|company}} for decades.',
  'The name on the payslip changed in 2021. My father’s said {{Autocarri Tesi|company}}, mine says {{Tesmar|company}}.',
  '---\ndate: 2021-02-27\n---\n\n{{Autocarri Tesi|company}} makes lorries.',
  'In 2016, Quillon bought {{Autocarri Tesi|company}}.',
  '“{{Autocarri Tesi|company}}” was no name for a maker of lorries.',
  '{{Tesmar|company}}, which traded as {{Autocarri Tesi|company}}, makes lorries.',
  'Three years ago Tesmar gave up the name of {{Autocarri Tesi|company}}.',
];

testCheck(nameOutdated, alliance, [...WRONG, ...RIGHT]);
