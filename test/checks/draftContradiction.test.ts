import { draftContradiction } from '../../server/src/checks/draftContradiction.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Two values for one thing, and no fact. */
const WRONG = [
  'Orchard Cells owns 40% of Tesmar. Its partners are few: Orchard Cells owns {{45%|percent|40%;elsewhere: 45%}} of Tesmar.',
];

/** Different things, times or roundings. */
const RIGHT = [
  'Orchard Cells owns 40% of Tesmar. Tesmar owns 45% of Orchard Cells.',
  'Orchard Cells owns 40.4% of Tesmar. With its 40%, Orchard Cells is content.',
  'Orchard Cells owned 40% of Tesmar in 2019 and owns 45% now.',
  'Orchard Cells’ sales rose 40% in 2021 and 45% in 2022.',
];

testCheck(draftContradiction, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(draftContradiction, alliance, FIXME);
