import type { Problem } from '../../facts/facts.ts';
import type { FilePlan } from '../../project/checkFile.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { shownPath } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { type RunPlan, runHere, type Task } from '../../project/run.ts';
import { CHECK_OPTIONS, type CheckRequest, readCheckRequest } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { findDrafts } from '../drafts.ts';
import type { Formatter } from '../formatters/formatter.ts';
import { FORMATTERS } from '../formatters/index.ts';
import type { ExitCode, Io } from '../io.ts';
import type { Given } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { openSink } from '../sink.ts';
import { exitCodeOf, startSummary } from '../summary.ts';
import { VERSION } from '../version.ts';

/** `factlint check`: checks drafts and prints what is wrong in them. */
export const checkCommand: Command = {
  usage: 'check [PATH…]',
  description: 'check drafts (files, folders or globs; default: those of this folder)',
  options: CHECK_OPTIONS,
  run: runCheck,
};

async function runCheck(given: Given, io: Io): Promise<ExitCode> {
  const request = readCheckRequest(given);
  const session = openSession(given, io, nodeFileSystem);
  const formatter: Formatter = FORMATTERS[request.format];
  const { tasks, plans, problems } = planRun(request, session, io, formatter);
  const output = formatter.open({
    version: VERSION,
    colours: false,
    width: 80,
    workingFolder: io.workingFolder,
  });
  const sink = openSink(io, request.output);
  const summary = startSummary();
  try {
    await sink.write(output.start());
    for (const outcome of runHere(nodeFileSystem, tasks, plans)) {
      if (outcome.problem !== undefined) problems.push({ path: outcome.path, message: outcome.problem });
      if (!outcome.result) continue;
      summary.add(outcome.result, 0);
      await sink.write(output.file(outcome.result));
    }
    const all = [...session.problems(), ...problems].map((it) => shown(it, io));
    const total = summary.end(all);
    await sink.write(output.end(total));
    sink.commit();
    for (const problem of all) await io.stderr.write(`${toLine(problem)}\n`);
    return exitCodeOf(total, request.maxWarnings);
  } finally {
    sink.abandon();
  }
}

interface PlannedRun {
  readonly tasks: readonly Task[];
  readonly plans: readonly RunPlan[];
  readonly problems: Problem[];
}

function planRun(request: CheckRequest, session: Session, io: Io, formatter: Formatter): PlannedRun {
  const paths = request.paths.length > 0 ? request.paths : ['.'];
  const { drafts, problems } = findDrafts(nodeFileSystem, session.projects, paths);
  const indexes = new Map<Project, number>();
  const plans: RunPlan[] = [];
  const tasks = drafts.map(({ path, project }) => {
    let plan = indexes.get(project);
    if (plan === undefined) {
      plan = plans.length;
      indexes.set(project, plan);
      plans.push({
        facts: session.factsOf(project).texts,
        file: toFilePlan(project, request, io, formatter),
      });
    }
    return { path, plan };
  });
  return { tasks, plans, problems: [...problems] };
}

function toFilePlan(project: Project, request: CheckRequest, io: Io, { wantsText }: Formatter): FilePlan {
  return {
    check: project.check,
    maxFileSize: project.settings.maxFileSize,
    workingFolder: io.workingFolder,
    claims: request.claims || wantsText === true,
    text: wantsText === true,
    fix: request.fix,
  };
}

function shown(problem: Problem, io: Io): Problem {
  return { ...problem, path: shownPath(problem.path, io.workingFolder) };
}

/** `facts/desk.facts.json:3:7: error: …`, as compilers print it. */
function toLine({ path, line, character, message, severity }: Problem): string {
  const place = line === undefined ? path : `${path}:${line + 1}:${(character ?? 0) + 1}`;
  return `${place}: ${severity ?? 'error'}: ${message}`;
}
