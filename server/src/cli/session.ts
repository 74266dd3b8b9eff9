import type { FactBase, Problem } from '../facts/facts.ts';
import { BUNDLED, readBundled } from '../project/bundled.ts';
import type { FactsText } from '../project/factsLayers.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { join, withSlashes } from '../project/paths.ts';
import { openProjects, type Project, type Projects } from '../project/project.ts';
import { readProjectFacts } from '../project/projectFacts.ts';
import { readAsOf } from './checkOptions.ts';
import { type Io, UsageError } from './io.ts';
import type { Given } from './options.ts';

/** The projects of one run, with each one's facts read once. */
export interface Session {
  readonly projects: Projects;
  factsOf(project: Project): LoadedFacts;
  /** Of configurations and facts files, so far; without notes. */
  problems(): readonly Problem[];
  /** What facts files do that may well be meant so. */
  notes(): readonly Problem[];
}

/** A project's facts, and the texts that workers read them from. */
export interface LoadedFacts {
  readonly texts: readonly FactsText[];
  readonly base: FactBase;
}

/** Opens a session by the options that every command on facts has; `more` are facts files named in other ways. */
export function openSession(
  given: Given,
  io: Io,
  fileSystem: FileSystem,
  more: readonly string[] = [],
): Session {
  const resolve = (path: string) => withSlashes(fileSystem.resolve(io.workingFolder, path));
  const config = given.text('config');
  if (config !== undefined && fileSystem.kindOf(resolve(config)) !== 'file') {
    throw new UsageError(`--config: there is no file ${config}.`);
  }
  const asOf = readAsOf(given);
  const projects = openProjects(fileSystem, {
    ...(config !== undefined && { config: resolve(config) }),
    ...(asOf && { asOf }),
    facts: [...given.all('facts'), ...more].map(resolve),
    noBundled: given.has('no-bundled'),
    today: io.today,
    bundled: () => {
      const folder = io.distFolder ?? join(io.workingFolder, 'server');
      return readBundled(fileSystem, folder, BUNDLED);
    },
    workingFolder: io.workingFolder,
  });
  const loaded = new Map<Project, LoadedFacts>();
  const problems: Problem[] = [];
  function load(project: Project): LoadedFacts {
    const read = readProjectFacts(fileSystem, project.facts, io.importers);
    const { texts, facts } = read;
    problems.push(...read.problems);
    if (texts.length === 0) problems.push({ path: project.root, message: NO_FACTS });
    return { texts, base: facts };
  }
  return {
    projects,
    factsOf(project) {
      const known = loaded.get(project) ?? load(project);
      loaded.set(project, known);
      return known;
    },
    problems: () => [...projects.problems(), ...problems.filter((it) => !isNote(it))],
    notes: () => problems.filter(isNote),
  };
}

function isNote({ severity }: Problem): boolean {
  return severity === 'note';
}

const NO_FACTS =
  'There are no facts to check against: name a file with --facts, or begin one with “factlint init”.';
