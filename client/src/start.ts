import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  SHOW_PLACES,
  type ShowPlacesArgument,
} from '../../server/src/lsp/messages.ts';
import { commands } from './commands.ts';
import { showStatus } from './status.ts';

/** What the server is told about: drafts in any scheme (saved or not), facts files and configurations. */
const SELECTOR = [
  ...['markdown', 'plaintext', 'html', 'asciidoc', 'restructuredtext', 'latex', 'mdx'].map((language) => ({
    language,
  })),
  { pattern: '**/*.facts.json' },
  { pattern: '**/factlint.json' },
  // Spreadsheets of text, where they are read as facts.
  { pattern: '**/*.{csv,tsv}' },
];

/** The running client, and what runs a command by its id. */
export interface Started {
  readonly client: LanguageClient;
  run(command: string, args: readonly unknown[]): unknown;
}

/** Starts the server and shows the status; nothing waits for the server here. */
export function start(context: vscode.ExtensionContext): Started {
  const client = startedClient(context);
  const session = { client, extensionUri: context.extensionUri };
  context.subscriptions.push(
    showStatus(client, SELECTOR),
    // Of no use by itself: a code lens brings the places along.
    vscode.commands.registerCommand(SHOW_PLACES, (argument: ShowPlacesArgument) =>
      showPlaces(client, argument),
    ),
  );
  return { client, run: (command, args) => commands[command]?.(session, ...(args as never[])) };
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
    initializationOptions: { status: true, schemas: true, places: true } satisfies InitializationOptions,
    markdown: { isTrusted: false, supportHtml: false },
  });
  // A failed start is told by the client itself, in its output and in a message.
  server.start().catch((error: Error) => server.error(error.message, error, false));
  return server;
}

/** As references are shown: in a peek view, below the lens. */
async function showPlaces(
  { protocol2CodeConverter: convert }: LanguageClient,
  { uri, position, places }: ShowPlacesArgument,
): Promise<void> {
  const locations = places.map(
    (place) => new vscode.Location(convert.asUri(place.uri), convert.asRange(place.range)),
  );
  const at = convert.asPosition(position);
  await vscode.commands.executeCommand('editor.action.showReferences', convert.asUri(uri), at, locations);
}
