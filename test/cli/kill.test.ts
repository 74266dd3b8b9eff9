import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';

// The real program, killed while it writes: what it was to change is there as it was, or as it is to be.
const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
const cli = path.join(folder, 'cli.cjs');

const ENTRIES = 10_000;
const FACTS = `{ "version": 1,
  "entities": { "a": { "type": "company", "name": "Alpha", "misnomers": ["Alpha Motors"] } },
  "facts": [
    { "id": "a-founded", "subject": "a", "relation": "founded", "value": "1999-03-27" }
  ],
  "title": "${'x'.repeat(ENTRIES * 1_000)}"
}
`;
const ADDED =
  '    { "id": "a-employees", "subject": "a", "relation": "employees", "value": "1,200" }\n  ],\n  "title"';
const DRAFT = `Cars of Alpha Motors.\n\n${'Nothing else.\n\n'.repeat(ENTRIES)}`;

before(async () => {
  writeFileSync(path.join(folder, 'own.facts.json'), FACTS);
  await build({
    entryPoints: ['server/src/cli/bin.ts'],
    outfile: cli,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
});
after(() => rmSync(folder, { recursive: true }));

/** What is written, by which command, and a piece of the text that is to come of it. */
const WRITES: readonly (readonly [file: string, text: string, args: string, piece: string])[] = [
  [
    'big.facts.json',
    FACTS,
    'facts add --no-bundled --subject a --relation employees --value 1,200 --file big.facts.json',
    ADDED,
  ],
  [
    'draft.md',
    DRAFT,
    'check --no-bundled --facts ../own.facts.json --fix draft.md',
    'Cars of Alpha.\n\nNothing',
  ],
];

/** Starts the program and kills it as soon as so many bytes of its new file stand on the disk. */
async function killAt(work: string, args: readonly string[], bytes: number): Promise<'killed' | 'ended'> {
  const known = new Set(readdirSync(work));
  const child = spawn(process.execPath, [cli, ...args], { cwd: work, stdio: 'ignore' });
  let isRunning = true;
  const ended = new Promise<void>((resolve) =>
    child.on('close', () => {
      isRunning = false;
      resolve();
    }),
  );
  while (isRunning) {
    const fresh = readdirSync(work).find((name) => !known.has(name));
    const size =
      fresh === undefined ? undefined : statSync(path.join(work, fresh), { throwIfNoEntry: false })?.size;
    if (size !== undefined && size >= bytes) child.kill('SIGKILL');
    await pause(1);
  }
  await ended;
  return child.signalCode === 'SIGKILL' ? 'killed' : 'ended';
}

for (const [file, text, args, piece] of WRITES) {
  test(`${file} is whole, old or new, whenever the program that writes it is killed`, async () => {
    const work = mkdtempSync(path.join(folder, 'work-'));
    const target = path.join(work, file);
    let killed = 0;
    for (const share of [0, 0.01, 0.5, 1]) {
      writeFileSync(target, text);
      if ((await killAt(work, args.split(' '), Math.floor(share * text.length))) === 'killed') killed++;
      const left = readFileSync(target, 'utf8');
      assert.ok(
        left === text || (left.includes(piece) && Math.abs(left.length - text.length) < 200),
        `${share}`,
      );
    }
    assert.ok(killed > 0, 'no run was caught while it wrote');
    writeFileSync(target, text);
    assert.equal(await killAt(work, args.split(' '), Number.POSITIVE_INFINITY), 'ended');
    assert.ok(readFileSync(target, 'utf8').includes(piece), 'left alone, it writes the new text');
  });
}
