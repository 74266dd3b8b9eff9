import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFacts } from '../../server/src/facts/readFacts.ts';

/** Reads, and touches everything that is worked out late. */
function readWhole(text: string): void {
  const { facts, problems } = readFacts(text, 'x');
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, character, length } of problems) {
    if (line === undefined || character === undefined) continue;
    assert.ok(line < lines.length && character <= (lines[line] as string).length, text);
    assert.ok((length ?? 0) >= 0);
  }
  for (const { location } of [...facts.entities.values(), ...facts.facts.values()])
    assert.ok(location.line >= 0);
  for (const fact of facts.facts.values()) {
    assert.ok(fact.values.length > 0 && facts.entities.has(fact.subject));
    assert.ok(fact.object === undefined || facts.entities.has(fact.object));
    for (const { sources } of fact.values) for (const id of sources) assert.ok(facts.sources.has(id));
  }
}

test('never throws on any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readWhole(text)));
});

test('never throws on any JSON', () => {
  fc.assert(fc.property(fc.json(), (text) => readWhole(text)));
});

const KEYS =
  'version sources entities relations facts remove extend id type name aliases misnomers formerNames value values from to also source subject object relation about a s x __proto__ constructor'.split(
    ' ',
  );
const leaf = fc.oneof(
  fc.constantFrom('a', 's', 'x', 'stake', 'company', '43%', '2002', '2010-04', 'Q1 2022', '', '1'),
  fc.constantFrom<unknown>(1, null, true, -0.5),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 8 }),
  ),
}));

test('never throws on JSON of the right words in the wrong places', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...KEYS), tree, { maxKeys: 9 }), (root) =>
      readWhole(JSON.stringify(root, undefined, 1)),
    ),
    { numRuns: 300 },
  );
});

const WHOLE =
  '{ "version": 1, /* c */ "sources": { "s": { "title": "t" } }, "entities": { "a": { "type": "other", "name": "A", "misnomers": [{ "text": "B" }] } }, "facts": [{ "id": "f", "subject": "a", "about": ["x"], "values": [{ "value": "43%", "from": "2002", }] }] } // c';

test('never throws on a file cut or changed anywhere', () => {
  for (let end = 0; end <= WHOLE.length; end++) readWhole(WHOLE.slice(0, end));
  const change = fc.tuple(
    fc.nat(WHOLE.length),
    fc.nat(3),
    fc.constantFrom('', '"', '{', ']', '\\', '/*', ',', '\u0000', '\ud800'),
  );
  fc.assert(
    fc.property(change, ([at, cut, put]) => readWhole(WHOLE.slice(0, at) + put + WHOLE.slice(at + cut))),
    { numRuns: 300 },
  );
});

test('nesting without end, and comments and commas where JSON has none', () => {
  for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), '"', '/*', '//', '/', '\\', '\ufeff{}'])
    readWhole(text);
  const { facts, problems } = readFacts(`\ufeff${WHOLE}`, 'x');
  assert.deepEqual(problems, []);
  assert.equal(facts.facts.size, 1);
});

test('a comma too many at the end is none, two are', () => {
  assert.deepEqual(readFacts('{ "version": 1, "facts": [], }', 'x').problems, []);
  assert.equal(readFacts('{ "version": 1, "facts": [,], }', 'x').problems.length > 0, true);
  assert.equal(readFacts('{ "version": 1,, }', 'x').problems.length > 0, true);
});
