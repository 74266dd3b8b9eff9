import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFacts } from '../../server/src/facts/lint.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';

const GOOD = `"sources": { "s": { "title": "S", "publisher": "P", "url": "https://p.example/s" } },
"entities": { "a": { "type": "other", "name": "A", "misnomers": ["Aa"], "source": "s" } },`;

function lint(sections: string, strict: boolean) {
  const { facts, problems } = readFacts(`{ "version": 1, ${sections} }`);
  assert.deepEqual(problems, []);
  return lintFacts(facts, { strict });
}

const CASES: readonly (readonly [sections: string, message: RegExp, onlyStrict?: 'strict'])[] = [
  ['"entities": { "a": { "type": "other", "name": "A", "aliases": ["B"] } }', /The entity “a” has no source/],
  [
    `${GOOD} "facts": [{ "id": "f", "subject": "a", "about": ["x"], "value": "1%" }]`,
    /The fact “f” has no source/,
  ],
  [
    `${GOOD} "facts": [{ "id": "f", "subject": "a", "about": ["x"], "values": [{ "value": "1%", "to": "2020", "source": "s" }, { "value": "2%", "from": "2020" }] }]`,
    /The value “2%” of the fact “f” has no source/,
  ],
  [
    '"sources": { "s": { "title": "S", "publisher": "P", "url": "https://p.example" } }',
    /“s” is used nowhere/,
  ],
  [GOOD.replace('"publisher": "P", ', ''), /The source “s” has no publisher/, 'strict'],
  [GOOD.replace(', "url": "https://p.example/s"', ''), /The source “s” has no URL/, 'strict'],
  [GOOD.replace('https://', ''), /not the address of a page/, 'strict'],
  [GOOD.replace('["Aa"]', '[{ "text": "Aa", "correct": "Ab" }, "Ab"]'), /corrected to another misnomer/],
  [GOOD.replace('["Aa"]', '["Aa"], "formerNames": [{ "name": "A" }]'), /both a former and a present name/],
  [
    GOOD.replace(
      '} },\n"entities": {',
      '} },\n"entities": { "b": { "type": "other", "name": "B", "misnomers": ["Aa"], "source": "s" },',
    ),
    /“Aa” is a misnomer of both “b” and “a”/,
  ],
  [GOOD.replace(', "misnomers": ["Aa"]', ''), /Nothing is said of the entity “a” but its name/],
];

for (const [sections, message, onlyStrict] of CASES) {
  test(message.source, () => {
    const strict = lint(sections.replace(/,$/, ''), true);
    assert.equal(strict.filter((problem) => message.test(problem.message)).length, 1, JSON.stringify(strict));
    assert.ok(strict.every(({ severity }) => severity === 'error'));
    const lax = lint(sections.replace(/,$/, ''), false);
    assert.equal(
      lax.some((problem) => message.test(problem.message)),
      onlyStrict === undefined,
    );
    assert.ok(lax.every(({ severity }) => severity === 'warning'));
  });
}

test('nothing to say of a good file', () => {
  assert.deepEqual(lint(GOOD.replace(/,$/, ''), true), []);
});
