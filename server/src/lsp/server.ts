import {
  type Connection,
  type DidChangeWatchedFilesParams,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor } from './capabilities.ts';
import { type Client, clientOf } from './client.ts';
import { createConfiguration } from './configuration.ts';
import type { Context } from './context.ts';
import { createDiagnostics } from './diagnostics.ts';
import { documentsIn } from './documents.ts';
import { registerFeatures } from './features.ts';
import { createFolderCheck } from './folderCheck.ts';
import { createGuard } from './guard.ts';
import type { Host } from './host.ts';
import { CHECK_FOLDER, type CheckFolderParams, REPORT, STATUS } from './messages.ts';
import { filePath, layOver } from './openFiles.ts';
import { createPublished } from './published.ts';
import { htmlReport } from './report.ts';
import { createSession } from './session.ts';
import { createSettling } from './settle.ts';
import { statusOf } from './status.ts';
import { createViews, dataKind } from './views.ts';

/** Joins the checker to a connection. A handler finds the view of its document and translates it; it decides nothing. */
export function startServer(connection: Connection, host: Host): void {
  let client: Client = clientOf({});
  const documents = new TextDocuments<TextDocument>(documentsIn(() => client.encoding));
  const openFiles = layOver(host.fileSystem, documents);
  const session = createSession(host, openFiles);
  const context: Context = { connection, host, documents, openFiles, session, client: () => client };
  const settling = createSettling();
  const views = createViews(context);
  const diagnostics = createDiagnostics(context, views, settling);
  const published = createPublished(context, views);
  const configuration = createConfiguration(context, refresh);
  const folderCheck = createFolderCheck(context, { views, published, settling, changed: tellAllStatus });
  let markReady = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const guard = createGuard(context, () => ready);

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
      await configuration.fetch();
      markReady();
      await configuration.watch();
      published.showProblems();
    }),
  );

  documents.onDidOpen(({ document: { uri } }) => {
    guard.run('open', () => {
      published.opened(uri);
      session.fileChanged(filePath(uri) ?? uri, false);
    });
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    settling.noteChange();
    guard.run('change', () => contentChanged(uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    guard.run('close', async () => {
      const path = filePath(uri);
      if (path !== undefined && isData(uri, path)) await contentChanged(uri);
      published.closed(uri);
    });
  });
  connection.onDidChangeWatchedFiles((params) => guard.run('watched files', () => filesChanged(params)));
  connection.onDidChangeConfiguration(({ settings }) =>
    guard.run('settings', () => configuration.changed(settings)),
  );

  connection.languages.diagnostics.on(
    guard.request('textDocument/diagnostic', { kind: 'full', items: [] }, async (params, token) => {
      const report = await diagnostics.pull(params, token);
      tellStatus(params.textDocument.uri);
      return report;
    }),
  );
  connection.onRequest(
    CHECK_FOLDER,
    guard.request('factlint/checkFolder', undefined, (params: CheckFolderParams, token) =>
      folderCheck.run(params, token),
    ),
  );
  connection.onRequest(
    REPORT,
    guard.request('factlint/report', undefined, async (params) => ({
      html: await htmlReport(context, views, uriIn(params)),
    })),
  );
  connection.onRequest(
    STATUS,
    guard.request('factlint/status', undefined, (params) => {
      const uri = uriIn(params);
      return statusOf(context, uri, views.of(uri), folderCheck.isRunning());
    }),
  );
  registerFeatures(context, views, guard);
  documents.listen(connection);
  connection.listen();

  async function contentChanged(uri: string): Promise<void> {
    const path = filePath(uri);
    await ready;
    if (path === undefined || !isData(uri, path)) return pushed(uri);
    await settling.settled();
    session.fileChanged(path, false);
    refresh();
  }

  function isData(uri: string, path: string): boolean {
    return dataKind(path, session.scopeOf(uri)) !== undefined;
  }

  async function pushed(uri: string): Promise<void> {
    if (client.pulls) return;
    await diagnostics.push(uri);
    tellStatus(uri);
  }

  async function foldersChanged(): Promise<void> {
    const folders = await connection.workspace.getWorkspaceFolders();
    session.setFolders((folders ?? []).map(({ uri }) => uri));
    await configuration.fetch();
    refresh();
  }

  function filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    let matters = false;
    for (const { uri, type } of changes) {
      const path = filePath(uri);
      if (path === undefined) continue;
      if (!isData(uri, path)) published.fileChanged(path);
      else {
        session.fileChanged(path, type !== FileChangeType.Changed);
        matters = true;
      }
    }
    if (matters) refresh();
  }

  /** Facts, configuration or settings have changed: everything shown is asked for, or sent, again. */
  function refresh(): void {
    published.showProblems();
    guard.run('recheck', () => published.recheck());
    if (client.refreshes.diagnostics) void connection.languages.diagnostics.refresh();
    if (client.refreshes.codeLenses) void connection.sendRequest('workspace/codeLens/refresh');
    if (client.refreshes.inlayHints) void connection.languages.inlayHint.refresh();
    if (client.refreshes.tokens) void connection.languages.semanticTokens.refresh();
    for (const { uri } of documents.all()) guard.run('push', () => pushed(uri));
    tellAllStatus();
  }

  function tellAllStatus(): void {
    for (const { uri } of documents.all()) tellStatus(uri);
  }

  function tellStatus(uri: string): void {
    if (!client.wantsStatus) return;
    guard.run('status', () => {
      const view = views.of(uri);
      if (view)
        void connection.sendNotification(STATUS, statusOf(context, uri, view, folderCheck.isRunning()));
    });
  }
}

function uriIn(params: unknown): string {
  const uri = typeof params === 'object' && params !== null ? Reflect.get(params, 'uri') : undefined;
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document (“uri”).');
}
