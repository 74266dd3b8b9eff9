import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Started } from './start.ts';

let started: Promise<Started> | undefined;

/**
 * Registers the commands of the manifest and returns at once; the language client is loaded and started right behind, so
 * that opening a draft does not wait for it. A command waits until it has started.
 * The client is there for tests, and for extensions that want to ask the server something.
 */
export function activate(context: vscode.ExtensionContext): { readonly client: Promise<LanguageClient> } {
  const running = startSoon(context);
  started = running;
  const { commands } = context.extension.packageJSON.contributes as { commands: { command: string }[] };
  for (const { command } of commands) {
    const registered = vscode.commands.registerCommand(command, async (...args: unknown[]) =>
      (await running).run(command, args),
    );
    context.subscriptions.push(registered);
  }
  running.catch((error: Error) => vscode.window.showErrorMessage(`Factlint: ${error.message}`));
  return { client: running.then(({ client }) => client) };
}

/** Ends the server with the editor. */
export async function deactivate(): Promise<void> {
  await (await started)?.client.dispose();
}

/** The bundle keeps `start.ts` and all that it needs in a file of its own. */
async function startSoon(context: vscode.ExtensionContext): Promise<Started> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  const { start } = await import('./start.ts');
  return start(context);
}
