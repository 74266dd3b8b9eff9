import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../server/src/cli/main.ts';
import { runCli } from './runCli.ts';

async function run(line: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
  try {
    return await runCli(
      line.split(' ').filter((word) => word !== ''),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const MISTAKES: readonly (readonly [string, string])[] = [
  ['chekc', 'There is no command “chekc”. Did you mean “check”?'],
  ['facts', '“facts” needs one of its commands: facts lint, '],
  [
    'facts diff a.facts.json',
    'facts diff needs two facts files or folders: facts diff OLD NEW --drafts DIR.',
  ],
  ['facts lst', 'There is no command “facts lst”. Did you mean “facts list”?'],
  ['check --fromat json', 'There is no option --fromat. Did you mean --format?'],
  ['--quite', 'There is no option --quite. Did you mean --quiet?'],
  ['check -z', 'There is no option -z.'],
  ['check --format', '--format needs a value: --format NAME.'],
  ['check --format --claims', '--format needs a value: --format NAME.'],
  ['check --quiet=yes', '--quiet takes no value.'],
  ['check --format jsn', 'There is no format “jsn”. Did you mean json?'],
  ['check --format constructor', 'There is no format “constructor”. Formats: pretty, json, '],
  ['check --as-of yesterday', '--as-of is a day such as 2023-01-26, not “yesterday”.'],
  ['check --jobs 0', '--jobs is a whole number, 1 or more, not “0”.'],
  ['check --max-warnings many', '--max-warnings is a whole number, 0 or more, not “many”.'],
  ['check --fix --fix-dry-run', '--fix and --fix-dry-run exclude each other.'],
  ['check --stdin --fix', '--fix needs files; with --stdin use --fix-dry-run.'],
  ['check --stdin a.md', '--stdin and paths exclude each other.'],
  ['check --stdin-filename a.md', '--stdin-filename needs --stdin.'],
  ['check --jsonl-in a.md', '--jsonl-in and paths exclude each other.'],
  ['check --jsonl-in --stdin', '--jsonl-in and --stdin exclude each other.'],
  ['check --jsonl-in --fix', '--jsonl-in and --fix exclude each other.'],
  ['check --jsonl-in --max-warnings 3', '--jsonl-in and --max-warnings exclude each other.'],
  ['check --jsonl-in --jobs 2', '--jsonl-in checks on one thread; start it once a core instead.'],
  ['check --jsonl-in --format html', '--jsonl-in answers in jsonl and no other format.'],
  ['check --update-baseline', '--update-baseline needs --baseline FILE.'],
  [
    'check --baseline nowhere.json',
    'The baseline nowhere.json cannot be read: there is no such file or folder.',
  ],
  ['check --config nowhere.json', '--config: there is no file nowhere.json.'],
  [
    'check --output no/where.txt',
    '--output no/where.txt cannot be written: there is no such file or folder.',
  ],
  ['explain no-such-check', 'There is no check “no-such-check”. “factlint explain” lists them.'],
  ['explain percent-mismach', 'There is no check “percent-mismach”. Did you mean percent-mismatch?'],
  ['explain --at a.md', '--at is FILE:LINE:COLUMN, counted from 1, not “a.md”.'],
  ['explain --at a.md:0:1', '--at is FILE:LINE:COLUMN, counted from 1, not “a.md:0:1”.'],
  ['explain --at a.md:1:1', 'a.md cannot be read: there is no such file or folder.'],
  ['init nowhere', 'There is no folder '],
  ['lsp', 'The language server speaks over --stdio only.'],
  ['facts show', 'facts show needs the id of an entity or a fact.'],
  ['facts show reno --no-bundled', 'There is no entity or fact “reno”.'],
  ['facts lint nowhere.facts.json', 'There is no file nowhere.facts.json.'],
  ['facts add --value 1', 'A fact needs --subject ENTITY.'],
  ['facts add --subject a --value 1', 'A fact needs a --relation, or cue phrases with --about.'],
];

for (const [line, message] of MISTAKES) {
  test(`factlint ${line}`, async () => {
    const { stdout, stderr, exitCode } = await run(line);
    assert.equal(exitCode, 2);
    assert.equal(stdout, '');
    assert.ok(stderr.startsWith(`factlint: ${message}`), stderr);
    assert.equal(stderr.indexOf('\n'), stderr.length - 1);
  });
}

test('every command tells about itself', async () => {
  for (const name of Object.keys(COMMANDS)) {
    for (const line of [`${name} --help`, `help ${name}`]) {
      const { stdout, exitCode } = await run(line);
      assert.equal(exitCode, 0);
      assert.match(stdout, new RegExp(`^usage: factlint ${name}`));
    }
  }
});

test('--help lists every command, --version is one line', async () => {
  const { stdout } = await run('--help');
  for (const { usage } of Object.values(COMMANDS)) assert.ok(stdout.includes(`  ${usage} `), usage);
  assert.match((await run('--version')).stdout, /^\d+\.\d+\.\d+\S*\n$/);
});
