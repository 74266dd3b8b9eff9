import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { cacheFileOf, readProgram } from '../../server/src/project/launch.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
const program = path.join(folder, 'cli.program.js');
const launcher = path.join(folder, 'cli.js');
const TEXT = `require('node:fs').writeSync(1, [__filename, process.argv[2]].map((it) => require('node:path').basename(it)).join());`;

before(async () => {
  await build({
    entryPoints: ['server/src/cli/launch.ts'],
    outfile: launcher,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  writeFileSync(program, TEXT);
});
after(() => rmSync(folder, { recursive: true }));

const run = () => spawnSync(process.execPath, [launcher, 'x'], { encoding: 'utf8' });

test('a program runs without its compiled code', () => {
  assert.deepEqual([run().stdout, run().stderr], ['cli.program.js,x', '']);
});

test('a program runs from its compiled code, in the place of its launcher', () => {
  writeFileSync(cacheFileOf(program), readProgram(program).createCachedData());
  assert.deepEqual([run().stdout, run().stderr], ['cli.js,x', '']);
});

test('compiled code of another version is passed over', () => {
  writeFileSync(cacheFileOf(program), Buffer.alloc(500, 7));
  assert.deepEqual([run().stdout, run().stderr], ['cli.js,x', '']);
  copyFileSync(program, cacheFileOf(program));
  assert.deepEqual([run().stdout, run().stderr], ['cli.js,x', '']);
});
