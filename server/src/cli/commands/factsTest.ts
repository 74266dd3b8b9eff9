import { isError } from '../../facts/isError.ts';
import { BUNDLED } from '../../project/bundled.ts';
import { type ExampleResult, runExamples } from '../../project/factsExamples.ts';
import { readMarkedSentence } from '../../project/markedSentence.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { namedFactsFiles } from '../factsFiles.ts';
import { type FactsInForce, loadFacts } from '../factsInForce.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { type Given, readTextOrJson, TEXT_OR_JSON } from '../options.ts';
import { tellProblems } from '../problems.ts';
import { printable } from '../terminal.ts';

/** `factlint facts test`: whether the sentences beside the facts are judged as they are marked. */
export const factsTestCommand: Command = {
  usage: 'facts test [FILE…]',
  description: 'check the examples that stand beside entities and facts',
  details:
    'An example is a sentence with marks: {{43%|percent}} has to be recognized, {{34%|percent|43%}} to be found\n' +
    'and mended so. “[2023-01-26] ” before it says on which day it was written. Default: the files of this\n' +
    'folder, or the bundled ones where it has none. Exit status: 0 all hold, 1 some do not, 2 a file has mistakes.',
  options: { ...FACTS_OPTIONS, ...TEXT_OR_JSON },
  run: testFacts,
};

async function testFacts(given: Given, io: Io): Promise<ExitCode> {
  const isJson = readTextOrJson(given) === 'json';
  const files = namedFactsFiles(given.positionals, io);
  const loaded = loadFacts(given, io, files);
  const { facts, check, texts } = loaded;
  const own = texts.filter(({ path }) => !path.startsWith(BUNDLED));
  const tested = new Set(files.length > 0 ? files : (own.length > 0 ? own : texts).map(({ path }) => path));
  const problems = loaded.problems.filter(
    ({ path }) => tested.has(path) || !texts.some((it) => it.path === path),
  );
  const results = [...runExamples(facts, check, (path) => tested.has(path))];
  const failed = results.filter(({ failures }) => failures.length > 0);
  const shown = problems.map((it) => ({ ...it, path: loaded.showPath(it.path) }));
  await tellProblems(shown, io);
  await io.stdout.write(isJson ? toJson(results, loaded) : toWords(results, loaded));
  if (problems.some(isError)) return EXIT.failed;
  return failed.length > 0 ? EXIT.found : EXIT.clean;
}

function toWords(results: readonly ExampleResult[], { showPath }: FactsInForce): string {
  const failed = results.filter(({ failures }) => failures.length > 0);
  const told = failed.map(({ owner, location, example, failures }) => {
    const { text, asOf } = readMarkedSentence(example);
    const day = asOf
      ? ` (${[asOf.year, asOf.month, asOf.day].map((it) => String(it).padStart(2, '0')).join('-')})`
      : '';
    const lines = failures.map((it) => `  ${printable(it)}\n`);
    return `${showPath(location.path)}:${location.line + 1}: ${owner}\n  ${printable(text)}${day}\n${lines.join('')}`;
  });
  const count = results.length === 1 ? '1 example' : `${results.length} examples`;
  const outcome = failed.length === 0 ? 'all hold' : `${failed.length} not as marked`;
  return `${told.join('\n')}${told.length > 0 ? '\n' : ''}${count}: ${results.length === 0 ? 'nothing to test' : outcome}\n`;
}

function toJson(results: readonly ExampleResult[], { showPath }: FactsInForce): string {
  const examples = results.map(({ location, ...rest }) => ({
    ...rest,
    location: { ...location, path: showPath(location.path) },
  }));
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  return `${JSON.stringify({ examples, passed: results.length - failed, failed }, null, 2)}\n`;
}
