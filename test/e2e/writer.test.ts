import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type Host, openWorkbench, startHost } from './support/host.ts';
import { hideSideBar, openFile, picture, runCommand, words } from './support/writer.ts';

/** So many drafts that a check of all of them can be seen, and stopped. */
const MANY = 3000;

/** What a person installs: the tests below are on the packaged extension, not on the folder of its sources. */
const VSIX = path.resolve('dist/factlint.vsix');

let host: Host;
let page: Page;

before(async () => {
  const packed = spawnSync('npm', ['run', '-s', 'package'], { encoding: 'utf8' });
  assert.equal(packed.status, 0, packed.stderr);
  host = await startHost({ vsix: VSIX });
  ({ page } = await openWorkbench(host, {}));
  await openFile(page, 'drafts', 'stakes.md');
  await hideSideBar(page);
});

// A picture of what stood there at the end says more about a failure than its message.
afterEach(async ({ name }) => {
  await picture(page, name.replace(/\W+/g, '-'), 'build/e2e/after');
});

after(() => host.stop());

/** Points at something as a person does: again, if the workbench laid itself out anew just then and lost the pointer. */
async function pointUntil(at: Locator, shown: Locator): Promise<void> {
  for (let tries = 1; tries < 6; tries++) {
    await at.hover();
    const isShown = await shown.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
    await page.mouse.move(0, 0);
  }
  await at.hover();
  await shown.waitFor();
}

test('the packaged extension is small', () => {
  assert.ok(statSync(VSIX).size < 3_000_000, 'below 3 MB');
});

test('wrong names, figures and dates get a squiggle', async () => {
  await page.locator('.squiggly-warning').nth(2).waitFor();
  assert.equal(await page.locator('.squiggly-warning').count(), 3);
  await picture(page, 'squiggles');
});

test('the pointer on a squiggle shows why, with the source', async () => {
  const card = page.locator('.monaco-hover:visible', { hasText: '43.4%' }).first();
  await pointUntil(words(page, '34%'), card);
  assert.match(await card.innerText(), /Nissan Motor/);
  await picture(page, 'hover');
  await page.keyboard.press('Escape');
});

test('the Problems panel lists what is wrong', async () => {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'percent-mismatch' });
  await rows.first().waitFor();
  await picture(page, 'problems');
  await page.keyboard.press('Control+J');
});

test('the status tells findings, facts in force and the article’s date', async () => {
  await page.locator('[id="status.languageStatus"]').click();
  const status = page.locator('.hover-language-status');
  await status.first().waitFor();
  const text = (await status.allInnerTexts()).join('\n');
  assert.match(text, /3 findings in this draft/);
  assert.match(text, /Facts: 3 · Entities: 3/);
  assert.match(text, /As of January 26, 2023/);
  await picture(page, 'status');
  await page.keyboard.press('Escape');
});

test('the light bulb offers what to write instead, the best first, and Enter writes it', async () => {
  await words(page, '34%').click();
  await page.locator('.lightBulbWidget:visible, .codicon-gutter-lightbulb:visible').first().waitFor();
  await page.keyboard.press('Control+.');
  const menu = page.locator('.action-widget .monaco-list-row.action');
  await menu.first().waitFor();
  assert.match((await menu.first().innerText()).trim(), /^Change to 43%/);
  await picture(page, 'quick-fix');
  await page.keyboard.press('Enter');
  await words(page, '43%').waitFor();
  await page.locator('.squiggly-warning').nth(2).waitFor({ state: 'detached' });
});

test('Fix All in Document mends the rest that is certain', async () => {
  await runCommand(page, 'Factlint: Fix All in Document');
  await words(page, 'Nissan Motor said').waitFor();
});

test('a folder’s fixes are previewed before anything changes', async () => {
  await runCommand(page, 'Factlint: Fix All in Folder…');
  const preview = page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'page.html' });
  await preview.first().waitFor();
  await picture(page, 'refactor-preview');
  await page.getByRole('button', { name: 'Discard' }).click();
  await preview.first().waitFor({ state: 'detached' });
});

test('a folder’s check shows how far it is, can be cancelled, and tells the sum', async () => {
  writeManyDrafts();
  await runCommand(page, 'Factlint: Check Folder…');
  const toast = page.locator('.notification-toast', { hasText: 'Checking the drafts' });
  await toast.locator('.notification-list-item-message', { hasText: / of / }).waitFor();
  await picture(page, 'folder-progress');
  await toast.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.notification-toast', { hasText: 'Cancelled. Drafts checked:' }).waitFor();
});

test('a folder’s check ends with the number of findings and a report', async () => {
  await runCommand(page, 'Factlint: Check Folder…');
  const toast = page.locator('.notification-toast', { hasText: 'findings in this folder' });
  await toast.filter({ hasNotText: 'Cancelled' }).waitFor({ timeout: 120_000 });
  await picture(page, 'folder-summary');
  await runCommand(page, 'Notifications: Clear All Notifications');
});

test('the report shows a draft with its claims marked', async () => {
  await openFile(page, 'drafts', 'wire.txt');
  await runCommand(page, 'Factlint: Show Report');
  const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await report.getByText('34 percent').first().waitFor();
  await picture(page, 'report');
});

test('in the preview of a folder’s fixes all are ticked: “Apply” makes them', async () => {
  rmSync(path.join(host.workspace, 'many'), { recursive: true });
  await runCommand(page, 'Factlint: Fix All in Folder…');
  await page.getByRole('button', { name: 'Apply' }).click();
  await words(page, '43 percent').waitFor();
});

test('the walkthrough has five steps, and a sample with errors that needs no folder', async () => {
  const { page } = await openWorkbench(host, { empty: true });
  await page.setViewportSize({ width: 1500, height: 860 });
  await page.locator('.activitybar').waitFor();
  await hideSideBar(page);
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Check the facts in a draft' }).click();
  const steps = page.locator('.getting-started-step');
  await steps.nth(4).waitFor();
  assert.equal(await steps.count(), 5);
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe')
    .getByRole('heading', { name: 'A copy desk' })
    .waitFor();
  assert.equal(await page.locator('.notification-toast').count(), 0, 'nothing is complained of');
  await picture(page, 'walkthrough');
  await page.getByRole('button', { name: 'Open the Sample' }).click();
  await page.locator('.squiggly-warning').nth(4).waitFor();
  // The heading is bold as soon as the grammar is there.
  await page.locator('.view-line .mtkb').first().waitFor();
  await picture(page, 'sample');
});

function writeManyDrafts(): void {
  const folder = path.join(host.workspace, 'many');
  mkdirSync(folder);
  const text = 'Renault owns 43% of Nissan. Nissan owns 15% of Renault.\n\n'.repeat(40);
  for (let i = 0; i < MANY; i++) writeFileSync(path.join(folder, `draft-${i}.md`), text);
}
