import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Accepted } from '../../server/src/checker.ts';
import { acceptedBy } from '../../server/src/project/accepted.ts';

const finding = { code: 'percent-mismatch', text: '34%' };
const entry: Accepted = { ...finding };
const day = { year: 2023, month: 1, day: 26 };

const CASES: readonly (readonly [string, Partial<Accepted>, boolean])[] = [
  ['everywhere', {}, true],
  ['in its file', { file: 'drafts/a.md' }, true],
  ['in a file of that name', { file: 'a.md' }, true],
  ['not in a file whose name only ends so', { file: '.md' }, false],
  ['not in another file', { file: 'drafts/b.md' }, false],
  ['not for another check', { code: 'date-mismatch' }, false],
  ['not for other words', { text: '34.0%' }, false],
  ['until a day to come', { until: { year: 2023, month: 1, day: 27 } }, true],
  ['no more on its last day', { until: { year: 2023, month: 1, day: 26 } }, false],
];

for (const [name, changes, isAccepted] of CASES) {
  test(`an accepted finding holds ${name}`, () => {
    const found = acceptedBy(finding, '/work/desk/drafts/a.md', day, [{ ...entry, ...changes }]);
    assert.equal(found !== undefined, isAccepted);
  });
}
