import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../server/src/project/checkFile.ts';
import { compareResults } from '../../server/src/project/compareResults.ts';
import { readLayers } from '../../server/src/project/factsLayers.ts';
import { nodeFileSystem } from '../../server/src/project/nodeFileSystem.ts';

/** What Velmora holds of Quillon; `before` are lines that only move it down its file. */
function stake(value: string, before = ''): string {
  return `{ "version": 1, "sources": { "s": { "title": "Filing" } }, ${before}
    "entities": {
      "velmora": { "type": "company", "name": "Velmora", "source": "s" },
      "quillon": { "type": "company", "name": "Quillon", "source": "s" }
    },
    "facts": [{ "id": "stake", "subject": "velmora", "relation": "stake", "object": "quillon", "value": "${value}", "source": "s" }]
  }`;
}

const NOTHING = '{ "version": 1, "facts": [] }';

function resultOf(draft: string, facts: string, rules = {}) {
  const base = readLayers(nodeFileSystem, [{ path: '/desk.facts.json', text: facts }]);
  assert.deepEqual(base.problems, []);
  return checkSource({ path: '/a.md', text: draft }, base.facts, {
    check: { asOf: { year: 2023, month: 1, day: 26 }, rules },
    maxFileSize: 1e6,
    workingFolder: '/',
    claims: true,
    text: false,
    fix: 'none',
  });
}

function compare(draft: string, old: string, now: string, rules = {}) {
  const { findings, claims, becomesWrong, becomesRight } = compareResults(
    resultOf(draft, old, rules),
    resultOf(draft, now, rules),
  );
  return {
    findings: findings.map(
      (it) => `${it.effect} ${(it.new ?? it.old)!.text}: ${it.oldEvidence?.value} ${it.newEvidence?.value}`,
    ),
    claims: claims.map((it) => `${(it.new ?? it.old)!.text}: ${it.old?.verdict} ${it.new?.verdict}`),
    becomesWrong,
    becomesRight,
  };
}

const DRAFT = 'Velmora owns 43% of Quillon.';

test('a draft becomes wrong where a finding appears', () => {
  assert.deepEqual(compare(DRAFT, stake('43.4%'), stake('15%')), {
    findings: ['appears 43%: 43.4% 15%'],
    claims: ['43%: supported refuted'],
    becomesWrong: true,
    becomesRight: false,
  });
});

test('the other way round it becomes right', () => {
  assert.deepEqual(compare(DRAFT, stake('15%'), stake('43.4%')), {
    findings: ['vanishes 43%: 15% 43.4%'],
    claims: ['43%: refuted supported'],
    becomesWrong: false,
    becomesRight: true,
  });
});

test('one draft may become both, in reading order', () => {
  const draft = `${DRAFT} Velmora has a 15% stake in Quillon.`;
  const change = compare(draft, stake('43.4%'), stake('15%'));
  assert.deepEqual(
    change.findings.map((it) => it.split(':')[0]),
    ['appears 43%', 'vanishes 15%'],
  );
  assert.ok(change.becomesWrong && change.becomesRight);
});

test('what stays wrong, but for another value, changes and becomes nothing', () => {
  assert.deepEqual(compare('Velmora owns 30% of Quillon.', stake('43.4%'), stake('15%')), {
    findings: ['changes 30%: 43.4% 15%'],
    claims: [],
    becomesWrong: false,
    becomesRight: false,
  });
});

const SAME = { findings: [], claims: [], becomesWrong: false, becomesRight: false };

test('a fact that only moves in its file changes nothing', () => {
  const moved = stake('43.4%', '\n\n\n');
  assert.deepEqual(compare(DRAFT, stake('43.4%'), moved), SAME);
  assert.deepEqual(compare('Velmora owns 30% of Quillon.', stake('43.4%'), moved), SAME);
});

test('a finer value that the draft rounds to changes nothing', () => {
  assert.deepEqual(compare(DRAFT, stake('43.4%'), stake('43.2%')), SAME);
});

test('facts that go leave a claim without a verdict, and a wrong one right', () => {
  assert.deepEqual(compare(DRAFT, stake('43.4%'), NOTHING).findings, []);
  assert.ok(compare(DRAFT, stake('43.4%'), NOTHING).claims.includes('43%: supported not-enough-info'));
  assert.equal(compare(DRAFT, stake('15%'), NOTHING).becomesRight, true);
});

test('a hint makes no draft wrong', () => {
  const change = compare(DRAFT, stake('43.4%'), stake('15%'), { 'percent-mismatch': 'hint' });
  assert.deepEqual(change.findings, ['appears 43%: 43.4% 15%']);
  assert.equal(change.becomesWrong, false);
});
