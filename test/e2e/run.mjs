// Bundles the extension and the editor tests, and runs them in the real thing (see install-host.mjs).
// `node test/e2e/run.mjs` runs all; `node test/e2e/run.mjs neovim` only the files whose name contains one of the words.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const words = process.argv.slice(2);
const OUT = path.join('build', 'e2e');
const tests = readdirSync('test/e2e')
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
if (tests.length === 0) {
  console.error(`No editor test matches ${words.join(', ')}.`);
  process.exit(2);
}

run(process.execPath, ['esbuild.mjs']);
rmSync(OUT, { recursive: true, force: true });
const shared = {
  bundle: true,
  platform: 'node',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
};
// What runs inside VS Code is CommonJS, as the extension is.
await build({
  ...shared,
  entryPoints: readdirSync('test/e2e/suite').map((file) => path.join('test/e2e/suite', file)),
  outdir: path.join(OUT, 'suite'),
  format: 'cjs',
  target: 'node20',
});
writeFileSync(path.join(OUT, 'suite', 'package.json'), '{ "type": "commonjs" }\n');
await build({
  ...shared,
  entryPoints: tests.map((file) => path.join('test/e2e', file)),
  outdir: OUT,
  format: 'esm',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
});
const files = tests.map((file) => path.join(OUT, file.replace(/\.ts$/, '.mjs')));
// One after the other: each has an editor of its own, and two at once would only wait for each other.
run(process.execPath, ['--enable-source-maps', '--test', '--test-concurrency=1', ...files]);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
