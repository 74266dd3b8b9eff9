import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import {
  CHECK_FOLDER,
  type CheckFolderParams,
  type CheckFolderResult,
} from '../../server/src/lsp/messages.ts';
import { showReport } from './report.ts';
import { findingsIn, type Session } from './session.ts';

const { l10n, window } = vscode;

/** Checks a folder with a progress that can be cancelled, then tells the sum; undefined where no folder was chosen. */
export async function checkFolder(
  session: Session,
  folder?: vscode.Uri,
): Promise<CheckFolderResult | undefined> {
  const uri = await chosenFolder(folder);
  if (!uri) return undefined;
  const title = l10n.t('Checking the drafts in {0}', nameOf(uri));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await window.withProgress(options, (progress, token) =>
    requestCheck(session, uri, progress, token),
  );
  // Not awaited: the message may stand as long as it likes.
  void tellSummary(session, uri, result);
  return result;
}

/** The folder given, else the workspace's only one, else the one that the writer picks. */
export async function chosenFolder(folder?: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (folder) return folder;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) void window.showInformationMessage(l10n.t('Open a folder first.'));
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

async function requestCheck(
  { client }: Session,
  uri: vscode.Uri,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckFolderResult> {
  const workDoneToken = randomUUID();
  let shown = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report') return;
    const { message = '', percentage = shown } = value;
    // LSP tells where it stands, VS Code wants to hear by how much it moved.
    progress.report({ message, increment: percentage - shown });
    shown = percentage;
  });
  const params: CheckFolderParams = { uri: client.code2ProtocolConverter.asUri(uri), workDoneToken };
  try {
    return await client.sendRequest<CheckFolderResult>(CHECK_FOLDER, params, token);
  } finally {
    listener.dispose();
  }
}

async function tellSummary(session: Session, uri: vscode.Uri, result: CheckFolderResult): Promise<void> {
  const { files, findings, errors, cancelled } = result;
  const counts = [
    cancelled ? l10n.t('Cancelled. Drafts checked: {0}.', files) : l10n.t('Drafts checked: {0}.', files),
    findingsIn(findings, 'folder'),
    ...(errors > 0 ? [l10n.t('Files that could not be read: {0}; the output says why.', errors)] : []),
  ];
  const showProblems = l10n.t('Show Problems');
  const showTheReport = l10n.t('Show Report');
  const tell = errors > 0 ? window.showWarningMessage : window.showInformationMessage;
  const choice = await tell(counts.join(' '), showProblems, showTheReport);
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === showTheReport) await showReport(session, uri);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
