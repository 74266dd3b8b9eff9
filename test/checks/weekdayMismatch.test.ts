import { weekdayMismatch } from '../../server/src/checks/weekdayMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** No fact knows the day: either the weekday or the date may be wrong. */
const EITHER = [
  'The board meets on {{Thursday, 3 February 2023|weekday|Friday, 3 February 2023;Thursday, 2 February 2023;Thursday, 9 February 2023}}.',
  'The board meets on {{Tuesday, Feb. 3|weekday|Friday, Feb. 3;Tuesday, Jan. 31;Tuesday, Feb. 7}}.',
  'The board’s meetings are on {{Monday, 3 February 2023|weekday|Friday, 3 February 2023;Monday, 6 February 2023;Monday, 30 January 2023}} and {{Monday, 10 March 2023|weekday|Friday, 10 March 2023;Monday, 13 March 2023;Monday, 6 March 2023}}.',
  'The board meets on\n{{Thursday,\n3 February 2023|weekday|Friday,\n3 February 2023;Thursday,\n2 February 2023;Thursday,\n9 February 2023}}.',
  'The board meets on **{{Thursday**, 3 February 2023|weekday|Friday**, 3 February 2023;Thursday**, 2 February 2023;Thursday**, 9 February 2023}}.',
  '| Day | Event |\n|---|---|\n| {{Thursday, 3 February 2023|weekday|Friday, 3 February 2023;Thursday, 2 February 2023;Thursday, 9 February 2023}} | board |',
  '- {{Thu 3 Feb|weekday|Fri 3 Feb;Thu 2 Feb;Thu 9 Feb}}: board',
  {
    path: 'a.html',
    marked:
      '<p>The board meets on <b>{{Thursday, 3 February 2023|weekday|Friday, 3 February 2023;Thursday, 2 February 2023;Thursday, 9 February 2023}}</b>.</p>',
  },
  '“We meet on {{Thursday, 3 February 2023|weekday|Friday, 3 February 2023;Thursday, 2 February 2023;Thursday, 9 February 2023}},” he said.',
];

/** The date is known. */
const WRONG = [
  'Tesmar has been listed since {{Friday|weekday|Thursday}}, 8 October 2015.',
  'Quillon bought Tesmar on {{Friday|weekday|Thursday}}, May 12, 2016.',
];

/** Fitting pairs, and weekdays that belong to no date. */
const RIGHT = [
  'The board meets on {{Friday|weekday}}, 3 February 2023.',
  'The board meets on {{Friday|weekday}}, 3 February.',
  'The board meets on {{Fri|weekday}} 3 Feb.',
  'The board meets on {{Friday|weekday}} (3 February).',
  '---\ndate: 2025-05-09\n---\n\nShe speaks at the fair on {{Wednesday|weekday}}, 12 November.',
  'Friday, the board meets. On 2 February it dines.',
  'He came on Monday, and 3 February is his birthday.',
];

testCheck(weekdayMismatch, alliance, [...EITHER, ...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(weekdayMismatch, alliance, FIXME);
