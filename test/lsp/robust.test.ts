import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../server/src/checker.ts';
import type { Status } from '../../server/src/lsp/messages.ts';
import { connect, MODERN, makeFolder, NEWSROOM, PUSHED } from './connect.ts';

const WRONG = 'Renault owns 34% of Nissan.\n';

for (const settings of [null, {}, undefined]) {
  test(`settings that are ${JSON.stringify(settings)} mean the defaults`, async () => {
    const folder = makeFolder({});
    const client = await connect(folder, { settings });
    const status = await client.request<Status>('factlint/status', { uri: folder.uri('a.md') });
    assert.ok(status.facts > 10);
    assert.deepEqual(client.messages, []);
  });
}

test('settings of the wrong type are told, and the defaults are used', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { settings: { bundled: 'yes', rules: [], facts: 7, asOf: 'soon' } });
  await client.open(folder.uri('a.md'), WRONG);
  assert.equal((await client.diagnostics(folder.uri('a.md'))).length, 1);
  const said = client.messages.map(({ message }) => message).join('\n');
  assert.match(said, /“bundled” is true or false/);
  assert.match(said, /“asOf” is a day/);
  assert.match(said, /The default is used/);
});

for (const settings of [null, {}, { factlint: null }, { factlint: { bundled: true } }, 'nonsense', 42]) {
  test(`a client that tells its settings may send ${JSON.stringify(settings)}`, async () => {
    const folder = makeFolder(NEWSROOM);
    const client = await connect(folder, { capabilities: { ...MODERN, workspace: {} } });
    await client.notify('workspace/didChangeConfiguration', { settings });
    await client.open(folder.uri('a.md'), WRONG);
    assert.equal((await client.diagnostics(folder.uri('a.md'))).length, 1);
  });
}

test('malformed requests are answered by an error each, and the server lives on', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG);
  const malformed: readonly (readonly [string, unknown])[] = [
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: null, position: null }],
    ['textDocument/hover', { textDocument: { uri: 7 }, position: { line: 0, character: 0 } }],
    ['textDocument/codeAction', { textDocument: { uri }, range: null }],
    ['textDocument/diagnostic', {}],
    ['factlint/report', { uri: null }],
    ['factlint/status', {}],
    ['workspace/executeCommand', { command: 'factlint.nothing' }],
    ['workspace/executeCommand', { command: 'factlint.accept', arguments: [null] }],
    ['workspace/executeCommand', { command: 'factlint.setDate', arguments: [{ uri, date: 'soon' }] }],
    ['workspace/executeCommand', { command: 'factlint.showFact', arguments: [{ uri, id: 'nothing' }] }],
    ['workspace/executeCommand', { command: 'factlint.addFact', arguments: [{ uri }] }],
    ['factlint/unknown', {}],
  ];
  for (const [method, params] of malformed) {
    await assert.rejects(client.request(method, params), Error, `${method} ${JSON.stringify(params)}`);
  }
  assert.equal((await client.diagnostics(uri)).length, 1);
});

test('a crash costs one request: logged with its stack, told once, the server lives on', async () => {
  const folder = makeFolder(NEWSROOM);
  let isBroken = true;
  const client = await connect(folder, {
    host: {
      check(source, facts, options) {
        if (isBroken) throw new Error('a bug of ours');
        return check(source, facts, options);
      },
    },
  });
  const uri = folder.uri('a.md');
  const request = { textDocument: { uri }, position: { line: 0, character: 2 } };
  await client.open(uri, WRONG);
  assert.equal(await client.request('textDocument/hover', request), null);
  assert.equal(await client.request('textDocument/hover', request), null);
  const told = client.messages.filter(({ message }) =>
    message.includes('textDocument/hover failed (a bug of ours)'),
  );
  assert.equal(told.length, 1);
  assert.ok(client.log.some(({ message }) => /a bug of ours\n\s+at .*check/s.test(message)));
  isBroken = false;
  assert.notEqual(await client.request('textDocument/hover', request), null);
  assert.equal((await client.diagnostics(uri)).length, 1);
});

test('a document that is closed while a request is on its way is answered by nothing', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG);
  const position = { line: 0, character: 2 };
  const answers = [
    client.pull(uri),
    client.request('textDocument/hover', { textDocument: { uri }, position }),
    client.request('textDocument/references', {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    }),
  ];
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  await Promise.all(answers);
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.equal(await client.request('textDocument/hover', { textDocument: { uri }, position }), null);
  assert.deepEqual(client.messages, []);
});

test('edits of a document that was never opened are passed over', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('a.md');
  await client.change(uri, WRONG);
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  assert.deepEqual(await client.diagnostics(uri), []);
});

test('odd URIs have no folder, and no stack trace', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { settings: { asOf: '2023-01-26' } });
  for (const uri of [
    'untitled:Untitled-1',
    'git:/x/y.md?{}',
    'file:///',
    'file://server/share/a.md',
    'file:///%zz.md',
    '',
    'x',
  ]) {
    await client.open(uri, WRONG);
    await client.diagnostics(uri);
    await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 2 },
    });
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  }
  assert.deepEqual(client.messages, []);
});

test('a draft without a workspace folder is checked by the facts beside it', async () => {
  const folder = makeFolder({ 'desk.facts.json': NEWSROOM['desk.facts.json'] ?? '', 'a.md': WRONG });
  const client = await connect(folder, { folders: null, settings: { bundled: false, asOf: '2023-01-26' } });
  await client.open(folder.uri('a.md'), WRONG);
  assert.equal((await client.diagnostics(folder.uri('a.md'))).length, 1);
});

test('workspace folders that come later are looked at', async () => {
  const folder = makeFolder({
    'sub/factlint.json': NEWSROOM['factlint.json'] ?? '',
    'facts/x.facts.json': '{}',
  });
  const client = await connect(folder, { folders: [] });
  client.connection.onRequest('workspace/workspaceFolders', () => [{ uri: folder.uri(''), name: 'x' }]);
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG);
  const before = await client.request<Status>('factlint/status', { uri });
  assert.deepEqual(before.factsFiles, []);
  const refreshed = client.next('workspace/diagnostic/refresh');
  const event = { added: [{ uri: folder.uri(''), name: 'x' }], removed: [] };
  await client.notify('workspace/didChangeWorkspaceFolders', { event });
  await refreshed;
  const after = await client.request<Status>('factlint/status', { uri });
  assert.deepEqual(after.factsFiles, [folder.uri('facts/x.facts.json')]);
});

test('a client that takes no message costs nothing', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: MODERN });
  client.connection.onRequest('workspace/diagnostic/refresh', () => {
    throw new Error('not today');
  });
  const logged = client.next('window/logMessage', ({ message }: { message: string }) =>
    message.includes('not today'),
  );
  await client.setSettings({ bundled: false });
  await logged;
  await client.open(folder.uri('a.md'), WRONG);
  assert.equal((await client.diagnostics(folder.uri('a.md'))).length, 1);
});

test('a pull that was superseded is cancelled, to be asked again', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: PUSHED });
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG);
  assert.equal((await client.diagnostics(uri)).length, 1);
});
