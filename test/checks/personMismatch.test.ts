import { personMismatch } from '../../server/src/checks/personMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Roles, titles, slips. */
const MANNERS = [
  '{{Odile Farrant|person}}, the chief executive of Velmora, was content.',
  'Velmora CEO {{Odile Farrant|person}} was content.',
  'Quillon’s chief executive, {{Tanemura Hiroshi|person}}, was content.',
  'Velmora’s chief executive, {{Odile Farrant|person}}, was content.',
  'Velmora’s boss {{Odile Farrant|person}} was content.',
  'Velmora’s chief executive {{Odile Ferrant|person|Odile Farrant}} was content.',
  '{{Odil Farrant|person|Odile Farrant}}, CEO of Velmora, was content.',
  'Velmora CEO {{Hiroshi Tanemura|person|Odile Farrant}} was content.',
  'Quillon’s chairwoman, {{Yasuko Kirigaya|person}}, was content.',
  'Quillon’s chairwoman, {{Yasuko Kirigawa|person|Yasuko Kirigaya}}, was content.',
];

/** Who was it when. */
const TIMES = [
  'Velmora’s former chief executive {{Georges Maillard|person}} was content.',
  '{{Georges Maillard|person}}, who was chief executive of Velmora until 2020, was content.',
  'Velmora’s chief executive, {{Georges Maillard|person|Odile Farrant}}, was content.',
  'Velmora’s chief executive, {{Georges Maillard|person}}, was replaced by Odile Farrant in 2020.',
  'Velmora’s chief executive, {{Georges Maillard|person}}, who stepped down in 2020, was content.',
  '---\ndate: 2019-05-02\n---\n\nVelmora’s chief executive, {{Georges Maillard|person}}, was content.',
  '---\ndate: 2019-05-02\n---\n\nVelmora’s chief executive, {{Odile Farrant|person|Georges Maillard}}, was content.',
];

/** Slips in a name, with and without a role. */
const SLIPS = [
  'Velmora grew. {{Odile Farrannt|person|Odile Farrant}} was content.',
  'Velmora grew. {{Odlie Farrant|person|Odile Farrant}} was content.',
  '{{Odile Farrant|person}} runs Velmora. {{Farrrant|person|Farrant;Odile Farrant}} was content.',
  'VELMORA GROWS, SAYS {{FARRRANT|person|FARRANT;ODILE FARRANT}}\n\n{{Odile Farrant|person}} runs Velmora.',
  'Velmora grew. Its chief executive’s predecessor, {{Georges Mailard|person|Georges Maillard}}, did not.',
  'VELMORA GROWS, SAYS {{FARRANT|person}}\n\n{{Odile Farrant|person}} runs Velmora.',
  'Dear shareholder,\n\nWe grew in Lille.\n\n{{Odile Farant|person|Odile Farrant}}\nChief executive, Velmora\n',
];

/** Where the words stand. */
const PLACES = [
  'Velmora’s **{{Odile Ferrant|person|Odile Farrant}}**, the chief executive, met Quillon’s chief executive, {{Hiroshi Tanimura|person|Hiroshi Tanemura}}.',
  'Velmora’s chief executive, {{Odile\nFarrant|person}}, was content.',
  '“We are content,” said {{Odile Farrant|person}}, Velmora’s chief executive.',
  {
    path: 'a.html',
    marked: '<p>Velmora’s chief executive, <b>{{Odile Ferrant|person|Odile Farrant}}</b>, was content.</p>',
  },
];

/** What must pass. */
const SILENT = [
  'Velmora’s deputy chief executive, Paul Lenoir, was content.',
  'Velmora’s chief engineer, Odette Ferrand, was content.',
  'The chief executive of Carrow Bank, Jane Marsh, praised Velmora.',
  'Velmora said that Jane Marsh would become chief executive in 2024.',
  'Jane Marsh will never be chief executive of Velmora.',
  'Velmora spokesman Luc Farrant declined to comment.',
  'Odile Farrant runs Velmora. Jean Farrand, a grocer, and Mr Ferrand do not.',
  'Odile Farrant runs Velmora. The Farrants live in Lille.',
];

testCheck(personMismatch, alliance, [...MANNERS, ...TIMES, ...SLIPS, ...PLACES, ...SILENT]);

/** What was flagged once, and must not be. */
testCheck(personMismatch, alliance, [
  'Paul Lenoir, Velmora’s head of design, was content.',
  'At Velmora, the partner in Lille, the chief executive is still {{Odile Farrant|person}}.',
  'Velmora’s chief executive, {{Odile Farrant|person}}, was content. Then-CEO {{Georges Maillard|person}} had bought it.',
  'At Velmora, {{Odile Farrant|person}} is chief executive. Her predecessor as chief executive, {{Georges Maillard|person}}, paints.',
]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(personMismatch, alliance, FIXME);
