import type { Problem } from '../../facts/facts.ts';
import { isError } from '../../facts/isError.ts';
import { BUNDLED } from '../../project/bundled.ts';
import { shownPath } from '../../project/paths.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { namedFactsFiles } from '../factsFiles.ts';
import { JSON_OPTION, loadFacts } from '../factsInForce.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import type { Given } from '../options.ts';
import { problemLine } from '../problems.ts';

/** `factlint facts lint`: what is wrong in facts files. */
export const factsLintCommand: Command = {
  usage: 'facts lint [FILE…]',
  description: 'check facts files (default: those of this folder)',
  options: {
    ...FACTS_OPTIONS,
    ...JSON_OPTION,
    strict: { type: 'boolean', description: 'doubtful entries count as errors, too' },
  },
  run: lint,
};

async function lint(given: Given, io: Io): Promise<ExitCode> {
  const files = namedFactsFiles(given.positionals, io);
  const { problems: wrong, notes, texts } = loadFacts(given, io, files);
  const own = texts.filter(({ path }) => !path.startsWith(BUNDLED));
  const linted = new Set(files.length > 0 ? files : (own.length > 0 ? own : texts).map(({ path }) => path));
  const problems = [...wrong, ...notes]
    .filter(({ path }) => linted.has(path))
    .map((it) => ({ ...it, path: shownPath(it.path, io.workingFolder) }))
    .sort(byPlace);
  if (given.has('json')) await io.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  else await io.stdout.write(lintWords(problems, linted.size));
  if (problems.some(isError)) return EXIT.found;
  return given.has('strict') && problems.some(isDoubtful) ? EXIT.found : EXIT.clean;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.character ?? 0) - (b.character ?? 0);
}

function lintWords(problems: readonly Problem[], files: number): string {
  const count = files === 1 ? '1 facts file' : `${files} facts files`;
  const lines = problems.map((problem) => `${problemLine(problem)}\n`);
  const errors = problems.filter(isError).length;
  const doubtful = problems.filter(isDoubtful).length;
  const outcome = errors + doubtful === 0 ? 'nothing to mend' : `${errors} wrong, ${doubtful} doubtful`;
  return `${lines.join('')}${count}: ${outcome}\n`;
}

function isDoubtful({ severity }: Problem): boolean {
  return severity === 'warning';
}
