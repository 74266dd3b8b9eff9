// Names by the million: `node test/bench/compiledNames.mjs [CORPUS]`. Each subject runs in a process of its own and prints one
// line: what it holds, how long it takes to be ready, and how fast it reads the corpus. Peer: modern-ahocorasick.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { companyNames, registryFile } from './millionNames.mjs';

const BENCH = path.dirname(fileURLToPath(import.meta.url));
const SHARED = path.join(BENCH, '../../../shared/corpus/news');
const ROUNDS = 5;

/** The facts of a folder, loaded as the command line loads them; `load` gives a check. */
const ENTRY = `
import { check } from './checker.ts';
import { readBundled } from './project/bundled.ts';
import { readFactsTexts, readLayers } from './project/factsLayers.ts';
import { nodeFileSystem } from './project/nodeFileSystem.ts';
export function load(folder, dist) {
  const bundled = readBundled(nodeFileSystem, dist);
  const plan = { root: folder, globs: ['*.facts.json'], imports: [], named: [], bundled, maxFileSize: 5e8 };
  const { texts } = readFactsTexts(nodeFileSystem, plan);
  const { facts } = readLayers(nodeFileSystem, texts);
  const run = (text) => check({ path: 'a.txt', text }, facts, { asOf: { year: 2023, month: 1, day: 26 } });
  run('Nothing.');
  return (text) => run(text).mentions.entities.length;
}`;

async function main(corpus) {
  const stdin = { contents: ENTRY, resolveDir: path.join(BENCH, '../../server/src'), loader: 'ts' };
  const outfile = path.join(BENCH, '../../build/namesBench.mjs');
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  };
  const define = {
    FACTLINT_VERSION: JSON.stringify(
      JSON.parse(readFileSync(path.join(BENCH, '../../package.json'), 'utf8')).version,
    ),
  };
  await build({
    stdin,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner,
    define,
    mainFields: ['module', 'main'],
  });
  const rows = [];
  for (const count of [1000, 1_000_000]) {
    const names = companyNames(count, corpus);
    const at = mkdtempSync(path.join(tmpdir(), 'factlint-names-'));
    writeFileSync(path.join(at, 'names.json'), JSON.stringify(names));
    writeFileSync(path.join(at, 'reg.facts.json'), registryFile(names));
    const cli = path.join(BENCH, '../../dist/cli.js');
    const compiled = spawnSync(process.execPath, [cli, 'facts', 'compile', 'reg.facts.json'], { cwd: at });
    if (compiled.status !== 0) throw new Error(String(compiled.stderr));
    for (const subject of ['factlint', 'modern-ahocorasick']) {
      const args = [
        '--expose-gc',
        '--max-old-space-size=8000',
        process.argv[1],
        '--subject',
        `${subject}:${at}`,
        corpus,
      ];
      const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
      rows.push(run.status === 0 ? JSON.parse(run.stdout) : { subject, failed: run.stderr.split('\n')[0] });
      console.log(JSON.stringify({ names: count, ...rows.at(-1) }));
    }
  }
}

async function runSubject(which, corpus) {
  const [subject, at] = which.split(':');
  const texts = readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name), 'utf8'));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const before = memory();
  const start = process.cpuUsage();
  const wall = performance.now();
  const read = subject === 'factlint' ? await factlint(at) : ahocorasick(at);
  const ready = { loadMs: Math.round(performance.now() - wall), loadCpuMs: cpuMs(start) };
  const held = Math.round((memory() - before) / 1e5) / 10;
  const speeds = [];
  let hits = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage();
    hits = texts.reduce((sum, text) => sum + read(text), 0);
    speeds.push(bytes / 1000 / cpuMs(began));
  }
  const mbPerCpuSecond = Math.round(10 * speeds.sort((a, b) => a - b)[ROUNDS >> 1]) / 10;
  process.stdout.write(JSON.stringify({ subject, ...ready, heldMb: held, mbPerCpuSecond, hits }));
}

async function factlint(at) {
  const bundle = pathToFileURL(path.join(BENCH, '../../build/namesBench.mjs'));
  const { load } = await import(bundle);
  return load(at, path.join(BENCH, '../../dist'));
}

function ahocorasick(at) {
  const require = createRequire(path.join(BENCH, 'package.json'));
  const { default: AhoCorasick = require('modern-ahocorasick') } = require('modern-ahocorasick');
  const names = JSON.parse(readFileSync(path.join(at, 'names.json'), 'utf8'));
  const matcher = new AhoCorasick(names);
  return (text) => matcher.search(text).length;
}

function memory() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function cpuMs(start) {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
}

const [what, folder, given] = process.argv.slice(2);
if (what === '--subject') await runSubject(folder, given);
else await main(what ?? (existsSync(SHARED) ? SHARED : '/work/shared/corpus/news'));
