import { dateImpossible } from '../../server/src/checks/dateImpossible.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** No such day. */
const WRONG = [
  'The board meets on {{31 June 2023|date|30 June 2023;1 July 2023}}.',
  'The board meets on {{June 31|date|June 30;July 1}}.',
  'The board meets on {{29 February 2023|date|28 February 2023;1 March 2023}}.',
  'The board met on {{31 April 2022|date|30 April 2022;1 May 2022}} and on {{31 September 2022|date|30 September 2022;1 October 2022}}.',
  'The board meets\non {{31 June\n2023|date|30 June\n2023;1 July\n2023}}.',
  'The board meets on **{{31 June 2023|date|30 June 2023;1 July 2023}}**.',
  '| Meeting |\n|---|\n| {{31 June 2023|date|30 June 2023;1 July 2023}} |',
  { path: 'a.html', marked: '<li>{{31 June 2023|date|30 June 2023;1 July 2023}}</li>' },
];

/** Days that there are. */
const RIGHT = [
  'The board met on 29 February 2020.',
  'The board meets on 30 June 2023.',
  'The code is `31 June 2023`, and the page https://a.example/2023-06-31.',
  'The match ended 31–30 in June.',
  'May 31 of them come!',
];

testCheck(dateImpossible, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(dateImpossible, alliance, FIXME);
