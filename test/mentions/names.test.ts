import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanEntities } from '../../server/src/mentions/entities.ts';
import { scanNames } from '../../server/src/mentions/names.ts';
import { draftOf, gazetteer, mentionsOf, problems } from './desk.ts';

test('the facts of these tests are sound', () => assert.deepEqual(problems, []));

const RIGHT: readonly (readonly [text: string, ...mentions: string[]])[] = [
  ['Velmora rose.', 'correct velmora «Velmora»'],
  ["Velmora's stake", 'correct velmora «Velmora»'],
  ['Velmora’s stake', 'correct velmora «Velmora»'],
  ['Velmora SA rose', 'correct velmora «Velmora SA»'],
  ['Velmora S.A. rose', 'correct velmora «Velmora S.A.»'],
  ['Quillon Motor Co., Ltd. said', 'correct quillon «Quillon Motor Co., Ltd.»'],
  ['Quillon Motor Co Ltd said', 'correct quillon «Quillon Motor Co Ltd»'],
  ['Quillon\u00a0Motor\nsaid', 'correct quillon «Quillon\u00a0Motor»'],
  ['a deal by Quillon. Motor shows are', 'correct quillon «Quillon»'],
  ['Pell and Marrow opened', 'correct pell «Pell and Marrow»'],
  ['PELL & MARROW OPENS SHOP', 'correct pell «PELL & MARROW»'],
  ['VELMORA SELLS STAKE', 'correct velmora «VELMORA»'],
  ['the Bakers’ Union said', 'correct bakers «Bakers’ Union»'],
  ['Velmora-owned plants', 'correct velmora «Velmora»'],
  ['the Velmora–Quillon Alliance', 'correct alliance «Velmora–Quillon Alliance»'],
  ['sunGrid said; SunGrid', 'correct sungrid «sunGrid»', 'near-miss sungrid «SunGrid» → sunGrid'],
  ['SunGrid said so.', 'correct sungrid «SunGrid»'],
  ['Lumiere Optique opened', 'correct lemaire «Lumiere Optique»'],
  ['Mr Dorrin denies it', 'correct dorrin «Dorrin»'],
];

const SILENT = [
  'velmora in small letters',
  'the old Velmoras',
  'Velmorata is a town',
  'He lives in Velmora Street.',
  'Mr Velmora came',
  'Dame Harriet Velmora came',
  'J. Velmora wrote',
  'A kestrel hovers. The Kestrel is a bird.',
  'Kestrel numbers fell.',
  'ANCHORS AWAY, KESTREL DOWN',
];

for (const [text, ...mentions] of RIGHT) test(text, () => assert.deepEqual(mentionsOf(text), mentions));
for (const text of SILENT) test(`no name: ${text}`, () => assert.deepEqual(mentionsOf(text), []));

test('an ambiguous name counts where the full one stands too', () => {
  const [full, first, second] = mentionsOf(
    'Kestrel Bank grew. In May Kestrel fell. Kestrel said so. A Kestrel flew.',
  );
  assert.deepEqual(
    [full, first, second],
    ['correct kestrel «Kestrel Bank»', 'ambiguous kestrel «Kestrel»', 'ambiguous kestrel «Kestrel»'],
  );
  assert.equal(mentionsOf('Kestrel Bank grew. A Kestrel flew. Heath Kestrel sang.').length, 1);
  assert.deepEqual(mentionsOf('Shares of Kestrel plc rose'), ['ambiguous kestrel «Kestrel plc»']);
});

test('an ambiguous name counts among others of its trade, once it acts as a firm', () => {
  const named = (text: string) => mentionsOf(text).filter((it) => it.includes('falcon'));
  assert.deepEqual(named('Velmora grew. Falcon, founded in 1903, fell. Falcon said so.').length, 2);
  assert.deepEqual(named('It rained. Falcon, founded in 1903, fell. Falcon said so.'), []);
  assert.deepEqual(named('Velmora grew. Falcon is a lake. Heath Falcon said so.'), []);
});

test('people and places of facts; the family name only where the full one stands too', () => {
  const stated = scanNames(draftOf('Farrant in Lille. Odile Farrant spoke, Ms Farrant left.'), gazetteer);
  assert.deepEqual(
    stated.map(({ span, value }) => [span.start, value.name]),
    [
      [0, 'Odile Farrant'],
      [11, 'Lille'],
      [18, 'Odile Farrant'],
      [42, 'Odile Farrant'],
    ],
  );
  assert.deepEqual(scanNames(draftOf('Ms Farrant left.'), gazetteer), []);
});

test('a name that goes on in capitals is another’s; not in a headline, nor before an office', () => {
  const named = (text: string) => scanEntities(draftOf(text), gazetteer).map(({ entity }) => entity);
  assert.deepEqual(named('The chemist Velmora Chemical said that it makes paint.'), []);
  assert.deepEqual(named('On Monday the shipyard HD Velmora said that it builds ships.'), []);
  assert.deepEqual(named('On Monday Velmora President Odile Farrant said that it makes vans.'), ['velmora']);
  assert.deepEqual(named('Velmora Raises Its Outlook'), ['velmora']);
});
