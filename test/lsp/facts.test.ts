import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeLens,
  CompletionItem,
  DocumentLink,
  Hover,
  Location,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import {
  ALLIANCE,
  applied,
  type Client,
  connect,
  makeFolder,
  NEWSROOM,
  type Workspace,
  withCursor,
} from './connect.ts';

/** Opens the facts file with a cursor in it and sends a request about that place. */
async function inFacts<R>(
  client: Client,
  folder: Workspace,
  method: string,
  marked: string,
  more: object = {},
): Promise<R> {
  const { text, position } = withCursor(marked);
  const uri = folder.uri('desk.facts.json');
  await client.open(uri, text, 'jsonc');
  return client.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
}

async function inDraft(client: Client, folder: Workspace, marked: string): Promise<CompletionItem[]> {
  const { text, position } = withCursor(marked);
  const uri = folder.uri('draft.md');
  await client.open(uri, text);
  return client.request('textDocument/completion', {
    textDocument: { uri },
    position,
    context: { triggerKind: 1 },
  });
}

const OBJECT = ALLIANCE.replace('"object": "nissan"', '"object": "nis<|>san"');

test('in a facts file ids lead to what they name, and say what it is', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const [entity] = await inFacts<Location[]>(client, folder, 'definition', OBJECT);
  assert.equal(entity?.range.start.line, 7);
  const source = ALLIANCE.replace(
    '"source": "nissan-2023" },\n    "nissan"',
    '"source": "nissan-<|>2023" },\n    "nissan"',
  );
  const [found] = await inFacts<Location[]>(client, folder, 'definition', source);
  assert.equal(found?.range.start.line, 3);
  const hover = await inFacts<Hover>(client, folder, 'hover', source);
  assert.match(JSON.stringify(hover.contents), /Statement on the alliance/);
});

test('addresses of sources are links', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const links = await inFacts<DocumentLink[]>(client, folder, 'documentLink', OBJECT);
  assert.deepEqual(
    links.map(({ target }) => target),
    ['https://example.com/nissan'],
  );
});

test('a code lens counts the drafts that use a fact, and those that say otherwise', async () => {
  const folder = makeFolder({
    ...NEWSROOM,
    'a.md': 'Renault owns 43% of Nissan.\n',
    'b.md': 'Renault owns 34% of Nissan.\n',
    'c.md': 'Cars.\n',
  });
  const client = await connect(folder);
  const [lens] = await inFacts<CodeLens[]>(client, folder, 'codeLens', OBJECT);
  assert.equal(lens?.range.start.line, 10);
  assert.equal(lens?.command, undefined);
  const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
  assert.equal(resolved.command?.title, 'used in 2 drafts · 1 mismatch');
  await client.open(folder.uri('b.md'), 'Renault owns 43.4% of Nissan.\n');
  const again = await client.request<CodeLens>('codeLens/resolve', lens);
  assert.equal(again.command?.title, 'used in 2 drafts');
});

test('an entity is renamed in all facts files of the folder', async () => {
  const other = '{ "version": 1, "extend": { "nissan": { "aliases": ["Nissan Auto"] } }, "remove": [] }';
  const folder = makeFolder({ ...NEWSROOM, 'other.facts.json': other });
  const client = await connect(folder);
  const prepared = await inFacts<{ placeholder: string }>(client, folder, 'prepareRename', OBJECT);
  assert.equal(prepared.placeholder, 'nissan');
  const edit = await inFacts<WorkspaceEdit>(client, folder, 'rename', OBJECT, { newName: 'nissan-motor' });
  const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
  const desk = changes.find(({ textDocument }) => textDocument.uri === folder.uri('desk.facts.json'));
  const renamed = applied(ALLIANCE, desk?.edits as TextEdit[]);
  assert.match(renamed, /"nissan-motor": \{/);
  assert.match(renamed, /"object": "nissan-motor"/);
  assert.match(renamed, /"source": "nissan-2023"/);
  const extended = changes.find(({ textDocument }) => textDocument.uri === folder.uri('other.facts.json'));
  assert.match(applied(other, extended?.edits as TextEdit[]), /"extend": \{ "nissan-motor"/);
});

test('an id that is taken, is none, or comes with the product is not renamed', async () => {
  const own =
    '{ "version": 1, "facts": [{ "id": "x", "subject": "ren<|>ault", "about": ["y"], "value": "1%" }] }';
  const folder = makeFolder({ ...NEWSROOM });
  const client = await connect(folder);
  const rename = (marked: string, newName: string) => inFacts(client, folder, 'rename', marked, { newName });
  await assert.rejects(rename(OBJECT, 'renault'), /The entity “renault” is there already/);
  await assert.rejects(rename(OBJECT, 'a "b"'), /is no id/);
  const loose = makeFolder({ 'desk.facts.json': own.replace('<|>', '') });
  const other = await connect(loose);
  await assert.rejects(
    inFacts(other, loose, 'rename', own, { newName: 'r2' }),
    /not defined in a facts file of yours/,
  );
});

test('behind “Renault’s stake in Nissan is ” stands the value of the article’s day', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const items = await inDraft(client, folder, 'Cars. Renault’s stake in Nissan is <|>');
  assert.deepEqual(
    items.map(({ label }) => label),
    ['43.4%'],
  );
  assert.match(items[0]?.detail ?? '', /Renault · stake · Nissan, until 2023-11-08/);
  const later = await inDraft(
    client,
    folder,
    '<!-- factlint-date: 2024-05-01 -->\n\nRenault’s stake in Nissan is 1<|>',
  );
  assert.deepEqual(
    later.map(({ label }) => label),
    ['15%'],
  );
  assert.deepEqual(await inDraft(client, folder, 'Renault’s stake in Nissan fell <|>'), []);
});

test('a date is offered as the draft writes dates', async () => {
  const facts = ALLIANCE.replace(
    '"facts": [',
    '"facts": [\n    { "id": "founded", "subject": "renault", "relation": "founded", "value": "1899-02-25", "source": "nissan-2023" },',
  );
  const folder = makeFolder({ ...NEWSROOM, 'desk.facts.json': facts });
  const client = await connect(folder);
  const items = await inDraft(client, folder, 'On March 3, 2022 it rained. Renault was founded on <|>');
  assert.deepEqual(
    items.map(({ label }) => label),
    ['February 25, 1899'],
  );
});

test('in a directive: its names, then the codes, those of the next line first', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const names = await inDraft(client, folder, '<!-- fact<|>');
  assert.ok(names.some(({ label }) => label === 'factlint-disable-next-line'));
  const codes = await inDraft(
    client,
    folder,
    '<!-- factlint-disable-next-line <|> -->\nRenault owns 34% of Nissan.\n',
  );
  const [first] = [...codes].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  assert.equal(first?.label, 'percent-mismatch');
  assert.deepEqual(
    await inDraft(client, folder, '<!-- factlint-disable-line percent-mismatch: as <|> -->'),
    [],
  );
});

const COMPLETED: readonly (readonly [what: string, marked: string, wanted: string])[] = [
  ['subject', '{ "facts": [{ "subject": "<|>" }] }', 'renault'],
  ['relation', '{ "facts": [{ "relation": "<|>" }] }', 'stake'],
  ['source', '{ "facts": [{ "source": "<|>" }] }', 'own-source'],
  ['source in a list', '{ "facts": [{ "source": ["<|>"] }] }', 'own-source'],
  ['source of a value', '{ "facts": [{ "values": [{ "source": <|> }] }] }', 'own-source'],
  ['type', '{ "entities": { "a": { "type": "<|>" } } }', 'company'],
  ['entity to extend', '{ "extend": { "<|>" } }', 'renault'],
  ['member of the root', '{ "<|>" }', 'entities'],
  ['member of a fact', '{ "facts": [{ "<|>" }] }', 'tolerance'],
  ['member of a value', '{ "facts": [{ "values": [{ <|> }] }] }', 'basis'],
  ['member of an entity', '{ "entities": { "a": { "<|>" } } }', 'legalName'],
];

for (const [what, marked, wanted] of COMPLETED) {
  test(`completion in a facts file: ${what}`, async () => {
    const own = '{ "version": 1, "sources": { "own-source": { "title": "t" } } }';
    const folder = makeFolder({ 'own.facts.json': own });
    const client = await connect(folder);
    const items = await inFacts<CompletionItem[]>(client, folder, 'completion', marked);
    const item = items.find(({ label }) => label === wanted);
    assert.ok(item, `${wanted} is not among ${items.map(({ label }) => label).join(', ')}`);
    const { text } = withCursor(marked);
    const after = applied(text, [item.textEdit as TextEdit]);
    assert.ok(after.includes(JSON.stringify(wanted)) && !after.includes('""'), after);
  });
}

test('members that the client knows by its schemas are not offered twice', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { initializationOptions: { schemas: true } });
  assert.deepEqual(await inFacts(client, folder, 'completion', '{ "<|>" }'), []);
});

test('every member that is offered is one that the reader of facts files knows', async () => {
  const folder = makeFolder({ 'factlint.json': '{ "bundled": false }' });
  const client = await connect(folder);
  for (const [place, before, after] of [
    ['root', '{ ', ' }'],
    ['source', '{ "sources": { "a": { ', ' } } }'],
    ['entity', '{ "entities": { "a": { ', ' } } }'],
    ['former name', '{ "entities": { "a": { "formerNames": [{ ', ' }] } } }'],
    ['misnomer', '{ "entities": { "a": { "misnomers": [{ ', ' }] } } }'],
    ['relation', '{ "relations": { "a": { ', ' } } }'],
    ['extension', '{ "extend": { "a": { ', ' } } }'],
    ['fact', '{ "facts": [{ ', ' }] }'],
    ['value', '{ "facts": [{ "values": [{ ', ' }] }] }'],
  ] as const) {
    const items = await inFacts<CompletionItem[]>(client, folder, 'completion', `${before}<|>${after}`);
    assert.ok(items.length >= 2, place);
    const members = items.map(({ label }) => `${JSON.stringify(label)}: "x"`).join(', ');
    await client.change(folder.uri('desk.facts.json'), before + members + after);
    const problems = await client.diagnostics(folder.uri('desk.facts.json'));
    assert.doesNotMatch(
      problems.map(({ message }) => String(message)).join('\n'),
      /no member|unknown member|not a member/i,
      place,
    );
  }
});

test('completion in factlint.json: keys, codes, severities', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  for (const [marked, wanted] of [
    ['{ "<|>" }', 'bundled'],
    ['{ "rules": { "<|>" } }', 'percent-mismatch'],
    ['{ "rules": { "percent-mismatch": "<|>" } }', 'warning'],
  ] as const) {
    const { text, position } = withCursor(marked);
    const uri = folder.uri('factlint.json');
    await client.open(uri, text, 'jsonc');
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    assert.ok(
      items.some(({ label }) => label === wanted),
      marked,
    );
  }
});
