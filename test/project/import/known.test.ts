import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFactsFile } from '../../../server/src/facts/read.ts';
import { MANY_NAMES } from '../../../server/src/mentions/forms.ts';
import { knownIn } from '../../../server/src/project/import/known.ts';
import { compileInMemory } from '../../../server/src/project/index/compileInMemory.ts';
import { joinLayers } from '../../../server/src/project/index/joinLayers.ts';

/** A register of so many firms that it is compiled, with two that share a short name. */
const entities = Object.fromEntries(
  Array.from({ length: MANY_NAMES + 10 }, (_, index) => [
    `firm-${index}`,
    { type: 'company', name: `Kestrel${index} Optik` },
  ]),
);
const register = {
  version: 1,
  entities: {
    ...entities,
    orsa: { type: 'company', name: 'Orsa', legalName: 'Orsa AG', ticker: 'XETRA:ORS' },
    'hayase-a': { type: 'company', name: 'Hayase Motor', ambiguous: ['Hayase'] },
    'hayase-b': { type: 'company', name: 'Hayase Steel', ambiguous: ['Hayase'] },
  },
};
const read = readFactsFile(JSON.stringify(register), 'register.facts.json');
const { facts } = joinLayers([compileInMemory(read.layer, read.problems).layer]);
const known = knownIn(facts);

test('entities of a compiled register are known by their names, though none of them is held', () => {
  assert.equal(facts.held.has('orsa'), false);
  assert.equal(known.entityOf('Orsa')?.id, 'orsa');
  assert.equal(known.entityOf('Orsa AG')?.id, 'orsa');
  assert.equal(known.entityOf('Kestrel7 Optik')?.id, 'firm-7');
  assert.equal(known.entityOf('Hayase'), undefined);
  assert.equal(known.entityOf('Nobody'), undefined);
  assert.equal(known.ownerOf('Orsa AG'), 'orsa');
  assert.equal(known.ownerOf('Orsa GmbH'), undefined);
  assert.equal(known.entityByTicker('ORS')?.id, 'orsa');
});
