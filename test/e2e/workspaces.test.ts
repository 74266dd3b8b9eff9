import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openWorkbench, startHost } from './support/host.ts';
import { openFile, picture } from './support/writer.ts';

test('in restricted mode a draft is checked all the same', { timeout: 180_000 }, async () => {
  const host = await startHost({ trust: 'asked' });
  try {
    const { page } = await openWorkbench(host, { extension: '.' });
    await page.getByText('Restricted Mode').first().waitFor();
    await openFile(page, 'drafts', 'stakes.md');
    await page.locator('.squiggly-warning').nth(2).waitFor();
    await picture(page, 'restricted', 'build/e2e/after');
  } finally {
    await host.stop();
  }
});

test('two folders in one workspace have each its own factlint.json and facts', {
  timeout: 180_000,
}, async () => {
  const host = await startHost();
  try {
    const other = path.join(host.workspace, '..', 'other');
    cpSync(host.workspace, other, { recursive: true });
    const facts = path.join(other, 'facts', 'alliance.facts.json');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('43.4%', '34.2%'));
    mkdirSync(path.join(other, 'desk'));
    cpSync(path.join(other, 'drafts', 'wire.txt'), path.join(other, 'desk', 'other.txt'));
    const file = path.join(host.workspace, '..', 'both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: 'workspace' }, { path: 'other' }] }));
    const { page } = await openWorkbench(host, { extension: '.', workspace: file });
    const rows = page.locator('.explorer-folders-view .monaco-list-row');
    await rows.getByText('drafts', { exact: true }).first().click();
    await rows.getByText('wire.txt', { exact: true }).first().dblclick();
    await page.locator('.squiggly-warning').first().waitFor();
    await openFile(page, 'desk', 'other.txt');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await picture(page, 'multi-root', 'build/e2e/after');
  } finally {
    await host.stop();
  }
});
