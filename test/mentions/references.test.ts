import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReferences } from '../../server/src/mentions/coreference.ts';
import { scanEntities } from '../../server/src/mentions/entities.ts';
import { draftOf, facts, gazetteer } from './desk.ts';

/** `words → entities` of all references in a text. */
function referencesOf(text: string, path?: string): readonly string[] {
  const draft = draftOf(text, path);
  return findReferences(draft, scanEntities(draft, gazetteer), facts).map(
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
