import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic, Location } from 'vscode-languageserver-protocol';
import { importers } from '../../server/src/project/import/importers.ts';
import { STRINGS, stakes, workbook } from '../project/import/workbook.ts';
import { ALLIANCE, type Client, connect, type Files, MODERN, makeFolder, type Workspace } from './connect.ts';

const MAP = { subject: 'Holder', object: 'Company', value: 'Share', from: 'From', relation: '=stake' };

function config(...imports: readonly object[]): string {
  return JSON.stringify({ bundled: false, asOf: '2025-12-01', imports });
}

const STAKES = 'Holder,Company,Share,From\nRenault,Nissan,14%,2025-06-01\n';
const DESK: Files = {
  'factlint.json': config({ file: 'stakes.csv', map: MAP }),
  'desk.facts.json': ALLIANCE,
  'stakes.csv': STAKES,
};
const DRAFT = 'Renault owns 15% of Nissan.\n';

/** A client that knows what reads spreadsheets, with a draft open. */
async function desk(folder: Workspace, draft = DRAFT): Promise<Client> {
  const client = await connect(folder, { host: { importers: () => importers } });
  await client.open(folder.uri('draft.md'), draft);
  return client;
}

async function said(client: Client, folder: Workspace): Promise<readonly string[]> {
  const found = await client.diagnostics(folder.uri('draft.md'));
  return found.map(({ message }) => String(message));
}

async function changed(client: Client, folder: Workspace, name: string, type = 2): Promise<void> {
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.uri(name), type }] });
  await refreshed;
}

const OUTDATED = /^15% is out of date: Renault’s stake in Nissan is 14% since 1 June 2025/;

test('a spreadsheet counts as facts over those of the folder; “go to the fact” leads to its cell', async () => {
  const folder = makeFolder(DESK);
  const client = await desk(folder);
  const [found] = await client.diagnostics(folder.uri('draft.md'));
  assert.match(String(found!.message), OUTDATED);
  const [related] = found!.relatedInformation!;
  assert.equal(related!.location.uri, folder.uri('stakes.csv'));
  const places = await client.request<Location[]>('textDocument/definition', {
    textDocument: { uri: folder.uri('draft.md') },
    position: { line: 0, character: 14 },
  });
  assert.equal(places[0]?.uri, folder.uri('stakes.csv'));
  assert.deepEqual(places[0]?.range.start, { line: 1, character: 15 });
});

test('when the file changes, drafts are checked again', async () => {
  const folder = makeFolder(DESK);
  const client = await desk(folder);
  assert.match((await said(client, folder)).join(), OUTDATED);
  folder.write('stakes.csv', STAKES.replace('14%', '15%'));
  await changed(client, folder, 'stakes.csv');
  assert.deepEqual(await said(client, folder), []);
});

test('the text of an open spreadsheet counts unsaved, and its mistakes stand in it', async () => {
  const folder = makeFolder(DESK);
  const client = await desk(folder);
  const uri = folder.uri('stakes.csv');
  await client.open(uri, STAKES, 'csv');
  assert.deepEqual(await client.diagnostics(uri), []);
  const refreshed = client.next('workspace/diagnostic/refresh');
  await client.change(
    uri,
    `${STAKES.replace('14%', '15%')}Renault,Orsa,a lot,2024\nRenault,Nissan,13%,2023-11-08\n`,
  );
  await refreshed;
  assert.deepEqual(await said(client, folder), []);
  const found = await client.diagnostics(uri);
  assert.deepEqual(
    found.map(({ range, message }) => [
      range.start,
      range.end,
      String(message).replace(/factlint-lsp-\w+\//, ''),
    ]),
    [
      [
        { line: 2, character: 13 },
        { line: 2, character: 18 },
        '“a lot” is not a percentage such as "43.4%"; it is shown, but never compared.',
      ],
      [
        { line: 3, character: 15 },
        { line: 3, character: 18 },
        'The row contradicts “15%” (from 2023-11-08, desk.facts.json): give the day from which it holds, or a “basis”.',
      ],
    ],
  );
  await client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.next('workspace/diagnostic/refresh');
  assert.match((await said(client, folder)).join(), OUTDATED);
});

const BROKEN: readonly (readonly [what: string, text: string | undefined, word: RegExp])[] = [
  [
    'a download that broke off',
    `${STAKES}Renault,Nis`,
    /cut short: the file may be a download that broke off/,
  ],
  [
    'a quotation that never ends',
    `${STAKES}"Renault,Nissan`,
    /quotation mark that opens here is never closed/,
  ],
  [
    'a column that is gone',
    STAKES.replace('Share', 'Part'),
    /There is no column “Share”; there are: “Holder”/,
  ],
  ['bytes that are no text', 'PK\u0003\u0004\u0000\u0000', /cannot be read: it is not a text file/],
  ['a file that is gone', undefined, /cannot be read: there is no such file/],
];
for (const [what, text, word] of BROKEN) {
  test(`${what}: it is told, and the last good version stays in force`, async () => {
    const folder = makeFolder(DESK);
    const client = await desk(folder);
    assert.match((await said(client, folder)).join(), OUTDATED);
    const published = client.next<{ uri: string; diagnostics: Diagnostic[] }>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === folder.uri('stakes.csv'),
    );
    if (text === undefined) rmSync(folder.path('stakes.csv'));
    else folder.write('stakes.csv', text);
    await changed(client, folder, 'stakes.csv', text === undefined ? 3 : 2);
    const { diagnostics } = await published;
    assert.match(String(diagnostics[0]!.message), word);
    assert.match(
      diagnostics.map(({ message }) => message).join(),
      /the last good version of the file stays in force/,
    );
    assert.match((await said(client, folder)).join(), OUTDATED);
    folder.write('stakes.csv', STAKES.replace('14%', '15%'));
    await changed(client, folder, 'stakes.csv', text === undefined ? 1 : 2);
    assert.deepEqual(await said(client, folder), []);
    assert.deepEqual(client.published.get(folder.uri('stakes.csv')), []);
  });
}

test('a workbook: what is wrong is told at its cell, and “go to the fact” leads to the file', async () => {
  const rows = `${stakes(45_238)}<row r="5"><c r="A5" t="inlineStr"><is><t>Hayase</t></is></c><c r="B5" t="inlineStr"><is><t>Orsa</t></is></c><c r="C5"><f>1/2</f></c></row>`;
  const map = { ...MAP, from: 'D' };
  const folder = makeFolder({
    'factlint.json': config({ file: 'stakes.xlsx', sheet: 'Stakes', map }),
    'desk.facts.json': ALLIANCE,
  });
  writeFileSync(folder.path('stakes.xlsx'), workbook({ rows, merges: ['A3:A4'], strings: STRINGS }));
  const client = await desk(folder, 'Orsa owns 34% of Kaltenburg, and 21.7% of Hayase.\n');
  const [found, ...others] = await client.diagnostics(folder.uri('draft.md'));
  assert.match(String(found!.message), /^34% should be 43%: Orsa’s stake in Kaltenburg since 8 Nov 2023/);
  assert.deepEqual(others, []);
  const [place] = await client.request<Location[]>('textDocument/definition', {
    textDocument: { uri: folder.uri('draft.md') },
    position: { line: 0, character: 11 },
  });
  assert.equal(place?.uri, folder.uri('stakes.xlsx'));
  assert.deepEqual(place?.range.start, { line: 0, character: 0 });
  folder.write('desk.facts.json', `${ALLIANCE} `);
  await changed(client, folder, 'desk.facts.json');
  assert.deepEqual(
    client.published.get(folder.uri('stakes.xlsx'))?.map(({ message }) => message),
    [
      'Stakes!C5: The cell for “value” is a formula without its result: save it once in a spreadsheet program.',
    ],
  );
});

test('one spreadsheet may be read in two ways', async () => {
  const dates = { subject: 'Company', founded: 'Founded' };
  const shares = { subject: 'Holder', object: 'Company', value: 'Share', relation: '=stake' };
  const folder = makeFolder({
    'factlint.json': config({ file: 'firms.tsv', map: shares }, { file: 'firms.tsv', map: dates }),
    'desk.facts.json': ALLIANCE,
    'firms.tsv': 'Holder\tCompany\tShare\tFounded\nRenault\tOrsa\t12%\t1933-12-26\n',
  });
  const client = await desk(folder, 'Renault owns 21% of Orsa. Orsa was founded in 1943.\n');
  const codes = (await client.diagnostics(folder.uri('draft.md'))).map(({ code }) => code);
  assert.deepEqual(codes, ['percent-mismatch', 'date-mismatch']);
});

test('spreadsheets are watched', async () => {
  const folder = makeFolder(DESK);
  const workspace = { ...MODERN.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
  const client = connect(folder, {
    capabilities: { ...MODERN, workspace },
    host: { importers: () => importers },
  });
  const { registrations } = await (await client).next<{
    registrations: readonly { method: string; registerOptions: { watchers: { globPattern: string }[] } }[];
  }>(
    'client/registerCapability',
    ({ registrations: [first] }) => first?.method === 'workspace/didChangeWatchedFiles',
  );
  const globs = registrations.flatMap(({ registerOptions }) =>
    registerOptions.watchers.map((it) => it.globPattern),
  );
  assert.ok(globs.includes('**/*.{csv,tsv,xlsx}'), globs.join());
});

test('without a spreadsheet nothing that reads one is loaded', async () => {
  const folder = makeFolder({ ...DESK, 'factlint.json': config() });
  const importing = () => assert.fail('loaded');
  const client = await connect(folder, { host: { importers: importing } });
  await client.open(folder.uri('draft.md'), DRAFT);
  await client.open(folder.uri('stakes.csv'), STAKES, 'csv');
  assert.deepEqual(await said(client, folder), []);
  assert.deepEqual(await client.diagnostics(folder.uri('stakes.csv')), []);
});
