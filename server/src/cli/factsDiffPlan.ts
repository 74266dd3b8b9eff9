import type { FactBase, Problem } from '../facts/facts.ts';
import type { FilePlan } from '../project/checkFile.ts';
import { type FactsPlan, ownFiles } from '../project/factsLayers.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { Project } from '../project/project.ts';
import { readProjectFacts } from '../project/projectFacts.ts';
import type { RunPlan, Task } from '../project/run.ts';
import type { PlannedRun } from './checkPlan.ts';
import { findDrafts } from './drafts.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';

/** The two states of some facts that are compared: files, absolute. */
export interface Versions {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/** Every draft twice, with the old facts and right after with the new ones; else the same in everything. */
export function planFactsDiff(
  versions: Versions,
  drafts: readonly string[],
  session: Session,
  io: Io,
  fileSystem: FileSystem,
): PlannedRun {
  const found = findDrafts(fileSystem, session.projects, drafts);
  const problems = new Map<string, Problem>();
  const indexes = new Map<Project, number>();
  const plans: RunPlan[] = [];
  const bases = new Map<number, FactBase>();
  function addPlan(project: Project, files: readonly string[]): void {
    const found: Problem[] = [];
    const own = ownFiles(fileSystem, project.facts, found);
    const plan = withVersion(project.facts, own, files, versions);
    const { texts, facts, problems: mistakes } = readProjectFacts(fileSystem, plan, io.importers);
    found.push(...mistakes);
    // What is wrong in the facts beside them is found with either version, and told once.
    for (const problem of found) problems.set(JSON.stringify(problem), problem);
    bases.set(plans.length, facts);
    plans.push({ facts: texts, file: toFilePlan(project, io) });
  }
  const tasks = found.drafts.flatMap(({ path, project }): Task[] => {
    const plan = indexes.get(project) ?? plans.length;
    if (!indexes.has(project)) {
      indexes.set(project, plan);
      addPlan(project, versions.old);
      addPlan(project, versions.new);
    }
    return [
      { path, plan },
      { path, plan: plan + 1 },
    ];
  });
  return { tasks, plans, bases, problems: [...found.problems, ...problems.values()] };
}

/**
 * A project's facts with one version in the place of the other: where the folder's own files have either, there, so that
 * the order of layers stays; else over all others. The rest of both versions is left out.
 */
function withVersion(
  plan: FactsPlan,
  own: readonly string[],
  files: readonly string[],
  versions: Versions,
): FactsPlan {
  const either = new Set([...versions.old, ...versions.new]);
  const all = [...new Set([...own, ...plan.named])];
  const first = all.findIndex((path) => either.has(path));
  const cut = first < 0 ? all.length : first;
  const rest = all.slice(cut).filter((path) => !either.has(path));
  return { ...plan, own: [...all.slice(0, cut), ...files, ...rest], named: [] };
}

function toFilePlan({ check, settings }: Project, { workingFolder }: Io): FilePlan {
  const { maxFileSize } = settings;
  return { check, maxFileSize, workingFolder, claims: true, text: false, fix: 'none' };
}
