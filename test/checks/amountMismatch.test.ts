import { amountMismatch } from '../../server/src/checks/amountMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Currencies, scale words, rounding, hedges. */
const MANNERS = [
  'Velmora’s revenue was {{€46.4 billion|amount}} in 2022.',
  'Velmora’s revenue was {{€46 billion|amount}} in 2022.',
  'Velmora’s revenue was {{46.4 billion euros|amount}} in 2022.',
  'Velmora’s revenue was {{46,400 million euros|amount}} in 2022.',
  'Velmora’s revenue was almost {{€47 billion|amount}} in 2022.',
  'Velmora’s revenue was {{€64.4 billion|amount|€46.4 billion}} in 2022.',
  'Velmora’s revenue was {{€46.4 million|amount|€46.4 billion}} in 2022.',
  'Velmora’s revenue was {{$46.4 billion|amount|€46.4 billion}} in 2022.',
  'Orchard Cells will invest {{$2.5bn|amount}} in the plant.',
  'Orchard Cells will invest {{$3.5bn|amount|$2.5bn}} in the plant.',
];

/** Where the words stand. */
const PLACES = [
  'Quillon paid {{€1.2 billion|amount}} for Tesmar, and Velmora’s revenue was {{€44.6 billion|amount|€46.4 billion}} in 2022.',
  'Velmora’s revenue\nwas {{€64.4\nbillion|amount|€46.4\nbillion}} in 2022.',
  '| Company | Revenue in 2022, €bn |\n|---|--:|\n| Velmora | {{46.4|amount}} |',
  '| Company | Revenue in 2022, €m |\n|---|--:|\n| Velmora | {{64,400|amount|46,400}} |',
  '*Revenue, in billions of euros*\n\n| Company | 2022 |\n|---|--:|\n| Velmora | {{64.4|amount|46.4}} |',
  'Velmora’s **revenue** was *{{€64.4 billion|amount|€46.4 billion}}* in 2022.',
  {
    path: 'a.html',
    marked: '<p>Velmora’s revenue was <i>{{€64.4 billion|amount|€46.4 billion}}</i> in 2022.</p>',
  },
  { path: 'a.txt', marked: 'Velmora’s 2022 revenue of {{€46.4 billion|amount}} was a record.' },
];

/** What must pass. */
const SILENT = [
  'Velmora’s net profit was €2.4 billion in 2022.',
  'Velmora expects revenue of €50 billion in 2025.',
  'Velmora’s revenue was €43.5 billion in 2018.',
  'Velmora paid a fine of €7 million.',
  'A Velmora costs €18,900.',
  'Velmora’s revenue rose by €4.9 billion in 2022.',
  'Velmora’s revenue was not €64.4 billion in 2022.',
];

testCheck(amountMismatch, alliance, [...MANNERS, ...PLACES, ...SILENT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(amountMismatch, alliance, FIXME);
