import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { copiedWorkspace } from './support/workspace.ts';

const SCRIPT = path.resolve('test/e2e/emacs/draft.el');
const CODES = ['percent-mismatch', 'name-misnomer', 'weekday-mismatch'];

/** «factlint [percent-mismatch]: 34% should be …» */
function codeIn(message: string): string | undefined {
  return /^factlint \[([a-z-]+)\]: /.exec(message)?.[1];
}

test('Emacs shows what is wrong in a draft, and a code action mends it', { timeout: 120_000 }, async () => {
  const { home, workspace } = await copiedWorkspace();
  try {
    const result = path.join(home, 'seen.json');
    const editor = spawn('emacs', ['--batch', '--load', SCRIPT], {
      cwd: workspace,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        FACTLINT_NODE: process.execPath,
        FACTLINT_CLI: path.resolve('dist/cli.js'),
        FACTLINT_RESULT: result,
      },
    });
    assert.deepEqual(await once(editor, 'exit'), [0, null]);
    const seen = JSON.parse(await readFile(result, 'utf8'));
    assert.ok(seen.arrived, 'diagnostics arrived');
    assert.deepEqual(seen.before.map(codeIn), CODES);
    assert.equal(seen.offered[0], 'Change to 43%');
    assert.ok(seen.changed, 'the code action changed the buffer');
    assert.deepEqual(seen.after.map(codeIn), CODES.slice(1));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
