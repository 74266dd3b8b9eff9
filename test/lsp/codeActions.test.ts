import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Range, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
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

interface Asked {
  readonly only?: string[];
  readonly language?: string;
  readonly name?: string;
}

/** Opens a draft with `<|>` in it and asks for what can be done there. */
async function actionsAt(
  client: Client,
  folder: Workspace,
  marked: string,
  asked: Asked = {},
): Promise<CodeAction[]> {
  const { text, range } = withCursor(marked);
  const uri = folder.uri(asked.name ?? 'draft.md');
  await client.open(uri, text, asked.language);
  return request(client, uri, range, asked.only);
}

function request(client: Client, uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context });
}

function textEdits({ edit }: CodeAction): TextEdit[] {
  if (edit?.changes) return Object.values(edit.changes).flat();
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  return changes.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));
}

/** What the action named makes of the draft. */
async function resultOf(
  client: Client,
  actions: readonly CodeAction[],
  title: RegExp,
  marked: string,
): Promise<string> {
  const action = actions.find((it) => title.test(it.title));
  assert.ok(action, `no action ${title} among ${actions.map((it) => it.title).join(', ')}`);
  const resolved = action.edit ? action : await client.request<CodeAction>('codeAction/resolve', action);
  return applied(withCursor(marked).text, textEdits(resolved));
}

test('what can be done stands in a fixed order; only a certain fix is preferred', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const marked = '🚗 Renault owns 3<|>4% of Nissan. It still owns 34% of Nissan.';
  const actions = await actionsAt(client, folder, marked);
  assert.deepEqual(
    actions.map(({ title, isPreferred = false }) => (isPreferred ? `${title} *` : title)),
    [
      'Change to 43% *',
      'Change to 43.4%',
      'Fix all 2 of this fact in the file',
      'Ignore percent-mismatch here',
      'Accept in factlint.json',
      'Go to the fact',
      'Fix all safe findings',
    ],
  );
  assert.ok(actions.slice(0, 6).every(({ diagnostics }) => diagnostics?.length === 1));
  const all = await resultOf(client, actions, /^Fix all 2/, marked);
  assert.equal(all, '🚗 Renault owns 43% of Nissan. It still owns 43% of Nissan.');
});

test('a fix comes from our own findings, whatever columns a client echoes', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const { text, range } = withCursor('🚗 Renault owns 3<|>4% of Nissan.');
  const uri = folder.uri('draft.md');
  await client.open(uri, text);
  const wrong = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
  const context = { diagnostics: [{ range: wrong, message: '34%', code: 'percent-mismatch' }] };
  const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context,
  });
  assert.equal(fix && applied(text, textEdits(fix)), '🚗 Renault owns 43% of Nissan.');
});

test('fix-all makes safe fixes only: none that is hedged, none in a quotation', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const marked =
    'Renault Motors owns 34% of Nissan.<|>\n\n“Renault owns 34% of Nissan,” she said.\n\nRenault owns about 34% of Nissan.\n';
  const actions = await actionsAt(client, folder, marked, { only: ['source.fixAll'] });
  assert.deepEqual(
    actions.map(({ kind }) => kind),
    ['source.fixAll.factlint'],
  );
  const fixed = await resultOf(client, actions, /^Fix all/, marked);
  assert.match(fixed, /^Renault(?: Group)? owns 43% of Nissan\.\n\n“Renault owns 34% of Nissan,”/);
});

test('a request for other kinds is answered at once, without a check', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, {
    host: {
      check() {
        throw new Error('nobody should check');
      },
    },
  });
  const actions = await actionsAt(client, folder, 'Renault owns 3<|>4% of Nissan.', {
    only: ['source.organizeImports'],
  });
  assert.deepEqual(actions, []);
  assert.deepEqual(client.messages, []);
});

const NEXT = '<!-- factlint-disable-next-line percent-mismatch: checked by hand -->';
const LINE = '<!-- factlint-disable-line percent-mismatch: checked by hand -->';

/** What “ignore here” makes of a draft, by language. */
const IGNORED: readonly (readonly [language: string, before: string, after: string])[] = [
  ['markdown', 'Renault owns 3<|>4% of Nissan.\n', `${NEXT}\nRenault owns 34% of Nissan.\n`],
  [
    'markdown',
    '# News\r\n\r\nRenault owns 3<|>4% of Nissan.\r\n',
    `# News\r\n\r\n${NEXT}\r\nRenault owns 34% of Nissan.\r\n`,
  ],
  ['markdown', 'Cars.\nRenault owns 3<|>4% of Nissan.\n', `Cars.\nRenault owns 34% of Nissan. ${LINE}\n`],
  [
    'markdown',
    '- Cars\n- Renault owns 3<|>4% of Nissan.\n',
    `- Cars\n- Renault owns 34% of Nissan. ${LINE}\n`,
  ],
  [
    'markdown',
    '1. Cars\r\n2. Renault owns 3<|>4% of Nissan.  \r\n',
    `1. Cars\r\n2. Renault owns 34% of Nissan. ${LINE}  \r\n`,
  ],
  ['markdown', '> Renault owns 3<|>4% of Nissan.\n', `> Renault owns 34% of Nissan. ${LINE}\n`],
  [
    'markdown',
    '| Who | What |\n|---|---|\n| Renault | owns 3<|>4% of Nissan |\n',
    `| Who | What |\n|---|---|\n| Renault | owns 34% of Nissan ${LINE} |\n`,
  ],
  ['markdown', '# Renault owns 3<|>4% of Nissan #\n', `${NEXT}\n# Renault owns 34% of Nissan #\n`],
  [
    'mdx',
    'Renault owns 3<|>4% of Nissan.\n',
    `${NEXT.replace('<!--', '{/*').replace('-->', '*/}')}\nRenault owns 34% of Nissan.\n`,
  ],
  [
    'html',
    '<ul>\n  <li>Renault owns 3<|>4% of Nissan.</li>\n</ul>\n',
    `<ul>\n  ${NEXT}\n  <li>Renault owns 34% of Nissan.</li>\n</ul>\n`,
  ],
  [
    'html',
    '<p\n  class="a">Renault owns 3<|>4% of Nissan.</p>\n',
    `<p\n  class="a">Renault owns 34%${LINE} of Nissan.</p>\n`,
  ],
];

for (const [language, before, after] of IGNORED) {
  test(`ignored here: ${language} ${JSON.stringify(before)}`, async () => {
    const folder = makeFolder(NEWSROOM);
    const client = await connect(folder);
    const actions = await actionsAt(client, folder, before, { language });
    const ignored = await resultOf(client, actions, /^Ignore/, before);
    assert.equal(ignored, after);
    await client.change(folder.uri('draft.md'), ignored);
    assert.deepEqual(await client.diagnostics(folder.uri('draft.md')), []);
  });
}

test('in plain text, which has no comments, ignoring goes to factlint.json', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const actions = await actionsAt(client, folder, 'Renault owns 3<|>4% of Nissan.', {
    language: 'plaintext',
  });
  const titles = actions.map(({ title }) => title).filter((it) => /Ignore|Accept/.test(it));
  assert.deepEqual(titles, ['Ignore percent-mismatch here, in factlint.json']);
});

test('accepting a finding adds it to factlint.json, comments kept, and silences it', async () => {
  const config = '{\n  // the desk\n  "bundled": false,\n  "asOf": "2023-01-26", // today\n}\n';
  const folder = makeFolder({ ...NEWSROOM, 'factlint.json': config });
  const client = await connect(folder);
  const actions = await actionsAt(client, folder, 'Renault owns 3<|>4% of Nissan.', {
    name: 'news/draft.md',
  });
  const accept = actions.find(({ title }) => title === 'Accept in factlint.json');
  const { edit } = await client.request<CodeAction>('codeAction/resolve', accept);
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.equal(change?.textDocument.uri, folder.uri('factlint.json'));
  assert.equal(change?.textDocument.version, null);
  const after = applied(config, change?.edits as TextEdit[]);
  assert.match(after, /\/\/ the desk/);
  assert.match(after, /\/\/ today/);
  assert.match(after, /"file": "news\/draft\.md"/);
  folder.write('factlint.json', after);
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri('factlint.json'), type: 2 }],
  });
  assert.deepEqual(await client.diagnostics(folder.uri('news/draft.md')), []);
  assert.equal(client.published.get(folder.uri('factlint.json')), undefined);
});

test('accepting without a factlint.json makes one', async () => {
  const folder = makeFolder({ 'desk.facts.json': NEWSROOM['desk.facts.json'] ?? '' });
  const client = await connect(folder, { settings: { bundled: false, asOf: '2023-01-26' } });
  const actions = await actionsAt(client, folder, 'Renault owns 3<|>4% of Nissan.');
  const accept = actions.find(({ title }) => title === 'Accept in factlint.json');
  const { edit } = await client.request<CodeAction>('codeAction/resolve', accept);
  assert.deepEqual(
    edit?.documentChanges?.map((change) => ('kind' in change ? change.kind : 'edit')),
    ['create', 'edit'],
  );
  const made = applied('', textEdits({ title: '', edit: edit ?? {} }));
  assert.deepEqual(JSON.parse(made).accepted.length, 1);
});

test('a client without resolve gets every edit at once, as plain changes', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder, { capabilities: PUSHED });
  const actions = await actionsAt(client, folder, 'Renault owns 3<|>4% of Nissan.');
  assert.ok(actions.length >= 4);
  assert.ok(actions.every(({ edit }) => edit?.changes));
  assert.ok(actions.every(({ title }) => title !== 'Go to the fact'));
});

test('a claim without a fact can become one: complete, valid, with the source to fill in', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = folder.uri('draft.md');
  const marked = 'Renault’s stake in Nissan is 43%. Renault’s battery costs fell by 2<|>7% last year.\n';
  const actions = await actionsAt(client, folder, marked);
  const add = actions.find(({ title }) => title.startsWith('Add '));
  assert.equal(add?.title, 'Add “27%” as a fact to desk.facts.json…');
  assert.equal(add?.kind, 'refactor');
  const after = applied(NEWSROOM['desk.facts.json'] ?? '', textEdits(add as CodeAction));
  folder.write('desk.facts.json', after);
  const facts = folder.uri('desk.facts.json');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 2 }] });
  assert.equal(client.published.get(facts), undefined);
  assert.match(after, /Source to fill in/);
  const { text, range } = withCursor(marked.replace('27%', '29%').replace('2<|>7%', '2<|>9%'));
  await client.change(uri, text);
  const titles = (await request(client, uri, range)).map(({ title }) => title);
  assert.equal(titles[0], 'Change to 27%');
});

test('what version control shows has diagnostics, and no fixes', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  const uri = `git${folder.uri('draft.md').slice('file'.length)}?%7B%22ref%22%3A%22HEAD%22%7D`;
  const { text, range } = withCursor('Renault owns 3<|>4% of Nissan.');
  await client.open(uri, text);
  assert.equal((await client.diagnostics(uri)).length, 1);
  const titles = (await request(client, uri, range)).map(({ title }) => title);
  assert.deepEqual(titles, ['Go to the fact']);
});

test('a draft that was never saved has fixes, but nowhere to accept', async () => {
  const client = await connect(undefined, { capabilities: MODERN, settings: { asOf: '2023-01-26' } });
  const { text, range } = withCursor('Renault owns 3<|>4% of Nissan.');
  await client.open('untitled:Untitled-1', text);
  const titles = (await request(client, 'untitled:Untitled-1', range)).map(({ title }) => title);
  assert.equal(titles[0], 'Change to 43%');
  assert.ok(titles.includes('Ignore percent-mismatch here'));
  assert.ok(!titles.includes('Accept in factlint.json'));
});
