import { MANY_NAMES } from '../../mentions/forms.ts';
import { ownFiles, sizeWords } from '../../project/factsLayers.ts';
import { type CompiledFile, compileFile } from '../../project/index/compileFile.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { shownPath } from '../../project/paths.ts';
import { grouped } from '../../project/report/numbers.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { namedFactsFiles } from '../factsFiles.ts';
import { JSON_OPTION } from '../factsInForce.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import type { Given } from '../options.ts';
import { tellProblems } from '../problems.ts';
import { openSession } from '../session.ts';

/** `factlint facts compile`: indexes beside large facts files. */
export const factsCompileCommand: Command = {
  usage: 'facts compile [FILE…]',
  description: 'make indexes of large facts files, read in milliseconds',
  details:
    'Writes NAME.facts.index beside NAME.facts.json. Checks read it in place of the file as long as the file does not\n' +
    `change. Default: the files of this folder with more than ${grouped(MANY_NAMES)} entities, and those that have an index.`,
  options: { config: FACTS_OPTIONS.config, ...JSON_OPTION },
  run: compile,
};

async function compile(given: Given, io: Io): Promise<ExitCode> {
  const named = namedFactsFiles(given.positionals, io);
  const results = new Map<string, CompiledFile>();
  for (const path of named.length > 0 ? named : filesHere(given, io))
    results.set(path, compileFile(nodeFileSystem, path, named.length > 0));
  if (given.has('json'))
    await io.stdout.write(`${JSON.stringify({ files: toJson(results, io) }, null, 2)}\n`);
  else await io.stdout.write(toWords(results, io));
  let exit: ExitCode = EXIT.clean;
  for (const [path, result] of results) {
    const problems =
      result.kind === 'failed' ? result.problems : result.kind === 'compiled' ? result.about.problems : [];
    await tellProblems(
      problems.map((it) => ({ ...it, path: shownPath(path, io.workingFolder) })),
      io,
    );
    if (result.kind !== 'failed') continue;
    await io.stderr.write(
      `factlint: ${shownPath(path, io.workingFolder)} was not compiled: ${result.why}.\n`,
    );
    exit = EXIT.failed;
  }
  return exit;
}

function filesHere(given: Given, io: Io): readonly string[] {
  const project = openSession(given, io, nodeFileSystem).projects.projectOf(
    `${io.workingFolder}/.`,
    io.workingFolder,
  );
  return ownFiles(nodeFileSystem, project.facts, []);
}

function toWords(results: ReadonlyMap<string, CompiledFile>, io: Io): string {
  const lines = [...results].flatMap(([path, result]) => {
    if (result.kind !== 'compiled') return [];
    const { entities, names } = result.about;
    const what = `${grouped(entities)} entities${names > 0 ? `, ${grouped(names)} names` : ''}`;
    const index = shownPath(result.index, io.workingFolder);
    return [`${shownPath(path, io.workingFolder)}: ${what} → ${index} (${sizeWords(result.bytes)})\n`];
  });
  const isNothing = [...results.values()].every(({ kind }) => kind === 'small');
  if (isNothing)
    lines.push(
      `No facts file here has more than ${grouped(MANY_NAMES)} entities: smaller ones are read fast as they are.\n`,
    );
  return lines.join('');
}

function toJson(results: ReadonlyMap<string, CompiledFile>, io: Io): readonly object[] {
  return [...results].map(([path, result]) => ({
    path: shownPath(path, io.workingFolder),
    ...(result.kind === 'compiled'
      ? {
          index: shownPath(result.index, io.workingFolder),
          bytes: result.bytes,
          entities: result.about.entities,
          names: result.about.names,
        }
      : result.kind === 'small'
        ? { index: null, entities: result.entities }
        : { index: null, problem: result.why }),
  }));
}
