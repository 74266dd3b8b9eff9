import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { ALLIANCE, connect, makeFolder, NEWSROOM, type Workspace } from './connect.ts';

const WRONG = 'Renault owns 34% of Nissan.\n';
const SETTINGS = { asOf: '2023-01-26' };

/** A workspace of another kind than files on a disk: of GitHub, an archive, an extension of one's own. */
const VIRTUAL: Workspace = {
  root: '/desk',
  uri: (name) => `memfs:/desk/${name}`,
  path: (name) => `/desk/${name}`,
  write: () => assert.fail('nothing is written'),
};

test('in a virtual workspace drafts are checked by the bundled facts, and mended', async () => {
  const client = await connect(VIRTUAL, { settings: SETTINGS });
  const uri = VIRTUAL.uri('draft.md');
  await client.open(uri, WRONG);
  const [wrong] = await client.diagnostics(uri);
  assert.equal(wrong?.code, 'percent-mismatch');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: wrong.range,
    context: { diagnostics: [] },
  });
  assert.match(actions[0]?.title ?? '', /^Change to 43/);
  assert.deepEqual(client.messages, []);
});

test('what an editor shows of another kind than its workspace is no draft', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  for (const uri of ['output:tasks', 'memfs:/desk/draft.md', 'vscode-chat:answer.md']) {
    await client.open(uri, WRONG);
    assert.deepEqual(await client.diagnostics(uri), []);
  }
});

test('a facts file that is closed unsaved counts as the disk has it, and drafts are checked again', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const draft = folder.uri('draft.md');
  const facts = folder.uri('desk.facts.json');
  await client.open(draft, 'Renault owns 43% of Nissan.\n');
  await client.open(facts, ALLIANCE, 'jsonc');
  assert.deepEqual(await client.diagnostics(draft), []);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(facts, ALLIANCE.replace('43.4%', '34.2%'));
  await refreshed;
  assert.equal((await client.diagnostics(draft)).length, 1);
  const again = client.next('workspace/diagnostic/refresh');
  await client.notify('textDocument/didClose', { textDocument: { uri: facts } });
  await again;
  assert.deepEqual(await client.diagnostics(draft), []);
});
