import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBaseline, writeBaseline } from '../../server/src/project/baseline.ts';
import { applySafeFixes } from '../../server/src/project/fixes.ts';
import { type FindingChanges, findingOn } from '../cli/results.ts';

const TEXT = 'Renault 34%, Nissan 12%.';
const fixed = (changes: FindingChanges, words = '34%', fix = '43%') =>
  applySafeFixes(TEXT, [findingOn(TEXT, words, fix, changes)]);

test('the preferred fix is made', () => {
  assert.deepEqual(fixed({}), { text: 'Renault 43%, Nissan 12%.', count: 1 });
});

const NEVER: readonly (readonly [string, FindingChanges])[] = [
  ['that is not safe', { safe: false }],
  ['in a quotation', { quoted: true }],
  ['that the desk has accepted', { suppressed: { by: 'accepted' } }],
  ['without a preferred fix', { fixes: [] }],
];
for (const [name, changes] of NEVER) {
  test(`a finding ${name} is left alone`, () => assert.deepEqual(fixed(changes), { text: TEXT, count: 0 }));
}

test('all are made at once; of two on the same words the first', () => {
  const findings = [
    findingOn(TEXT, '12%', '15%'),
    findingOn(TEXT, '34%', '43%'),
    findingOn(TEXT, 'Renault 34%', 'Renault S.A. 43%'),
  ];
  assert.deepEqual(applySafeFixes(TEXT, findings), { text: 'Renault S.A. 43%, Nissan 15%.', count: 2 });
});

test('a baseline is read as it was written', () => {
  const entry = { code: 'percent-mismatch', text: '34%', fingerprint: 'abc' };
  const baseline = new Map([
    ['b.md', new Map([['abc', entry]])],
    ['a "quoted".md', new Map([['def', { ...entry, fingerprint: 'def' }]])],
    ['none.md', new Map()],
  ]);
  const text = writeBaseline(baseline);
  assert.deepEqual([...readBaseline(text)!], [...baseline].filter(([path]) => path !== 'none.md').reverse());
  assert.equal(writeBaseline(readBaseline(text)!), text);
});

for (const text of ['', '{', '[]', '{ "version": 1 }', '{ "files": { "a.md": 1 } }']) {
  test(`${JSON.stringify(text)} is no baseline`, () => assert.equal(readBaseline(text), undefined));
}
