import { durationMismatch } from '../../server/src/checks/durationMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Ages and spans, in figures and in words. */
const MANNERS = [
  'The {{23-year-old|duration}} Velmora-Quillon Alliance has a new treaty.',
  'The Velmora-Quillon Alliance is {{23 years old|duration}}.',
  'The Velmora-Quillon Alliance was founded {{23 years ago|duration}}.',
  'The Velmora-Quillon Alliance was founded {{more than two decades ago|duration}}.',
  'The {{two-decade-old|duration}} Velmora-Quillon Alliance has a new treaty.',
  'The {{33-year-old|duration|23-year-old;24-year-old}} Velmora-Quillon Alliance has a new treaty.',
  'The Velmora-Quillon Alliance is {{33 years old|duration|23 years old;24 years old}}.',
  'The Velmora-Quillon Alliance was founded {{32 years ago|duration|23 years ago;24 years ago}}.',
  'Velmora, which is {{111 years old|duration}}, makes vans.',
  'The {{33 year|duration|23 year;24 year}} alliance of Velmora and Quillon is over.',
];

/** The age of another day. */
const THEN = [
  'Velmora was then seven years old.',
  'Velmora was 20 years old when the war began.',
  'The then seven-year-old Velmora built vans.',
  'At the time, Velmora was 90 years old.',
];

/** Where the words stand. */
const PLACES = [
  'Velmora is {{101 years old|duration|111 years old;112 years old}}, and Garrick & Pell is {{155 years old|duration|175 years old;174 years old}}.',
  'Velmora was founded\n{{111 years\nago|duration}}.',
  'Velmora was founded **{{121 years** ago|duration|111 years** ago;112 years** ago}}.',
  {
    path: 'a.html',
    marked: '<p>Velmora was founded <b>{{121 years ago|duration|111 years ago;112 years ago}}</b>.</p>',
  },
  { path: 'a.txt', marked: '“Velmora was founded {{111 years ago|duration}},” he said.' },
  '---\ndate: 2023-03-28\n---\n\nThe {{24-year-old|duration}} Velmora-Quillon Alliance has a new treaty.',
  '---\ndate: 2023-03-28\n---\n\nThe {{14-year-old|duration|24-year-old}} Velmora-Quillon Alliance has a new treaty.',
];

/** What must pass. */
const SILENT = [
  'A 33-year-old engineer of Velmora has won a prize.',
  'Velmora signed a 33-year lease in Lille.',
  'Velmora’s chief executive, 58, has worked there for 33 years.',
  'Velmora will need 10 years to recover.',
  'If the Velmora-Quillon Alliance were 33 years old, it would be married.',
  'The Velmora-Quillon Alliance is not 33 years old.',
  'Six years ago Velmora built its last diesel car.',
  'The talks of Velmora and Quillon lasted 18 months.',
];

testCheck(durationMismatch, alliance, [...MANNERS, ...THEN, ...PLACES, ...SILENT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [
  // FIXME: an age given as a history.
  ['Velmora’s {{111-year|duration}} history fills a museum.', 'Velmora’s 111-year history fills a museum.'],
];

testFixme(durationMismatch, alliance, FIXME);
