import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { ALLIANCE, type Client, type ClientOptions, connect, makeFolder, NEWSROOM } from './connect.ts';

const DRAFTS = {
  'a.md': 'Renault owns 43% of Nissan.\n',
  'b.md': 'Renault owns 34% of Nissan.\n',
  'c.md': 'Nissan sells cars.\n',
  'd.md': 'Renault Motors owns 43% of Nissan.\n',
};

async function editor(options: ClientOptions = {}) {
  const folder = makeFolder({ ...NEWSROOM, ...DRAFTS });
  const client = await connect(folder, options);
  const uri = folder.uri('desk.facts.json');
  await client.open(uri, ALLIANCE, 'jsonc');
  assert.deepEqual(await lenses(client, uri), ['10: used in 3 drafts · 1 mismatch']);
  return { folder, client, uri };
}

/** «line: words» of every lens. */
async function lenses(client: Client, uri: string): Promise<readonly string[]> {
  const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const resolved = await Promise.all(found.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
  return resolved.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
}

/** Types, and waits until the drafts are to be looked at again. */
async function type(client: Client, uri: string, text: string): Promise<void> {
  const refreshed = client.next('workspace/codeLens/refresh');
  await client.change(uri, text);
  await refreshed;
}

test('a fact that is changed and not saved says which drafts become wrong or right', async () => {
  const { client, uri } = await editor();
  await type(client, uri, ALLIANCE.replace('43.4%', '34.2%'));
  assert.deepEqual(await lenses(client, uri), [
    '10: not saved: a.md and d.md become wrong · b.md becomes right',
    '10: used in 3 drafts · 2 mismatches',
  ]);
  await type(client, uri, ALLIANCE.replace('43.4%', '43.2%'));
  assert.deepEqual(await lenses(client, uri), [
    '10: not saved: no draft becomes wrong or right',
    '10: used in 3 drafts · 1 mismatch',
  ]);
});

test('open drafts are compared by their open text', async () => {
  const { folder, client, uri } = await editor();
  await client.open(folder.uri('c.md'), 'Renault owns 43% of Nissan.\n');
  await type(client, uri, ALLIANCE.replace('43.4%', '50%'));
  const [effect] = await lenses(client, uri);
  assert.equal(effect, '10: not saved: a.md, c.md and d.md become wrong');
});

test('spaces, comments and what is saved are no change', async () => {
  const { folder, client, uri } = await editor();
  await type(client, uri, ALLIANCE.replace('"version": 1', '// the desk’s own\n  "version":   1'));
  assert.deepEqual(await lenses(client, uri), ['11: used in 3 drafts · 1 mismatch']);
  const changed = ALLIANCE.replace('43.4%', '34.2%');
  await type(client, uri, changed);
  folder.write('desk.facts.json', changed);
  const refreshed = client.next('workspace/codeLens/refresh');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await refreshed;
  assert.deepEqual(await lenses(client, uri), ['10: used in 3 drafts · 2 mismatches']);
});

test('what changes beside facts, and facts that go, are told above all', async () => {
  const { client, uri } = await editor();
  await type(client, uri, ALLIANCE.replace('"misnomers": ["Renault Motors"], ', ''));
  assert.equal((await lenses(client, uri))[0], '0: not saved: d.md becomes right');
  await type(client, uri, `${ALLIANCE.slice(0, ALLIANCE.indexOf('"facts"'))}"facts": []\n}\n`);
  assert.deepEqual(await lenses(client, uri), ['0: not saved: b.md becomes right']);
});

test('a file that does not parse, or never did, has no effect to tell', async () => {
  const { client, uri } = await editor();
  await type(client, uri, ALLIANCE.replace('"facts": [', '"facts": '));
  assert.ok((await lenses(client, uri)).every((it) => !it.includes('not saved')));
  const folder = makeFolder({ 'factlint.json': NEWSROOM['factlint.json']!, 'x.facts.json': '{', ...DRAFTS });
  const other = await connect(folder);
  await other.open(folder.uri('x.facts.json'), ALLIANCE, 'jsonc');
  assert.deepEqual(await lenses(other, folder.uri('x.facts.json')), ['10: used in 3 drafts · 1 mismatch']);
});

test('a client that shows places gets them with the lens', async () => {
  const { folder, client, uri } = await editor({ initializationOptions: { places: true } });
  await type(client, uri, ALLIANCE.replace('43.4%', '34.2%'));
  const [effect] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const { command } = await client.request<CodeLens>('codeLens/resolve', effect);
  assert.equal(command?.command, 'factlint.showPlaces');
  const [{ places, ...at }] = command?.arguments ?? [];
  assert.deepEqual(at, { uri, position: { line: 10, character: 4 } });
  assert.deepEqual(
    places.map((place: { uri: string }) => place.uri),
    ['a.md', 'b.md', 'd.md'].map(folder.uri),
  );
});
