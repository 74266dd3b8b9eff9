import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openWorkbench, startHost } from './support/host.ts';
import { openFile, words } from './support/writer.ts';

const VSIX = path.resolve('dist/factlint.vsix');

test('the packaged extension is small, installs, and checks a draft', { timeout: 300_000 }, async () => {
  const packed = spawnSync('npm', ['run', '-s', 'package'], { encoding: 'utf8' });
  assert.equal(packed.status, 0, packed.stderr);
  assert.ok(statSync(VSIX).size < 3_000_000, 'below 3 MB');
  const host = await startHost(VSIX);
  try {
    const { page } = await openWorkbench(host, {});
    await openFile(page, 'drafts', 'stakes.md');
    await page.locator('.squiggly-warning').nth(2).waitFor();
    await words(page, '34%').click();
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row.action', { hasText: 'Change to 43%' }).waitFor();
    await page.keyboard.press('Enter');
    await words(page, '43%').waitFor();
  } finally {
    await host.stop();
  }
});
