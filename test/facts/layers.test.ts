import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLayers } from '../../server/src/facts/layers.ts';
import { readFactsFile } from '../../server/src/facts/read.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const LOW = `{ "version": 1,
  "sources": { "s": { "title": "Statement", "publisher": "Alpha", "url": "https://alpha.example" } },
  "entities": {
    "a": { "type": "company", "name": "Alpha", "aliases": ["Alpha Group"], "source": "s" },
    "b": { "type": "company", "name": "Beta" }, // a comment
  },
  "relations": { "sales-share": { "kind": "percent", "cues": ["share of sales"] } },
  "facts": [
    { "id": "stake", "subject": "a", "relation": "stake", "object": "b", "value": "12.5%", "source": "s" },
    { "id": "founded", "subject": "b", "relation": "founded", "value": "1999" },
  ] }`;

/** The low layer with one above it. */
function withLayer(text: string) {
  const { facts, problems } = readFacts([
    { path: 'low', text: LOW },
    { path: 'high', text: `{ "version": 1, ${text} }` },
  ]);
  return { facts, messages: problems.map(({ path, message }) => `${path}: ${message}`) };
}

test('one layer, indexed', () => {
  const { facts, problems } = readFacts(LOW, 'low');
  assert.deepEqual(problems, []);
  assert.deepEqual([...facts.entities.keys()], ['a', 'b']);
  assert.deepEqual(
    facts.bySubject.get('a')?.map(({ id }) => id),
    ['stake'],
  );
  assert.deepEqual(
    facts.byObject.get('b')?.map(({ id }) => id),
    ['stake'],
  );
  const fact = facts.facts.get('stake');
  assert.equal(fact?.kind, 'percent');
  assert.equal(fact?.relation?.directed, true);
  assert.deepEqual({ ...fact?.location }, { path: 'low', line: 8, character: 4 });
  assert.deepEqual(fact?.values[0]?.sources, ['s']);
  assert.deepEqual(facts.entities.get('a')?.sources, ['s']);
});

test('a later entity or fact with the same id replaces the earlier one whole', () => {
  const { facts, messages } = withLayer(`
    "entities": { "a": { "type": "agency", "name": "Alpha Agency" } },
    "facts": [{ "id": "founded", "subject": "b", "relation": "founded", "value": "2001" }]`);
  assert.deepEqual(messages, [
    'high: “2001” takes the place of “1999” (low:10); "remove": ["founded"] in this file says that it is to.',
  ]);
  assert.deepEqual(facts.entities.get('a')?.aliases, []);
  assert.equal(facts.entities.get('a')?.type, 'agency');
  assert.equal(facts.facts.get('founded')?.values[0]?.text, '2001');
  assert.deepEqual(facts.bySubject.get('b')?.length, 1);
});

test('extend adds names and keeps the rest', () => {
  const { facts, messages } = withLayer(
    '"extend": { "a": { "aliases": ["Alpha Co"], "misnomers": ["Alfa"], "ambiguous": ["Al"], "descriptors": ["maker"], "formerNames": [{ "name": "Aleph", "until": "2001" }] } }',
  );
  assert.deepEqual(messages, []);
  const entity = facts.entities.get('a');
  assert.deepEqual(entity?.aliases, ['Alpha Group', 'Alpha Co']);
  assert.deepEqual(entity?.misnomers, [{ text: 'Alfa' }]);
  assert.deepEqual(entity?.ambiguous, ['Al']);
  assert.deepEqual(entity?.descriptors, ['maker']);
  assert.equal(entity?.formerNames[0]?.untilText, '2001');
});

test('remove takes out a fact', () => {
  const { facts, messages } = withLayer('"remove": ["stake"]');
  assert.deepEqual(messages, []);
  assert.deepEqual([...facts.facts.keys()], ['founded']);
});

test('remove takes out an entity with the facts about it, silently', () => {
  const { facts, messages } = withLayer('"remove": ["b"]');
  assert.deepEqual(messages, []);
  assert.deepEqual([...facts.entities.keys()], ['a']);
  assert.deepEqual([...facts.facts.keys()], []);
});

test('a fact about an entity that the same file removes is a mistake', () => {
  const { facts, messages } = withLayer(
    '"remove": ["b"], "facts": [{ "id": "f", "subject": "b", "relation": "employees", "value": "1,200" }]',
  );
  assert.deepEqual(messages, ['high: There is no entity “b” (removed in high:1).']);
  assert.equal(facts.facts.size, 0);
});

test('remove says why there is nothing to remove', () => {
  const { messages } = withLayer(
    '"remove": ["stake", "stake", "own", "nothing"], "entities": { "own": { "type": "other", "name": "Own" } }',
  );
  assert.deepEqual(messages, [
    'high: “stake” is gone already (removed in high:1).',
    'high: “own” is an entry of this very file: take it out there. “remove” is for the layers below.',
    'high: There is no fact or entity “nothing” in the layers below to remove.',
  ]);
});

test('removed and given anew in one file: the new one holds', () => {
  const { facts, messages } = withLayer(
    '"remove": ["b"], "entities": { "b": { "type": "other", "name": "Bee" } }',
  );
  assert.deepEqual(messages, []);
  assert.equal(facts.entities.get('b')?.name, 'Bee');
  assert.equal(facts.facts.size, 2);
});

test('layers that take out, extend and give anew what others do, in a ring: each leans on those below alone', () => {
  const layer = (path: string, text: string) => ({ path, text: `{ "version": 1, ${text} }` });
  const { facts, problems } = readFacts([
    layer(
      '1',
      '"entities": { "a": { "type": "other", "name": "A" } }, "extend": { "b": { "aliases": ["B2"] } }',
    ),
    layer('2', '"entities": { "b": { "type": "other", "name": "B" } }, "remove": ["a", "c"]'),
    layer(
      '3',
      '"entities": { "c": { "type": "other", "name": "C" } }, "extend": { "a": { "aliases": ["A2"] } }',
    ),
  ]);
  assert.deepEqual(
    problems.map(({ path, message }) => `${path}: ${message}`),
    [
      '1: There is no entity “b” to extend.',
      '2: There is no fact or entity “c” in the layers below to remove.',
      '3: There is no entity “a” to extend (removed in 2:1).',
    ],
  );
  assert.deepEqual([...facts.entities.keys()], ['b', 'c']);
});

test('a layer may lean on entities, sources and relations below', () => {
  const { facts, messages } = withLayer(
    '"facts": [{ "id": "f", "subject": "a", "relation": "sales-share", "value": "30%", "also": ["31%"], "source": "s" }]',
  );
  assert.deepEqual(messages, []);
  const fact = facts.facts.get('f');
  assert.equal(fact?.relation?.id, 'sales-share');
  assert.equal(fact?.values[0]?.value?.kind, 'percent');
  assert.equal(fact?.values[0]?.also.length, 1);
});

test('a value that is not of the kind of a relation below', () => {
  const { facts, messages } = withLayer(
    '"facts": [{ "id": "f", "subject": "a", "relation": "sales-share", "value": "1999-03-27" }]',
  );
  assert.equal(messages.length, 1);
  assert.match(messages[0] ?? '', /^high: “1999-03-27” is a date, but “sales-share” takes a percentage/);
  assert.equal(facts.facts.get('f')?.values[0]?.value, undefined);
});

test('an entry under “relations” adds cues to a built-in one', () => {
  const { facts, messages } = withLayer('"relations": { "stake": { "cues": ["slice of"] } }');
  assert.deepEqual(messages, []);
  const cues = facts.facts.get('stake')?.relation?.cues ?? [];
  assert.ok(cues.includes('slice of') && cues.includes('stake'));
});

test('an unknown relation beside “about”: the fact is used without it', () => {
  const { facts, messages } = withLayer(
    '"facts": [{ "id": "f", "subject": "a", "relation": "no-such", "about": ["x"], "value": "30%" }]',
  );
  assert.equal(messages.length, 1);
  assert.equal(facts.facts.get('f')?.relation, undefined);
  assert.equal(facts.facts.get('f')?.kind, 'percent');
});

test('an unknown source is left out, the value stays', () => {
  const { facts, messages } = withLayer(
    '"facts": [{ "id": "f", "subject": "a", "about": ["x"], "value": "30%", "source": ["s", "t"] }]',
  );
  assert.equal(messages.length, 1);
  assert.deepEqual(facts.facts.get('f')?.values[0]?.sources, ['s']);
});

test('an alias on two entities: the name’s owner, else the first, keeps it', () => {
  const { facts, messages } = withLayer(
    '"entities": { "c": { "type": "other", "name": "Gamma", "aliases": ["Alpha Group", "Beta", "Gee"] } }',
  );
  assert.deepEqual(messages.length, 2);
  assert.deepEqual(facts.entities.get('c')?.aliases, ['Gee']);
  assert.deepEqual(facts.entities.get('a')?.aliases, ['Alpha Group']);
});

test('an ambiguous form may belong to several', () => {
  const { messages } = withLayer(
    '"entities": { "c": { "type": "other", "name": "C", "ambiguous": ["X"] }, "d": { "type": "other", "name": "D", "ambiguous": ["X"] } }',
  );
  assert.deepEqual(messages, []);
});

test('a misnomer that is a correct name is dropped, the other stays', () => {
  const { facts, messages } = withLayer('"extend": { "b": { "misnomers": ["Alpha Group", "Betta"] } }');
  assert.equal(messages.length, 1);
  assert.deepEqual(facts.entities.get('b')?.misnomers, [{ text: 'Betta' }]);
});

test('a file that does not parse leaves the other layers in force', () => {
  const broken = readFactsFile('{ "version": 1, ', 'x');
  assert.equal(broken.layer.broken, true);
  assert.ok(broken.problems.length > 0);
  const { facts } = mergeLayers([readFactsFile(LOW, 'low').layer, broken.layer]);
  assert.equal(facts.facts.size, 2);
});

test('merging again gives the same, and changes no layer', () => {
  const layers = [LOW, '{ "version": 1, "extend": { "a": { "aliases": ["A2"] } } }'].map(
    (text) => readFactsFile(text, 'x').layer,
  );
  assert.deepEqual(mergeLayers(layers), mergeLayers(layers));
  assert.deepEqual(layers[0]?.entities.get('a')?.aliases, ['Alpha Group']);
});
