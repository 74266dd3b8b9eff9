import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInRelations } from '../../server/src/facts/relations.ts';
import { isFactKind } from '../../server/src/facts/understand.ts';

/** As in the format's table. */
const BY_KIND = {
  percent: 'stake voting-rights market-share growth operating-margin profit-margin job-cuts tariff share-of',
  date: 'founded listed renamed acquired merged agreement announced completed meeting appointed resigned arrested launched ended',
  name: 'chief-executive chair president finance-chief headquarters country',
  amount: 'price revenue investment',
  count: 'employees jobs deliveries',
};

for (const [kind, ids] of Object.entries(BY_KIND)) {
  test(`the ${kind} relations`, () => {
    const found = [...builtInRelations.values()].filter((relation) => relation.kind === kind);
    assert.deepEqual(found.map(({ id }) => id).sort(), ids.split(' ').sort());
  });
}

test('every relation has cues, each once and clean', () => {
  for (const { id, cues, kind } of builtInRelations.values()) {
    assert.ok(isFactKind(kind), id);
    assert.ok(cues.length > 0, id);
    assert.equal(new Set(cues).size, cues.length, id);
    for (const cue of cues) assert.equal(cue, cue.trim().replace(/\s+/g, ' '), id);
  }
});
