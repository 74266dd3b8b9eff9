import { placeMismatch } from '../../server/src/checks/placeMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** How copy gives a seat. */
const MANNERS = [
  'Velmora has its headquarters in {{Lille|place}}.',
  'Velmora, based in {{Lille|place}}, makes vans.',
  'The {{Lille|place}}-based carmaker Velmora makes vans.',
  '{{Lyon|place|Lille}}-based Velmora makes vans.',
  'Quillon has its headquarters in {{Sendai|place}}.',
];

/** What must pass. */
const SILENT = [
  'Velmora has a plant in Lyon.',
  'Velmora’s chief executive said in Paris that vans sold well.',
  'Velmora’s British subsidiary is based in Slough.',
  'Velmora was once based in Roubaix.',
  'Carrow Bank, based in London, owns Velmora shares.',
  'Velmora may move its headquarters to Lyon.',
  'LYON — Velmora opened a showroom on Thursday.',
];

testCheck(placeMismatch, alliance, [...MANNERS, ...SILENT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [
  // FIXME: place of a seat that no facts file knows.
  [
    'Velmora, which is headquartered in {{Lyon|place|Lille}}, makes vans.',
    'Velmora, which is headquartered in Lyon, makes vans.',
  ],
  // FIXME: place of a seat that no facts file knows.
  ['Velmora, based in {{Lyon|place|Lille}}, makes vans.', 'Velmora, based in Lyon, makes vans.'],
  // FIXME: place of a seat that no facts file knows.
  [
    'Velmora, based in {{Lyon|place|Lille}}, and Quillon, based in {{Tokyo|place|Sendai}}, make vans.',
    'Velmora, based in Lyon, and Quillon, based in Tokyo, make vans.',
  ],
  // FIXME: place of a seat that no facts file knows.
  ['Velmora’s headquarters are in\n{{Lyon|place|Lille}}.', 'Velmora’s headquarters are in\nLyon.'],
  // FIXME: place of a seat that no facts file knows.
  ['Velmora’s headquarters are in **{{Lyon|place|Lille}}**.', 'Velmora’s headquarters are in **Lyon**.'],
  // FIXME: place of a seat that no facts file knows.
  [
    { path: 'a.html', marked: '<p>Velmora, based in <i>{{Lyon|place|Lille}}</i>, makes vans.</p>' },
    '<p>Velmora, based in <i>Lyon</i>, makes vans.</p>',
  ],
];

testFixme(placeMismatch, alliance, FIXME);
