import path from 'node:path';
import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

/** Serves an editor on standard input and output (`factlint lsp --stdio`); ends when they close or the editor is gone. */
export function startStdio(): void {
  // The library ends the process when stdin closes, and when the process that the client named is no more.
  startServer(createConnection(process.stdin, process.stdout), nodeHost(__dirname));
}

/** Serves VS Code over its channel between processes. */
function startIpc(): void {
  process.on('disconnect', () => process.exit(1)); // the extension host was killed
  const connection = createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  startServer(connection, nodeHost(__dirname));
}

if (process.argv.includes('--node-ipc')) startIpc();
else if (path.basename(process.argv[1] ?? '') === 'server.js' && process.argv.includes('--stdio'))
  startStdio();
