import { countMismatch } from '../../server/src/checks/countMismatch.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Figures, words, rounding, hedges. */
const MANNERS = [
  'Velmora has {{105,800|count}} employees.',
  'Velmora employs {{105,800|count}} people.',
  'Velmora employs about {{106,000|count}} people.',
  'Velmora employs some {{105,000|count}} people.',
  'Velmora employs more than {{100,000|count}} people.',
  'Velmora employs {{150,800|count|105,800}} people.',
  'Velmora employs {{10,580|count|105,800}} people.',
  'Garrick & Pell will cut {{2,600|count}} jobs.',
  'Garrick & Pell will cut {{6,200|count|2,600}} jobs.',
];

/** Where the words stand. */
const PLACES = [
  'Garrick & Pell will cut {{3,600|count|2,600}} jobs and Velmora, which has {{150,000|count|105,800}} employees, none.',
  'Velmora’s {{105,800|count}} employees will get a bonus.',
  'Velmora employs\n{{150,800|count|105,800}}\npeople.',
  'Velmora employs **{{150,800|count|105,800}}** people.',
  { path: 'a.html', marked: '<ul><li>Velmora: {{150,800|count|105,800}} employees</li></ul>' },
  '| Company | Employees, thousands |\n|---|--:|\n| Velmora | {{105.8|count}} |',
  '| Company | Employees (in thousands) |\n|---|--:|\n| Velmora | {{150.8|count|105.8}} |',
  { path: 'a.txt', marked: 'At Garrick & Pell {{2,600|count}} jobs are to go.' },
];

/** What must pass. */
const SILENT = [
  'Velmora has 14 plants, and 3,200 dealers sell its cars.',
  'Velmora employs 4,300 people in Douai.',
  'Velmora hired 2,500 employees last year.',
  'Velmora will cut 500 jobs.',
  'If Garrick & Pell cut 6,200 jobs, Hull would suffer.',
  'Velmora’s stand at the fair, 105 square metres, was full.',
];

testCheck(countMismatch, alliance, [...MANNERS, ...PLACES, ...SILENT]);

/** What was flagged once, and must not be. */
testCheck(countMismatch, alliance, ['Garrick & Pell will not cut 6,200 jobs.']);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [];

testFixme(countMismatch, alliance, FIXME);

/** A base whose only value has ended. */
const ended = readFacts(
  JSON.stringify({
    version: 1,
    sources: { register: { title: 'Register', publisher: 'Trade register', published: '2023-01-10' } },
    entities: { velmora: { type: 'company', name: 'Velmora', source: 'register' } },
    facts: [
      {
        id: 'velmora-employees',
        subject: 'velmora',
        relation: 'employees',
        source: 'register',
        values: [{ value: '105,800', from: '2021', to: '2022' }],
      },
    ],
  }),
).facts;

testCheck(countMismatch, alliance, [
  'Velmora grew. Its chief left. Zerkon, whose foundation owns 94%, employs 429,000.',
]);

testCheck(countMismatch, ended, [
  '---\ndate: 2022-06-01\n---\n\nVelmora employs 112,400 people.',
  '---\ndate: 2021-06-01\n---\n\nVelmora employs {{112,400|count|105,800}} people.',
]);
