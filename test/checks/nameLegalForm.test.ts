import { nameLegalForm } from '../../server/src/checks/nameLegalForm.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** The legal form of another kind or country. */
const WRONG = [
  '{{Velmora AG|company|Velmora SA;Velmora}} makes vans.',
  '{{Velmora Inc|company|Velmora SA;Velmora}} makes vans.',
  '{{Velmora plc|company|Velmora SA;Velmora}}’s vans and {{Garrick & Pell AG|company|Garrick & Pell plc;Garrick & Pell}}’s parts fit.',
  'The vans of {{Velmora\nAG|company|Velmora\nSA;Velmora}} sell well.',
  '**{{Velmora AG|company|Velmora SA;Velmora}}** makes vans.',
  '{{Garrick & Pell Inc.|company|Garrick & Pell plc;Garrick & Pell}} makes parts.',
  { path: 'a.html', marked: '<p>{{Tesmar GmbH|company|Tesmar SpA;Tesmar}} makes lorries.</p>' },
];

/** Right forms, and letters that are no legal form. */
const RIGHT = [
  '{{Velmora SA|company}} makes vans.',
  '{{Velmora S.A.|company}} makes vans.',
  '{{Garrick & Pell plc|company}} makes parts.',
  '{{Garrick & Pell PLC|company}} makes parts.',
  '{{Tesmar SpA|company}} makes lorries.',
  '{{Quillon Motor Co., Ltd.|company}} makes vans.',
  'Velmora Austria GmbH sells vans in Vienna.',
  '{{Velmora|company}} Co-founder Marc Tissot died in 1954.',
];

testCheck(nameLegalForm, alliance, [...WRONG, ...RIGHT]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(nameLegalForm, alliance, FIXME);

/** The source of the name has no date, so it says how things were when the youngest source was written. */
const undated = readFacts(
  JSON.stringify({
    version: 1,
    sources: {
      page: { title: 'Page', publisher: 'Encyclopedia', url: 'https://page.example' },
      register: { title: 'Register', publisher: 'Trade register', published: '2023-01-10' },
    },
    entities: { velmora: { type: 'company', name: 'Velmora', legalName: 'Velmora SA', source: 'page' } },
    facts: [
      { id: 'velmora-founded', subject: 'velmora', relation: 'founded', value: '1911', source: 'register' },
    ],
  }),
).facts;

testCheck(nameLegalForm, undated, [
  '---\ndate: 1987-06-01\n---\n\nVelmora GmbH builds cars.',
  '---\ndate: 2022-06-01\n---\n\n{{Velmora GmbH|company|Velmora SA;Velmora}} builds cars.',
]);
