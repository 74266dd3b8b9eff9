import { valueOutdated } from '../../server/src/checks/valueOutdated.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** An old value as today’s. */
const OUTDATED = [
  'Quillon owns {{51%|percent|34%}} of Tesmar.',
  'Quillon holds a {{51 percent|percent|34 percent}} stake in Tesmar.',
  'Quillon’s **{{51%|percent|34%}}** of Tesmar is worth less now.',
  'Tesmar is {{51%|percent|34%}} owned\nby Quillon.',
  'Quillon owns {{51%|percent|34%}} of Tesmar, and Velmora owns {{44.4%|percent|43.4%}} of Quillon.',
  { path: 'a.html', marked: '<p>Quillon owns <b>{{51%|percent|34%}}</b> of Tesmar.</p>' },
  { path: 'a.txt', marked: 'QUILLON\n\nQuillon today owns {{51%|percent|34%}} of Tesmar.' },
  '---\ndate: 2022-06-01\n---\n\nQuillon owns {{51%|percent|34%}} of Tesmar.',
];

/** The old value where it belongs. */
const RIGHT = [
  'Quillon owned {{51%|percent}} of Tesmar until 2021.',
  'In 2020 Quillon owned {{51%|percent}} of Tesmar.',
  'Quillon, which used to own {{51%|percent}} of Tesmar, has {{34%|percent}} now.',
  'Quillon lowered its stake in Tesmar from {{51%|percent}} to {{34%|percent}}.',
  '---\ndate: 2020-06-01\n---\n\nQuillon owns {{51%|percent}} of Tesmar.',
];

testCheck(valueOutdated, alliance, [...OUTDATED, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(valueOutdated, alliance, FIXME);
