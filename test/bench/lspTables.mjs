// What an editor feels, as tables: the language server over stdio, and the extension in VS Code.
import { join } from 'node:path';
import { measureActivations } from './activation.mjs';
import { lspBesideFolder, lspBurst, lspLatency } from './lspLatency.mjs';
import { printTable, short } from './table.mjs';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');

/** Prints how long diagnostics take: one edit at a time, in a burst, and beside a check of a folder. */
export async function printServers({ article, folder, drafts }) {
  const own = [join(ROOT, 'dist', 'server.js'), '--stdio'];
  const rows = [];
  for (const [name, args] of [
    ['empty server', [join(HERE, 'emptyServer.mjs')]],
    ['factlint', own],
  ]) {
    const it = await lspLatency(name, args, article, folder);
    rows.push([name, ...[it.p50, it.p95, it.p99, it.cpu, it.initialized, it.ready].map(short)]);
  }
  printTable(
    'Language server over stdio, 2,000 words, 200 edits of one character, in ms',
    [
      'server',
      'didChange → diagnostics p50',
      'p95',
      'p99',
      'cpu',
      'start → initialized',
      '→ first diagnostics',
    ],
    rows,
  );
  const burst = await lspBurst(own, article, folder);
  const beside = await lspBesideFolder(own, article, folder, drafts);
  printTable(
    'Typing in the same article, in ms',
    ['', 'edits', 'versions checked', 'last edit → diagnostics', 'p50', 'p95', 'p99'],
    [
      ['a burst of edits at once', burst.edits, burst.checks, short(burst.last), '', '', ''],
      [
        `beside a check of ${beside.files} drafts (${short(beside.seconds)} s)`,
        ...[beside.edits, '', ''],
        ...[beside.p50, beside.p95, beside.p99].map(short),
      ],
    ],
  );
}

/** Prints how long the packaged extension takes to activate. */
export async function printActivation() {
  const times = await measureActivations();
  if (!times) return console.log('Activation in VS Code: not measured, no editor host is installed.\n');
  printTable(
    'Activation in VS Code, as it counts itself, in ms',
    ['extension', ...times.map((_, index) => `run ${index + 1}`)],
    [
      ['factlint', ...times.map(({ factlint }) => factlint)],
      ['VS Code’s own Markdown', ...times.map(({ peer }) => peer)],
    ],
  );
}
