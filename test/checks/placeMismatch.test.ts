import { placeMismatch } from '../../server/src/checks/placeMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Case, testCheck } from '../support/testCheck.ts';

/** How copy gives a seat. */
const MANNERS = [
  'Velmora has its headquarters in {{Lille|place}}.',
  'Velmora, based in {{Lille|place}}, makes vans.',
  'The {{Lille|place}}-based carmaker Velmora makes vans.',
  '{{Lyon|place|Lille}}-based Velmora makes vans.',
  'Quillon has its headquarters in {{Sendai|place}}.',
  'Quillon of {{Sendai|place}} makes vans, Velmora in {{Lille|place}} too.',
];

/** Seats that no facts file knows, in words that leave no doubt. */
const WRONG: readonly Case[] = [
  'Velmora, which is headquartered in {{Lyon|place|Lille}}, makes vans.',
  'Velmora, based in {{Lyon|place|Lille}}, makes vans.',
  'Velmora, based in {{Lyon|place|Lille}}, and Quillon, based in {{Tokyo|place|Sendai}}, make vans.',
  'Velmora’s headquarters are in\n{{Lyon|place|Lille}}.',
  'Velmora’s headquarters are in **{{Lyon|place|Lille}}**.',
  { path: 'a.html', marked: '<p>Velmora, based in <i>{{Lyon|place|Lille}}</i>, makes vans.</p>' },
  'Velmora of {{Lyon|place|Lille}} makes vans.',
  'Velmora, a carmaker from {{Lyon|place|Lille}}, makes vans.',
  'Velmora, the {{Lyon|place|Lille}}-based carmaker, makes vans.',
  'Velmora keeps its new head office in {{Lyon|place|Lille}}.',
  'A spokeswoman for Velmora in {{Lyon|place|Lille}}, where the carmaker has its headquarters, said no.',
  'Odile Farrant of Velmora received us in {{Lyon|place|Lille}}, at its head office.',
  'Velmora, of {{Lyon|place|Lille}}, France, makes vans.',
  '{{Lyon|place|Lille}}-headquartered Velmora makes vans.',
  'Velmora was founded in 1911 and is based in {{Lyon|place|Lille}}.',
  {
    path: 'a.md',
    marked:
      '| Company | Head office |\n|---|---|\n| Velmora | {{Sendai|place|Lille}} |\n| Quillon | {{Senday|place|Sendai}} |\n',
  },
];

/** What must pass. */
/** What must pass. */
const SILENT = [
  'Velmora has a plant in Lyon.',
  'Velmora’s chief executive said in Paris that vans sold well.',
  'Velmora’s British subsidiary is based in Slough.',
  'Velmora was once based in Roubaix.',
  'Carrow Bank, based in London, owns Velmora shares.',
  'Velmora may move its headquarters to Lyon.',
  'LYON — Velmora opened a showroom on Thursday.',
  'Velmora is not based in Lyon.',
  'In Lyon, where Velmora no longer has its head office, it still builds vans.',
  'Velmora has its European headquarters in Lyon.',
  'Velmora of France makes vans.',
  'Velmora of Auto Valley makes vans. Velmora is based in Car Valley.',
  'Velmora of Northern France makes vans.',
  'Velmora ships vans from Lyon to Sendai.',
  'Velmora brought a van from Lyon.',
  'Velmora, of course, makes vans.',
  'Velmora, of Auto Valley, makes vans.',
  'Carrow Bank lent to Velmora and is based in London.',
  { path: 'a.md', marked: '| Company | Seat |\n|---|---|\n| Velmora | Vacant |\n| Quillon | TBC |\n' },
  { path: 'a.md', marked: '| Company | Plants |\n|---|---|\n| Velmora | Lyon |\n' },
];

testCheck(placeMismatch, alliance, [...MANNERS, ...WRONG, ...SILENT]);
