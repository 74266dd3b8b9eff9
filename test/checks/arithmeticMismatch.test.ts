import { arithmeticMismatch } from '../../server/src/checks/arithmeticMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Figures that do not make the percentage. */
const WRONG = [
  'Sales rose {{20%|percent|30%}} to $65 million from $50 million.',
  'Sales rose by {{20%|percent|30%}} from $50 million to $65 million.',
  'Sales fell {{20%|percent|30%}} to 35 million euros from 50 million euros.',
  'Sales rose from $50 million to $65 million, up {{20%|percent|30%}}.',
  'Sales rose\n{{20\npercent|percent|30\npercent}} to $65 million from $50 million.',
  'Sales rose **{{20%|percent|30%}}** to $65 million from $50 million.',
  { path: 'a.html', marked: '<p>Sales rose <b>{{20%|percent|30%}}</b> to $65 million from $50 million.</p>' },
  'Sales rose {{20%|percent|30%}} to $65 million from $50 million; costs fell {{50%|percent|25%}} to $30 million from $40 million.',
];

/** Sums that hold, and figures that make no sum. */
const RIGHT = [
  'Sales rose 30% to $65 million from $50 million.',
  'Sales rose about 30% to $65 million from $50 million.',
  'Sales rose 29% to $65 million from $50.3 million.',
  'Sales rose 20% to €65 million from $50 million.',
  'Sales rose 20%, while costs went from $50 million to $65 million.',
  'The price fell 5% to $10; it had come from $50.',
];

testCheck(arithmeticMismatch, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(arithmeticMismatch, alliance, FIXME);
