import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import { scanNameHits } from '../../server/src/mentions/entities.ts';
import { buildGazetteer } from '../../server/src/mentions/gazetteer.ts';
import { readDraft } from '../../server/src/text/readDraft.ts';
import { AS_OF } from '../support/testCheck.ts';

const SMALL = `{ "version": 1, "entities": {
  "tarn": { "type": "company", "name": "Tarnover Steel" } } }`;
const LARGE = `{ "version": 1, "entities": {
  "kaltenburg": { "type": "company", "name": "Kaltenburg Foods", "misnomers": ["Kaltenburg Food"] },
  "prairie": { "type": "company", "name": "Prairie Wings" } },
  "facts": [{ "id": "k", "subject": "kaltenburg", "relation": "chief-executive", "value": "Ann Abelsen" }] }`;

const { facts } = readFacts([
  { path: 'small', text: SMALL },
  { path: 'large', text: LARGE },
]);

/** What a file with more than one entity counts as a crowd finds, as «form entity». */
function found(text: string): readonly string[] {
  const draft = readDraft({ path: 'a.txt', text }, { asOf: AS_OF });
  const { entities } = scanNameHits(draft, buildGazetteer(facts, { manyNames: 1 }));
  return entities.map(({ form, entity }) => `${form} ${entity}`);
}

test('a slip of one of very many names in a file counts only beside the right name', () => {
  assert.deepEqual(found('Kaltenberg Foods grew, and so did PrairieWings.'), []);
  assert.deepEqual(
    found('Kaltenburg Foods grew. Kaltenberg Foods said so. Prairie Wings fell; PrairieWings bought it.'),
    ['correct kaltenburg', 'near-miss kaltenburg', 'correct prairie', 'near-miss prairie'],
  );
});

test('what is listed of very many names counts as ever', () => {
  assert.deepEqual(found('Kaltenburg Food grew.'), ['misnomer kaltenburg']);
});

test('slips of the names in a small file beside a large one count as ever', () => {
  assert.deepEqual(found('Tarnovr Steel grew.'), ['near-miss tarn']);
});
