import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checks } from '../../server/src/checks/index.ts';
import type { FindingView } from '../../server/src/project/fileResult.ts';
import { runCli } from './runCli.ts';

const SAMPLES = path.join(process.cwd(), 'samples');

// FIXME: planted, and not found yet. An entry that is found must leave this list.
const MISSED = [
  '03-nissan-cuts.txt: 2,000',
  '05-german-carmakers.html: Daimler AG',
  '06-technology-week.md: Facebook',
  '07-ferry-and-flights.txt: $14.9 million',
  '08-oil-notes.md: Ben van Beurden',
  '08-oil-notes.md: 20%',
];

// FIXME: found, and right (or wrong for another reason than the one given). An entry that is silent must leave this list.
const ALARMS: readonly string[] = [];

interface Planted {
  readonly file: string;
  readonly words: string;
  readonly code: string;
  /** What one of the fixes leaves in the words' place; empty where there is no fix. */
  readonly instead: string;
}

const planted = readExpected(readFileSync(path.join(SAMPLES, 'EXPECTED.md'), 'utf8'));
const { stdout, exitCode } = await runCli(['check', 'samples', '--format', 'json'], process.cwd());
const files: readonly { readonly path: string; readonly findings: readonly FindingView[] }[] =
  JSON.parse(stdout).files;
const found = files.flatMap((file) =>
  file.findings.map((finding) => ({ file: path.basename(file.path), finding })),
);

test('the samples hold an error of every kind', () => {
  const kinds = new Set(planted.map(({ code }) => code));
  assert.deepEqual(
    checks.filter(({ code }) => !kinds.has(code)),
    [],
  );
});

test('the samples are checked without a problem, and findings end with 1', () => {
  assert.equal(exitCode, 1);
  assert.deepEqual(JSON.parse(stdout).problems, []);
  assert.ok(files.some(({ path: file, findings }) => file.endsWith('.md') && findings.length === 0));
});

for (const error of planted) {
  const name = `${error.file}: ${error.words}`;
  const isMissed = MISSED.includes(name);
  test(`${name} is ${isMissed ? 'not yet found as' : ''} ${error.code}`, () => {
    const finding = found.find(({ file, finding: it }) => isOf(error, file, it))?.finding;
    assert.equal(finding === undefined, isMissed, isMissed ? 'take it off the list' : 'not found');
    if (finding === undefined || error.instead === '') return;
    const texts = finding.fixes.map((fix) => applied(fix, finding));
    assert.ok(texts.includes(error.instead), `“${error.instead}” is not among ${texts.join(', ')}`);
  });
}

test('nothing but the planted errors is found', () => {
  const others = found.filter(({ file, finding }) => !planted.some((error) => isOf(error, file, finding)));
  assert.deepEqual(
    others.map(({ file, finding }) => `${file}: ${finding.text} is no ${finding.code}`),
    ALARMS,
  );
});

function isOf({ file, words, code }: Planted, name: string, finding: FindingView): boolean {
  return file === name && finding.code === code && finding.text === words;
}

/** The finding's words as a fix leaves them. */
function applied({ edits }: FindingView['fixes'][number], { text, start }: FindingView): string {
  return edits.toReversed().reduce((words, edit) => {
    const from = edit.start.offset - start.offset;
    return words.slice(0, from) + edit.newText + words.slice(edit.end.offset - start.offset);
  }, text);
}

/** The rows of the table in samples/EXPECTED.md. */
function readExpected(page: string): readonly Planted[] {
  return page
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, file = '', words = '', code = '', instead = ''] = line.split('|').map((cell) => cell.trim());
      return { file, words: words.replace(/^`|`$/g, ''), code, instead };
    });
}
