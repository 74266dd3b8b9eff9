import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { FIX_ALL, SERVER_COMMANDS } from './messages.ts';
import { LEGEND } from './semanticTokens.ts';

/** What the server can do for this client: what is here has a handler, and the reverse. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pulls && {
      diagnosticProvider: {
        identifier: 'factlint',
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
      resolveProvider: true,
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    completionProvider: { triggerCharacters: [' ', '"'] },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: LEGEND, full: true },
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
    },
  };
}
