import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { runCli } from './runCli.ts';

// A folder a case: `input/` is the folder worked in, `args` has an argument a line, `stdin` what is piped in,
// `output.txt` all that comes of it. `UPDATE=1 npm run unit cli/` writes the outputs anew; read their diff.
const CASES = path.resolve('test/cli/cases');

for (const { name } of readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  test(name, async () => {
    const folder = path.join(CASES, name);
    const output = await outputOf(folder);
    const expected = path.join(folder, 'output.txt');
    if (process.env.UPDATE) writeFileSync(expected, output);
    assert.equal(output, readFileSync(expected, 'utf8'));
  });
}

async function outputOf(folder: string): Promise<string> {
  const work = path.join(mkdtempSync(path.join(tmpdir(), 'factlint-')), 'desk');
  try {
    if (existsSync(path.join(folder, 'input'))) cpSync(path.join(folder, 'input'), work, { recursive: true });
    else mkdirSync(work);
    const before = filesOf(work);
    const args = readFileSync(path.join(folder, 'args'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const stdin = path.join(folder, 'stdin');
    const { stdout, stderr, exitCode } = await runCli(
      args,
      work,
      existsSync(stdin) ? readFileSync(stdin) : undefined,
    );
    const parts = [`${stdout}`, stderr === '' ? '' : `--- stderr\n${stderr}`, `--- exit ${exitCode}\n`];
    for (const [file, text] of filesOf(work)) {
      if (before.get(file) !== text)
        parts.push(`--- ${file}\n${Buffer.from(text, 'latin1').toString('utf8')}`);
    }
    return parts.join('').replaceAll(work, '<desk>');
  } finally {
    rmSync(path.dirname(work), { recursive: true });
  }
}

/** Every file beneath a folder, byte for byte. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}
