import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { STATUS, type Status } from '../../../server/src/lsp/messages.ts';
import { client, closeAll, codes, diagnostics, draft, file, isOurs, rangeOf } from './support.ts';

const { commands, window, workspace } = vscode;
const FACTS = 'facts/alliance.facts.json';

async function edit(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, rangeOf(document, words), by);
  assert.ok(await workspace.applyEdit(change));
}

async function status(uri: vscode.Uri): Promise<Status> {
  return (await client()).sendRequest<Status>(STATUS, { uri: uri.toString() });
}

describe('facts', () => {
  afterEach(closeAll);

  it('re-check the open drafts when they change, saved or not', async () => {
    const { document } = await draft('rechecked.md', 'Renault owns 43% of Nissan.\n');
    const facts = await workspace.openTextDocument(file(FACTS));
    await window.showTextDocument(facts, vscode.ViewColumn.Beside);
    await codes(document.uri);
    await edit(facts, '43.4%', '34.4%');
    await codes(document.uri, 'percent-mismatch');
    await edit(facts, '34.4%', '43.4%');
    await codes(document.uri);
  });

  it('say above a changed fact which drafts become wrong or right, before it is saved', async () => {
    const { document } = await draft('lens.md', 'Renault owns 43% of Nissan.\n');
    const facts = await workspace.openTextDocument(file(FACTS));
    await window.showTextDocument(facts, vscode.ViewColumn.Beside);
    await codes(document.uri);
    const titles = async () => {
      const command = 'vscode.executeCodeLensProvider';
      const lenses: vscode.CodeLens[] = await commands.executeCommand(command, facts.uri, 100);
      return lenses.map((lens) => lens.command?.title ?? '');
    };
    assert.ok((await titles()).every((title) => title.startsWith('used in ')));
    await edit(facts, '43.4%', '34.4%');
    await codes(document.uri, 'percent-mismatch');
    const shown = (await titles()).join('\n');
    assert.match(shown, /^not saved: drafts\/.* becomes? wrong · drafts\/.* becomes? right$/m);
  });

  it('tell their own mistakes as one types, and the last good version stays in force', async () => {
    const { document } = await draft('broken.md', 'Renault owns 34% of Nissan.\n');
    await codes(document.uri, 'percent-mismatch');
    const facts = await workspace.openTextDocument(file(FACTS));
    await window.showTextDocument(facts, vscode.ViewColumn.Beside);
    await edit(facts, '"facts": [', '"facts": ');
    await diagnostics(facts.uri, (found) => found.length > 0);
    assert.match((await status(document.uri)).message ?? '', /alliance\.facts\.json/);
    await codes(document.uri, 'percent-mismatch');
  });

  it('tell each mistake once: VS Code what is no JSON, Factlint what is no fact', async () => {
    const facts = await workspace.openTextDocument(file(FACTS));
    await window.showTextDocument(facts);
    await edit(facts, '"version": 1,', '"version": 1');
    const anybodys = () => true;
    const broken = await diagnostics(facts.uri, (all) => all.some(isOurs) && !all.every(isOurs), anybodys);
    const [error, ...others] = broken.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.ok(error && !isOurs(error) && others.length === 0, broken.map(({ message }) => message).join());
    assert.match(broken.find(isOurs)?.message ?? '', /last good version/);
    await edit(facts, '"version": 1', '"version": 1, "fakts": [],');
    const told = await diagnostics(
      facts.uri,
      (all) => all.some(({ message }) => /fakts/.test(message)),
      anybodys,
    );
    assert.equal(told.length, 1, told.map(({ message }) => message).join());
  });

  it('tell an unknown entity at its place', async () => {
    const facts = await workspace.openTextDocument(file(FACTS));
    await window.showTextDocument(facts);
    await edit(facts, '"object": "nissan"', '"object": "nisan"');
    const [problem] = await diagnostics(facts.uri, (found) =>
      found.some(({ message }) => message.includes('nisan')),
    );
    assert.match(facts.lineAt(problem?.range.start.line ?? 0).text, /nisan/);
  });

  it('are one step away from a claim', async () => {
    const { document } = await draft('go.md', 'Renault owns 34% of Nissan.\n');
    await codes(document.uri, 'percent-mismatch');
    const at = rangeOf(document, '34%').start;
    const found: (vscode.Location | vscode.LocationLink)[] = await commands.executeCommand(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    const [place] = found.map((it) =>
      'targetUri' in it ? { uri: it.targetUri, range: it.targetRange } : it,
    );
    assert.ok(place);
    const facts = await workspace.openTextDocument(place.uri);
    const around = new vscode.Range(place.range.start.translate(-1), place.range.start.translate(2));
    assert.match(facts.getText(around), /renault-stake-in-nissan|43\.4%/);
  });

  it('take a claim that nothing supports as a new, complete entry', async () => {
    const editor = await draft('new.md', 'Nissan owns 34% of Mitsubishi Motors.\n');
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), new vscode.Position(0, 37));
    await commands.executeCommand('factlint.addFactFromSelection');
    const facts = await workspace.openTextDocument(file(FACTS));
    const { facts: entries } = parse(facts.getText());
    assert.ok(facts.isDirty, 'the entry waits to be completed and saved');
    assert.equal(entries.at(-1).subject, 'nissan');
    assert.match(JSON.stringify(entries.at(-1)), /34%/);
  });

  it('count as of the article’s date, which a command sets', async () => {
    const { document } = await draft('dated.md', 'Renault owns 43% of Nissan.\n');
    await codes(document.uri);
    assert.equal((await status(document.uri)).asOfOrigin, 'configuration');
    await commands.executeCommand('factlint.setArticleDate', '2024-06-01');
    const [outdated] = await codes(document.uri, 'value-outdated');
    assert.match(document.getText(), /2024-06-01/);
    assert.equal((await status(document.uri)).asOf, '2024-06-01');
    assert.ok(
      outdated?.tags?.includes(vscode.DiagnosticTag.Deprecated),
      'what is outdated is struck through',
    );
  });

  it('are opened by a command', async () => {
    const { document } = await draft('open.md', 'Renault owns 43% of Nissan.\n');
    await codes(document.uri);
    await commands.executeCommand('factlint.openFactsFile');
    assert.match(window.activeTextEditor?.document.uri.path ?? '', /alliance\.facts\.json$/);
    assert.equal(window.activeTextEditor?.document.languageId, 'jsonc');
  });
});
