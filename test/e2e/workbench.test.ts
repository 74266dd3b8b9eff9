import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { runTests } from '@vscode/test-electron';
import { isHostInstalled, openWorkbench, startHost } from './support/host.ts';
import { copiedWorkspace } from './support/workspace.ts';

const TESTS = 'build/e2e/suite/index.js';

test('the suite passes in a real VS Code', { timeout: 600_000 }, async () => {
  const desktop = process.env.VSCODE_PATH;
  if (desktop || !isHostInstalled()) return runInDesktop(desktop);
  const host = await startHost();
  try {
    const workbench = await openWorkbench(host, { extension: '.', tests: TESTS });
    assert.equal(await workbench.exit, 0, 'the suite failed; its output stands above');
  } finally {
    await host.stop();
  }
});

/** The desktop VS Code: the one that is named, else the one that `@vscode/test-electron` downloads. */
async function runInDesktop(vscodeExecutablePath?: string): Promise<void> {
  const { workspace } = await copiedWorkspace();
  await runTests({
    ...(vscodeExecutablePath && { vscodeExecutablePath }),
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: path.resolve(TESTS),
    launchArgs: [workspace, '--disable-workspace-trust', '--disable-extensions', '--skip-welcome'],
  });
}
