import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

/** Lines that no source file may go beyond. */
const MOST = 300;

/** Files above that today, with their lines. They may shrink, never grow; one that fits leaves the list. */
const TOO_LONG: Readonly<Record<string, number>> = {
  'server/src/facts/relations.ts': 337,
  'test/lsp/connect.ts': 301,
};

const sizes = ['server/src', 'client/src', 'test', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => /\.(ts|mjs)$/.test(file) && !/node_modules|^test\/e2e\/host\/|\/build\//.test(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length })),
);

test(`no file is longer than ${MOST} lines, but for a few that can only shrink`, () => {
  const long = sizes.filter(({ file, lines }) => lines > (TOO_LONG[file] ?? MOST));
  assert.deepEqual(long, []);
});

test('a file that fits is off the list', () => {
  const fits = sizes.filter(({ file, lines }) => file in TOO_LONG && lines <= MOST).map(({ file }) => file);
  assert.deepEqual(fits, []);
});

test('half of the source files have fewer than 100 lines', () => {
  const sorted = sizes.filter(({ file }) => file.startsWith('server/')).toSorted((a, b) => a.lines - b.lines);
  assert.ok(sorted[Math.floor(sorted.length / 2)]!.lines < 100);
});
