// Bundles the unit tests with esbuild (Node 20 runs no TypeScript) and runs them with node's own test runner.
// `node test/run.mjs` runs all; `node test/run.mjs values/` only the files whose path contains one of the words.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const words = process.argv.slice(2);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.test.ts') && !/^(e2e|bench)[\\/]/.test(file) && !file.includes('node_modules'),
  )
  .filter((file) => words.length === 0 || words.some((word) => file.replaceAll('\\', '/').includes(word)))
  .map((file) => path.join('test', file));
if (files.length === 0) {
  console.error(`No test file matches ${words.join(', ')}.`);
  process.exit(2);
}
const outdir = path.join('build', `test-${process.pid}`);
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: files,
  outdir,
  outbase: 'test',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const tests = files.map((file) => path.join(outdir, path.relative('test', file).replace(/\.ts$/, '.mjs')));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...tests], {
  stdio: 'inherit',
});
rmSync(outdir, { recursive: true, force: true });
process.exit(status ?? 1);
