import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import {
  applied,
  type Client,
  connect,
  MODERN,
  makeFolder,
  NEWSROOM,
  PUSHED,
  type Workspace,
  withCursor,
} from './connect.ts';

async function run(client: Client, command: string, argument: unknown): Promise<void> {
  await client.request('workspace/executeCommand', { command, arguments: [argument] });
}

/** What the last edit of the client makes of a text. */
function edited(client: Client, text: string): string {
  const { edit } = client.edits.at(-1) ?? { edit: {} };
  const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
  const edits = edit.changes ? Object.values(edit.changes).flat() : changes.flatMap((it) => it.edits ?? []);
  return applied(text, edits as TextEdit[]);
}

async function opened(client: Client, folder: Workspace, marked: string, language = 'markdown') {
  const { text, range } = withCursor(marked);
  const uri = folder.uri(`draft-${language}`);
  await client.open(uri, text, language);
  return { uri, text, range };
}

const MARKED = 'Renault owns <|>34%<|> of Nissan.\n';

test('factlint.ignoreHere writes a directive with the reason given', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const { uri, text, range } = await opened(client, folder, MARKED);
  await run(client, 'factlint.ignoreHere', {
    uri,
    range,
    code: 'percent-mismatch',
    reason: 'as --> quoted | by\nhim',
  });
  assert.equal(
    edited(client, text),
    `<!-- factlint-disable-next-line percent-mismatch: as –> quoted / by him -->\n${text}`,
  );
});

test('factlint.accept writes an entry with the reason given; a missing file is written to the disk for plain clients', async () => {
  const folder = makeFolder({ 'desk.facts.json': NEWSROOM['desk.facts.json'] ?? '' });
  const client = await connect(folder, {
    capabilities: { ...PUSHED, workspace: { configuration: true } },
    settings: { asOf: '2023-01-26' },
  });
  const { uri, range } = await opened(client, folder, MARKED);
  await run(client, 'factlint.accept', { uri, range, code: 'percent-mismatch', reason: 'old figure' });
  assert.deepEqual(client.edits, []);
  const { accepted } = JSON.parse(readFileSync(folder.path('factlint.json'), 'utf8'));
  assert.deepEqual(accepted, [
    { code: 'percent-mismatch', text: '34%', file: 'draft-markdown', reason: 'old figure' },
  ]);
});

test('factlint.showFact shows the fact’s place in its file', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: MODERN });
  await run(client, 'factlint.showFact', { uri: folder.uri('a.md'), id: 'renault-stake-in-nissan' });
  const [shown] = client.shown;
  assert.equal(shown?.uri, folder.uri('desk.facts.json'));
  assert.equal(shown?.selection?.start.line, 10);
});

test('factlint.addFact writes a fact for the selected value and shows the file', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const { uri, range } = await opened(
    client,
    folder,
    'Renault’s battery costs fell by <|>27%<|> last year.\n',
  );
  await run(client, 'factlint.addFact', { uri, range });
  const after = edited(client, NEWSROOM['desk.facts.json'] ?? '');
  assert.match(after, /"subject": "renault"/);
  assert.match(after, /"about": \[\s*"battery costs"\s*\]/);
  assert.match(after, /"value": "27%"/);
  assert.deepEqual(
    client.shown.map(({ uri: at }) => at),
    [folder.uri('desk.facts.json')],
  );
  await assert.rejects(
    run(client, 'factlint.addFact', {
      uri,
      range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } },
    }),
    /no value here/,
  );
});

test('factlint.addFact makes the folder’s first facts file', async () => {
  const folder = makeFolder({ 'factlint.json': '{ "asOf": "2023-01-26" }' });
  const client = await connect(folder);
  const { uri, range } = await opened(
    client,
    folder,
    'Renault’s battery costs fell by <|>27%<|> last year.\n',
  );
  await run(client, 'factlint.addFact', { uri, range });
  const [create, change] = client.edits[0]?.edit.documentChanges ?? [];
  assert.deepEqual(create, {
    kind: 'create',
    uri: folder.uri('newsroom.facts.json'),
    options: { ignoreIfExists: true },
  });
  const text = change && 'edits' in change ? applied('', change.edits as TextEdit[]) : '';
  assert.equal(JSON.parse(text).facts.length, 1);
});

/** Where the article's date goes. */
const DATED: readonly (readonly [language: string, before: string, after: string])[] = [
  ['markdown', 'Cars.\n', '<!-- factlint-date: 2023-01-26 -->\n\nCars.\n'],
  [
    'markdown',
    '---\r\ntitle: Cars\r\n---\r\nCars.\r\n',
    '---\r\ndate: 2023-01-26\r\ntitle: Cars\r\n---\r\nCars.\r\n',
  ],
  [
    'markdown',
    '---\ntitle: Cars\ndate: 2020-02-02 # day\n---\n',
    '---\ntitle: Cars\ndate: 2023-01-26\n---\n',
  ],
  ['markdown', '+++\ntitle = "Cars"\n+++\n', '+++\ndate = 2023-01-26\ntitle = "Cars"\n+++\n'],
  [
    'markdown',
    'Cars.\n\n<!-- factlint-date: 2020-02-02 -->\n',
    'Cars.\n\n<!-- factlint-date: 2023-01-26 -->\n',
  ],
  ['mdx', 'Cars.\n', '{/* factlint-date: 2023-01-26 */}\n\nCars.\n'],
  [
    'html',
    '<!DOCTYPE html>\n<p>Cars.</p>\n',
    '<!DOCTYPE html>\n<!-- factlint-date: 2023-01-26 -->\n\n<p>Cars.</p>\n',
  ],
  ['plaintext', 'Cars.\n', '---\ndate: 2023-01-26\n---\n\nCars.\n'],
];

for (const [language, before, after] of DATED) {
  test(`factlint.setDate: ${language} ${JSON.stringify(before)}`, async () => {
    const folder = makeFolder({ 'factlint.json': '{ "bundled": false }' });
    const client = await connect(folder);
    const { uri, text } = await opened(client, folder, before, language);
    await run(client, 'factlint.setDate', { uri, date: '2023-01-26' });
    assert.equal(edited(client, text), after);
    await client.change(uri, after);
    const status = await client.request<{ asOf: string; asOfOrigin: string }>('factlint/status', { uri });
    assert.equal(status.asOf, '2023-01-26');
    assert.notEqual(status.asOfOrigin, 'today');
  });
}
