import * as vscode from 'vscode';
import { type Session, statusOf } from './session.ts';

const { l10n, window, workspace } = vscode;

/** Opens the facts file in force for the draft; several: lets the writer pick; none: offers to make one. */
export async function openFactsFile(session: Session): Promise<void> {
  const uri = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open a draft first.'));
    return;
  }
  const { factsFiles } = await statusOf(session, uri);
  const [only, ...others] = factsFiles.map((file) => vscode.Uri.parse(file));
  if (!only) return offerFactsFile(session);
  const file = others.length === 0 ? only : await pickedFile([only, ...others]);
  if (file) await window.showTextDocument(file);
}

/** Opens a copy of the sample article: a draft with planted errors, on the bundled facts. */
export async function openSample({ extensionUri }: Session): Promise<void> {
  const content = await shipped(extensionUri, 'sample.md');
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

async function pickedFile(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = files.map((file) => ({ label: workspace.asRelativePath(file), file }));
  return (await window.showQuickPick(items, { title: l10n.t('Open a facts file') }))?.file;
}

async function offerFactsFile({ extensionUri }: Session): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const create = l10n.t('Create One');
  const message = l10n.t('Only the bundled facts are in force here; there is no facts file of your own.');
  const choice = await window.showInformationMessage(message, ...(folder ? [create] : []));
  if (choice !== create || !folder) return;
  const file = vscode.Uri.joinPath(folder, 'newsroom.facts.json');
  const edit = new vscode.WorkspaceEdit();
  const contents = new TextEncoder().encode(await shipped(extensionUri, 'newsroom.facts.json'));
  edit.createFile(file, { ignoreIfExists: true, contents });
  await workspace.applyEdit(edit);
  await window.showTextDocument(file);
}

async function shipped(extensionUri: vscode.Uri, name: string): Promise<string> {
  const file = vscode.Uri.joinPath(extensionUri, 'client', 'walkthrough', name);
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
