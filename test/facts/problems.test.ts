import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const SOURCES = '"sources": { "s": { "title": "Statement" } }';
const ENTITIES = `"entities": {
"a": { "type": "company", "name": "Alpha" },
"b": { "type": "company", "name": "Beta", "aliases": ["Beta Group"] }
}`;

/** A whole file with one fact, whose members are given. */
function withFact(members: string): string {
  return `{ "version": 1, ${SOURCES},
${ENTITIES},
"facts": [
{ "id": "f", "subject": "a", "relation": "stake", "object": "b", ${members} }
] }`;
}

/** A whole file with one more entity or other section. */
function withSection(section: string): string {
  return `{ "version": 1, ${SOURCES},
${ENTITIES},
${section}
}`;
}

/** The text, in which «§» stands right before the place of the problem, and what the message must say. */
const CASES: readonly (readonly [name: string, text: string, message: RegExp])[] = [
  ['empty', '§', /The file is empty/],
  ['broken JSON', '{ "version": 1,\n "facts": [§', /closing bracket “\]” is missing/],
  ['a missing comma', '{ "version": 1\n §"facts": [] }', /comma is missing/],
  ['no object', '§[1]', /must be an object/],
  ['another version', '{ "version": §2 }', /“version” must be 1/],
  ['no version', '§{ "facts": [] }', /“version” is missing/],
  ['an unknown member', '{ "version": 1,\n  §"fakts": [] }', /“fakts” is unknown; did you mean “facts”\?/],
  ['a key twice', '{ "version": 1, "title": "x",\n §"title": "y" }', /“title” is here twice/],
  ['a key twice, deep', withFact('"value": "1%", §"value": "2%"'), /“value” is here twice/],
  ['sources as a list', '{ "version": 1, "sources": §[] }', /“sources” must be an object/],
  ['facts as an object', '{ "version": 1, "facts": §{} }', /“facts” must be a list/],
  ['a fact that is a text', '{ "version": 1, "facts": [§"x"] }', /must be an object/],
  [
    'a source without title',
    withSection('"sources": { "t": §{ "url": "x" } }').replace(`${SOURCES},`, ''),
    /“title” is missing/,
  ],
  [
    'a published date that is none',
    '{ "version": 1, "sources": { "s": { "title": "x", "published": §"soon" } } }',
    /“soon” is not a date/,
  ],
  [
    'an entity without name',
    '{ "version": 1, "entities": { "c": §{ "type": "company" } } }',
    /“name” is missing/,
  ],
  ['an entity without type', '{ "version": 1, "entities": { "c": §{ "name": "C" } } }', /“type” is missing/],
  [
    'a type unknown',
    '{ "version": 1, "entities": { "c": { "name": "C", "type": §"compani" } } }',
    /did you mean “company”/,
  ],
  [
    'a name of the wrong type',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": §3 } } }',
    /“name” must be in quotes/,
  ],
  [
    'an empty name',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": §" " } } }',
    /“name” is empty/,
  ],
  [
    'aliases as a text',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "aliases": §"D" } } }',
    /“aliases” must be a list/,
  ],
  [
    'an alias of the wrong type',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "aliases": ["D", §{}] } } }',
    /entry of “aliases” must be a text/,
  ],
  [
    'a misnomer corrected to itself',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "misnomers": [§{ "text": "D", "correct": "D" }] } } }',
    /corrected to itself/,
  ],
  [
    'a misnomer of the wrong type',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "misnomers": [§7] } } }',
    /misnomer must be/,
  ],
  [
    'a former name’s day',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "formerNames": [{ "name": "D", "until": §"2021-02-30" }] } } }',
    /“2021-02-30” is not a day/,
  ],
  [
    'an alias on two entities',
    withSection(
      '"entities": { "a": { "type": "other", "name": "A", "aliases": ["X"] },\n "b": { "type": "other", "name": "B", "aliases": ["Y", §"X"] } }',
    ).replace(`${ENTITIES},`, ''),
    /“X” is a name of “a” too/,
  ],
  [
    'a name on two entities',
    withSection(
      '"entities": { "a": { "type": "other", "name": "A" },\n "b": { "type": "other", "name": §"A" } }',
    ).replace(`${ENTITIES},`, ''),
    /“A” is also the name of “a”/,
  ],
  [
    'a misnomer that is a correct name',
    withSection('"extend": { "a": { "misnomers": ["Alfa", §"Beta Group"] } }'),
    /“Beta Group” is a correct name of “b”/,
  ],
  [
    'a misnomer that is one’s own name',
    withSection('"extend": { "a": { "misnomers": [§"Alpha"] } }'),
    /correct name of this entity/,
  ],
  [
    'an entity’s source unknown',
    '{ "version": 1, "entities": { "c": { "type": "other", "name": "C", "source": §"s" } } }',
    /There is no source “s”/,
  ],
  [
    'an unknown kind',
    '{ "version": 1, "relations": { "r": { "cues": ["x"], "kind": §"ratio" } } }',
    /“ratio” is not a kind/,
  ],
  [
    'a built-in relation’s kind',
    '{ "version": 1, "relations": { "stake": { "kind": §"count" } } }',
    /its kind is percent/,
  ],
  [
    'directed that is no boolean',
    '{ "version": 1, "relations": { "r": { "kind": "count", "directed": §"yes" } } }',
    /“directed” must be true or false/,
  ],
  ['a relation without kind', '{ "version": 1, "relations": { §"r": { "cues": ["x"] } } }', /has no “kind”/],
  [
    'an entity to extend unknown',
    withSection('"extend": { §"alpha": { "aliases": ["x"] } }'),
    /no entity “alpha” to extend/,
  ],
  [
    'an id to remove unknown',
    withSection('"remove": ["a", §"c"]').replace('"a", ', ''),
    /no fact or entity “c”/,
  ],
  ['no id', '{ "version": 1, "facts": [§{ "subject": "a", "about": ["x"], "value": "1%" }] }', /has no “id”/],
  [
    'no subject',
    '{ "version": 1, "facts": [§{ "id": "f", "about": ["x"], "value": "1%" }] }',
    /has no “subject”/,
  ],
  [
    'neither relation nor about',
    withSection('"facts": [§{ "id": "f", "subject": "a", "value": "1%" }]'),
    /neither “relation” nor “about”/,
  ],
  [
    'an id twice',
    withSection(
      '"facts": [{ "id": "f", "subject": "a", "about": ["x"], "value": "1%" },\n{ "id": §"f", "subject": "a", "about": ["y"], "value": "2%" }]',
    ),
    /another fact’s too/,
  ],
  [
    'an unknown subject',
    withSection('"facts": [{ "id": "f", "subject": §"c1", "about": ["x"], "value": "1%" }]'),
    /There is no entity “c1”/,
  ],
  [
    'an unknown object',
    withFact('"value": "1%"').replace('"object": "b"', '"object": §"beta"'),
    /There is no entity “beta”/,
  ],
  ['an unknown relation', withFact('"value": "1%"').replace('"stake"', '§"stakes"'), /did you mean “stake”/],
  [
    'no object for a directed relation',
    withFact('"value": "1%"').replace('"object": "b", ', '').replace('{ "id"', '§{ "id"'),
    /has no “object”/,
  ],
  [
    'neither value nor values',
    withFact('"note": "x"').replace('{ "id"', '§{ "id"'),
    /neither “value” nor “values”/,
  ],
  [
    'both value and values',
    withFact('"value": §"1%", "values": [{ "value": "2%" }]'),
    /either “value” or “values”/,
  ],
  ['values that are no list', withFact('"values": §{}'), /“values” must be a list/],
  ['no values', withFact('"values": §[]'), /“values” is empty/],
  ['a value that is no object', withFact('"values": [§"1%"]'), /entry of “values” must be an object/],
  [
    'a value without value',
    withFact('"values": [§{ "from": "2020" }, { "value": "1%" }]'),
    /“value” is missing/,
  ],
  ['a value that is a number', withFact('"value": §43.4'), /must be in quotes, written as in copy: "43.4"/],
  ['a value that does not parse', withFact('"value": §"lots"'), /“lots” is not a percentage/],
  [
    'a value of the wrong kind',
    withFact('"value": §"1999-03-27"'),
    /“1999-03-27” is a date, but “stake” takes a percentage/,
  ],
  [
    'a figure for a name',
    withSection('"facts": [{ "id": "f", "subject": "a", "relation": "chair", "value": §"43%" }]'),
    /takes a name/,
  ],
  [
    'another figure that does not parse',
    withFact('"value": "1%", "also": [§"some"]'),
    /“some” is not a percentage/,
  ],
  [
    'a value’s unknown member',
    withFact('"values": [{ "value": "1%", §"form": "2020" }]'),
    /“form” is unknown; did you mean “from”/,
  ],
  [
    'from that is no date',
    withFact('"values": [{ "value": "1%", "from": §"spring" }]'),
    /“spring” is not a day, month or year/,
  ],
  [
    'from after to',
    withFact('"values": [{ "value": "1%", "from": "2021", "to": §"2020-05" }]'),
    /no time at all/,
  ],
  [
    'from equal to to',
    withFact('"values": [{ "value": "1%", "from": "2021", "to": §"2021-01-01" }]'),
    /no time at all/,
  ],
  [
    'an overlap',
    withFact('"values": [{ "value": "1%", "to": "2021" }, §{ "value": "2%", "from": "2020" }]'),
    /hold at the same time from 2020; say on what “basis”/,
  ],
  [
    'an overlap on one basis',
    withFact('"values": [{ "value": "1%", "basis": "x" }, §{ "value": "2%", "basis": "x" }]'),
    /“basis” must differ/,
  ],
  [
    'a fact’s unknown source',
    withFact('"value": "1%", "source": §"t"'),
    /There is no source “t” in this file/,
  ],
  [
    'a value’s unknown source',
    withFact('"values": [{ "value": "1%", "source": §["t"] }]'),
    /There is no source “t”/,
  ],
  ['a period that is none', withFact('"value": "1%", "period": §"Q5 2022"'), /“Q5 2022” is not a period/],
  [
    'a tolerance that is none',
    withFact('"value": "1%", "tolerance": §"a bit"'),
    /“a bit” is not a tolerance for a percent/,
  ],
  [
    'a tolerance of another kind',
    withFact('"value": "1%", "tolerance": §"3 days"'),
    /“3 days” is not a tolerance/,
  ],
  ['reviewBy that is no date', withFact('"value": "1%", "reviewBy": §"soon"'), /“soon” is not a day/],
  ['examples of the wrong type', withFact('"value": "1%", "examples": §[]'), /“examples” must be an object/],
  [
    'an example without a mark',
    withFact('"value": "1%", "examples": { "ok": [§"Alpha owns 1% of Beta."] }'),
    /marks nothing/,
  ],
  [
    'a bad example that is right',
    withFact('"value": "1%", "examples": { "bad": [§"{{1%|percent}}"] }'),
    /marks no error/,
  ],
];

for (const [name, marked, message] of CASES) {
  test(name, () => {
    const offset = marked.indexOf('§');
    const before = marked.slice(0, offset).split('\n');
    const { problems } = readFacts(marked.replace('§', ''), 'x.facts.json');
    const found = problems.filter((problem) => message.test(problem.message));
    assert.equal(found.length, 1, JSON.stringify(problems));
    assert.deepEqual(
      { path: found[0]?.path, line: found[0]?.line, character: found[0]?.character },
      { path: 'x.facts.json', line: before.length - 1, character: before.at(-1)?.length },
    );
  });
}
