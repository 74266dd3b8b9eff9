// Whole processes: cold starts and folder runs.
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './subjects.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
export const CLI = join(ROOT, 'dist', 'cli.js');
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** Runs `node ARGS` so many times: medians of wall and processor time in ms and of peak memory in MB. */
export function runProgram(args, { times = 5, folder, cwd = folder, input }) {
  const peakFile = join(folder, 'peak.json');
  const runs = Array.from({ length: times }, () => {
    const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--require', join(HERE, 'peak.cjs'), ...args], {
      cwd,
      env: { ...process.env, BENCH_PEAK: peakFile },
      stdio: [stdin, 'ignore', 'pipe'],
    });
    const wall = performance.now() - start;
    if (input !== undefined) closeSync(stdin);
    if (status === null || status > 1) throw new Error(`node ${args.join(' ')}: ${stderr}`);
    return { wall, ...JSON.parse(readFileSync(peakFile, 'utf8')) };
  });
  return {
    wall: median(runs.map((it) => it.wall)),
    cpu: median(runs.map((it) => it.cpuMs)),
    peakMb: median(runs.map((it) => it.peakMb)),
  };
}

/** From nothing to the first article's result: an empty Node, our command line, each peer. */
export function coldStarts(article, folder, peers) {
  return [
    ['node -e 0', ['-e', '0']],
    ['factlint check', [CLI, 'check', article]],
    ...peers.map((peer) => [peer, [join(HERE, 'cold.mjs'), peer, article]]),
  ].map(([name, args]) => ({ name, ...runProgram(args, { folder, times: name === 'cspell-lib' ? 3 : 7 }) }));
}

/** A folder by the command line, streamed as JSON lines, by one thread and by two. */
export function folderRuns(drafts, folder, asOf) {
  return [1, 2].map((jobs) => {
    const args = [CLI, 'check', drafts, '--format', 'jsonl', '--jobs', String(jobs), '--as-of', asOf];
    return { jobs, ...runProgram(args, { folder, times: 3 }) };
  });
}

/** A stream of documents, a JSON object a line, by one process. */
export function streamRun(documents, folder, asOf) {
  const args = [CLI, 'check', '--jsonl-in', '--as-of', asOf];
  return runProgram(args, { folder, times: 3, input: documents });
}

/** So many copies of a folder. */
export function copies(drafts, count, folder) {
  const path = join(folder, 'copies');
  for (let index = 0; index < count; index++) cpSync(drafts, join(path, String(index)), { recursive: true });
  return path;
}

/** Loading the extension's code, which is nearly all of its activation: the server starts in a process of its own. */
export function extensionLoad() {
  const args = [join(HERE, 'extensionLoad.cjs'), join(ROOT, 'dist', 'extension.js')];
  const runs = Array.from({ length: 7 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  return median(runs);
}
