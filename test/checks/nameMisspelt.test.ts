import { nameMisspelt } from '../../server/src/checks/nameMisspelt.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** A slip of the pen. */
const WRONG = [
  'Velmora is old. {{Velmroa|company|Velmora}} makes vans.',
  'Velmora is old. {{Vlemora|company|Velmora}} makes vans.',
  'Velmora is old. {{Velmorra|company|Velmora}} makes vans.',
  'Quillon is old. {{Quilon|company|Quillon}} makes vans.',
  '{{Quillon Mtor Co|company|Quillon Motor Co;Quillon Motor;Quillon Motor Co Ltd;Quillon}} makes vans.',
  'Velmora is old. {{Velmroa SA|company|Velmora SA;Velmora}} makes vans.',
  'Velmora and Quillon are old. {{Velmroa|company|Velmora}}’s vans and {{Qiullon|company|Quillon}}’s cars sell well.',
  'Velmora is old. **{{Velmroa|company|Velmora}}** makes vans.',
  'Velmora is old. [{{Velmroa|company|Velmora}}](https://velmora.example) makes vans.',
  '{{VELMROA|company|VELMORA}} CUTS PRICES\n\nVelmora is old.',
  'The vans of {{Quillon\nMtor|company|Quillon\nMotor;Quillon}} sell well.',
  '- Velmora\n- {{Velmroa|company|Velmora}}\n- Quillon',
  { path: 'a.html', marked: '<p>Velmora is old.</p><p>{{Velmroa|company|Velmora}} makes vans.</p>' },
  '{{Garick & Pell|company|Garrick & Pell}} makes parts.',
];

/** Words that only look alike. */
const SILENT = [
  'Anna Velmor makes hats.',
  'The town of Tesma lies on a lake.',
  'Quillan is a town in the south of France.',
  'The Velmonas are hills in Spain.',
  'Garrick & Bell, a law firm in Leeds, was founded in 1990.',
  'Write to info@velmroa.example or see `Velmroa`.',
  '{{Velmora|company}}’s makes and Velmoras of 1936 are in the museum.',
];

testCheck(nameMisspelt, alliance, [...WRONG, ...SILENT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(nameMisspelt, alliance, FIXME);
