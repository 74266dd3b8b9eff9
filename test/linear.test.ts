import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';
import { test } from 'node:test';

// Counting begins before the engine is loaded: V8 counts the loops only of functions that it compiles afterwards.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const { check } = await import('../server/src/checker.ts');
const { alliance } = await import('./support/alliance.ts');

/** Drafts that tempt a scanner to look again and again at the same words. */
const TEMPTING: readonly (readonly [piece: string, path: string, opening?: string])[] = [
  ['Velmora owns 34% of Quillon. ', 'a.txt'],
  ['1', 'a.txt'],
  ['1,', 'a.txt'],
  ['between 1% and ', 'a.txt'],
  ['Velmroa ', 'a.txt'],
  ['March ', 'a.txt'],
  ['“', 'a.txt'],
  ['> ', 'a.md'],
  ['[', 'a.md'],
  ['*a* ', 'a.md'],
  ['| 34% ', 'a.md'],
  ['<b>', 'a.html'],
  ['<!-', 'a.html'],
  ['&', 'a.html'],
  ['Zerkon, its ', 'a.txt', 'Velmora grew, '],
  ['and its rival Zerkon and ', 'a.md', '# Velmora\n\nIt rained, '],
];

for (const [piece, path, opening = ''] of TEMPTING) {
  test(`work grows linearly with ${JSON.stringify(piece)}`, async () => {
    const some = await stepsOf(path, opening + piece.repeat(500));
    const more = await stepsOf(path, opening + piece.repeat(2_000));
    assert.ok(some > 500 && more <= some * 4.5, `${some} steps became ${more} for four times the text`);
  });
}

/** More than linear today. */
const FIXME: typeof TEMPTING = [
  // FIXME: the Markdown parser looks back over all open emphasis.
  ['**a', 'a.md'],
];

for (const [piece, path] of FIXME) {
  test(`FIXME work grows faster with ${JSON.stringify(piece)}`, async () => {
    const some = await stepsOf(path, piece.repeat(500));
    const more = await stepsOf(path, piece.repeat(2_000));
    assert.ok(more > some * 4.5, 'mended: move it up');
  });
}

/** How often any stretch of the engine's code ran, as V8 counts for coverage: steps, not time. */
async function stepsOf(path: string, text: string): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  check({ path, text }, alliance, { asOf: { year: 2023, month: 1, day: 26 } });
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = result.flatMap(({ url, functions }) =>
    url.startsWith('file:') ? functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)) : [],
  );
  return counts.reduce((total, count) => total + count, 0);
}
