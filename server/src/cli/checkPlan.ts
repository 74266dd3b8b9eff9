import type { FactBase, Problem } from '../facts/facts.ts';
import type { FilePlan } from '../project/checkFile.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { withSlashes } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { RunPlan, Task } from '../project/run.ts';
import type { CheckRequest } from './checkOptions.ts';
import { findDrafts } from './drafts.ts';
import type { Formatter } from './formatters/formatter.ts';
import { FORMATTERS } from './formatters/index.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';

/** What a run will do. */
export interface PlannedRun {
  readonly tasks: readonly Task[];
  readonly plans: readonly RunPlan[];
  /** By plan. */
  readonly bases: Map<number, FactBase>;
  /** Of paths that were named. */
  readonly problems: readonly Problem[];
}

/** Finds what to check, and reads each project's facts. */
export function planRun(request: CheckRequest, session: Session, io: Io, fileSystem: FileSystem): PlannedRun {
  const { drafts, problems } = draftsOf(request, session, fileSystem);
  const indexes = new Map<Project, number>();
  const plans: RunPlan[] = [];
  const bases = new Map<number, FactBase>();
  const tasks = drafts.map(({ path, project }) => {
    let plan = indexes.get(project);
    if (plan === undefined) {
      plan = plans.length;
      indexes.set(project, plan);
      const { texts, base } = session.factsOf(project);
      bases.set(plan, base);
      plans.push({ facts: texts, file: toFilePlan(project, request, io) });
    }
    return { path, plan };
  });
  return { tasks, plans, bases, problems };
}

function draftsOf({ stdinName, paths }: CheckRequest, { projects }: Session, fileSystem: FileSystem) {
  if (stdinName === undefined) return findDrafts(fileSystem, projects, paths.length > 0 ? paths : ['.']);
  const path = withSlashes(fileSystem.resolve(stdinName));
  return {
    drafts: [{ path, project: projects.projectOf(path, withSlashes(fileSystem.resolve('.'))) }],
    problems: [],
  };
}

/** How the files of a project are checked by such a request. */
export function toFilePlan({ check, settings }: Project, request: CheckRequest, io: Io): FilePlan {
  const formatter: Formatter = FORMATTERS[request.format];
  const wantsText = formatter.wantsText === true;
  return {
    check,
    maxFileSize: settings.maxFileSize,
    workingFolder: io.workingFolder,
    claims: request.claims || wantsText,
    text: wantsText,
    fix: request.fix,
  };
}

/** Below these, starting threads takes longer than the work (measured: two of them 60 ms). */
const FEW_FILES = 200;
const FEW_BYTES = 2_000_000;
/** More threads than this only wait for the disk and for the one that prints. */
const MOST_JOBS = 8;

/** On how many threads to check. */
export function jobsFor(
  { tasks }: PlannedRun,
  { jobs }: Pick<CheckRequest, 'jobs'>,
  io: Io,
  fileSystem: FileSystem,
): number {
  if (io.workerFile === undefined || tasks.length < 2) return 1;
  if (jobs !== undefined) return Math.min(jobs, tasks.length);
  if (tasks.length < FEW_FILES && bytesUpTo(FEW_BYTES, tasks, fileSystem) < FEW_BYTES) return 1;
  return Math.min(io.cores, MOST_JOBS);
}

function bytesUpTo(limit: number, tasks: readonly Task[], fileSystem: FileSystem): number {
  let bytes = 0;
  for (const { path } of tasks) {
    try {
      bytes += fileSystem.sizeOf(path);
    } catch {
      continue; // told when it is read
    }
    if (bytes >= limit) break;
  }
  return bytes;
}
