import { percentMismatch } from '../../server/src/checks/percentMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { testCheck } from '../support/testCheck.ts';

/** Rounding, hedges and manners of writing. */
const MANNERS = [
  'Velmora owns {{43.4%|percent}} of Quillon.',
  'Velmora owns {{43%|percent}} of Quillon.',
  'Velmora owns {{43 percent|percent}} of Quillon.',
  'Velmora owns {{forty-three per cent|percent}} of Quillon.',
  'Velmora owns more than {{40%|percent}} of Quillon.',
  'Velmora owns about {{43%|percent}} of Quillon.',
  'Velmora owns {{34%|percent|43%;43.4%}} of Quillon.',
  'Velmora owns {{34 percent|percent|43 percent;43.4 percent}} of Quillon.',
  'Velmora owns {{34.4%|percent|43.4%}} of Quillon.',
  'Velmora owns {{43.0%|percent|43.4%}} of Quillon.',
  'VELMORA CUTS COSTS, KEEPS ITS {{43 PCT|percent}} OF QUILLON',
  'Velmora and Quillon hold {{43%|percent}} and {{15%|percent}} of each other, respectively.',
  'Quillon and Garrick & Pell hold {{34%|percent}} and {{25%|percent|20%}} of Tesmar respectively.',
];

/** Who holds whom. */
const DIRECTIONS = [
  'Quillon owns {{15%|percent}} of Velmora.',
  'Velmora’s {{43%|percent}} stake in Quillon is safe.',
  'Velmora has a {{34%|percent|43%;43.4%}} stake in Quillon.',
  'Quillon, of which Velmora owns {{43%|percent}}, has cut its dividend.',
  'Quillon is {{43%|percent}} owned by Velmora.',
  '{{43%|percent}} of Quillon is owned by Velmora.',
  '{{34%|percent|43%;43.4%}} of Quillon belongs to Velmora.',
  'A {{34%|percent}} holding in Tesmar by Quillon was not for sale.',
  'Velmora owns {{34%|percent|43%;43.4%}} of Quillon, and again {{34%|percent|43%;43.4%}} of Quillon.',
  'A report last week gave Velmora’s stake in Quillon as 34%. It is {{43%|percent}}.',
  'We said that Velmora held 34% of Quillon.',
  'The caption put Velmora’s stake in Quillon at 34%; the correct figure is {{43%|percent}}.',
  'A stake of 34% in Quillon was wrongly given to Velmora.',
  'The report that Velmora owns {{34%|percent|43%;43.4%}} of Quillon surprised nobody.',
];

/** Where the words stand. */
const PLACES = [
  'Velmora owns {{34%|percent|43%;43.4%}} of Quillon, and Quillon owns {{51%|percent|15%}} of Velmora.',
  'Velmora owns\n{{34%|percent|43%;43.4%}} of\nQuillon.',
  'Velmora owns **{{34%|percent|43%;43.4%}}** of [Quillon](https://quillon.example/43).',
  '- Velmora: {{9.8%|percent}} of the European market in 2022\n- Velmora: {{8.9%|percent|9.8%}} of the European market in 2022',
  '| Carmaker | Operating margin, 2022 |\n|---|--:|\n| Velmora | {{5.6%|percent}} |\n| Quillon | {{1.4%|percent|4.1%}} |',
  '| Carmaker | Founded | Operating margin (%), 2022 |\n|---|--:|--:|\n| Velmora | 1911 | {{5.6|percent}} |\n| Quillon | 1933 | {{1.4|percent|4.1}} |',
  '| Carmaker | Home market share, 2022 | Staff |\n|---|--:|--:|\n| Quillon | 7.5% | 30% |',
  {
    path: 'a.html',
    marked: '<p>Velmora owns <b>{{34%|percent|43%;43.4%}}</b> of <a href="/q">Quillon</a>.</p>',
  },
  { path: 'a.txt', marked: 'VELMORA\n\nVelmora owns {{34%|percent|43%;43.4%}} of Quillon.\n' },
  'Odile Farrant said: “We own {{34%|percent|43%;43.4%}} of Quillon,” Velmora’s largest asset.',
];

/** Time: periods, old and new values, plans. */
const TIMES = [
  'Velmora’s operating margin was {{5.6%|percent}} in 2022, after {{3.6%|percent}} in 2021.',
  'Velmora’s operating margin rose to {{5.6%|percent}} from {{3.6%|percent}}.',
  'Velmora’s operating margin was {{6.5%|percent|5.6%}} in 2022.',
  'Velmora’s operating margin was {{5.6%|percent}} last year.',
  'Quillon’s operating margin was {{0.1%|percent|4.1%}} in 2022.',
  'Velmora’s operating margin was 2.8% in 2019.',
  'Quillon cut its stake in Tesmar to {{34%|percent}} from {{51%|percent}} in March 2021.',
  'Until 2021 Quillon owned {{51%|percent}} of Tesmar.',
  'Velmora’s sales grew by {{11.4%|percent}} in 2022.',
  'Velmora’s sales grew by {{14.1%|percent|11.4%}} in 2022.',
  'Garrick & Pell will cut {{8%|percent}} of its workforce.',
];

/** What must pass. */
const SILENT = [
  'Velmora may cut its stake in Quillon to 15%.',
  'If Velmora owned 34% of Quillon, it would not consolidate it.',
  'Velmora owns not 34% but {{43%|percent}} of Quillon.',
  'Velmora sold 5% of its Quillon shares last year.',
  'Velmora shares rose 3%, and Quillon’s lost 2%.',
  'Velmora expects an operating margin of 8% in 2025.',
  'Velmora said its operating margin would be 4% in 2022.',
  'Analysts at Carrow Bank see a 60% chance that Velmora keeps its stake in Quillon.',
  'Velmora paid a premium of 34% for its shares in Quillon.',
  'The tax on cars such as Velmora’s is 34%.',
  'Velmora’s stake in Quillon, code `34%`, is stable.',
];

testCheck(percentMismatch, alliance, [...MANNERS, ...DIRECTIONS, ...PLACES, ...TIMES, ...SILENT]);

/** What was flagged once, and must not be. */
testCheck(percentMismatch, alliance, [
  'Velmora’s vans made up 7.3% of sales in 2022.',
  '---\ndate: 2025-09-12\n---\nVelmora’s operating margin is 6.5%.',
  'In 2022, Velmora had a profit margin of 6.1%.',
  'Velmora wants to lower its stake in Quillon to 15% by 2024.',
  'Velmora does not own 34% of Quillon.',
]);

/** Owners beside their shares; shares whose other side the draft has told before. */
testCheck(percentMismatch, alliance, [
  'Tesmar’s owners are Quillon ({{34%|percent}}) and Garrick & Pell ({{25%|percent|20%}}).',
  'The biggest shareholder of Tesmar is Quillon with {{43%|percent|34%}}.',
  'Tesmar belongs to Quillon. Its other owner is Garrick & Pell with {{20%|percent}}.',
  'Garrick & Pell sits on {{25%|percent|20%}} of Tesmar.',
  'Garrick & Pell cut jobs. The British supplier still has its remaining {{20%|percent}} in Tesmar.',
  'Quillon owns {{34%|percent}} of Tesmar. Before, it was {{51%|percent}}.',
  'In 2022, Velmora had an operating margin of {{5.6%|percent}}; Quillon was at {{4.1%|percent}}.',
  'In 2022, Velmora had an operating margin of {{5.6%|percent}}; Quillon was at {{1.4%|percent|4.1%}}.',
  '# Velmora’s year\n\n| | 2022 | 2021 |\n|---|--:|--:|\n| Operating margin | {{6.5%|percent|5.6%}} | {{3.6%|percent}} |',
  'Velmora’s operating margin rose to {{5.6%|percent}} (2021: {{3.6%|percent}}).',
]);

/** What only looks like a share of somebody. */
testCheck(percentMismatch, alliance, [
  'Velmora cut its stake in Quillon. Of the proceeds of £262 million, of which 60% goes into plants, none is left.',
  'Velmora owns {{43%|percent}} of Quillon. Recovery of the metal held at 87.6%.',
  'Garrick & Pell sold 5% of Tesmar.',
  'Velmora makes 12% of Quillon engines.',
  'Quillon ordered 35 presses, more than half of its fleet. That’s 62% more than Velmora.',
  'In 2022, Velmora had 9.8% of the European market. Quillon has 25.9%.',
  'Velmora has an interest of {{43%|percent}} in Quillon. It expects a loss of less than 15% of it.',
]);
