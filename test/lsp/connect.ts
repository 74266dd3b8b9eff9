import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type LogMessageParams,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader as Reader,
  type ServerCapabilities,
  type ShowDocumentParams,
  type ShowMessageParams,
  StreamMessageWriter as Writer,
} from 'vscode-languageserver-protocol/node';
import type { Host } from '../../server/src/lsp/host.ts';
import { nodeHost } from '../../server/src/lsp/nodeHost.ts';
import { startServer } from '../../server/src/lsp/server.ts';

/** The small facts file that most tests put into their folder. */
export const ALLIANCE = `{
  "version": 1,
  "sources": {
    "nissan-2023": { "title": "Statement on the alliance", "publisher": "Nissan Motor", "published": "2023-01-30", "url": "https://example.com/nissan" }
  },
  "entities": {
    "renault": { "type": "company", "name": "Renault", "aliases": ["Renault Group"], "misnomers": ["Renault Motors"], "source": "nissan-2023" },
    "nissan": { "type": "company", "name": "Nissan", "legalName": "Nissan Motor Co., Ltd.", "headquarters": "Yokohama", "source": "nissan-2023" }
  },
  "facts": [
    {
      "id": "renault-stake-in-nissan",
      "subject": "renault",
      "relation": "stake",
      "object": "nissan",
      "values": [
        { "value": "43.4%", "to": "2023-11-08", "source": "nissan-2023" },
        { "value": "15%", "from": "2023-11-08", "source": "nissan-2023" }
      ]
    }
  ]
}
`;

/** A configuration without the bundled facts, speaking in January 2023. */
export const CONFIG = '{ "bundled": false, "asOf": "2023-01-26" }\n';

/** The files of a folder by their names. */
export type Files = Readonly<Record<string, string>>;

export const NEWSROOM: Files = { 'factlint.json': CONFIG, 'desk.facts.json': ALLIANCE };

/** A folder on the disk, removed when the tests of the file are over. */
export interface Workspace {
  readonly root: string;
  uri(name: string): string;
  path(name: string): string;
  write(name: string, text: string): void;
}

export function makeFolder(files: Files): Workspace {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'factlint-lsp-')));
  after(() => rmSync(root, { recursive: true, force: true }));
  const folder: Workspace = {
    root,
    uri: (name) => pathToFileURL(path.join(root, name)).href,
    path: (name) => path.join(root, name),
    write(name, text) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
  };
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  return folder;
}

/** A client that can do what VS Code can. */
export const MODERN: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
    },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

/** A client of yesterday: waits for pushes, takes plain edits. */
export const PUSHED: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[] | null;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly host?: Partial<Host>;
}

/** A client and a server in one process, joined by streams: the real protocol, no mocks. */
export interface Client {
  readonly connection: MessageConnection;
  readonly capabilities: ServerCapabilities;
  /** All that the server pushed, by URI: the last of each. */
  readonly published: Map<string, Diagnostic[]>;
  readonly edits: ApplyWorkspaceEditParams[];
  readonly shown: ShowDocumentParams[];
  readonly messages: ShowMessageParams[];
  readonly log: LogMessageParams[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, text: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The diagnostics as a pull answers them. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  request<R>(method: string, params: unknown): Promise<R>;
  notify(method: string, params: unknown): Promise<void>;
  /** Resolves with the next message of a kind that meets the test. */
  next<P>(method: string, test?: (params: P) => boolean): Promise<P>;
  /** The settings that the client answers from now on. */
  setSettings(settings: unknown): Promise<void>;
}

export async function connect(folder?: Workspace, options: ClientOptions = {}): Promise<Client> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const host = { ...nodeHost(path.join(process.cwd(), 'server')), ...options.host };
  const server = createConnection(new Reader(toServer), new Writer(toClient));
  startServer(server, host);
  const connection = createMessageConnection(new Reader(toClient), new Writer(toServer));
  after(async () => {
    await connection.sendRequest('shutdown');
    connection.dispose();
    server.dispose();
  });
  let settings = options.settings;
  const versions = new Map<string, number>();
  const waiting = new Set<{ method: string; take: (params: never) => boolean }>();
  const saw = (method: string, params: unknown) => {
    for (const it of [...waiting]) if (it.method === method && it.take(params as never)) waiting.delete(it);
  };
  const published = new Map<string, Diagnostic[]>();
  const edits: ApplyWorkspaceEditParams[] = [];
  const shown: ShowDocumentParams[] = [];
  const messages: ShowMessageParams[] = [];
  const log: LogMessageParams[] = [];
  connection.onNotification((method, params) => {
    const [first] = Array.isArray(params) ? params : [params];
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = first as PublishDiagnosticsParams;
      published.set(uri, diagnostics);
    }
    if (method === 'window/showMessage') messages.push(first as ShowMessageParams);
    if (method === 'window/logMessage') log.push(first as LogMessageParams);
    saw(method, first);
  });
  connection.onRequest((method, params) => {
    const [first] = Array.isArray(params) ? params : [params];
    queueMicrotask(() => saw(method, first));
    if (method === 'workspace/configuration') {
      const { items } = first as { items: unknown[] };
      return items.map(() => settings ?? null);
    }
    if (method === 'workspace/applyEdit') {
      edits.push(first as ApplyWorkspaceEditParams);
      return { applied: true };
    }
    if (method === 'window/showDocument') {
      shown.push(first as ShowDocumentParams);
      return { success: true };
    }
    if (method === 'window/showMessageRequest') messages.push(first as ShowMessageParams);
    return null;
  });
  connection.onUnhandledProgress((params) => saw('$/progress', params));
  connection.listen();
  const folders = options.folders === undefined ? (folder ? [''] : null) : options.folders;
  const { capabilities } = await connection.sendRequest<{ capabilities: ServerCapabilities }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? MODERN,
    initializationOptions: options.initializationOptions,
    workspaceFolders: folders && folder ? folders.map((name) => ({ uri: folder.uri(name), name })) : null,
  });
  await connection.sendNotification('initialized', {});

  const client: Client = {
    connection,
    capabilities,
    published,
    edits,
    shown,
    messages,
    log,
    async open(uri, text, languageId = 'markdown') {
      versions.set(uri, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async change(uri, text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    async diagnostics(uri) {
      const report = await client.pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params as object),
    next: (method, test = () => true) =>
      new Promise((resolve) => {
        waiting.add({
          method,
          take(params) {
            if (!test(params)) return false;
            resolve(params);
            return true;
          },
        });
      }),
    async setSettings(value) {
      settings = value;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
  };
  return client;
}

/** A text with `<|>` where the cursor stands, or two of them around a selection. */
export function withCursor(marked: string): {
  readonly text: string;
  readonly position: Position;
  readonly range: Range;
} {
  const [before = '', middle = '', ...rest] = marked.split('<|>');
  const start = positionIn(before);
  const end = rest.length > 0 ? positionIn(before + middle) : start;
  return { text: marked.replaceAll('<|>', ''), position: start, range: { start, end } };
}

function positionIn(before: string): Position {
  const lines = before.split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** A text with edits made as an editor makes them; UTF-16 positions. */
export function applied(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offsetOf(range.start)) + newText + result.slice(offsetOf(range.end)),
      text,
    );
}
