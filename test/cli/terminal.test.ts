import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barOf, startProgress } from '../../server/src/cli/progress.ts';
import { paintWith, printable, wantsColours } from '../../server/src/cli/terminal.ts';

const terminal = { write: async () => {}, isTerminal: true };
const pipe = { write: async () => {}, isTerminal: false };

const COLOURS: readonly (readonly [string, Record<string, string>, boolean, boolean, boolean])[] = [
  ['on a terminal', {}, true, false, true],
  ['in a pipe', {}, false, false, false],
  ['with NO_COLOR', { NO_COLOR: '1' }, true, false, false],
  ['with an empty NO_COLOR', { NO_COLOR: '' }, true, false, true],
  ['with FORCE_COLOR', { FORCE_COLOR: '1' }, false, false, true],
  ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false, false],
  ['with --no-color', { FORCE_COLOR: '1' }, true, true, false],
  ['on a dumb terminal', { TERM: 'dumb' }, true, false, false],
];
for (const [name, env, isTerminal, noColour, expected] of COLOURS) {
  test(`colours ${name}`, () => {
    assert.equal(wantsColours({ env, stdout: isTerminal ? terminal : pipe }, noColour), expected);
  });
}

test('a paint without colours gives the words as they are', () => {
  assert.equal(paintWith(false).red('x'), 'x');
  assert.equal(paintWith(true).red('x'), '\u001b[31mx\u001b[39m');
  assert.equal(printable('a\u001b]0;x\u0007\tb\u202e'), 'a\ufffd]0;x\ufffd b\ufffd');
});

test('the progress bar comes after a second, on a terminal only', async () => {
  for (const [isTerminal, bars] of [
    [true, 2],
    [false, 0],
  ] as const) {
    let now = 0;
    const written: string[] = [];
    const stderr = { write: async (text: string) => void written.push(text), isTerminal };
    const io = { stderr, elapsed: () => now };
    const progress = startProgress(io, 3);
    await progress.step();
    now = 1100;
    await progress.step();
    await progress.step();
    await progress.clear();
    assert.equal(written.length, bars);
  }
  assert.equal(barOf(1200, 2400), `${'█'.repeat(12)}${'░'.repeat(12)} 1,200 of 2,400 files`);
});
