// `npm test`: everything that this machine can check, one part after the other, each with its output.
// Closes with `N passed, N failed` and exits 1 if anything failed. In CI (CI=true) nothing may be skipped.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { whyNoHosts } from './scale/hosts.mjs';

const inCi = process.env.CI === 'true';
const words = process.argv.slice(2);

/** Every part: what it is called, what runs it, and why it cannot run here (undefined: it can). */
const PARTS = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint and format', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'grammar', command: ['npm', 'run', '--silent', 'grammar'] },
  { name: 'unit', command: ['npm', 'run', '--silent', 'unit'] },
  { name: 'accuracy', command: ['npm', 'run', '--silent', 'accuracy'] },
  {
    name: 'accuracy on ../shared/eval',
    command: ['npm', 'run', '--silent', 'accuracy', '--', '../shared/eval'],
    missing: existsSync('../shared/eval') ? undefined : 'there is no ../shared/eval beside this folder',
  },
  { name: 'demo', command: ['npm', 'run', '--silent', 'demo'] },
  {
    name: 'scale: GNU parallel on several hosts',
    command: ['node', '--test', '--test-reporter', 'spec', 'test/scale/parallel.test.mjs'],
    missing: whyNoHosts(),
  },
  {
    name: 'editor: Neovim',
    command: ['npm', 'run', '--silent', 'e2e', '--', 'neovim'],
    missing: has('nvim') ? undefined : 'Neovim is not installed (node test/e2e/install-host.mjs installs it)',
  },
  {
    name: 'editor: Emacs',
    command: ['npm', 'run', '--silent', 'e2e', '--', 'emacs'],
    missing: has('emacs', '--batch', '--eval', "(require 'eglot)")
      ? undefined
      : 'Emacs with eglot is not installed (node test/e2e/install-host.mjs installs it)',
  },
  {
    name: 'editor: VS Code',
    command: ['npm', 'run', '--silent', 'e2e', '--', 'workbench', 'workspaces', 'writer'],
    missing:
      process.env.VSCODE_PATH || existsSync('test/e2e/host/node_modules/code-server')
        ? undefined
        : 'no editor host is here (node test/e2e/install-host.mjs installs one, or set VSCODE_PATH)',
  },
];

/** What the runners say of themselves: node's own, mocha's. */
const COUNTS = [
  { key: 'passed', line: /^(?:#|ℹ) pass (\d+)$/gm },
  { key: 'failed', line: /^(?:#|ℹ) (?:fail|cancelled) (\d+)$/gm },
  { key: 'skipped', line: /^(?:#|ℹ) (?:skipped|todo) (\d+)$/gm },
  { key: 'passed', line: /^ *(\d+) passing\b/gm },
  { key: 'failed', line: /^ *(\d+) failing\b/gm },
  { key: 'skipped', line: /^ *(\d+) pending\b/gm },
];

const total = { passed: 0, failed: 0 };
const notes = [];
for (const part of PARTS.filter(({ name }) => words.length === 0 || words.some((it) => name.includes(it)))) {
  console.log(`\n━━ ${part.name}`);
  const { passed, failed } = part.missing === undefined ? await run(part) : skip(part);
  total.passed += passed;
  total.failed += failed;
}
console.log(notes.length > 0 ? `\n${notes.join('\n')}\n` : '');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** Runs a part and shows what it prints; a part that counts nothing counts as one. */
async function run({ name, command: [program, ...args] }) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      output += text;
      process[stream].write(text);
    });
  }
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  const counted = count(output);
  const isSkipped = inCi && counted.skipped > 0;
  if (isSkipped) notes.push(`FAILED ${name}: ${counted.skipped} skipped, and in CI nothing may be.`);
  else if (counted.skipped > 0) notes.push(`Skipped in ${name}: ${counted.skipped} tests.`);
  if (status !== 0) notes.push(`FAILED ${name}: ${[program, ...args].join(' ')} ended with ${status}.`);
  const hasFailed = status !== 0 || isSkipped;
  return {
    passed: counted.passed + (counted.passed + counted.failed === 0 && !hasFailed ? 1 : 0),
    failed: hasFailed ? Math.max(1, counted.failed) : 0,
  };
}

/** Notes why a part did not run; in CI that is a failure. */
function skip({ name, missing }) {
  console.log(`skipped: ${missing}`);
  notes.push(`${inCi ? 'FAILED' : 'Skipped'} ${name}: ${missing}.`);
  return { passed: 0, failed: inCi ? 1 : 0 };
}

function count(output) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { key, line } of COUNTS) {
    for (const [, number] of output.matchAll(line)) counts[key] += Number(number);
  }
  return counts;
}

function has(program, ...args) {
  const asked = args.length > 0 ? args : ['--version'];
  return spawnSync(program, asked, { stdio: 'ignore' }).status === 0;
}
