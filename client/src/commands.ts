import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import {
  type AddFactArgument,
  type FixAllInFolderArgument,
  SERVER_COMMANDS,
  type SetDateArgument,
} from '../../server/src/lsp/messages.ts';
import { checkFolder, chosenFolder } from './folder.ts';
import { openFactsFile, openSample } from './open.ts';
import { showReport } from './report.ts';
import { findingsIn, type Session, statusOf } from './session.ts';

const { l10n, window } = vscode;

/** Every command of the extension by its id; package.json lists the same ones. */
export const commands: Readonly<Record<string, (session: Session, ...args: never[]) => unknown>> = {
  'factlint.checkDocument': checkDocument,
  'factlint.checkFolder': checkFolder,
  'factlint.fixAllInDocument': fixAllInDocument,
  'factlint.fixFolder': fixFolder,
  'factlint.addFactFromSelection': addFactFromSelection,
  'factlint.openFactsFile': openFactsFile,
  'factlint.setArticleDate': setArticleDate,
  'factlint.showReport': showReport,
  'factlint.openSample': openSample,
  'factlint.showOutput': ({ client }: Session) => client.outputChannel.show(),
  'factlint.restartServer': ({ client }: Session) => client.restart(),
};

async function checkDocument(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return tellNoDraft();
  const { findings, state } = await statusOf(session, editor.document.uri);
  const showProblems = l10n.t('Show Problems');
  const message =
    state === 'too-large' ? l10n.t('This draft is too large to check.') : findingsIn(findings, 'draft');
  // Not awaited: the message may stand as long as it likes.
  void window.showInformationMessage(message, ...(findings > 0 ? [showProblems] : [])).then((choice) => {
    if (choice === showProblems) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

/** Through the editor's own command, so that it is one step to undo and says itself when there is nothing to fix. */
async function fixAllInDocument(): Promise<void> {
  const source = { kind: 'source.fixAll.factlint', apply: 'first' };
  await vscode.commands.executeCommand('editor.action.sourceAction', source);
}

async function fixFolder(session: Session, folder?: vscode.Uri): Promise<void> {
  const uri = await chosenFolder(folder);
  if (!uri) return;
  const argument: FixAllInFolderArgument = { uri: session.client.code2ProtocolConverter.asUri(uri) };
  await runOnServer(session, SERVER_COMMANDS.fixAllInFolder, argument);
}

async function addFactFromSelection(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return tellNoDraft();
  const { code2ProtocolConverter: convert } = session.client;
  const range = convert.asRange(editor.selection);
  const argument: AddFactArgument = { uri: convert.asUri(editor.document.uri), range };
  await runOnServer(session, SERVER_COMMANDS.addFact, argument);
}

/** Asks for the date, or takes the one given: the argument serves key bindings and tests. */
async function setArticleDate(session: Session, date?: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return tellNoDraft();
  const { asOf } = await statusOf(session, editor.document.uri);
  const chosen =
    date ??
    (await window.showInputBox({
      title: l10n.t('The day on which the article speaks'),
      prompt: l10n.t('Year, month and day: {0}', '2023-01-26'),
      value: asOf,
      validateInput: (text) => (isDay(text) ? undefined : l10n.t('Write the day like this: {0}', asOf)),
    }));
  if (chosen === undefined) return;
  const uri = session.client.code2ProtocolConverter.asUri(editor.document.uri);
  const argument: SetDateArgument = { uri, date: chosen };
  await runOnServer(session, SERVER_COMMANDS.setDate, argument);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

async function runOnServer({ client }: Session, command: string, argument: unknown): Promise<void> {
  await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
}

function tellNoDraft(): void {
  void window.showInformationMessage(l10n.t('Open a draft first.'));
}
