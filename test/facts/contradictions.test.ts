import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const LOW = `{ "version": 1,
  "entities": { "a": { "type": "company", "name": "Alpha" }, "b": { "type": "company", "name": "Beta" } },
  "facts": [
    { "id": "stake", "subject": "a", "relation": "stake", "object": "b",
      "values": [{ "value": "43.4%", "also": ["44%"], "to": "2023-11-08" }, { "value": "15%", "from": "2023-11-08" }] },
    { "id": "founded", "subject": "b", "relation": "founded", "value": "1999-03-27", "tolerance": "3 days" },
    { "id": "votes", "subject": "a", "relation": "voting-rights", "object": "b",
      "values": [{ "value": "15%", "basis": "held" }, { "value": "36%", "basis": "with the trust" }] },
    { "id": "margin", "subject": "a", "relation": "operating-margin", "period": "2022", "value": "5.6%" },
    { "id": "boss", "subject": "a", "relation": "chief-executive", "values": [{ "value": "Ann Abel", "from": "2002" }] },
    { "id": "met", "subject": "a", "relation": "meeting", "object": "b", "value": "2023-01-26" },
    { "id": "cuts", "subject": "b", "about": ["job cuts"], "value": "9%" },
    { "id": "cut-day", "subject": "b", "about": ["job cuts"], "value": "2020-05-28" } ] }`;

/** What is said of facts in a layer above, as «line:character severity: message». */
function said(facts: string, head = ''): readonly string[] {
  const { problems } = readFacts([
    { path: 'low.facts.json', text: LOW },
    { path: 'high.facts.json', text: `{ "version": 1, ${head}\n  "facts": [\n${facts}\n] }` },
  ]);
  return problems.map(
    ({ path, line, character, severity, message }) =>
      `${path === 'high.facts.json' ? '' : `${path}:`}${line}:${character} ${severity ?? 'error'}: ${message}`,
  );
}

const STAKE = '"subject": "a", "relation": "stake", "object": "b"';

test('another fact with another value for the same time is told of once, at that value', () => {
  assert.deepEqual(
    said(
      `{ "id": "s", ${STAKE}, "values": [{ "value": "43.4%", "to": "2023-11-08" },\n  { "value": "20%", "from": "2023-11-08" }] }`,
    ),
    [
      '3:13 warning: “20%” contradicts “15%” of “stake” (low.facts.json:4), and a draft may give either. With that id it takes its place; with a “basis” each, both are right.',
    ],
  );
});

test('a fact of the same id is told of by a note', () => {
  assert.deepEqual(said(`{ "id": "founded", "subject": "b", "relation": "founded", "value": "2001" }`), [
    '2:67 note: “2001” takes the place of “1999-03-27” (low.facts.json:6); "remove": ["founded"] in this file says that it is to.',
  ]);
});

test('a fact of the same id about something else is told of', () => {
  assert.deepEqual(said(`{ "id": "founded", "subject": "a", "relation": "founded", "value": "2001" }`), [
    '2:8 warning: This takes the place of another fact with the id “founded” (low.facts.json:6), which is about something else.',
  ]);
});

test('each of several is told of once', () => {
  const facts = ['10%', '20%', '30%'].map((value, at) => `{ "id": "s${at}", ${STAKE}, "value": "${value}" }`);
  const found = said(facts.join(',\n'));
  assert.equal(found.length, 3);
  for (const [index, one] of found.entries())
    assert.match(
      one,
      new RegExp(`^${index + 2}:\\d+ warning: “${index + 1}0%” contradicts “15%” of “stake”`),
    );
});

const FOUNDED = '"subject": "b", "relation": "founded"';

/** What stands in a layer above in agreement, or on purpose. */
const SILENT: Readonly<Record<string, string>> = {
  'the same value': `{ "id": "f", ${FOUNDED}, "value": "1999-03-27" }`,
  'a coarser value': `{ "id": "f", ${FOUNDED}, "value": "1999" }`,
  'a value within the tolerance': `{ "id": "f", ${FOUNDED}, "value": "1999-03-29" }`,
  'one of “also”': `{ "id": "s", ${STAKE}, "values": [{ "value": "44%", "to": "2023-11-08" }] }`,
  'another time': `{ "id": "s", ${STAKE}, "values": [{ "value": "43.4%", "to": "2002" }, { "value": "44%", "from": "2002", "to": "2023-11-08" }] }`,
  'one of two values that hold at once': `{ "id": "v", "subject": "a", "relation": "voting-rights", "object": "b", "value": "15%" }`,
  'another period': `{ "id": "m", "subject": "a", "relation": "operating-margin", "period": "2023", "value": "7.9%" }`,
  'another year': `{ "id": "b", "subject": "a", "relation": "chief-executive", "values": [{ "value": "Bo Beck", "to": "2002-06" }] }`,
  'on another basis': `{ "id": "s", ${STAKE}, "values": [{ "value": "36%", "basis": "with the trust", "from": "2023-11-08" }] }`,
  'what happens again': `{ "id": "m", "subject": "a", "relation": "meeting", "object": "b", "value": "2023-02-06" }`,
  'another kind of value': `{ "id": "n", "subject": "b", "about": ["job cuts"], "value": "9,000" }`,
};

for (const [what, fact] of Object.entries(SILENT)) {
  test(`no word where a layer above has ${what}`, () => assert.deepEqual(said(fact), []));
}

test('no word where the layer above removes the fact that it replaces', () => {
  const founded = `{ "id": "founded", ${FOUNDED}, "value": "2001" }`;
  assert.deepEqual(said(founded, '"remove": ["founded"],'), []);
  assert.deepEqual(said(founded.replace('"founded"', '"f"'), '"remove": ["founded"],'), []);
});
