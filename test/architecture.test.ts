import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const ROOT = process.cwd();

/** Each layer may import itself and the layers before it. */
const LAYERS = [
  'text',
  'values',
  'facts',
  'mentions',
  'claims',
  'checks',
  'toSource.ts',
  'checker.ts',
  'settingsLists.ts',
  'settings.ts',
  'engine.ts',
  'project',
  'lsp',
  'cli',
];

/** Layers that meet the world. They never import each other, but for the one file that starts the language server. */
const EDGES = new Set(['lsp', 'cli']);
const ACROSS = new Set(['cli/commands/lsp.ts']);

/** The files of `project/` that know Node; the rest of it runs in a browser. */
const NODE_FILES = new Set([
  'project/nodeFiles.ts',
  'project/nodeFileSystem.ts',
  'project/launch.ts',
  'project/nodeImporters.ts',
  'project/packFiles.ts',
  'project/readyBase.ts',
  'project/smallHeap.ts',
  'project/workers.ts',
  'project/fingerprint.ts',
]);

/** The packages that a layer may use; why each is there stands in ARCHITECTURE.md. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  text: ['@lezer/common', '@lezer/markdown', 'entities/decode', 'htmlparser2'],
  facts: ['jsonc-parser'],
  claims: ['stemmer'],
  project: [
    '@streamparser/json',
    'csv-parse',
    'csv-parse/sync',
    'fflate',
    'htmlparser2',
    'ignore',
    'jsonc-parser',
    'picomatch',
    'write-file-atomic',
    'yaml',
  ],
  lsp: [
    'jsonc-parser',
    'vscode-languageserver',
    'vscode-languageserver/node',
    'vscode-languageserver-textdocument',
    'write-file-atomic',
  ],
  cli: ['diff', 'get-east-asian-width', 'sarif'],
  client: ['vscode', 'vscode-languageclient/node'],
};

/** What the core must not know: the clock, the environment, the terminal. */
const WORLD = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bconsole\.|\bperformance\.|\bMath\.random\b/;

interface Module {
  /** Below `server/src`, or from the root for the client. */
  readonly name: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const server = modulesOf('server/src').map((it) => ({ ...it, layer: layerOf(it.name) }));
const client = modulesOf('client/src').map((it) => ({ ...it, layer: 'client' }));

for (const { name, layer, text, imports } of server) {
  test(`${name} imports only its own layer and those below`, () => {
    assert.ok(LAYERS.includes(layer), `${name} stands in no layer`);
    for (const specifier of imports.filter((it) => it.startsWith('.'))) {
      const target = layerOf(path.join(path.dirname(name), specifier));
      const isAcross = EDGES.has(layer) && EDGES.has(target) && target !== layer;
      if (isAcross) assert.ok(ACROSS.has(name), `${name} reaches across to ${target}`);
      else assert.ok(LAYERS.indexOf(target) <= LAYERS.indexOf(layer), `${name} reaches up to ${target}`);
    }
  });

  test(`${name} does no input or output unless it is an edge`, () => {
    if (EDGES.has(layer) || NODE_FILES.has(name)) return;
    assert.deepEqual(
      imports.filter((it) => it.startsWith('node:')),
      [],
    );
    assert.doesNotMatch(withoutComments(text), WORLD);
  });
}

test('the client imports from the server only the names of messages', () => {
  for (const { name, imports } of client) {
    const outside = imports.filter((it) => it.startsWith('..'));
    assert.deepEqual(
      outside.filter((it) => !it.endsWith('server/src/lsp/messages.ts')),
      [],
      name,
    );
  }
});

test('each layer uses only the packages it is known for', () => {
  for (const { name, layer, imports } of [...server, ...client]) {
    const strange = packagesAmong(imports).filter((it) => !PACKAGES[layer]?.includes(it));
    assert.deepEqual(strange, [], `${name}: a new package wants a line here and one in ARCHITECTURE.md`);
  }
});

test('every dependency is used, and ARCHITECTURE.md and THIRD-PARTY.md speak of it', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const used = new Set([...server, ...client].flatMap(({ imports }) => packagesAmong(imports)).map(rootOf));
  const architecture = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const thirdParty = readFileSync(path.join(ROOT, 'THIRD-PARTY.md'), 'utf8');
  for (const name of Object.keys(dependencies)) {
    assert.ok(used.has(name), `${name} is used nowhere`);
    assert.ok(architecture.includes(`\`${name}\``), `ARCHITECTURE.md gives no reason for ${name}`);
    assert.ok(thirdParty.includes(`| ${name} |`), `THIRD-PARTY.md does not name ${name}`);
  }
});

test('every exported thing has a doc comment', () => {
  const bare = [...server, ...client].flatMap(({ name, text }) => undocumentedIn(name, text));
  assert.deepEqual(bare, BARE);
});

/** Exported without a doc comment today; this list can only become shorter. */
const BARE: readonly string[] = [];

function undocumentedIn(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    const first = statement.getText().split('\n', 1)[0]!;
    return [`${name}: ${first.slice(0, 70)}`];
  });
}

function modulesOf(folder: string): readonly Omit<Module, 'layer'>[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const text = readFileSync(path.join(ROOT, folder, file), 'utf8');
      const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      return { name: file.replaceAll('\\', '/'), text, imports };
    });
}

function layerOf(file: string): string {
  return path.normalize(file).split(path.sep)[0]!;
}

function packagesAmong(imports: readonly string[]): readonly string[] {
  return imports.filter((it) => !it.startsWith('.') && !it.startsWith('node:'));
}

/** `vscode-languageserver/node` → `vscode-languageserver`. */
function rootOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
