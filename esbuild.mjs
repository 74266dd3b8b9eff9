// Bundles the product into dist/: command line, language server and extension for Node (CommonJS), the engine for Node and browsers (ESM).
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { relaxed } from './scripts/editorSchemas.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

mkdirSync('dist/types', { recursive: true });
// The repository is an ES-module package; VS Code 1.91 loads only CommonJS, and one CommonJS file starts fastest.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
// The engine's types (`npm run types` writes them) are those of an ES module.
writeFileSync('dist/types/package.json', '{ "type": "module" }\n');
for (const [from, to] of [
  ['server/facts', 'dist/facts'],
  ['docs/checks', 'dist/docs/checks'],
]) {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

rmSync('dist/schemas', { recursive: true, force: true });
mkdirSync('dist/schemas');
for (const name of ['facts', 'factlint'].map((it) => `${it}.schema.json`)) {
  const schema = JSON.parse(readFileSync(`server/schemas/${name}`, 'utf8'));
  writeFileSync(`dist/schemas/${name}`, `${JSON.stringify(relaxed(schema))}\n`);
}

/**
 * We take the tokenizer of htmlparser2 alone. Its index names what writes trees of HTML, whose packages say only in a file of
 * theirs that esbuild does not look at that loading them does nothing: tables of entities that every start would build.
 */
const withoutTrees = {
  name: 'without-trees',
  setup({ onResolve, resolve }) {
    const filter = /^(domutils|dom-serializer|domhandler|domelementtype|entities)$/;
    onResolve({ filter }, async ({ path, pluginData, ...options }) => {
      if (pluginData === withoutTrees) return undefined;
      const found = await resolve(path, { ...options, pluginData: withoutTrees });
      return { ...found, sideEffects: false };
    });
  },
};

const shared = {
  bundle: true,
  plugins: [withoutTrees],
  sourcemap: process.argv.includes('--dev'),
  minify: !process.argv.includes('--dev'),
  logLevel: 'warning',
  keepNames: false,
  // The ES modules of packages first: smaller, and the others (UMD) hide their parts from the bundler.
  mainFields: ['module', 'main'],
  define: { FACTLINT_VERSION: JSON.stringify(version) },
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };

/** Leaves a module out of a bundle: it is a file of its own beside it. */
function apart(name) {
  const filter = new RegExp(`/${name}\\.ts$`);
  return {
    name: 'apart',
    setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: `./${name}.js`, external: true })),
  };
}

const programs = [
  { ...node, entryPoints: ['server/src/cli/bin.ts'], outfile: 'dist/cli.program.js' },
  { ...node, entryPoints: ['server/src/lsp/main.ts'], outfile: 'dist/server.program.js' },
  // What starts the two: it finds their compiled code.
  {
    ...node,
    entryPoints: ['server/src/cli/launch.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: ['server/src/lsp/launch.ts'], outfile: 'dist/server.js' },
  { ...node, entryPoints: ['server/src/project/launch.ts'], outfile: 'build/launch.cjs' },
  // Loaded when a spreadsheet or a register is read; most runs read none.
  { ...node, entryPoints: ['server/src/project/import/importers.ts'], outfile: 'dist/import.js' },
  {
    ...node,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    // The language client is loaded behind the activation, from a file of its own.
    plugins: [withoutTrees, apart('start')],
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: ['client/src/start.ts'], outfile: 'dist/start.js', external: ['vscode'] },
  {
    ...shared,
    platform: 'neutral',
    target: 'es2022',
    format: 'esm',
    entryPoints: ['server/src/engine.ts'],
    outfile: 'dist/engine.mjs',
  },
  { ...node, entryPoints: ['server/src/project/packFiles.ts'], outfile: 'build/packFiles.cjs' },
];
await Promise.all(
  programs.filter(({ entryPoints: [entry] }) => existsSync(entry)).map((program) => build(program)),
);

// The bundled facts, read and checked now, so that a program need not do it at every start.
const { packFiles } = (await import(pathToFileURL('build/packFiles.cjs').href)).default;
const names = readdirSync('server/facts').filter((name) => name.endsWith('.facts.json'));
const texts = names.map((name) => [name, readFileSync(`server/facts/${name}`, 'utf8')]);
const { packed, ready } = packFiles(Object.fromEntries(texts));
rmSync('dist/packed', { recursive: true, force: true });
mkdirSync('dist/packed');
for (const [name, text] of Object.entries(packed)) writeFileSync(`dist/packed/${name}`, text);
writeFileSync('dist/packed/ready', ready);

const { makeCodeCaches } = await import('./scripts/codeCaches.mjs');
makeCodeCaches();
