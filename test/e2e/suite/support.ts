import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const { commands, languages, window, workspace } = vscode;

/** The fixture workspace's folder. */
export function folder(): vscode.Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'the suite runs with a folder open');
  return first.uri;
}

/** A file of the workspace. */
export function file(relative: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), relative);
}

/** The extension's language client, as it stands in the extension host. */
export async function client(): Promise<LanguageClient> {
  const extension = vscode.extensions.getExtension<{ readonly client: Promise<LanguageClient> }>(
    'factlint.factlint',
  );
  assert.ok(extension, 'the extension is there');
  return (await extension.activate()).client;
}

/** Opens a draft of these words: a new file of the workspace. */
export async function draft(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = file(`drafts/${name}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return window.showTextDocument(uri);
}

/** Whether a diagnostic is ours, not another extension's. */
export function isOurs({ source }: vscode.Diagnostic): boolean {
  return source === 'factlint';
}

/** The document's diagnostics as soon as they are so; waits for the editor's own event, never for time to pass. */
export function diagnostics(
  uri: vscode.Uri,
  areSo: (found: readonly vscode.Diagnostic[]) => boolean,
  whose: (it: vscode.Diagnostic) => boolean = isOurs,
): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = languages.getDiagnostics(uri).filter(whose);
      if (!areSo(found)) return;
      listener.dispose();
      resolve(found);
    };
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** The document's diagnostics as soon as they have exactly these codes, in reading order. */
export function codes(
  uri: vscode.Uri,
  ...expected: readonly string[]
): Promise<readonly vscode.Diagnostic[]> {
  return diagnostics(uri, (found) => codesOf(found).join() === expected.join());
}

/** The codes of diagnostics, in reading order. */
export function codesOf(found: readonly vscode.Diagnostic[]): readonly string[] {
  return [...found]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** What the light bulb would offer, each with its edit. */
export function actions(uri: vscode.Uri, range: vscode.Range, kind?: string): Thenable<vscode.CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 20);
}

/** Applies what the light bulb offers under this title. */
export async function choose(uri: vscode.Uri, range: vscode.Range, title: string | RegExp): Promise<void> {
  const offered = await actions(uri, range);
  const action = offered.find((it) =>
    typeof title === 'string' ? it.title === title : title.test(it.title),
  );
  assert.ok(action, `“${title}” is not among: ${offered.map((it) => it.title).join(' · ')}`);
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit), 'the edit was applied');
  if (action.command) {
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** The first event of its kind for which it holds. */
export function event<T>(on: vscode.Event<T>, holds: (it: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const listener = on((it) => {
      if (!holds(it)) return;
      listener.dispose();
      resolve(it);
    });
  });
}

/** Where these words stand for the first time. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, `“${words}” stands in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Takes back what is unsaved, and closes all. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}
