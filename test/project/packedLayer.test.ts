import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mergeLayers } from '../../server/src/facts/layers.ts';
import { readFactsFile } from '../../server/src/facts/read.ts';
import { packLayer, unpackLayer } from '../../server/src/project/packedLayer.ts';

const OWN = `{
  "version": 1,
  "title": "Zoë’s desk",
  "sources": { "s": { "title": "日産", "published": "2023-01-30" } },
  "entities": { "a": { "type": "company", "name": "A" } },
  "relations": { "share": { "kind": "percent", "cues": ["share of cells"] }, "stake": { "cues": ["slice"] } },
  "facts": [
    { "id": "f", "subject": "a", "relation": "share", "value": "43%", "source": "s", "tolerance": "1 point" },
    { "id": "g", "subject": "a", "about": ["cells"], "values": [{ "value": "1", "to": "2020" }, { "value": "2", "from": "2020" }] }
  ],
  "remove": ["x"],
  "extend": { "b": { "aliases": ["B"] } }
}`;
const bundled = readdirSync('server/facts').filter((name) => name.endsWith('.facts.json'));
const files: readonly (readonly [string, string])[] = [
  ['own', OWN],
  ...bundled.map((name) => [name, readFileSync(`server/facts/${name}`, 'utf8')] as const),
];

for (const [name, text] of files) {
  test(`${name} is the same when it was packed`, () => {
    const { layer } = readFactsFile(text, name);
    const unpacked = unpackLayer(packLayer(layer), name);
    assert.deepEqual(plain(mergeLayers([unpacked]).facts), plain(mergeLayers([layer]).facts));
    assert.deepEqual(
      plain([unpacked.remove, unpacked.extend, unpacked.title]),
      plain([layer.remove, layer.extend, layer.title]),
    );
  });
}

test('a packed layer is ASCII', () => {
  assert.doesNotMatch(packLayer(readFactsFile(OWN, 'own').layer), /[^\u0020-\u007e]/);
});

/** Maps as lists, and places that are worked out when asked for as plain ones. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, it) => (it instanceof Map ? [...it] : it)));
}
