import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addEntry, EMPTY_FACTS_FILE, type NewEntries } from '../../server/src/facts/edit.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const FACT = { id: 'g', subject: 'a', about: ['y'], value: '2%' };
const FACT_LINE = '{ "id": "g", "subject": "a", "about": ["y"], "value": "2%" }';
const SOURCE = { id: 't', entry: { title: 'T' } };

const ADDED: readonly (readonly [name: string, text: string, entries: NewEntries, edited: string])[] = [
  [
    'a new file',
    '',
    { fact: FACT },
    `{\n  "version": 1,\n  "sources": {},\n  "entities": {},\n  "facts": [\n    ${FACT_LINE}\n  ]\n}\n`,
  ],
  [
    'behind the last',
    '{\n "facts": [\n  {}\n ]\n}',
    { fact: FACT },
    `{\n "facts": [\n  {},\n  ${FACT_LINE}\n ]\n}`,
  ],
  [
    'below a comment on the last',
    '{\n "facts": [\n  {} // c\n ]\n}',
    { fact: FACT },
    `{\n "facts": [\n  {}, // c\n  ${FACT_LINE}\n ]\n}`,
  ],
  [
    'after a trailing comma',
    '{\n "facts": [\n  {}, // c\n  // d\n ],\n}',
    { fact: FACT },
    `{\n "facts": [\n  {}, // c\n  ${FACT_LINE},\n  // d\n ],\n}`,
  ],
  [
    'behind two comments on the last',
    '{\n  "facts": [\n    {} /* b, and */ // more\n  ]\n}',
    { fact: FACT },
    `{\n  "facts": [\n    {}, /* b, and */ // more\n    ${FACT_LINE}\n  ]\n}`,
  ],
  [
    'where there is only a comment',
    '{\n  "facts": [\n    // none yet\n  ]\n}\n',
    { fact: FACT },
    `{\n  "facts": [\n    // none yet\n    ${FACT_LINE}\n  ]\n}\n`,
  ],
  ['all in one line', '{"facts":[{}]}', { fact: FACT }, `{"facts":[{}, ${FACT_LINE}]}`],
  [
    'tabs and CRLF',
    '{\r\n\t"sources": {\r\n\t\t"s": {}\r\n\t}\r\n}',
    { source: SOURCE },
    '{\r\n\t"sources": {\r\n\t\t"s": {},\r\n\t\t"t": { "title": "T" }\r\n\t}\r\n}',
  ],
  [
    'as the last is laid out',
    '{\n  "sources": {\n    "s": {\n      "title": "S"\n    }\n  }\n}',
    { source: SOURCE },
    '{\n  "sources": {\n    "s": {\n      "title": "S"\n    },\n    "t": {\n      "title": "T"\n    }\n  }\n}',
  ],
  [
    'a section that is missing',
    '{\n  "version": 1 // c\n}\n',
    { source: SOURCE },
    '{\n  "version": 1, // c\n  "sources": {\n    "t": { "title": "T" }\n  }\n}\n',
  ],
  [
    'an empty object',
    '// {\n{}',
    { source: SOURCE },
    '// {\n{\n  "sources": {\n    "t": { "title": "T" }\n  }\n}',
  ],
  [
    'an empty section with a comment',
    '{\n  "sources": { // none\n  }\n}',
    { source: SOURCE },
    '{\n  "sources": { // none\n    "t": { "title": "T" }\n  }\n}',
  ],
];

for (const [name, text, entries, edited] of ADDED) {
  test(name, () => assert.deepEqual(addEntry(text, entries), { text: edited }));
}

const HELD = `{ "version": 1, "sources": { "s": { "title": "S" } },
  "entities": { "a": { "type": "other", "name": "A", "aliases": ["Ay"] } },
  "facts": [{ "id": "f", "subject": "a", "relation": "founded", "value": "1999" }] }`;

const REFUSED: readonly (readonly [text: string, entries: NewEntries, problem: RegExp])[] = [
  [HELD, { source: { id: 's', entry: {} } }, /There is a source “s” already/],
  [HELD, { entities: [{ id: 'a', entry: {} }] }, /There is an entity “a” already/],
  [HELD, { entities: [{ id: 'b', entry: { name: 'Ay' } }] }, /“Ay” is a name of the entity “a” already/],
  [HELD, { fact: { ...FACT, id: 'f' } }, /There is a fact “f” already/],
  [
    HELD,
    { fact: { id: 'g', subject: 'a', relation: 'founded', value: '2000' } },
    /The fact “f” says this already/,
  ],
  [HELD, {}, /nothing to add/],
  [HELD, { fact: { ...FACT, id: ' ' } }, /must not be empty/],
  ['{ "facts": [ }', { fact: FACT }, /not valid JSON/],
  ['[]', { fact: FACT }, /holds no object/],
  ['{ "facts": {} }', { fact: FACT }, /“facts” is not a list/],
  ['{ "sources": [] }', { source: SOURCE }, /“sources” is not an object/],
];

for (const [text, entries, problem] of REFUSED) {
  test(`refused: ${problem.source}`, () => {
    const edited = addEntry(text, entries);
    assert.match('problem' in edited ? edited.problem : 'added', problem);
  });
}

test('all of three at once, and the file reads without a problem', () => {
  const edited = addEntry(EMPTY_FACTS_FILE, {
    source: SOURCE,
    entities: [{ id: 'a', entry: { type: 'company', name: 'Alpha', source: 't' } }],
    fact: { ...FACT, source: 't' },
  });
  assert.ok('text' in edited);
  const { facts, problems } = readFacts(edited.text);
  assert.deepEqual(problems, []);
  assert.equal(facts.facts.get('g')?.values[0]?.sources[0], 't');
});

test('what was there is there afterwards, whatever the layout, and the new entry too', () => {
  const json = fc.record(
    {
      version: fc.constant(1),
      title: fc.string(),
      sources: fc.dictionary(fc.string({ minLength: 1 }), fc.record({ title: fc.string() }), { maxKeys: 3 }),
      facts: fc.array(fc.record({ id: fc.string(), note: fc.string() }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(json, fc.constantFrom<string | number | undefined>(undefined, 2, '\t'), (root, space) => {
      fc.pre(!Object.hasOwn(root.sources ?? {}, 't') && !root.facts?.some(({ id }) => id === 'g'));
      const edited = addEntry(JSON.stringify(root, undefined, space), { source: SOURCE, fact: FACT });
      assert.ok('text' in edited);
      const expected = JSON.parse(JSON.stringify(root));
      expected.sources = { ...expected.sources, t: SOURCE.entry };
      expected.facts = [...(expected.facts ?? []), FACT];
      assert.deepEqual(JSON.parse(edited.text), expected);
    }),
  );
});
