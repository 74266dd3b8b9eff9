// Bundles the product into dist/: command line, language server and extension for Node (CommonJS), the engine for Node and browsers (ESM).
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync('dist', { recursive: true });
// The repository is an ES-module package; VS Code 1.91 loads only CommonJS, and one CommonJS file starts fastest.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
rmSync('dist/facts', { recursive: true, force: true });
cpSync('server/facts', 'dist/facts', { recursive: true });

const shared = {
  bundle: true,
  sourcemap: process.argv.includes('--dev'),
  minify: !process.argv.includes('--dev'),
  logLevel: 'warning',
  keepNames: false,
  // The ES modules of packages first: smaller, and the others (UMD) hide their parts from the bundler.
  mainFields: ['module', 'main'],
  define: { FACTLINT_VERSION: JSON.stringify(version) },
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

const programs = [
  {
    ...node,
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...shared,
    platform: 'neutral',
    target: 'es2022',
    format: 'esm',
    entryPoints: ['server/src/engine.ts'],
    outfile: 'dist/engine.mjs',
  },
];
await Promise.all(programs.filter(({ entryPoints: [entry] }) => existsSync(entry)).map((it) => build(it)));
