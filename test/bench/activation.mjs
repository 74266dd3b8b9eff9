// How long the packaged extension takes to activate in the VS Code of the editor tests; bundled with their support.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Milliseconds of so many activations; undefined where no VS Code is installed. */
export async function measureActivations(runs = 5) {
  const root = path.resolve(import.meta.dirname, '..', '..');
  process.chdir(root); // as the editor tests expect it
  const packed = spawnSync('npm', ['run', '--silent', 'package'], { encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const outfile = path.join(root, 'build', 'bench', 'activation.mjs');
  await build({
    entryPoints: [path.join(root, 'test', 'bench', 'activation.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const { activations } = await import(pathToFileURL(outfile).href);
  return activations(runs);
}
