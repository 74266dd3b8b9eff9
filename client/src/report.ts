import * as vscode from 'vscode';
import { REPORT, type ReportParams, type ReportResult } from '../../server/src/lsp/messages.ts';
import type { Session } from './session.ts';

const { l10n, window } = vscode;

/** Shows the report of a draft, or of the last check of a folder, beside the editor. The page runs no scripts. */
export async function showReport({ client }: Session, of?: vscode.Uri): Promise<void> {
  const uri = of ?? window.activeTextEditor?.document.uri;
  if (!uri) {
    void window.showInformationMessage(l10n.t('Open a draft first.'));
    return;
  }
  const params: ReportParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  const { html } = await client.sendRequest<ReportResult>(REPORT, params);
  const title = l10n.t('Facts in {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1));
  const panel = window.createWebviewPanel('factlint.report', title, vscode.ViewColumn.Beside);
  panel.webview.html = html;
}
