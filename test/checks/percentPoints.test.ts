import { percentPoints } from '../../server/src/checks/percentPoints.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** A difference of percentages in per cent. */
const WRONG = [
  'The share rose from 10% to 15%, up {{5%|percent|5 percentage points}}.',
  'The margin rose {{2%|percent|2 percentage points}} to 8% from 6%.',
  'The margin rose\n{{2%|percent|2 percentage points}} to **8%** from 6%.',
  {
    path: 'a.html',
    marked: '<p>The margin rose <b>{{2%|percent|2 percentage points}}</b> to 8% from 6%.</p>',
  },
];

/** Points given as points, and true percentages. */
const RIGHT = [
  'The share rose from 10% to 15%, up 5 percentage points.',
  'The share rose from 10% to 15%, up 5 points.',
  'The share rose 50% to 15% from 10%.',
];

testCheck(percentPoints, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [
  // FIXME: a whole point written as 1%.
  [
    'The margin fell by {{1%|percent|1 percentage point}} from 6% to 5%.',
    'The margin fell by 1% from 6% to 5%.',
  ],
  // FIXME: another subject has come between.
  [
    'The share rose from 10% to 15%, and sales were up 5%.',
    'The share rose from 10% to 15%, and sales were up {{5%|percent|}}.',
  ],
];

testFixme(percentPoints, alliance, FIXME);
