import { dateMismatch } from '../../server/src/checks/dateMismatch.ts';
import { alliance } from '../support/alliance.ts';
import { type Fixme, testCheck, testFixme } from '../support/testCheck.ts';

/** Grain and manners of writing. */
const MANNERS = [
  'The Velmora-Quillon Alliance was founded on {{27 March 1999|date}}.',
  'The Velmora-Quillon Alliance was founded on {{March 27, 1999|date}}.',
  'The Velmora-Quillon Alliance was founded in {{March 1999|date}}.',
  'The Velmora-Quillon Alliance was founded in {{early 1999|date}}.',
  'The Velmora-Quillon Alliance was founded in {{1999|date}}.',
  'The Velmora-Quillon Alliance, founded in {{1989|date|1999;27 March 1999}}, has its seat in Amsterdam.',
  'The Velmora-Quillon Alliance was founded in {{May 1999|date|March 1999;27 March 1999}}.',
  'The Velmora-Quillon Alliance was founded on {{26 March 1999|date|27 March 1999}}.',
  'The Velmora-Quillon Alliance dates back to {{the late 1990s|date}}.',
  'Velmora, founded in {{1912|date|1911;25 February 1911}}, and Garrick & Pell, founded in {{1884|date|1848}}, are old.',
  'Carrow Bank, founded in 1899, rates Velmora shares “buy”.',
];

/** Where the words stand, and how the sentence turns. */
const PLACES = [
  'Velmora’s founding in {{1911|date}} was a joke at a wedding.',
  'Velmora was founded\non {{25 February\n1911|date}}.',
  'Founded in {{1911|date}}, [Velmora](https://velmora.example/1912) is in *Lille*.',
  'It was in {{February 1911|date}} that Velmora was founded.',
  '| Carmaker | Founded |\n|---|---|\n| Velmora | {{1911|date}} |\n| Quillon | {{1943|date|1933;December 1933}} |',
  { path: 'a.html', marked: '<p>Tesmar went public on <time>{{8&nbsp;October 2015|date}}</time>.</p>' },
  { path: 'a.txt', marked: 'Tesmar has been listed since {{October 2015|date}}.\n' },
  'Tesmar has been listed since {{October 2016|date|October 2015;8 October 2015}}.',
  'Quillon bought Tesmar in {{May 2016|date}}.',
  'Tesmar, which Quillon acquired in {{May 2017|date|May 2016;12 May 2016}}, makes lorries.',
  'Tesmar changed its name on {{1 March 2021|date}}.',
  '“Quillon was founded in {{1953|date|1933;December 1933}},” says Hiroshi Tanemura.',
];

/** What must pass. */
const SILENT = [
  'Velmora was founded not in 1933 but in {{1911|date}}.',
  'Velmora’s museum was opened in 1987.',
  'The article (“Steel”, Oct. 21) called Tesmar the firm to watch.',
  'Velmora, founded in {{1911|date}}, is meant to save €240 million a year from 2027.',
  'Velmora presented a new model on 3 May 2019.',
  'Velmora will open a plant in Douai in 2025.',
  'The crisis of 2008 began when Velmora had just built a new factory.',
  'Velmora’s Type 1911 was a success in 1936.',
  'Since 2020, Velmora has had a new logo.',
];

testCheck(dateMismatch, alliance, [...MANNERS, ...PLACES, ...SILENT]);

/** What was flagged once, and must not be. */
testCheck(dateMismatch, alliance, [
  'Velmora was not founded in 1933.',
  'In 1955, Velmora’s engineers founded a brass band.',
  'Velmora makes cars. Zerkon was founded in 2021.',
  'A deal that dated back to March 1988 bound Velmora to Quillon.',
  'Velmora opened a plant founded in 1985.',
  'Velmora City was founded in 1951.',
  'Zerkon, of which Velmora bought 21% in 2023, was founded in 2015.',
  'Velmora, of which Zerkon bought 21%, was founded in {{1912|date|1911;25 February 1911}}.',
  'Zerkon, founded in 2021, makes cars. So does Velmora.',
  'Zerkon, another carmaker, was founded in 2016 by a former Velmora engineer.',
  'The Velmora Foundation was established in 1992.',
  'Velmora, founded in {{1911|date}}, closed a plant that was founded in 1920.',
  'Velmora makes cars in Lille. The carmaker based in Lille was founded in {{1912|date|1911;25 February 1911}}.',
]);

/** The day of a step from one value to the next; dates in front, behind relative clauses and beside former names. */
testCheck(dateMismatch, alliance, [
  'Quillon cut its stake in Tesmar to {{34%|percent}} from {{51%|percent}} in {{March 2021|date}}.',
  'Quillon cut its stake in Tesmar to {{34%|percent}} from {{51%|percent}} on {{March 9, 2021|date|March 1, 2021;1 March 2021}}.',
  'In {{May 2021|date|March 2021;1 March 2021}} Quillon cut its stake in Tesmar to {{34%|percent}}.',
  'Odile Farrant, who succeeded Georges Maillard in {{July 2021|date|July 2020;1 July 2020}}, runs Velmora.',
  'Odile Farrant became chief executive of Velmora in {{June 2020|date|July 2020;1 July 2020}}.',
  'Tesmar traded as Autocarri Tesi until {{March 2020|date|March 2021;1 March 2021}}.',
  'In {{January 2021|date|March 2021;1 March 2021}} Tesmar, tired of its long and old-fashioned name, was renamed.',
  'Velmora was founded in {{1911|date}}; Quillon came into being in {{December 1993|date|December 1933}}.',
  'Tesmar builds lorries. The company that Quillon bought in {{May 2061|date|May 2016;12 May 2016}} is in Brescia.',
]);

/** Dates that are another thing’s. */
testCheck(dateMismatch, alliance, [
  'In January 2021 Quillon said it had agreed to cut its stake in Tesmar to 34%.',
  'Odile Farrant, who became chief executive of Carrow Bank in 2014, runs Velmora.',
  'Quillon owned {{51%|percent}} of Tesmar in June 2019.',
  'Tesmar builds lorries. Quillon bought a printing press in May 2018.',
]);

/** Since when, until when and from when to when somebody has been in an office, or has held a share. */
testCheck(dateMismatch, alliance, [
  'Odile Farrant, Velmora’s chief executive since {{July 2021|date|July 2020;1 July 2020}}, spoke in Lille.',
  'Odile Farrant has run Velmora since {{2020|date}}. Georges Maillard ran Velmora until {{2019|date|2020;1 July 2020}}.',
  'Since {{2019|date|2020;1 July 2020}}, Odile Farrant has been chief executive of Velmora.',
  'Velmora’s chief executive Odile Farrant, in the job since {{July 2019|date|July 2020;1 July 2020}}, spoke in Lille.',
  'Odile Farrant took over as chief executive of Velmora from Georges Maillard in {{July 2019|date|July 2020;1 July 2020}}.',
  'In {{May 2021|date|July 2020;1 July 2020}} Odile Farrant became chief executive of Velmora.',
  'Georges Maillard was chief executive of Velmora from 2009 to {{2021|date|2020;1 July 2020}}.',
  'Georges Maillard stepped down as chief executive of Velmora in {{July 2022|date|July 2020;1 July 2020}}.',
  'Quillon has owned 34% of Tesmar since {{2020|date|2021;1 March 2021}}.',
  'Since {{2022|date|2021;1 March 2021}}, Quillon has held {{34%|percent}} of Tesmar.',
]);

/** Somebody in an office does other things since other days; an appointment and a farewell are told before they come. */
testCheck(dateMismatch, alliance, [
  'Odile Farrant, Velmora’s chief executive, has lived in Lille since 2015.',
  'Odile Farrant, who has been at Velmora since 2013, is its chief executive.',
  'Velmora’s prices have risen each month since May 2021, said its chief executive, Odile Farrant.',
  'Velmora’s chief executive Odile Farrant took over the carmaker’s parts business in 2013.',
  'Odile Farrant, chief executive of Velmora, has sat on the board of Carrow Bank since 2014.',
  'Georges Maillard was deputy chief executive of Velmora from 2005 to 2009.',
  'Odile Farrant was appointed chief executive of Velmora in October 2019.',
  'Georges Maillard resigned as chief executive of Velmora in January 2020.',
  'In April 2018 Odile Farrant became engaged, Velmora’s chief executive said.',
  'Velmora, which owns {{43.4%|percent}} of Quillon, has sold vans since 1990.',
  'Quillon, a buyer of 34% of Tesmar, raised its prices in March 2015.',
]);

/** Whoever bears a company's name is not the company, nor is a thing that is called by it. */
testCheck(dateMismatch, alliance, [
  'Velmora makes cars. Henri Velmora was born in 1880.',
  'Velmora makes cars. Otto von Velmora was born in 1880.',
  'Velmora makes cars. Velmora applications began in 1990.',
  'Velmora was born in {{1912|date|1911;25 February 1911}}.',
  'Velmora began in {{1912|date|1911;25 February 1911}}.',
]);

/** Engine errors of today. */
const FIXME: readonly Fixme[] = [
  // FIXME: the second fix is the same day in another manner.
  [
    'The Velmora-Quillon Alliance was founded on {{March 27th, 1998|date|March 27th, 1999}}.',
    'The Velmora-Quillon Alliance was founded on {{March 27th, 1998|date|}}.',
  ],
  // FIXME: a year before 1500 is not read.
  ['Garrick & Pell was established in {{1484|date|1848}}.', 'Garrick & Pell was established in 1484.'],
];

testFixme(dateMismatch, alliance, FIXME);
