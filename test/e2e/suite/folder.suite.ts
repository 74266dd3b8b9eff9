import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import {
  CHECK_FOLDER,
  type CheckFolderResult,
  REPORT,
  type ReportResult,
} from '../../../server/src/lsp/messages.ts';
import { client, closeAll, codes, draft, file } from './support.ts';

const { commands, window, workspace } = vscode;
const MANY = 400;
const SLOW = `${'Renault owns 34% of Nissan. Nissan owns 15% of Renault.\n\n'.repeat(40)}`;

describe('a folder', () => {
  before(async () => {
    const text = new TextEncoder().encode(SLOW);
    for (let i = 0; i < MANY; i++) await workspace.fs.writeFile(file(`many/${i}.md`), text);
    await workspace.fs.writeFile(
      file('few/wrong.md'),
      new TextEncoder().encode('Renault owns 34% of Nissan.\n'),
    );
    await workspace.fs.writeFile(
      file('few/right.md'),
      new TextEncoder().encode('Renault owns 43% of Nissan.\n'),
    );
  });
  afterEach(closeAll);
  after(async () => {
    await workspace.fs.delete(file('many'), { recursive: true });
    await workspace.fs.delete(file('few'), { recursive: true });
  });

  it('is checked by a command, and its findings stay until they are mended', async () => {
    const result = await commands.executeCommand<CheckFolderResult>('factlint.checkFolder', file('few'));
    assert.deepEqual(result, { files: 2, findings: 1, errors: 0, cancelled: false });
    const [wrong] = await codes(file('few/wrong.md'), 'percent-mismatch');
    const editor = await window.showTextDocument(file('few/wrong.md'));
    await codes(editor.document.uri, 'percent-mismatch');
    await editor.edit((edit) => edit.replace(wrong?.range ?? new vscode.Range(0, 0, 0, 0), '43%'));
    await codes(editor.document.uri);
  });

  it('is checked by the text in the editor, where a draft is open', async () => {
    const editor = await window.showTextDocument(file('few/right.md'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Renault owns 34% of Nissan. '));
    const result = await commands.executeCommand<CheckFolderResult>('factlint.checkFolder', file('few'));
    assert.deepEqual(result, { files: 2, findings: 2, errors: 0, cancelled: false });
    assert.equal((await codes(editor.document.uri, 'percent-mismatch')).length, 1, 'told once, not twice');
  });

  it('has a report with every draft', async () => {
    await commands.executeCommand('factlint.checkFolder', file('few'));
    const params = { uri: file('few').toString() };
    const { html } = await (await client()).sendRequest<ReportResult>(REPORT, params);
    assert.match(html, /wrong\.md[\s\S]*34%/);
    assert.doesNotMatch(html, /<script/);
  });

  it('can be told to stop; what was found till then stands, and typing is answered meanwhile', async () => {
    const server = await client();
    const stop = new vscode.CancellationTokenSource();
    const workDoneToken = 'suite-cancels';
    const progressed = new Promise<void>((resolve) => {
      server.onProgress(WorkDoneProgress.type, workDoneToken, ({ kind }) => {
        if (kind === 'report') resolve();
      });
    });
    const params = { uri: file('many').toString(), workDoneToken };
    const check = server.sendRequest<CheckFolderResult>(CHECK_FOLDER, params, stop.token);
    await progressed;
    stop.cancel();
    const { files, cancelled } = await check;
    assert.ok(cancelled);
    assert.ok(files < MANY, `${files} of ${MANY} drafts were checked`);
    const { document } = await draft('after.md', 'Renault owns 34% of Nissan.\n');
    await codes(document.uri, 'percent-mismatch');
  });
});
