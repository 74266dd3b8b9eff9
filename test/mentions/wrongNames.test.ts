import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanEntities } from '../../server/src/mentions/entities.ts';
import { buildGazetteer } from '../../server/src/mentions/gazetteer.ts';
import { draftOf, facts, mentionsOf } from './desk.ts';

const CASES: readonly (readonly [text: string, first: string])[] = [
  ['Velmora Motors rose', 'misnomer velmora «Velmora Motors» → Velmora'],
  ['VELMORA MOTORS RISES', 'misnomer velmora «VELMORA MOTORS» → VELMORA'],
  ['Velmora GmbH rose', 'misnomer velmora «Velmora GmbH» → Velmora SA | Velmora'],
  ['Velmora Inc. rose', 'wrong-legal-form velmora «Velmora Inc.» → Velmora SA | Velmora'],
  ['it sold Velmora AG. The rest', 'wrong-legal-form velmora «Velmora AG» → Velmora SA | Velmora'],
  ['Velmora S.p.A. rose', 'wrong-legal-form velmora «Velmora S.p.A.» → Velmora SA | Velmora'],
  ['Velmora A/S rose', 'wrong-legal-form velmora «Velmora A/S» → Velmora SA | Velmora'],
  [
    'Quillon Motor Corp said',
    'wrong-legal-form quillon «Quillon Motor Corp» → Quillon Motor Co | Quillon Motor Co Ltd | Quillon Motor | Quillon',
  ],
  [
    'Quillon Motor Inc. said',
    'wrong-legal-form quillon «Quillon Motor Inc.» → Quillon Motor Co | Quillon Motor Co., Ltd. | Quillon Motor | Quillon',
  ],
  ["the Baker's Union", "misnomer bakers «Baker's Union» → Bakers' Union"],
  ['Norkraft Energi rose', 'near-miss ostrand «Norkraft Energi» → Ostrandia'],
  ['formerly Norrkraft Enregi', 'near-miss ostrand «Norrkraft Enregi» → Norrkraft Energi | Ostrandia'],
  [
    'Lumiere Optique GmbH é',
    'near-miss lemaire «Lumiere Optique GmbH» → Lumière Optique SA | Lumière Optique',
  ],
  ['Lumière Optique, S.A., rose', 'correct lemaire «Lumière Optique, S.A.»'],
  ['Norrkraft Energi rose', 'former-name ostrand «Norrkraft Energi» → Ostrandia'],
  ['Norrkraft Energi, as it was then called, rose', 'correct ostrand «Norrkraft Energi»'],
  ['formerly Norrkraft Energi', 'correct ostrand «Norrkraft Energi»'],
  ['when it was still called Norrkraft Energi', 'correct ostrand «Norrkraft Energi»'],
  ['Pell & Marow opened', 'near-miss pell «Pell & Marow» → Pell & Marrow'],
  ['Ostrnadia ASA rose', 'near-miss ostrand «Ostrnadia ASA» → Ostrandia ASA | Ostrandia'],
  ['Ostranddia rose', 'near-miss ostrand «Ostranddia» → Ostrandia'],
  ['Quillon Moter rose', 'near-miss quillon «Quillon Moter» → Quillon Motor | Quillon'],
  ['Velmora and Quilon', 'correct velmora «Velmora»'],
  ['Velmroa rose, then Velmora fell', 'near-miss velmora «Velmroa» → Velmora'],
  ['Velmroa rose', 'near-miss? velmora «Velmroa» → Velmora'],
];

for (const [text, first] of CASES) test(text, () => assert.equal(mentionsOf(text)[0], first));

const SOMEBODY_ELSE = [
  'Kenji Ostrandic saw Ostrandic, a greengrocer.',
  'Mr Ostrandja came',
  'P. Ostrandja came',
  'Harriet Ostrandja came',
  'the Ostrandian coast',
  'Two Ostrandias',
  'Sir Ostrandja. Later Ostrandja sang.',
];
for (const text of SOMEBODY_ELSE) {
  test(`nobody's slip: ${text}`, () => {
    const certain = scanEntities(draftOf(text), buildGazetteer(facts)).filter((mention) => mention.certain);
    assert.deepEqual(certain, []);
  });
}

test('a former name is right before its day', () => {
  const draft = { ...draftOf('Norrkraft Energi rose'), asOf: { year: 2021, month: 4, day: 30 } };
  assert.equal(scanEntities(draft, buildGazetteer(facts))[0]?.form, 'correct');
});

test('a wrong name keeps the line break of the draft', () => {
  assert.equal(mentionsOf('Pell &\nMarow opened')[0], 'near-miss pell «Pell &\nMarow» → Pell &\nMarrow');
});

test('every single slip in a long name is caught', () => {
  const name = 'Ostrandia';
  for (let at = 2; at < name.length - 2; at++) {
    const lost = name.slice(0, at) + name.slice(at + 1);
    assert.match(mentionsOf(`Ostrandia met ${lost} there`)[1] ?? '', /^near-miss ostrand/, lost);
  }
});
