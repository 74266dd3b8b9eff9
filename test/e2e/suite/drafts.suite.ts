import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actions, choose, closeAll, codes, draft, rangeOf } from './support.ts';

const { commands, window, workspace } = vscode;

describe('a draft', () => {
  afterEach(closeAll);

  it('shows what is wrong, why, and where the fact stands', async () => {
    const { document } = await draft('wrong.md', 'Renault owns 34% of Nissan.\n');
    const [wrong] = await codes(document.uri, 'percent-mismatch');
    assert.equal(document.getText(wrong?.range), '34%');
    assert.match(wrong?.message ?? '', /43/);
    assert.equal(wrong?.severity, vscode.DiagnosticSeverity.Warning);
    const [related] = wrong?.relatedInformation ?? [];
    assert.match(related?.location.uri.path ?? '', /alliance\.facts\.json$/);
    assert.ok(typeof wrong?.code === 'object' && wrong.code.target, 'the code links to its page');
  });

  for (const [name, text, mended] of [
    ['percent.md', 'Renault owns 34% of Nissan.\n', 'Renault owns 43% of Nissan.\n'],
    ['words.txt', 'Renault owns 34 percent of Nissan.\n', 'Renault owns 43 percent of Nissan.\n'],
    [
      'tags.html',
      '<p>Renault owns <b>34.0%</b> of Nissan.</p>\n',
      '<p>Renault owns <b>43.4%</b> of Nissan.</p>\n',
    ],
    ['astral.md', '🚗 Renault owns\r\n34% of Nissan.\r\n', '🚗 Renault owns\r\n43% of Nissan.\r\n'],
  ] as const) {
    it(`is mended by the preferred quick fix in the writer’s manner: ${name}`, async () => {
      const { document } = await draft(name, text);
      const [wrong] = await codes(document.uri, 'percent-mismatch');
      assert.ok(wrong);
      const offered = await actions(document.uri, wrong.range, 'quickfix');
      assert.equal(offered.filter(({ isPreferred }) => isPreferred).length, 1);
      assert.ok(offered[0]?.isPreferred, 'the best fix stands first');
      await choose(document.uri, wrong.range, offered[0].title);
      assert.equal(document.getText(), mended);
      await codes(document.uri);
    });
  }

  it('gets its warning back when a fix is undone', async () => {
    const text = 'Renault owns 34% of Nissan.\n';
    const { document } = await draft('undone.md', text);
    const [wrong] = await codes(document.uri, 'percent-mismatch');
    assert.ok(wrong);
    await choose(document.uri, wrong.range, 'Change to 43%');
    await codes(document.uri);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await codes(document.uri, 'percent-mismatch');
  });

  it('is mended whole by one command, where that is certain, and restored by one undo', async () => {
    const text = 'Nissan Motors is 34% owned by Renault.\n\n“Renault owns 34% of Nissan,” he said.\n';
    const { document } = await draft('all.md', text);
    await codes(document.uri, 'name-misnomer', 'percent-mismatch', 'percent-mismatch');
    await commands.executeCommand('factlint.fixAllInDocument');
    const [quoted] = await codes(document.uri, 'percent-mismatch');
    assert.equal(quoted?.range.start.line, 2, 'what is quoted is left to the writer');
    assert.equal(document.getText(), text.replace('Nissan Motors', 'Nissan Motor').replace('34%', '43%'));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('is silenced in place, by a directive with a reason', async () => {
    const { document } = await draft('ignored.md', 'Renault owns 34% of Nissan.\n');
    const [wrong] = await codes(document.uri, 'percent-mismatch');
    assert.ok(wrong);
    await choose(document.uri, wrong.range, /^Ignore percent-mismatch here/);
    assert.match(document.getText(), /factlint-disable-next-line percent-mismatch: \S/);
    await codes(document.uri);
  });

  it('is checked before it is ever saved', async () => {
    const content = 'Renault owns 34% of Nissan.\n';
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document);
    await codes(document.uri, 'percent-mismatch');
  });

  it('is re-checked as one types', async () => {
    const editor = await draft('typed.md', 'Renault owns 43% of Nissan.\n');
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, '43'), '34'));
    await codes(editor.document.uri, 'percent-mismatch');
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, '34'), '43'));
    await codes(editor.document.uri);
  });

  it('says on a card what a claim rests on', async () => {
    const { document } = await draft('hover.md', 'Renault owns 43% of Nissan.\n');
    const at = rangeOf(document, '43%').start;
    const cards: vscode.Hover[] = await commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = cards.flatMap(({ contents }) =>
      contents.map((it) => (typeof it === 'string' ? it : it.value)),
    );
    assert.match(text.join('\n'), /43\.4%[\s\S]*Nissan Motor[\s\S]*https:\/\/example\.com\/statement/);
  });
});
