import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/lsp/messages.ts';
import { commands } from './commands.ts';
import { showStatus } from './status.ts';

/** What the server is told about: drafts in any scheme (saved or not), facts files and configurations. */
const SELECTOR = [
  ...['markdown', 'plaintext', 'html', 'asciidoc', 'restructuredtext', 'latex', 'mdx'].map((language) => ({
    language,
  })),
  { pattern: '**/*.facts.json' },
  { pattern: '**/factlint.json' },
];

let client: LanguageClient | undefined;

/**
 * Starts the server and registers the commands; nothing waits for the server here, so that opening a draft stays quick.
 * The client is there for tests, and for extensions that want to ask the server something.
 */
export function activate(context: vscode.ExtensionContext): { readonly client: LanguageClient } {
  const server = startedClient(context);
  client = server;
  const { extensionUri } = context;
  for (const [id, run] of Object.entries(commands)) {
    const command = vscode.commands.registerCommand(id, (...args: unknown[]) =>
      run({ client: server, extensionUri }, ...(args as never[])),
    );
    context.subscriptions.push(command);
  }
  context.subscriptions.push(showStatus(server, SELECTOR));
  return { client: server };
}

/** Ends the server with the editor. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function startedClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const options: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const server = new LanguageClient('factlint', 'Factlint', options, {
    documentSelector: SELECTOR,
    diagnosticCollectionName: 'factlint',
    initializationOptions: { status: true, schemas: true } satisfies InitializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
  });
  // A failed start is told by the client itself, in its output and in a message.
  server.start().catch((error: Error) => server.error(error.message, error, false));
  return server;
}
