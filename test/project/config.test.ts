import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../server/src/project/config.ts';
import { readSettings } from '../../server/src/settings.ts';

const defaults = readSettings(undefined).settings;
const messages = (text: string) =>
  readConfig(text, 'factlint.json').problems.map(
    ({ line, character, message }) => `${line}:${character} ${message}`,
  );

test('comments and trailing commas are allowed, and every default is there', () => {
  const { settings, problems, given } = readConfig(
    '{\n  // ours\n  "facts": ["desk.facts.json"],\n  "asOf": "2023-01-26",\n}',
    'factlint.json',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, {
    ...defaults,
    facts: ['desk.facts.json'],
    asOf: { year: 2023, month: 1, day: 26 },
  });
  assert.deepEqual([...given], ['facts', 'asOf']);
});

const MISTAKES: readonly (readonly [string, readonly string[]])[] = [
  ['{\n  "fact": []\n}', ['1:2 There is no setting “fact”.']],
  ['{ "bundled": "yes" }', ['0:13 “bundled” is true or false, not "yes".']],
  ['{ "facts": [1, "a.facts.json"] }', ['0:12 “facts” holds strings only, not 1.']],
  ['{ "ignore": {} }', ['0:12 “ignore” is a list of strings, not an object.']],
  ['{ "asOf": "soon" }', ['0:10 “asOf” is a day such as "2023-01-26", not "soon".']],
  ['{ "asOf": "2023-02-30" }', ['0:10 “asOf” is a day such as "2023-01-26", not "2023-02-30".']],
  ['{ "rules": { "no-such-check": "off" } }', ['0:13 There is no check “no-such-check”.']],
  ['{ "maxFileSize": -1 }', ['0:17 “maxFileSize” is a number of bytes above 0, not -1.']],
  ['{ "dateOrder": "ymd" }', ['0:15 “dateOrder” is "dmy" or "mdy", not "ymd".']],
  ['{ "accepted": [{ "code": "x" }] }', ['0:15 An accepted finding needs its “code” and its “text”.']],
  [
    '{ "accepted": [{ "code": "x", "text": "y", "files": "z" }] }',
    ['0:43 An accepted finding has no “files”.'],
  ],
  [
    '{ "bundled": true, "bundled": false }',
    ['0:19 “bundled” stands here a second time; the last one counts.'],
  ],
  [
    '{ "codeLens": true }',
    ['0:2 “codeLens” is a setting of the editor (factlint.codeLens); it does nothing here.'],
  ],
  ['[]', ['0:0 Settings are an object { … }, not a list.']],
];

for (const [text, expected] of MISTAKES) {
  test(`${text.replace(/\s+/g, ' ')} is told at its place`, () => assert.deepEqual(messages(text), expected));
}

test('what is right beside a mistake counts', () => {
  const { settings } = readConfig('{ "bundled": 1, "names": ["Ampere", 2] }', 'factlint.json');
  assert.equal(settings.bundled, true);
  assert.deepEqual(settings.names, ['Ampere']);
});

test('broken JSON is told at its place, and what was read counts', () => {
  const { settings, problems } = readConfig('{ "bundled": false,\n  oops }', 'factlint.json');
  assert.equal(settings.bundled, false);
  assert.match(problems[0]!.message, /^Broken JSON: /);
  assert.equal(problems[0]!.line, 1);
});

test('null, {} and nothing mean the defaults', () => {
  for (const raw of [null, undefined, {}]) {
    assert.deepEqual(readSettings(raw), { settings: defaults, problems: [] });
  }
});

test('a key that is a member of every object is no setting', () => {
  assert.equal(readConfig('{ "__proto__": { "bundled": false } }', 'f').settings.bundled, true);
  assert.match(messages('{ "constructor": 1 }')[0]!, /no setting “constructor”/);
});
