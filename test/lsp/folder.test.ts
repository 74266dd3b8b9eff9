import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type PublishDiagnosticsParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { CheckFolderResult, ReportResult, Status } from '../../server/src/lsp/messages.ts';
import { ALLIANCE, type Client, connect, type Files, makeFolder, NEWSROOM, PUSHED } from './connect.ts';

const RIGHT = 'Renault owns 43% of Nissan.\n';
const WRONG = 'Renault owns 34% of Nissan.\n';

const DRAFTS: Files = {
  ...NEWSROOM,
  'a.md': WRONG,
  'sub/b.txt': `${WRONG}\n\nRenault Motors rose.\n`,
  'c.html': `<p>${RIGHT}</p>`,
  'code.ts': WRONG,
  '.gitignore': 'ignored.md\n',
  'node_modules/x.md': WRONG,
};

function published(client: Client): string[] {
  return [...client.published]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(([uri, diagnostics]) => `${uri.split('/').at(-1)} ${diagnostics.length}`)
    .sort();
}

test('a folder check counts, publishes what it finds, and leaves out what is no draft', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  const result = await client.request<CheckFolderResult>('factlint/checkFolder', { uri: folder.uri('') });
  assert.deepEqual(result, { files: 3, findings: 3, errors: 0, cancelled: false });
  assert.deepEqual(published(client), ['a.md 1', 'b.txt 2']);
});

test('open files count by their open text and show their own diagnostics only', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  await client.open(folder.uri('a.md'), RIGHT);
  await client.open(folder.uri('c.html'), WRONG, 'html');
  const result = await client.request<CheckFolderResult>('factlint/checkFolder', {});
  assert.deepEqual(result, { files: 3, findings: 3, errors: 0, cancelled: false });
  assert.deepEqual(published(client), ['b.txt 2']);
});

test('findings stay until they are fixed: while the file is open its own show, when it closes the disk counts', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  await client.request('factlint/checkFolder', { uri: folder.uri('') });
  const uri = folder.uri('a.md');
  const next = () =>
    client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (it) => it.uri === uri);
  const taken = next();
  await client.open(uri, WRONG);
  assert.deepEqual((await taken).diagnostics, []);
  assert.equal((await client.diagnostics(uri)).length, 1);
  const back = next();
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  assert.equal((await back).diagnostics.length, 1);
  const fixed = next();
  folder.write('a.md', RIGHT);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  assert.deepEqual((await fixed).diagnostics, []);
});

test('facts that change re-check what a folder check has shown', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  await client.request('factlint/checkFolder', { uri: folder.uri('') });
  const uri = folder.uri('a.md');
  const fixed = client.next<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    (it) => it.uri === uri,
  );
  folder.write('desk.facts.json', ALLIANCE.replace('43.4%', '34.2%'));
  const changes = [{ uri: folder.uri('desk.facts.json'), type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  assert.deepEqual((await fixed).diagnostics, []);
});

function manyDrafts(count: number): Files {
  const drafts = Array.from(
    { length: count },
    (_, index) => [`drafts/${index}.md`, WRONG.repeat(20)] as const,
  );
  return { ...NEWSROOM, ...Object.fromEntries(drafts) };
}

test('a long check reports progress and partial results, and lets typing through', async () => {
  const folder = makeFolder(manyDrafts(200));
  const client = await connect(folder);
  const uri = folder.uri('typed.md');
  await client.open(uri, RIGHT);
  await client.pull(uri);
  const kinds: string[] = [];
  const counts: number[] = [];
  const progress = client.next<{ token: string; value: { kind?: string; files?: number } }>(
    '$/progress',
    ({ token, value }) => {
      if (token === 'work') kinds.push(String(value.kind));
      else counts.push(value.files ?? 0);
      return value.kind === 'end';
    },
  );
  let isDone = false;
  const check = client
    .request<CheckFolderResult>('factlint/checkFolder', {
      uri: folder.uri(''),
      workDoneToken: 'work',
      partialResultToken: 'partial',
    })
    .finally(() => {
      isDone = true;
    });
  await client.change(uri, WRONG);
  assert.equal((await client.diagnostics(uri)).length, 1);
  assert.equal(isDone, false, 'typing had to wait for the folder');
  const { files, cancelled } = await check;
  assert.equal(files, 201);
  assert.equal(cancelled, false);
  await progress;
  assert.equal(kinds[0], 'begin');
  assert.ok(kinds.includes('report'));
  assert.ok(counts.length > 0 && counts.every((count, index) => index === 0 || counts[index - 1]! <= count));
});

test('a cancelled check answers with what it has', async () => {
  const folder = makeFolder(manyDrafts(200));
  const client = await connect(folder);
  const source = new CancellationTokenSource();
  const started = client.next(
    '$/progress',
    ({ value }: { value: { kind: string } }) => value.kind === 'report',
  );
  const check = client.connection.sendRequest<CheckFolderResult>(
    'factlint/checkFolder',
    { uri: folder.uri(''), workDoneToken: 'work' },
    source.token,
  );
  await started;
  source.cancel();
  const result = await check;
  assert.equal(result.cancelled, true);
  assert.ok(0 < result.files && result.files < 200);
});

test('a client without a token of its own is shown a progress, and may cancel that', async () => {
  const folder = makeFolder(manyDrafts(200));
  const client = await connect(folder);
  const created = client.next<{ token: string }>('window/workDoneProgress/create');
  const started = client.next(
    '$/progress',
    ({ value }: { value: { kind: string } }) => value.kind === 'report',
  );
  const check = client.request<CheckFolderResult>('factlint/checkFolder', { uri: folder.uri('') });
  const { token } = await created;
  await started;
  await client.notify('window/workDoneProgress/cancel', { token });
  assert.equal((await check).cancelled, true);
});

test('files that cannot be read are counted, logged by name, and the rest is checked', async () => {
  const folder = makeFolder({ ...DRAFTS, 'bad.md': 'x\u0000y' });
  const client = await connect(folder);
  const result = await client.request<CheckFolderResult>('factlint/checkFolder', { uri: folder.uri('') });
  assert.deepEqual(result, { files: 3, findings: 3, errors: 1, cancelled: false });
  assert.ok(client.log.some(({ message }) => /bad\.md was not checked: it is not a text file/.test(message)));
});

test('two folders have each its own facts', async () => {
  const other = ALLIANCE.replace('43.4%', '34.2%');
  const folder = makeFolder({
    'one/factlint.json': NEWSROOM['factlint.json'] ?? '',
    'one/desk.facts.json': ALLIANCE,
    'one/a.md': WRONG,
    'two/factlint.json': NEWSROOM['factlint.json'] ?? '',
    'two/desk.facts.json': other,
    'two/a.md': WRONG,
  });
  const client = await connect(folder, { folders: ['one', 'two'] });
  const result = await client.request<CheckFolderResult>('factlint/checkFolder', {});
  assert.deepEqual(result, { files: 2, findings: 1, errors: 0, cancelled: false });
  assert.deepEqual([...client.published.keys()], [folder.uri('one/a.md')]);
});

test('without a folder there is nothing to check, and that is no fault', async () => {
  const client = await connect(undefined, { folders: null });
  const result = await client.request('factlint/checkFolder', {});
  assert.deepEqual(result, { files: 0, findings: 0, errors: 0, cancelled: false });
});

test('the report is one page with each claim marked', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  await client.open(folder.uri('a.md'), WRONG);
  const draft = await client.request<ReportResult>('factlint/report', { uri: folder.uri('a.md') });
  assert.match(draft.html, /^<!doctype html>/);
  assert.match(draft.html, /34% should be 43%/);
  const whole = await client.request<ReportResult>('factlint/report', { uri: folder.uri('') });
  assert.match(whole.html, /sub\/b\.txt/);
});

test('fix all in a folder: one edit, safe fixes only, ticked in a preview where the client has one', async () => {
  const folder = makeFolder(DRAFTS);
  const client = await connect(folder);
  await client.open(folder.uri('a.md'), WRONG);
  await client.request('workspace/executeCommand', {
    command: 'factlint.fixAllInFolder',
    arguments: [{ uri: folder.uri('') }],
  });
  assert.equal(client.edits.length, 1);
  const { documentChanges = [], changeAnnotations = {} }: WorkspaceEdit = client.edits[0]?.edit ?? {};
  const edits = documentChanges.flatMap((it) =>
    'textDocument' in it
      ? it.edits.map((edit) => {
          const annotation = 'annotationId' in edit ? changeAnnotations[edit.annotationId] : undefined;
          const { uri, version } = it.textDocument;
          const { newText } = edit as TextEdit;
          return [uri.split('/').at(-1), version, newText, annotation?.needsConfirmation ?? false];
        })
      : [],
  );
  // What is to be confirmed is not ticked, and without anything to be confirmed there is no preview.
  assert.deepEqual(edits, [
    ['a.md', 1, '43%', false],
    ['b.txt', null, '43%', false],
    ['b.txt', null, 'Renault Group', false],
    ['b.txt', null, '', true],
  ]);
});

test('the status tells facts, the article’s date and where it is from', async () => {
  const folder = makeFolder({ 'desk.facts.json': ALLIANCE });
  const client = await connect(folder, { settings: { bundled: false, asOf: '2023-01-26' } });
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG);
  const { message: _, ...status } = await client.request<Status>('factlint/status', { uri });
  assert.deepEqual(status, {
    uri,
    facts: 1,
    entities: 2,
    factsFiles: [folder.uri('desk.facts.json')],
    problems: 0,
    asOf: '2023-01-26',
    asOfOrigin: 'setting',
    findings: 1,
    state: 'checked',
  });
  await client.change(uri, `---\ndate: 2024-05-01\n---\n\n${WRONG}`);
  const dated = await client.request<Status>('factlint/status', { uri });
  assert.deepEqual([dated.asOf, dated.asOfOrigin], ['2024-05-01', 'front-matter']);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.setSettings({ bundled: false });
  await refreshed;
  const today = await client.request<Status>('factlint/status', { uri: folder.uri('') });
  assert.equal(today.asOfOrigin, 'today');
});

test('a client that asked for it is told the status after each check', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: PUSHED, initializationOptions: { status: true } });
  const told = client.next<Status>('factlint/status', ({ findings }) => findings === 1);
  await client.open(folder.uri('a.md'), WRONG);
  assert.equal((await told).state, 'checked');
});

test('a draft beyond maxFileSize is not checked, and the status says why', async () => {
  const folder = makeFolder({ ...NEWSROOM, 'factlint.json': '{ "bundled": false, "maxFileSize": 2000 }' });
  const client = await connect(folder);
  const uri = folder.uri('a.md');
  await client.open(uri, WRONG.repeat(100));
  assert.deepEqual(await client.diagnostics(uri), []);
  const status = await client.request<Status>('factlint/status', { uri });
  assert.equal(status.state, 'too-large');
  assert.match(status.message ?? '', /maxFileSize/);
});
