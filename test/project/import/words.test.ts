import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN, type ImportRun, importing, sample, written } from './importing.ts';

/** Each name with its misnomers. */
function namesIn(run: ImportRun, file: string): Readonly<Record<string, unknown>> {
  const entries = Object.values(written(run, file).entities);
  return Object.fromEntries(entries.map(({ name, misnomers = [] }) => [String(name), misnomers]));
}

const CASES = [
  {
    file: 'cspell.json',
    names: { Kaltenburg: ['Kaltenberg'], Orsa: [] },
    problems: ['cspell.json:6:1: error: “Orsaa” is a wrong word without its correction.'],
  },
  {
    file: 'words.txt',
    names: { Kaltenburg: ['Kaltenberg'], Orsa: [], Trans: [] },
    problems: ['words.txt:4:1: error: “Kaltenberg” is a wrong word without its correction.'],
  },
  {
    file: 'prh.yml',
    names: { Kaltenburg: ['Kaltenberg'], Orsa: ['Orsaa'] },
    problems: [
      'prh.yml:8:1: error: “/Kalten ?burgh/” is a regular expression, not a name.',
      'prh.yml:14:1: error: The rule has no “expected” that is a plain text.',
      'prh.yml:3:1: error: The files under “imports” are not read: import each by itself.',
    ],
  },
  {
    file: 'vale/Terms.yml',
    names: { 'Kaltenburg Optik': ['Kaltenberg Optik'], Orsa: ['Orsa Airways'] },
    problems: ['vale/Terms.yml:9:1: error: “(?:give|gave) rise to” is a regular expression, not a name.'],
  },
  {
    file: 'vale/accept.txt',
    names: { 'Kaltenburg Optik': [], Orsa: [] },
    problems: ['vale/accept.txt:4:1: error: “[Oo]bservability” is a regular expression, not a name.'],
  },
] as const;

for (const { file, names, problems } of CASES) {
  test(`${file} gives names, and tells what is none`, async () => {
    const run = await importing({ [file]: sample(file) }, file, '--into', 'words.facts.json');
    assert.equal(run.lint, CLEAN);
    assert.deepEqual(namesIn(run, 'words.facts.json'), names);
    assert.deepEqual(run.problems, problems);
    assert.equal(run.exitCode, 1);
  });
}

test('a list of wrong words alone has no names', async () => {
  const run = await importing({ 'reject.txt': sample('vale/reject.txt') }, 'reject.txt');
  assert.deepEqual(run.problems, [
    'reject.txt:1:1: error: “Kaltenberg Optik” is a wrong word without its correction.',
  ]);
  assert.match(run.stdout, /Nothing was written to reject\.facts\.json: there is nothing new\./);
  assert.deepEqual(run.names, ['reject.txt']);
});

test('a Vale rule that has no corrections is told', async () => {
  const rule = 'extends: existence\ntokens:\n  - very\n';
  const run = await importing({ 'Weasel.yml': rule }, 'Weasel.yml');
  assert.equal(run.exitCode, 2);
  assert.match(run.problems[0]!, /extends “existence” has no corrections: only “substitution” has\.$/);
});
