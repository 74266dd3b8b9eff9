import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFact, EMPTY_FACTS } from '../../server/src/project/addFact.ts';

const fact = { id: 'a-founded', subject: 'a', relation: 'founded', value: '1999', source: 's' };

const ENTRY = '{ "id": "a-founded", "subject": "a", "relation": "founded", "value": "1999", "source": "s" }';
const LAYOUTS: readonly (readonly [string, string, string])[] = [
  [
    'behind a trailing comma and a comment, with tabs and CR LF',
    '{\r\n\t// ours\r\n\t"facts": [\r\n\t\t{ "id": "b" }, // kept\r\n\t]\r\n}\r\n',
    `{\r\n\t// ours\r\n\t"facts": [\r\n\t\t{ "id": "b" }, // kept\r\n\t\t${ENTRY},\r\n\t]\r\n}\r\n`,
  ],
  [
    'behind a comment without a comma',
    '{\n  "facts": [\n    { "id": "b" } /* b, and */ // more\n  ]\n}',
    `{\n  "facts": [\n    { "id": "b" }, /* b, and */ // more\n    ${ENTRY}\n  ]\n}`,
  ],
  ['into a list of one line', '{ "facts": [{ "id": "b" }] }', `{ "facts": [{ "id": "b" },\n  ${ENTRY}] }`],
];
for (const [name, text, expected] of LAYOUTS) {
  test(`a fact is added ${name}`, () => assert.deepEqual(addFact(text, { fact }), { text: expected }));
}

test('where there are no facts yet, and only a comment', () => {
  const added = addFact('{\n  "facts": [\n    // none yet\n  ]\n}\n', { fact: { ...fact, about: ['b'] } });
  assert.ok('text' in added);
  assert.match(
    added.text,
    /^\{\n {2}"facts": \[\n {4}\/\/ none yet\n {4}\{\n {6}"id": "a-founded",\n[\s\S]*\n {4}\}\n {2}\]\n\}\n$/,
  );
});

test('into a file with nothing in it but its version', () => {
  const added = addFact('{ "version": 1 }', { fact, source: { id: 's', title: 'S' } });
  assert.ok('text' in added);
  assert.deepEqual(Object.keys(JSON.parse(added.text)), ['version', 'sources', 'facts']);
});

test('into an empty file, with its source and its dates', () => {
  const added = addFact(EMPTY_FACTS, {
    fact: { ...fact, from: '2020', to: '2021' },
    source: { id: 's', title: 'Report', url: 'https://example.com' },
    entity: { id: 'a', type: 'company', name: 'A' },
  });
  assert.ok('text' in added);
  assert.deepEqual(JSON.parse(added.text), {
    version: 1,
    sources: { s: { title: 'Report', url: 'https://example.com' } },
    entities: { a: { type: 'company', name: 'A' } },
    facts: [
      {
        id: 'a-founded',
        subject: 'a',
        relation: 'founded',
        values: [{ value: '1999', from: '2020', to: '2021', source: 's' }],
      },
    ],
  });
});

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['{ "facts": [{ "id": "a-founded" }] }', /there is a fact “a-founded” already/],
  ['{ "facts": {} }', /no list/],
  ['{ "facts": [', /not valid JSON/],
  ['[]', /not valid JSON/],
];
for (const [text, problem] of REFUSED) {
  test(`${text} is left as it is`, () => assert.match(JSON.stringify(addFact(text, { fact })), problem));
}
