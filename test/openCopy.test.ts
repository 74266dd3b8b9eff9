import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../server/src/checker.ts';
import { readFacts } from '../server/src/facts/readFacts.ts';

// Copy as papers print it: firms that the bundled facts know beside as many that they do not. Nothing in it may be
// flagged: a fact must not be held against somebody whom it is not about. What is understood keeps the check from sleeping.

const FACTS = join('server', 'facts');
const { facts } = readFacts(
  readdirSync(FACTS)
    .filter((name) => name.endsWith('.facts.json'))
    .map((name) => ({ path: name, text: readFileSync(join(FACTS, name), 'utf8') })),
);
const FOLDER = join('test', 'open');
const ANY_DAY = { year: 2024, month: 1, day: 1 };

let understood = 0;

for (const path of readdirSync(FOLDER)) {
  test(`open copy: ${path}`, () => {
    const text = readFileSync(join(FOLDER, path), 'utf8');
    const { findings, verdicts } = check({ path, text }, facts, { asOf: ANY_DAY });
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
    understood += verdicts.filter(({ label }) => label === 'supported').length;
  });
}

test('open copy is understood, not merely left alone', () => {
  assert.ok(understood >= 400, `${understood} statements are supported`);
});
