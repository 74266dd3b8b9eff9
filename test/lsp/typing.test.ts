import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { check } from '../../server/src/checker.ts';
import type { Host } from '../../server/src/lsp/host.ts';
import type { Status } from '../../server/src/lsp/messages.ts';
import {
  ALLIANCE,
  type Client,
  type ClientOptions,
  connect,
  makeFolder,
  NEWSROOM,
  PUSHED,
} from './connect.ts';

const BURST = Array.from({ length: 50 }, (_, index) => `Renault owns ${index}% of Nissan.`);
const LAST = /^49% should be 43%/;

/** A client with an open draft, whose server notes each text that it checks from then on. */
async function typist(options: ClientOptions): Promise<{
  readonly client: Client;
  readonly uri: string;
  readonly facts: string;
  readonly checked: string[];
}> {
  const folder = makeFolder(NEWSROOM);
  const checked: string[] = [];
  const noting: Host['check'] = (source, facts, checkOptions) => {
    checked.push(source.text);
    return check(source, facts, checkOptions);
  };
  const client = await connect(folder, { ...options, host: { check: noting } });
  const uri = folder.uri('draft.md');
  await client.open(uri, 'x');
  await client.request('factlint/status', { uri });
  checked.length = 0;
  return { client, uri, facts: folder.uri('desk.facts.json'), checked };
}

function said(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ message }) => message).join('\n');
}

for (const [what, options] of Object.entries<ClientOptions>({
  'a client that pulls': {},
  'one that shows the status, too, as VS Code does': { initializationOptions: { status: true } },
})) {
  test(`of a burst of edits only the last version is checked, for ${what}`, async () => {
    const { client, uri, checked } = await typist(options);
    const edits = BURST.map((text) => client.change(uri, text));
    const pull = client.diagnostics(uri);
    await Promise.all(edits);
    assert.match(said(await pull), LAST);
    assert.deepEqual(checked, BURST.slice(-1));
  });
}

test('nor is another one checked for what an editor asks at every key', async () => {
  const { client, uri, checked } = await typist({});
  const position = { line: 0, character: 2 };
  const range = { start: position, end: position };
  const answers = BURST.flatMap((text) => [
    client.change(uri, text),
    client.request('textDocument/semanticTokens/full', { textDocument: { uri } }),
    client.request('textDocument/documentSymbol', { textDocument: { uri } }),
    client.request('textDocument/inlayHint', { textDocument: { uri }, range }),
    client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } }),
    client.request('textDocument/documentHighlight', { textDocument: { uri }, position }),
  ]);
  await Promise.all(answers);
  assert.deepEqual(checked, BURST.slice(-1));
});

test('of a burst of edits only the last version is checked, for a client that waits for pushes', async () => {
  const { client, uri, checked } = await typist({ capabilities: PUSHED });
  const pushed = client.next<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    ({ diagnostics }) => diagnostics.length > 0,
  );
  await Promise.all(BURST.map((text) => client.change(uri, text)));
  assert.match(said((await pushed).diagnostics), LAST);
  assert.deepEqual(checked, BURST.slice(-1));
});

test('of a burst of edits to a facts file only the last version reaches the drafts', async () => {
  const { client, uri, facts, checked } = await typist({ initializationOptions: { status: true } });
  await client.change(uri, 'Renault owns 34% of Nissan.');
  await client.open(facts, ALLIANCE, 'jsonc');
  assert.match(said(await client.diagnostics(uri)), /^34% should be 43%/);
  checked.length = 0;
  const told = client.next<Status>('factlint/status', (it) => it.uri === uri && it.findings === 0);
  const values = Array.from({ length: 30 }, (_, index) => `${index + 5}%`);
  await Promise.all(values.map((value) => client.change(facts, ALLIANCE.replace('43.4%', value))));
  await told;
  assert.deepEqual(checked, ['Renault owns 34% of Nissan.']);
});
