import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slipOf } from '../../server/src/mentions/distance.ts';
import { hasEdges, makeEdges } from '../../server/src/mentions/slipEdges.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** Names of many lengths, with letters that come twice side by side, and one as long as any. */
const NAMES = ['orsan', 'hayase', 'kolumna', 'courvelle', 'aabbccdd', 'zzzzz', `${'ab'.repeat(15)}cd`];
/** First letters are believed to be wrong in words of seven letters and more only, where they are replaced. */
const LONG_WORD = 7;

for (const name of NAMES) {
  test(`every word that is one slip away from ${name} is let through`, () => {
    const edges = makeEdges([name]);
    const slips = [...slipsOf(name)].filter((word) => {
      const slip = slipOf(word, name);
      return slip && (slip.at > 0 || (slip.kind === 'replaced' && name.length >= LONG_WORD));
    });
    assert.ok(slips.length > 100);
    assert.deepEqual(
      slips.filter((word) => !passes(edges, word)),
      [],
    );
  });
}

test('words that are like no name are kept out', () => {
  const edges = makeEdges(NAMES);
  const strange = ['Reuters', 'January', 'company', 'Secretary', 'Washington', 'Federal', 'quarter'];
  assert.deepEqual(
    strange.filter((word) => passes(edges, word.toLowerCase())),
    [],
  );
});

function passes(edges: ReturnType<typeof makeEdges>, word: string): boolean {
  const letters = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  return hasEdges(edges, letters, letters.length);
}

function* slipsOf(name: string): Iterable<string> {
  for (let at = 0; at <= name.length; at++) {
    const before = name.slice(0, at);
    const behind = name.slice(at + 1);
    for (const letter of ALPHABET) {
      yield before + letter + name.slice(at);
      if (at < name.length) yield before + letter + behind;
    }
    if (at < name.length) yield before + behind;
    if (at + 1 < name.length) yield before + name[at + 1]! + name[at]! + name.slice(at + 2);
  }
}
