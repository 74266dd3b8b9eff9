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

const PROBE = `
import { readFileSync, writeFileSync } from 'node:fs';
import { cacheFileOf, readProgram } from './server/src/project/launch.ts';
import { keepHeapSmall, leaveHeapAlone } from './server/src/project/smallHeap.ts';
const [program, step] = process.argv.slice(2);
if (step !== 'make') keepHeapSmall();
if (step === 'alone') leaveHeapAlone();
const script = readProgram(program, step === 'make' ? undefined : readFileSync(cacheFileOf(program)));
if (step === 'make') writeFileSync(cacheFileOf(program), script.createCachedData());
else process.stdout.write(String(script.cachedDataRejected));
`;

test('the heap of a run over many files does not keep its workers from compiled code', async () => {
  const probe = path.join(folder, 'probe.cjs');
  const stdin = { contents: PROBE, resolveDir: '.', loader: 'ts' } as const;
  await build({ stdin, outfile: probe, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  const look = (step: string) => spawnSync(process.execPath, [probe, program, step], { encoding: 'utf8' });
  look('make');
  assert.deepEqual([look('small').stdout, look('alone').stdout], ['true', 'false']);
});
