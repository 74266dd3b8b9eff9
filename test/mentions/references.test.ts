import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReferences } from '../../server/src/mentions/coreference.ts';
import { scanEntities } from '../../server/src/mentions/entities.ts';
import { readHead } from '../../server/src/mentions/head.ts';
import { draftOf, facts, gazetteer } from './desk.ts';

/** `words → entities` of all references in a text. */
function referencesOf(text: string, path?: string): readonly string[] {
  const draft = draftOf(text, path);
  const head = () => readHead(draft, gazetteer);
  return findReferences(draft, scanEntities(draft, gazetteer), facts, head).map(
    ({ span, entities }) => `${draft.prose.text.slice(span.start, span.end)} → ${entities.join(' ')}`,
  );
}

const CASES: readonly (readonly [text: string, ...references: string[]])[] = [
  ['Velmora sold shares. It cut its stake.', 'It → velmora', 'its → velmora'],
  ['Velmora holds 5% of Quillon. It wants more.', 'It → velmora quillon'],
  ['Velmora grew, but Quillon said it fell.', 'it → quillon velmora'],
  ['In its results, Velmora named a figure.', 'its → velmora'],
  ['Profit fell because of the stake in Velmora. Quillon rose. It paid.', 'It → quillon velmora'],
  ['Velmora met Quillon. The Japanese carmaker paid.', 'The Japanese carmaker → quillon'],
  ['Velmora met Quillon. The Lille-based carmaker paid.', 'The Lille-based carmaker → velmora'],
  ['Velmora met Quillon. The carmaker paid.', 'The carmaker → velmora quillon'],
  ['Velmora met its Japanese partner Quillon.', 'its → velmora'],
  ['Velmora met Quillon and its French partner', 'its → velmora quillon'],
  ['Quillon met Velmora. The 20-year-old alliance holds.', 'The 20-year-old alliance → alliance'],
  ["Pell & Marrow grew. The grocer's sales rose.", 'The grocer → pell'],
  ['Aldo Dorrin left Velmora. He denies it.', 'He → dorrin', 'it → velmora'],
  ['“We grew,” said Odile Farrant. Velmora fell.', 'We → velmora'],
  ['Quillon grew. "Our sales rose," said a manager of Velmora, who left.', 'Our → velmora'],
  ['Last week we wrote of Velmora.'],
  ['The bank sector fell, said Kestrel Bank.'],
  ['It rained. The carmaker slept.'],
  [
    'Velmora grew. Zerkon kept its outlook. The carmaker, founded in 2009, and its chief left.',
    'its → ?',
    'The carmaker → ?',
    'its → ?',
  ],
  ['Velmora grew. Quillon bought Zerkon, founded by Jo Bell in 2021, its chief executive.', 'its → ?'],
  [
    'Velmora grew. Heath, founded in 1907, kept quiet. The 117-year-old carmaker left.',
    'The 117-year-old carmaker → ?',
  ],
  ['Velmora grew. CEO Laura Tackett likes it. The carmaker paid.', 'it → velmora', 'The carmaker → velmora'],
  ['Velmora grew. Farrant said the carmaker paid.', 'the carmaker → velmora'],
  ['Velmora grew. Zerkon fell. The French carmaker paid.', 'The French carmaker → velmora'],
  ['Zerkon, which Velmora founded, fell. The company paid.', 'The company → ?'],
  ['Velmora grew. Nobody left Zerkon, a maker of vans. Its chief stayed.', 'Its → ?'],
  ['Velmora grew. The Zurich private bank fell. Its chief left.', 'The Zurich private bank → ?', 'Its → ?'],
  ['Velmora grew. The Zurich-based bank fell. Its chief left.', 'Its → velmora'],
  ['KOBE, May 2 – Velmora grew. It paid.', 'It → velmora'],
  ['Velmora grew in\nEurope. It paid.', 'It → velmora'],
];
for (const [text, ...references] of CASES) test(text, () => assert.deepEqual(referencesOf(text), references));

test('a press release speaks for its firm', () => {
  const text = 'PRESS RELEASE\n\nVelmora opens a plant.\n\nWe expect growth.\n';
  assert.deepEqual(referencesOf(text), ['We → velmora']);
});

test('an interview asks «you» and is answered by «we»', () => {
  const text = 'Velmora has a new chief.\n\nAre you afraid?\n\nNo. We grew.\n\nWill you buy more?\n\nYes.\n';
  assert.deepEqual(referencesOf(text), ['you → velmora', 'We → velmora', 'you → velmora']);
});

test('the heading carries where nothing nearer does', () => {
  assert.deepEqual(referencesOf('# Velmora\n\nThe company sold a plant.\n', 'a.md'), [
    'The company → velmora',
  ]);
});

const LETTERS: readonly (readonly [text: string, ...references: string[]])[] = [
  ['Dear shareholder,\n\nOur share in Quillon fell.\n\nVelmora paid.\n', 'Our → velmora'],
  ['Dear shareholder,\n\nQuillon and Quillon.\n\nWe bought 5% of Quillon.\n'],
  ["From the chair of the Bakers' Union\n\nDear member,\n\nQuillon rose. We met Quillon.\n", 'We → bakers'],
  ['Dear member,\n\nQuillon rose. We paid.\n\nA. Bell\nChief Executive, Velmora\n', 'We → velmora'],
  ['Dear member,\n\nQuillon rose. We paid.\n\nOdile Farrant\n', 'We → velmora'],
  [
    'Dear member,\n\nVelmora met Quillon. This carmaker is ours.\n\nOdile Farrant\n',
    'This carmaker → velmora quillon',
    'ours → velmora',
  ],
  [
    '---\ntitle: To the owners of Velmora SA\n---\nDear shareholder,\n\nWe fell. Quillon rose.\n',
    'We → velmora',
  ],
  ['PRESS RELEASE\n\nQuillon met Velmora.\n\nAbout Velmora. We make cars.\n', 'We → velmora'],
];
for (const [text, ...references] of LETTERS)
  test(text, () => assert.deepEqual(referencesOf(text, 'a.md'), references));

test('an interview asks whom it presents; the questions need no question mark', () => {
  const text =
    'Odile Farrant runs Velmora. We met.\n\n**Are you afraid of Quillon?**\n\nNo. We grew, and I slept.\n\n' +
    '**Your rival Quillon grew.**\n\nLet Quillon grow. You see, I sleep.\n\n**Still?**\n\nYes.\n';
  assert.deepEqual(referencesOf(text, 'a.md'), ['you → velmora', 'We → velmora', 'Your → velmora']);
});

test('«all of them» are things', () => {
  assert.deepEqual(referencesOf('Velmora sold ships, all of them old. We own a bit of them.'), [
    'them → velmora',
  ]);
});
