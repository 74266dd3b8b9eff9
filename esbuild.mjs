// Bundles the product into dist/: command line, language server and extension for Node (CommonJS), the engine for Node and browsers (ESM).
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('dist', { recursive: true });
// The repository is an ES-module package; VS Code 1.91 loads only CommonJS, and one CommonJS file starts fastest.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

const shared = {
  bundle: true,
  sourcemap: process.argv.includes('--dev'),
  minify: !process.argv.includes('--dev'),
  logLevel: 'warning',
  keepNames: false,
  loader: { '.facts.json': 'json' },
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

await Promise.all([
  build({
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({ ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js' }),
  build({
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  }),
  build({
    ...shared,
    platform: 'neutral',
    target: 'es2022',
    format: 'esm',
    mainFields: ['module', 'main'],
    entryPoints: ['server/src/engine.ts'],
    outfile: 'dist/engine.mjs',
  }),
]);
