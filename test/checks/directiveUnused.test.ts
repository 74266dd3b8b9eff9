import { DIRECTIVE_CODE } from '../../server/src/checks/silence.ts';
import { alliance } from '../support/alliance.ts';
import { testCode } from '../support/testCheck.ts';

/** Directives that do what they say. */
const USED = [
  '<!-- factlint-disable-next-line percent-mismatch: as quoted -->\nVelmora owns 34% of Quillon.',
  'Velmora owns 34% of Quillon. <!-- factlint-disable-line -->',
  '<!-- factlint-disable -->\n\nVelmora owns 34% of Quillon.\n\n<!-- factlint-enable -->\n',
  {
    path: 'a.html',
    marked: '<!-- factlint-disable-next-line percent-mismatch -->\n<p>Velmora owns 34% of Quillon.</p>',
  },
];

/** Directives that silence nothing, or name no check. */
const UNUSED = [
  '{{<!-- factlint-disable-next-line percent-mismatch -->|directive|}}\nVelmora owns {{43%|percent}} of Quillon.',
  '{{<!-- factlint-disable-next-line date-mismatch -->|directive|}}\nQuillon is in Sendai.',
  'Velmora owns {{43%|percent}} of Quillon. {{<!-- factlint-disable-line -->|directive|}}',
  '<!-- factlint-disable-next-line {{percent-mismacht|directive|}} -->\nQuillon is in Sendai.',
];

testCode(DIRECTIVE_CODE, alliance, [...USED, ...UNUSED]);
