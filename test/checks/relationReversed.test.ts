import { relationReversed } from '../../server/src/checks/relationReversed.ts';
import { alliance } from '../support/alliance.ts';
import { testCheck } from '../support/testCheck.ts';

/** The figure of the other direction. */
const REVERSED = [
  'Quillon has {{43%|percent|15%}} of Velmora.',
  'Velmora holds {{15%|percent|43%;43.4%}} of Quillon.',
  'Quillon’s {{43%|percent|15%}} stake in Velmora is safe.',
  'Velmora is {{43%|percent|15%}} owned by Quillon.',
  'Quillon holds\n{{43.4%|percent|15%}} of **Velmora**.',
  'Quillon has {{43%|percent|15%}} of Velmora, and Velmora has {{15%|percent|43%;43.4%}} of Quillon.',
  { path: 'a.html', marked: '<p>Quillon has <b>{{43%|percent|15%}}</b> of <a href="/v">Velmora</a>.</p>' },
  '“Quillon has {{43%|percent|15%}} of Velmora,” he said.',
];

/** The right direction, however the sentence turns. */
const RIGHT = [
  'Velmora is {{15%|percent}} owned by Quillon.',
  'Velmora, of which Quillon owns {{15%|percent}}, makes vans.',
  'Quillon, {{43%|percent}} of which belongs to Velmora, makes vans.',
  'A {{15%|percent}} stake in Velmora is held by Quillon.',
];

testCheck(relationReversed, alliance, [...REVERSED, ...RIGHT]);
