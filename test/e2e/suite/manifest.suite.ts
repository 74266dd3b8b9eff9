import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../../client/src/commands.ts';

const EXTENSION = 'factlint.factlint';

describe('the extension', () => {
  it('is activated by a draft, and registers every command of its manifest and no other', async () => {
    await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Nothing to check.' });
    const extension = vscode.extensions.getExtension(EXTENSION);
    await extension?.activate();
    const registered = await vscode.commands.getCommands(true);
    const listed = extension?.packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.deepEqual(Object.keys(commands).sort(), [...listed].sort());
    assert.deepEqual(
      listed.filter((id: string) => !registered.includes(id)),
      [],
    );
  });
});
