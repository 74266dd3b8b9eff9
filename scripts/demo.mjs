// `npm run demo`: builds if need be, checks samples/, and shows what a writer would read.
// Ends well although the samples hold errors: they are there on purpose.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const CLI = path.join(ROOT, 'dist', 'cli.js');

if (!existsSync(CLI) || isOlderThanSource()) run('esbuild.mjs');
const { status } = run(CLI, 'check', 'samples');
// 1 says that there are findings; 2, that it could not do its work.
process.exit(status === 1 ? 0 : (status ?? 2));

function run(...args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
}

function isOlderThanSource() {
  const built = statSync(CLI).mtimeMs;
  return ['server/src/cli/bin.ts', 'server/src/checker.ts', 'package.json'].some(
    (file) => statSync(path.join(ROOT, file)).mtimeMs > built,
  );
}
