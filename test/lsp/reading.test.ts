import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import {
  ALLIANCE,
  type Client,
  connect,
  MODERN,
  makeFolder,
  NEWSROOM,
  PUSHED,
  type Workspace,
  withCursor,
} from './connect.ts';

async function at<R>(
  client: Client,
  folder: Workspace,
  method: string,
  marked: string,
  more: object = {},
): Promise<R> {
  const { text, position } = withCursor(marked);
  const uri = folder.uri('draft.md');
  await client.open(uri, text);
  return client.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

function cardOf(hover: Hover | null): string {
  const contents = hover?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

test('hover on a claim: verdict, arithmetic, timeline with sources, and why this fact', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const hover = await at<Hover>(client, folder, 'hover', 'Renault owns 4<|>3% of Nissan.');
  const card = cardOf(hover);
  assert.match(card, /^\*\*Supported\*\*: “43%”/);
  assert.match(card, /Renault · stake · Nissan/);
  assert.match(card, /\| Value \| From \| To \| Source \|/);
  assert.match(card, /\| \*\*43\.4%\*\* \| – \| 2023-?\\?-11/);
  assert.match(
    card,
    /\[Statement on the alliance, Nissan Motor, 2023\\-01\\-30\]\(https:\/\/example\.com\/nissan\)/,
  );
  assert.match(card, /Why this fact \(renault\\-stake\\-in\\-nissan\)/);
  assert.deepEqual(hover.range, { start: { line: 0, character: 13 }, end: { line: 0, character: 16 } });
});

test('hover on a name: the entity, its names and what is known; on a wrong name what to write', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const right = cardOf(await at<Hover>(client, folder, 'hover', 'Nis<|>san rose.'));
  assert.match(right, /^\*\*Nissan\*\* \(company\)/);
  assert.match(right, /Also: Nissan Motor Co\., Ltd\./);
  assert.match(right, /Based in: Yokohama/);
  const wrong = cardOf(await at<Hover>(client, folder, 'hover', 'Renault Mot<|>ors rose.'));
  assert.match(wrong, /“Renault Motors”: misnomer; write Renault/);
});

test('hover where nothing was understood is empty; a client without Markdown gets plain text', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  assert.equal(await at(client, folder, 'hover', 'Shares ro<|>se.'), null);
  const plain = await connect(folder, { capabilities: PUSHED });
  const hover = await at<Hover>(plain, folder, 'hover', 'Renault owns 4<|>3% of Nissan.');
  const card = cardOf(hover);
  assert.match(card, /^Supported: “43%”/);
  assert.doesNotMatch(card, /\*\*|\\/);
});

test('definition: from a claim to its value in the facts file, from a name to the entity', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const [value] = await at<Location[]>(client, folder, 'definition', 'Renault owns 3<|>4% of Nissan.');
  assert.equal(value?.uri, folder.uri('desk.facts.json'));
  assert.equal(value?.range.start.line, 16);
  const [entity] = await at<Location[]>(client, folder, 'definition', 'Renault owns 34% of Niss<|>an.');
  assert.equal(entity?.range.start.line, 7);
});

test('definition in a bundled facts file shows the file that comes with the product', async () => {
  const folder = makeFolder({});
  const client = await connect(folder);
  const [entity] = await at<Location[]>(client, folder, 'definition', 'Renau<|>lt rose.');
  assert.match(entity?.uri ?? '', /\/facts\/.*\.facts\.json$/);
});

test('references: a fact’s claims in every draft of the folder, open or not', async () => {
  const folder = makeFolder({
    ...NEWSROOM,
    'a.md': 'Renault owns 43% of Nissan.\n',
    'sub/b.txt': 'Cars.\n\nRenault owns 34% of Nissan.\n',
    'c.md': 'Nissan rose.\n',
  });
  const client = await connect(folder);
  const context = { includeDeclaration: false };
  const places = await at<Location[]>(client, folder, 'references', 'Renault owns 4<|>3.4% of Nissan.', {
    context,
  });
  const found = places.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`);
  assert.deepEqual(found.sort(), ['a.md:0', 'b.txt:2', 'draft.md:0']);
});

test('references from a facts file, with the definition', async () => {
  const folder = makeFolder({ ...NEWSROOM, 'a.md': 'Nissan rose.\n' });
  const client = await connect(folder);
  const facts = folder.uri('desk.facts.json');
  await client.open(facts, ALLIANCE, 'jsonc');
  const line = ALLIANCE.split('\n').findIndex((it) => it.includes('"object": "nissan"'));
  const places = await client.request<Location[]>('textDocument/references', {
    textDocument: { uri: facts },
    position: { line, character: 20 },
    context: { includeDeclaration: true },
  });
  assert.deepEqual(
    places.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line}`),
    ['desk.facts.json:7', 'a.md:0', `desk.facts.json:${line}`],
  );
});

test('highlights: the same claim elsewhere in the draft', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const marked = 'Renault owns 4<|>3% of Nissan.\n\nRenault’s stake in Nissan is 43.4%.\n';
  const places = await at<DocumentHighlight[]>(client, folder, 'documentHighlight', marked);
  assert.deepEqual(
    places.map(({ range }) => range.start.line),
    [0, 2],
  );
});

test('symbols of a draft are its claims; of a facts file what it defines; flat for older clients', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const draft = await at<DocumentSymbol[]>(client, folder, 'documentSymbol', 'Renault owns 43% of Nissan.');
  const claim = draft.find(({ name }) => name === '43%');
  assert.equal(claim?.detail, 'supported · Renault · stake · Nissan');
  const uri = folder.uri('desk.facts.json');
  await client.open(uri, ALLIANCE, 'jsonc');
  const facts = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  assert.deepEqual(
    facts.map(({ name }) => name),
    ['nissan-2023', 'renault', 'nissan', 'renault-stake-in-nissan'],
  );
  assert.equal(facts.at(-1)?.detail, 'renault · stake · nissan: 43.4% → 15%');
  const old = await connect(folder, { capabilities: PUSHED });
  const flat = await at<SymbolInformation[]>(old, folder, 'documentSymbol', 'Renault owns 43% of Nissan.');
  assert.ok(flat.every(({ location }) => location.uri === folder.uri('draft.md')));
});

test('workspace symbols are facts', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  await client.open(folder.uri('draft.md'), 'x');
  await client.pull(folder.uri('draft.md'));
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'nissan STAKE' });
  assert.deepEqual(
    found.map(({ name }) => name),
    ['Renault · stake · Nissan: 43.4% → 15%'],
  );
  assert.deepEqual(await client.request('workspace/symbol', { query: 'no such thing' }), []);
});

const SHOWN = { bundled: false, asOf: '2023-01-26' };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test('inlay hints and semantic tokens come by setting only, and go again', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { settings: { ...SHOWN, inlayHints: true, semanticTokens: true } });
  const text = 'Renault owns 43% of Nissan.\n\nNissan’s stake is 34%.\n';
  const uri = folder.uri('draft.md');
  await client.open(uri, text);
  const textDocument = { uri };
  const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: WHOLE });
  assert.deepEqual(
    hints.map(({ position, label }) => [position, label]),
    [[{ line: 0, character: 16 }, '✓']],
  );
  const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  assert.deepEqual(data.slice(0, 10), [0, 0, 7, 0, 1, 0, 13, 3, 0, 1]);
  const refreshed = client.next('workspace/inlayHint/refresh');
  await client.setSettings(SHOWN);
  await refreshed;
  assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument, range: WHOLE }), []);
  assert.deepEqual(await client.request('textDocument/semanticTokens/full', { textDocument }), { data: [] });
});

test('only what is implemented is advertised', async () => {
  const folder = makeFolder(NEWSROOM);
  const { capabilities, request } = await connect(folder, { capabilities: MODERN });
  const textDocument = { uri: folder.uri('none.md') };
  const position = { line: 0, character: 0 };
  const methods: Readonly<Record<string, string>> = {
    hoverProvider: 'textDocument/hover',
    definitionProvider: 'textDocument/definition',
    referencesProvider: 'textDocument/references',
    documentHighlightProvider: 'textDocument/documentHighlight',
    documentSymbolProvider: 'textDocument/documentSymbol',
    documentLinkProvider: 'textDocument/documentLink',
    completionProvider: 'textDocument/completion',
    codeLensProvider: 'textDocument/codeLens',
    renameProvider: 'textDocument/rename',
    codeActionProvider: 'textDocument/codeAction',
    diagnosticProvider: 'textDocument/diagnostic',
    inlayHintProvider: 'textDocument/inlayHint',
    semanticTokensProvider: 'textDocument/semanticTokens/full',
    workspaceSymbolProvider: 'workspace/symbol',
  };
  const other = ['positionEncoding', 'textDocumentSync', 'executeCommandProvider', 'workspace'];
  assert.deepEqual(Object.keys(capabilities).sort(), [...Object.keys(methods), ...other].sort());
  for (const method of Object.values(methods)) {
    const params = {
      textDocument,
      position,
      range: WHOLE,
      context: { diagnostics: [] },
      newName: 'x',
      query: 'x',
    };
    await request(method, params); // a method without a handler is answered by an error
  }
});
