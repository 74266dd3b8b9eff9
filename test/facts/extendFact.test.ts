import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const BELOW = {
  version: 1,
  sources: { register: { title: 'Register' } },
  entities: { orsa: { type: 'company', name: 'Orsa' }, hayase: { type: 'company', name: 'Hayase' } },
  facts: [
    {
      id: 'orsa-stake-in-hayase',
      subject: 'orsa',
      relation: 'stake',
      object: 'hayase',
      values: [
        { value: '43.4%', to: '2023-11-08', source: 'register' },
        { value: '15%', from: '2023-11-08', source: 'register' },
      ],
      note: 'as published',
      reviewBy: '2024-06-30',
    },
  ],
};

/** A layer over it that adds values. */
function adding(...values: readonly object[]) {
  return [
    {
      id: 'orsa-stake-in-hayase',
      subject: 'orsa',
      relation: 'stake',
      object: 'hayase',
      values,
      extend: true,
    },
  ];
}

function read(...layers: readonly object[]) {
  const texts = layers.map((layer, index) => ({
    path: `${index}.facts.json`,
    text: JSON.stringify(layer, undefined, 1),
  }));
  const { facts, problems } = readFacts(texts);
  const fact = facts.facts.get('orsa-stake-in-hayase');
  return {
    problems: problems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
    values: fact?.values.map(({ text, fromText, toText, location }) => [
      text,
      fromText,
      toText,
      location.path,
    ]),
    fact,
  };
}

test('a layer adds values to a fact below, which keeps its own', () => {
  const { problems, values, fact } = read(BELOW, {
    version: 1,
    facts: adding({ value: '14%', from: '2025-06-01' }),
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(values, [
    ['43.4%', undefined, '2023-11-08', '0.facts.json'],
    ['15%', '2023-11-08', '2025-06-01', '0.facts.json'],
    ['14%', '2025-06-01', undefined, '1.facts.json'],
  ]);
  assert.equal(fact?.note, 'as published');
  assert.equal(fact?.reviewBy, undefined, 'the review was of the value before');
});

test('several layers add; one that replaces the fact, or removes it, begins anew', () => {
  const older = { version: 1, facts: adding({ value: '44.4%', to: '2002' }) };
  const newer = { version: 1, facts: adding({ value: '14%', from: '2025-06-01' }) };
  assert.equal(read(BELOW, older, newer).values?.length, 4);
  const { extend: _, ...whole } = adding({ value: '20%' })[0]!;
  assert.deepEqual(read(BELOW, newer, { version: 1, facts: [whole] }).values, [
    ['20%', undefined, undefined, '2.facts.json'],
  ]);
  const afresh = read(BELOW, {
    version: 1,
    remove: ['orsa-stake-in-hayase'],
    facts: adding({ value: '20%' }),
  });
  assert.deepEqual(afresh.values, [['20%', undefined, undefined, '1.facts.json']]);
});

test('a value that contradicts one below is told at its place, and left out', () => {
  const { problems, values } = read(BELOW, {
    version: 1,
    facts: adding({ value: '14%', from: '2023-11-08', to: '2025' }, { value: '13%', from: '2025' }),
  });
  assert.deepEqual(problems, [
    '1.facts.json:9: “14%” contradicts “15%” (from 2023-11-08, 0.facts.json): give the day from which it holds, or say on what “basis” each does.',
  ]);
  assert.deepEqual(
    values?.map(([text]) => text),
    ['43.4%', '15%', '13%'],
  );
});

test('“extend” is true or false', () => {
  const [fact] = adding({ value: '14%', from: '2025' });
  const { problems } = read(BELOW, { version: 1, facts: [{ ...fact, extend: 'yes' }] });
  assert.match(problems.join(), /“extend” must be true or false\./);
});
