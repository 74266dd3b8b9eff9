import { type Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor } from './capabilities.ts';
import { createChanges } from './changes.ts';
import { type Client, clientOf } from './client.ts';
import { createConfiguration } from './configuration.ts';
import type { Context } from './context.ts';
import { createDiagnostics } from './diagnostics.ts';
import { documentsIn } from './documents.ts';
import { registerFeatures } from './features.ts';
import { createFolderCheck } from './folderCheck.ts';
import { createGuard } from './guard.ts';
import type { Host } from './host.ts';
import { registerMoreFeatures } from './moreFeatures.ts';
import { layOver } from './openFiles.ts';
import { createPublished } from './published.ts';
import { refreshAll } from './refresh.ts';
import { registerRequests } from './requests.ts';
import { createSession } from './session.ts';
import { createSettling } from './settle.ts';
import { createStatusTeller } from './status.ts';
import { createUsage } from './usage.ts';
import { createViews } from './views.ts';

/** Joins the checker to a connection. A handler finds the view of its document and translates it; it decides nothing. */
export function startServer(connection: Connection, host: Host): void {
  let client: Client = clientOf({});
  let markReady = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const documents = new TextDocuments<TextDocument>(documentsIn(() => client.encoding));
  const openFiles = layOver(host.fileSystem, documents);
  const session = createSession(host, openFiles);
  const context: Context = { connection, host, documents, openFiles, session, client: () => client };
  const guard = createGuard(context, () => ready);
  const settling = createSettling();
  const views = createViews(context);
  const diagnostics = createDiagnostics(context, views, settling);
  const published = createPublished(context, views);
  const folderCheck = createFolderCheck(context, {
    views,
    published,
    settling,
    changed: () => status.tellAll(),
  });
  const status = createStatusTeller(context, views, folderCheck.isRunning);
  const refresh = () => refreshAll(context, { diagnostics, published, status, guard });
  const configuration = createConfiguration(context, refresh);
  const changes = createChanges(context, { diagnostics, published, settling, ready, refresh });

  connection.onInitialize((params) => {
    client = clientOf(params);
    const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : []);
    session.setFolders(folders.map(({ uri }) => uri));
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: 'factlint', version: host.version },
    };
  });
  connection.onInitialized(() =>
    guard.run('start', async () => {
      if (client.folders)
        connection.workspace.onDidChangeWorkspaceFolders(() => guard.run('folders', foldersChanged));
      await configuration.fetch().finally(markReady);
      await configuration.watch();
    }),
  );
  documents.onDidOpen(({ document: { uri } }) => guard.run('open', () => published.opened(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    settling.noteChange();
    guard.run('change', async () => {
      await changes.content(uri);
      status.tell(uri);
    });
  });
  documents.onDidSave(() => guard.run('save', changes.saved));
  documents.onDidClose(({ document: { uri } }) => guard.run('close', () => changes.closed(uri)));
  connection.onDidChangeWatchedFiles((params) => guard.run('watched files', () => changes.files(params)));
  connection.onDidChangeConfiguration((params) =>
    guard.run('settings', () => configuration.changed(params?.settings)),
  );
  registerRequests(context, { views, guard, diagnostics, folderCheck });
  registerFeatures(context, views, guard, settling);
  registerMoreFeatures(context, views, guard, createUsage(context, views, settling));
  documents.listen(connection);
  connection.listen();

  async function foldersChanged(): Promise<void> {
    const folders = await connection.workspace.getWorkspaceFolders();
    session.setFolders((folders ?? []).map(({ uri }) => uri));
    await configuration.fetch();
    refresh();
  }
}
