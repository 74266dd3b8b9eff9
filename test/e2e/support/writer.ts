import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Pictures go to the build folder; `SCREENSHOTS=docs/images` renews those of the README. */
const PICTURES = process.env.SCREENSHOTS ?? 'build/e2e/images';

/** Opens a file by clicks in the explorer: its folder, then the file. */
export async function openFile(page: Page, folder: string, name: string): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  const file = rows.getByText(name, { exact: true });
  if (!(await file.isVisible())) await rows.getByText(folder, { exact: true }).click();
  await file.dblclick();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Runs a command by its title from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  // The palette's own «>» stays in front.
  await input.press('End');
  await input.pressSequentially(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** Hides what stands at the right where the editor has nothing to show there. */
export async function hideSideBar(page: Page): Promise<void> {
  const sideBar = page.locator('.part.auxiliarybar');
  if (await sideBar.isVisible()) await runCommand(page, 'View: Hide Secondary Side Bar');
  await sideBar.waitFor({ state: 'hidden' });
}

/** The words in the editor, as Monaco's smallest piece of text that holds them. */
export function words(page: Page, text: string): Locator {
  return page.locator('.editor-instance .view-line span:not(:has(span))', { hasText: text }).first();
}

/** Keeps a picture of the workbench. */
export async function picture(page: Page, name: string, folder = PICTURES): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
