import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { Status } from '../../server/src/lsp/messages.ts';
import { ALLIANCE, type Client, CONFIG, connect, MODERN, makeFolder, NEWSROOM, PUSHED } from './connect.ts';

const WRONG = '🚗 Renault owns 34% of Nissan.\n';

function words({ code, range }: Diagnostic): string {
  return `${code} ${range.start.line}:${range.start.character}-${range.end.character}`;
}

function said(diagnostic: Diagnostic | undefined): string {
  return String(diagnostic?.message);
}

async function wordsIn(client: Client, uri: string): Promise<string[]> {
  return (await client.diagnostics(uri)).map(words);
}

test('a wrong percentage is diagnosed with its page, its fact and typed data', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  await client.open(folder.uri('draft.md'), WRONG);
  const items = await client.diagnostics(folder.uri('draft.md'));
  assert.deepEqual(items.map(words), ['percent-mismatch 0:16-19']);
  const [item] = items;
  assert.match(item?.codeDescription?.href ?? '', /^https:\/\/.*docs\/checks\/percent-mismatch\.md$/);
  const [related] = item?.relatedInformation ?? [];
  assert.equal(related?.location.uri, folder.uri('desk.facts.json'));
  assert.equal(related?.location.range.start.line, 16);
  assert.equal(related?.message, 'Renault · stake · Nissan: 43.4% until 2023-11-08');
  assert.deepEqual(item?.data, { code: 'percent-mismatch', fact: 'renault-stake-in-nissan', safe: true });
});

test('a draft that contradicts itself shows the other place', async () => {
  const folder = makeFolder({ 'factlint.json': '{ "asOf": "2023-01-26" }' });
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  await client.open(uri, 'Nissan’s 12% stake in Valeo is safe.\n\nNissan owns 21% of Valeo.\n');
  const [item] = await client.diagnostics(uri);
  assert.equal(item?.code, 'draft-contradiction');
  const places = item?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]);
  assert.deepEqual(places, [[uri, 0]]);
});

test('an outdated value is struck through', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const text = '<!-- factlint-date: 2024-05-02 -->\n\nRenault owns 43.4% of Nissan.\n';
  await client.open(folder.uri('draft.md'), text);
  const [item] = await client.diagnostics(folder.uri('draft.md'));
  assert.equal(item?.code, 'value-outdated');
  assert.deepEqual(item?.tags, [2]);
});

test('a pull with the last result id is answered without items until something changes', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  await client.open(uri, WRONG);
  const first = await client.pull(uri);
  const again = await client.pull(uri, first.resultId);
  assert.equal(again.kind, 'unchanged');
  await client.change(uri, 'Renault owns 43% of Nissan.\n');
  const changed = await client.pull(uri, first.resultId);
  assert.equal(changed.kind, 'full');
  assert.deepEqual(changed.kind === 'full' && changed.items, []);
});

test('an edit of an open facts file asks the client to pull anew, and the new value counts', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  await client.open(folder.uri('draft.md'), WRONG);
  await client.open(folder.uri('desk.facts.json'), ALLIANCE, 'jsonc');
  assert.equal((await client.diagnostics(folder.uri('draft.md'))).length, 1);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(folder.uri('desk.facts.json'), ALLIANCE.replace('43.4%', '34.2%'));
  await refreshed;
  assert.deepEqual(await client.diagnostics(folder.uri('draft.md')), []);
});

test('a facts file that no longer parses keeps its last good version in force, and says so', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const facts = folder.uri('desk.facts.json');
  await client.open(folder.uri('draft.md'), WRONG);
  await client.open(facts, ALLIANCE, 'jsonc');
  assert.equal((await client.diagnostics(folder.uri('draft.md'))).length, 1);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(facts, ALLIANCE.replace('"facts": [', '"facts": '));
  await refreshed;
  const problems = await client.diagnostics(facts);
  const [problem] = problems;
  assert.match(said(problems.at(-1)), /last good version/);
  assert.equal(problem?.severity, 1);
  assert.equal(problem?.range.start.line, 20);
  assert.equal((await client.diagnostics(folder.uri('draft.md'))).length, 1);
  const status = await client.request<Status>('factlint/status', { uri: folder.uri('draft.md') });
  assert.match(status.message ?? '', /^desk\.facts\.json: .*last good version/);
  assert.equal(status.facts, 1);
});

test('a client that knows JSON tells itself what is none; the server says what is in force meanwhile', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { initializationOptions: { schemas: true } });
  const facts = folder.uri('desk.facts.json');
  await client.open(facts, ALLIANCE, 'jsonc');
  await client.diagnostics(facts);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(facts, ALLIANCE.replace('"facts": [', '"facts": '));
  await refreshed;
  const [stoodIn, ...others] = await client.diagnostics(facts);
  assert.match(said(stoodIn), /^Until this is JSON again, the last good version/);
  assert.deepEqual(others, []);
  const again = client.next('workspace/diagnostic/refresh');
  await client.change(facts, ALLIANCE.replace('"version": 1', '"version": 1, "version": 1, "fakts": []'));
  await again;
  assert.match((await client.diagnostics(facts)).map(said).join(), /^The member “fakts” is unknown[^,]*$/);
});

test('a facts file changed, deleted and replaced by a folder on the disk: told, nothing lost, the server up', async () => {
  const folder = makeFolder({
    ...NEWSROOM,
    'factlint.json': CONFIG.replace('{', '{ "facts": ["desk.facts.json"],'),
  });
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  const facts = folder.uri('desk.facts.json');
  await client.open(uri, WRONG);
  assert.equal((await client.diagnostics(uri)).length, 1);

  folder.write('desk.facts.json', ALLIANCE.replace('43.4%', '34.2%'));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 2 }] });
  assert.deepEqual(await client.diagnostics(uri), []);

  rmSync(folder.path('desk.facts.json'));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 3 }] });
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.match(said(client.published.get(facts)?.[0]), /cannot be read/);

  mkdirSync(folder.path('desk.facts.json'));
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 1 }] });
  assert.deepEqual(await client.diagnostics(uri), []);
  assert.match(said(client.published.get(facts)?.[0]), /it is a folder/);
  const status = await client.request<Status>('factlint/status', { uri });
  assert.equal(status.facts, 1);
});

test('a facts file found by a glob that becomes a folder is told of, too', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  await client.open(uri, WRONG);
  assert.equal((await client.diagnostics(uri)).length, 1);
  rmSync(folder.path('desk.facts.json'));
  mkdirSync(folder.path('desk.facts.json'));
  const facts = folder.uri('desk.facts.json');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 1 }] });
  assert.equal((await client.diagnostics(uri)).length, 1);
  assert.match(said(client.published.get(facts)?.[0]), /it is a folder/);
});

test('problems of a facts file that is not open are published at their place, and taken back when mended', async () => {
  const folder = makeFolder({
    ...NEWSROOM,
    'desk.facts.json': ALLIANCE.replace('"object": "nissan"', '"object": "nisan"'),
  });
  const client = await connect(folder);
  const facts = folder.uri('desk.facts.json');
  await client.open(folder.uri('draft.md'), WRONG);
  const told = client.next<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    ({ uri }) => uri === facts,
  );
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 2 }] });
  const [problem] = (await told).diagnostics;
  assert.match(said(problem), /nisan/);
  assert.equal(problem?.range.start.line, 14);
  folder.write('desk.facts.json', ALLIANCE);
  const mended = client.next<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    ({ uri }) => uri === facts,
  );
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 2 }] });
  assert.deepEqual((await mended).diagnostics, []);
});

test('factlint.json is a document too: its mistakes have a place, its rules count at once', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const config = folder.uri('factlint.json');
  await client.open(folder.uri('draft.md'), WRONG);
  await client.open(config, CONFIG, 'jsonc');
  assert.equal((await client.diagnostics(folder.uri('draft.md')))[0]?.severity, 2);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(
    config,
    '{ "bundled": false,\n  "rules": { "percent-mismatch": "error", "no-such": "off" } }',
  );
  await refreshed;
  const [problem] = await client.diagnostics(config);
  assert.equal(problem?.range.start.line, 1);
  assert.match(said(problem), /no-such/);
  assert.equal((await client.diagnostics(folder.uri('draft.md')))[0]?.severity, 1);
});

test('a client that does not pull gets pushes, for facts that change too, and an empty one at the end', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: PUSHED });
  assert.equal(client.capabilities.diagnosticProvider, undefined);
  const uri = folder.uri('draft.md');
  const push = () =>
    client.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', (params) => params.uri === uri);
  const first = push();
  await client.open(uri, WRONG, 'text');
  const pushed = await first;
  assert.deepEqual(pushed.diagnostics.map(words), ['percent-mismatch 0:16-19']);
  assert.equal(pushed.version, 1);
  assert.equal(pushed.diagnostics[0]?.relatedInformation, undefined);
  const second = push();
  folder.write('desk.facts.json', ALLIANCE.replace('43.4%', '34.2%'));
  const changes = [{ uri: folder.uri('desk.facts.json'), type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  assert.deepEqual((await second).diagnostics, []);
  const last = push();
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  assert.deepEqual((await last).diagnostics, []);
});

test('UTF-8 positions: edits land where the client means, diagnostics count its bytes', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, {
    capabilities: { ...MODERN, general: { positionEncodings: ['utf-8', 'utf-16'] } },
  });
  assert.equal(client.capabilities.positionEncoding, 'utf-8');
  const uri = folder.uri('draft.md');
  await client.open(uri, '🚗 é: Renault owns 43% of Nissan.\n');
  const at = (character: number) => ({ line: 0, character });
  const range = { start: at('🚗 é: Renault owns '.length + 3), end: at('🚗 é: Renault owns 43'.length + 3) };
  await client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: '34' }],
  });
  const start = Buffer.byteLength('🚗 é: Renault owns ');
  assert.deepEqual(await wordsIn(client, uri), [`percent-mismatch 0:${start}-${start + 3}`]);
});

test('a position past the end, before the start or of no number is taken to the nearest place', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  await client.open(uri, 'Nissan fell.');
  const outside = { start: { line: 0, character: 7 }, end: { line: 9, character: 99 } };
  await client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: outside, text: 'rose; Renault owns 34% of Nissan.' }],
  });
  assert.deepEqual(await wordsIn(client, uri), ['percent-mismatch 0:26-29']);
  const positions = [
    { line: 99, character: 3 },
    { line: -1, character: -7 },
    { line: 0, character: 1e9 },
    { line: 'x', character: null },
  ];
  for (const position of positions) {
    const hover = await client.request('textDocument/hover', { textDocument: { uri }, position });
    assert.ok(hover === null || typeof hover === 'object');
  }
  assert.deepEqual(client.messages, []);
});

for (const language of [
  'markdown',
  'plaintext',
  'text',
  'html',
  'asciidoc',
  'restructuredtext',
  'latex',
  'mdx',
]) {
  test(`${language} is checked`, async () => {
    const folder = makeFolder(NEWSROOM);
    const client = await connect(folder);
    const percent = language === 'latex' ? String.raw`34\%` : '34%'; // else a comment begins there
    await client.open(folder.uri('draft'), `Renault owns ${percent} of Nissan.`, language);
    assert.equal((await client.diagnostics(folder.uri('draft'))).length, 1);
  });
}

test('code is left alone', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  await client.open(folder.uri('draft.ts'), WRONG, 'typescript');
  assert.deepEqual(await client.diagnostics(folder.uri('draft.ts')), []);
});
