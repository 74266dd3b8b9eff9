import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type Host, isHostInstalled, openWorkbench, startHost } from '../e2e/support/host.ts';
import { openFile, runCommand } from '../e2e/support/writer.ts';

/** What VS Code brings itself: the measure beside ours. */
const PEER = 'Markdown Language Features';

/** How long ours and the peer took to activate, in milliseconds. */
export interface Activation {
  readonly factlint: number;
  readonly peer: number;
}

/**
 * How long the packaged extension takes to activate in a real VS Code, as that VS Code counts it itself (Developer: Show
 * Running Extensions). Each time in a new extension host. Undefined where no VS Code is installed.
 */
export async function activations(runs: number): Promise<readonly Activation[] | undefined> {
  if (!isHostInstalled()) return undefined;
  const host = await startHost({ vsix: path.resolve('dist/factlint.vsix') });
  try {
    const times: Activation[] = [];
    for (let run = 0; run < runs; run++) times.push(await activation(host));
    return times;
  } finally {
    await host.stop();
  }
}

async function activation(host: Host): Promise<Activation> {
  const { page } = await openWorkbench(host, {});
  await openFile(page, 'drafts', 'stakes.md');
  await page.locator('.squiggly-warning').first().waitFor();
  await runCommand(page, 'Developer: Show Running Extensions');
  const times = { factlint: await timeOf(page, 'Factlint'), peer: await timeOf(page, PEER) };
  await page.close();
  return times;
}

async function timeOf(page: Page, name: string): Promise<number> {
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name }).first();
  await row.waitFor();
  const said = await row.locator('.activation-time').innerText();
  const [, milliseconds] = /(\d+)\s*ms/.exec(said) ?? [];
  assert.ok(milliseconds, said);
  return Number(milliseconds);
}
