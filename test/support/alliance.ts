import { readFacts } from '../../server/src/facts/readFacts.ts';

const company = (more: object) => ({ type: 'company', source: 'register', ...more });
const fact = (id: string, subject: string, more: object) => ({ id, subject, source: 'register', ...more });

const entities = {
  velmora: company({
    name: 'Velmora',
    legalName: 'Velmora SA',
    misnomers: ['Velmora Motors', { text: 'Velmora GmbH', correct: 'Velmora SA' }],
    descriptors: ['French carmaker', 'French group'],
    country: 'FR',
    headquarters: 'Lille',
  }),
  quillon: company({
    name: 'Quillon',
    legalName: 'Quillon Motor Co., Ltd.',
    aliases: ['Quillon Motor', 'Quillon Motor Co', 'Quillon Motor Co Ltd'],
    misnomers: [{ text: 'Quillon Motors', correct: 'Quillon Motor' }],
    descriptors: ['Japanese carmaker', 'Japanese partner'],
    country: 'JP',
    headquarters: 'Sendai',
  }),
  tesmar: company({
    name: 'Tesmar',
    legalName: 'Tesmar S.p.A.',
    aliases: ['Tesmar SpA'],
    formerNames: [{ name: 'Autocarri Tesi', until: '2021-03-01', source: 'register' }],
    descriptors: ['Italian truckmaker'],
    country: 'IT',
    headquarters: 'Brescia',
  }),
  garrick: company({
    name: 'Garrick & Pell',
    legalName: 'Garrick & Pell plc',
    descriptors: ['British supplier'],
    country: 'GB',
    headquarters: 'Hull',
  }),
  'tesmar-bus': company({ name: 'Tesmar Bus', legalName: 'Tesmar Bus S.p.A.', country: 'IT' }),
  orchard: company({ name: 'Orchard Cells', legalName: 'Orchard Cells Inc.', ambiguous: ['Orchard'] }),
  alliance: {
    type: 'alliance',
    name: 'Velmora-Quillon Alliance',
    misnomers: [{ text: 'Velmora-Quillon Group', correct: 'Velmora-Quillon Alliance' }],
    descriptors: ['the alliance'],
    source: 'register',
  },
};

const holdings = [
  fact('velmora-stake-in-quillon', 'velmora', {
    relation: 'stake',
    object: 'quillon',
    values: [
      { value: '44.4%', to: '2002-03-29', source: 'register' },
      { value: '43.4%', from: '2002-03-29', source: 'register' },
    ],
  }),
  fact('quillon-stake-in-velmora', 'quillon', { relation: 'stake', object: 'velmora', value: '15%' }),
  fact('quillon-stake-in-tesmar', 'quillon', {
    relation: 'stake',
    object: 'tesmar',
    values: [
      { value: '51%', to: '2021-03-01', source: 'register' },
      { value: '34%', from: '2021-03-01', source: 'register' },
    ],
  }),
  fact('garrick-stake-in-tesmar', 'garrick', { relation: 'stake', object: 'tesmar', value: '20%' }),
  fact('velmora-votes', 'velmora', { relation: 'voting-rights', object: 'tesmar', value: '12.5%' }),
];

const days = [
  fact('alliance-founded', 'alliance', { relation: 'founded', value: '1999-03-27' }),
  fact('velmora-founded', 'velmora', { relation: 'founded', value: '1911-02-25' }),
  fact('quillon-founded', 'quillon', { relation: 'founded', value: '1933-12' }),
  fact('garrick-founded', 'garrick', { relation: 'founded', value: '1848' }),
  fact('tesmar-listed', 'tesmar', { relation: 'listed', value: '2015-10-08' }),
  fact('tesmar-bought', 'quillon', { relation: 'acquired', object: 'tesmar', value: '2016-05-12' }),
  fact('tesmar-renamed', 'tesmar', { relation: 'renamed', value: '2021-03-01' }),
];

const figures = [
  fact('velmora-margin-2021', 'velmora', { relation: 'operating-margin', period: '2021', value: '3.6%' }),
  fact('velmora-margin-2022', 'velmora', { relation: 'operating-margin', period: '2022', value: '5.6%' }),
  fact('quillon-margin-2022', 'quillon', { relation: 'operating-margin', period: '2022', value: '4.1%' }),
  fact('bus-margin-2022', 'tesmar-bus', { relation: 'operating-margin', period: '2022', value: '6.9%' }),
  fact('velmora-sales-2022', 'velmora', { relation: 'growth', of: 'sales', period: '2022', value: '11.4%' }),
  fact('velmora-share-2022', 'velmora', {
    relation: 'market-share',
    about: ['European market'],
    period: '2022',
    value: '9.8%',
  }),
  fact('garrick-cuts', 'garrick', { relation: 'job-cuts', value: '8%' }),
  fact('garrick-jobs', 'garrick', { relation: 'jobs', value: '2,600' }),
  fact('velmora-employees', 'velmora', { relation: 'employees', value: '105,800' }),
  fact('velmora-revenue-2022', 'velmora', { relation: 'revenue', period: '2022', value: '€46.4 billion' }),
  fact('orchard-plant', 'orchard', { relation: 'investment', about: ['plant'], value: '$2.5 billion' }),
  fact('tesmar-price', 'quillon', { relation: 'price', object: 'tesmar', value: '€1.2 billion' }),
];

const people = [
  fact('velmora-ceo', 'velmora', {
    relation: 'chief-executive',
    values: [
      { value: 'Georges Maillard', to: '2020-07-01', source: 'register' },
      { value: 'Odile Farrant', from: '2020-07-01', source: 'register' },
    ],
  }),
  fact('quillon-ceo', 'quillon', { relation: 'chief-executive', value: 'Hiroshi Tanemura' }),
  fact('quillon-chair', 'quillon', { relation: 'chair', value: 'Yasuko Kirigaya' }),
  fact('velmora-hq', 'velmora', { relation: 'headquarters', value: 'Lille' }),
  fact('quillon-hq', 'quillon', { relation: 'headquarters', value: 'Sendai' }),
];

const read = readFacts(
  JSON.stringify({
    version: 1,
    sources: { register: { title: 'Register', publisher: 'Trade register', published: '2023-01-10' } },
    entities,
    facts: [...holdings, ...days, ...figures, ...people],
  }),
);

/** The small invented fact base that the tests of checks share. */
export const alliance = read.facts;

/** What reading it complained of: nothing. */
export const allianceProblems = read.problems;
