import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { STATUS, type Status, type StatusParams } from '../../server/src/lsp/messages.ts';

/** What every command is given. */
export interface Session {
  readonly client: LanguageClient;
  readonly extensionUri: vscode.Uri;
}

/** What the server knows of a draft (of a folder: which facts are in force there). */
export function statusOf({ client }: Pick<Session, 'client'>, uri: vscode.Uri): Promise<Status> {
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<Status>(STATUS, params);
}

/** «3 findings in this draft.» */
export function findingsIn(findings: number, where: 'draft' | 'folder'): string {
  const { t } = vscode.l10n;
  if (where === 'draft') {
    if (findings === 0) return t('No findings in this draft.');
    return findings === 1 ? t('1 finding in this draft.') : t('{0} findings in this draft.', findings);
  }
  if (findings === 0) return t('No findings in this folder.');
  return findings === 1 ? t('1 finding in this folder.') : t('{0} findings in this folder.', findings);
}
