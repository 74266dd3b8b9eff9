import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilitiesFor } from './capabilities.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Client, clientOf } from './client.ts';
import { type Configuration, createConfiguration } from './configuration.ts';
import type { Context } from './context.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { documentsIn } from './documents.ts';
import { createEffects } from './effects.ts';
import { registerFeatures } from './features.ts';
import { createFolderCheck, type FolderCheck } from './folderCheck.ts';
import { createGuard, type Guard } from './guard.ts';
import type { Host } from './host.ts';
import { registerMoreFeatures } from './moreFeatures.ts';
import { layOver } from './openFiles.ts';
import { createPublished, type Published } from './published.ts';
import { refreshAll } from './refresh.ts';
import { registerRequests } from './requests.ts';
import { createSession } from './session.ts';
import { createSettling, type Settling } from './settle.ts';
import { createStatusTeller, type StatusTeller } from './status.ts';
import { createUsage } from './usage.ts';
import { createViews, type Views } from './views.ts';

/** Joins the checker to a connection. A handler finds the view of its document and translates it; it decides nothing. */
export function startServer(connection: Connection, host: Host): void {
  let client: Client = clientOf({});
  let markReady = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const context = createContext(connection, host, () => client);
  const server = createParts(context, ready);
  connection.onInitialize((params) => {
    client = clientOf(params);
    return initialize(context, params);
  });
  connection.onInitialized(() => server.guard.run('start', () => start(context, server, markReady)));
  listenToDocuments(context, server);
  listenToWorkspace(context, server);
  registerRequests(context, server);
  const { views, settling } = server;
  registerFeatures(context, views, server.guard);
  const usage = createUsage(context, views, settling);
  const effects = createEffects(context, views, settling, usage);
  registerMoreFeatures(context, server.guard, { views, usage, effects });
  context.documents.listen(connection);
  connection.listen();
}

/** What the server is made of. */
interface Parts {
  readonly guard: Guard;
  readonly settling: Settling;
  readonly views: Views;
  readonly diagnostics: Diagnostics;
  readonly published: Published;
  readonly folderCheck: FolderCheck;
  readonly status: StatusTeller;
  readonly configuration: Configuration;
  readonly changes: Changes;
  /** Shows everything anew. */
  readonly refresh: () => void;
}

function createContext(connection: Connection, host: Host, client: () => Client): Context {
  const documents = new TextDocuments<TextDocument>(documentsIn(() => client().encoding));
  const openFiles = layOver(host.fileSystem, documents);
  const session = createSession(host, openFiles);
  return { connection, host, documents, openFiles, session, client };
}

function createParts(context: Context, ready: Promise<void>): Parts {
  const settling = createSettling();
  const guard = createGuard(context, () => ready, settling);
  const views = createViews(context);
  const diagnostics = createDiagnostics(context, views, settling);
  const published = createPublished(context, views);
  const changed = () => guard.run('status', () => status.tellAll());
  const folderCheck = createFolderCheck(context, { views, published, settling, changed });
  const status = createStatusTeller(context, { views, settling, isBusy: folderCheck.isRunning });
  const refresh = () => refreshAll(context, { diagnostics, published, status, guard });
  const configuration = createConfiguration(context, refresh);
  const changes = createChanges(context, { diagnostics, published, settling, ready, refresh });
  const shown = { diagnostics, published, folderCheck, status, refresh };
  return { guard, settling, views, configuration, changes, ...shown };
}

function initialize({ session, client, host }: Context, params: InitializeParams): InitializeResult {
  const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : []);
  session.setFolders(folders.map(({ uri }) => uri));
  return {
    capabilities: capabilitiesFor(client()),
    serverInfo: { name: 'factlint', version: host.version },
  };
}

/** Requests are answered from when the settings are known. */
async function start(context: Context, parts: Parts, markReady: () => void): Promise<void> {
  const { connection, client } = context;
  if (client().folders) {
    connection.workspace.onDidChangeWorkspaceFolders(() =>
      parts.guard.run('folders', () => foldersChanged(context, parts)),
    );
  }
  await parts.configuration.fetch().finally(markReady);
  await parts.configuration.watch();
}

async function foldersChanged(
  { connection, session }: Context,
  { configuration, refresh }: Parts,
): Promise<void> {
  const folders = await connection.workspace.getWorkspaceFolders();
  session.setFolders((folders ?? []).map(({ uri }) => uri));
  await configuration.fetch();
  refresh();
}

function listenToDocuments({ documents }: Context, parts: Parts): void {
  const { guard, published, settling, changes, status } = parts;
  documents.onDidOpen(({ document: { uri } }) => guard.run('open', () => published.opened(uri)));
  documents.onDidChangeContent(({ document: { uri } }) => {
    settling.noteChange();
    guard.run('change', async () => {
      await changes.content(uri);
      await status.tell(uri);
    });
  });
  documents.onDidSave(() => guard.run('save', changes.saved));
  documents.onDidClose(({ document: { uri } }) => guard.run('close', () => changes.closed(uri)));
}

function listenToWorkspace({ connection }: Context, { guard, changes, configuration }: Parts): void {
  connection.onDidChangeWatchedFiles((params) => guard.run('watched files', () => changes.files(params)));
  connection.onDidChangeConfiguration((params) =>
    guard.run('settings', () => configuration.changed(params?.settings)),
  );
}
