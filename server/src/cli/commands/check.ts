import type { Problem } from '../../facts/facts.ts';
import { checkBytes, type FileOutcome } from '../../project/checkFile.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { shownPath } from '../../project/paths.ts';
import { startSummary } from '../../project/report/summary.ts';
import { runHere } from '../../project/run.ts';
import { keepHeapSmall } from '../../project/smallHeap.ts';
import { VERSION } from '../../project/version.ts';
import { runInThreads } from '../../project/workers.ts';
import { openBaseline } from '../baselineFile.ts';
import { CHECK_OPTIONS, type CheckRequest, readCheckRequest } from '../checkOptions.ts';
import { jobsFor, type PlannedRun, planRun } from '../checkPlan.ts';
import type { Command } from '../command.ts';
import { readCheckPage } from '../docs.ts';
import { exitCodeOf } from '../exitCode.ts';
import type { Formatter, Output } from '../formatters/formatter.ts';
import { FORMATTERS } from '../formatters/index.ts';
import type { ExitCode, Io } from '../io.ts';
import type { Given } from '../options.ts';
import { tellProblems } from '../problems.ts';
import { startProgress } from '../progress.ts';
import { quieted } from '../quiet.ts';
import { openSession } from '../session.ts';
import { openSink } from '../sink.ts';
import { checkStream } from '../stream.ts';
import { wantsColours } from '../terminal.ts';

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
  if (request.streamed) return checkStream(request, session, io);
  const baseline =
    request.baseline === undefined
      ? undefined
      : openBaseline(nodeFileSystem, request.baseline, request.updateBaseline);
  if (isWide(request)) keepHeapSmall();
  const plan = planRun(request, session, io, nodeFileSystem);
  const output = request.fix === 'diff' ? undefined : openOutput(request, given, io);
  const sink = openSink(io, request.output);
  const summary = startSummary();
  const progress = startProgress(io, plan.tasks.length);
  const problems: Problem[] = [];
  try {
    await sink.write(output?.start() ?? '');
    for await (const { path, problem, result, fixed, change } of outcomesOf(plan, request, io)) {
      if (problem !== undefined) problems.push({ path, message: problem });
      if (result) {
        const marked = quieted(baseline ? baseline.apply(path, result) : result, request);
        summary.add(marked, fixed);
        await progress.clear();
        await sink.write(output?.file(marked) ?? '');
      }
      if (change) await sink.write(await toDiff(shownPath(path, io.workingFolder), change));
      await progress.step();
    }
    await progress.clear();
    const all = [...session.problems(), ...plan.problems, ...problems];
    const total = summary.end(all.map((it) => ({ ...it, path: shownPath(it.path, io.workingFolder) })));
    await tellProblems(total.problems, io);
    await sink.write(output?.end(total) ?? '');
    sink.commit();
    baseline?.save();
    return exitCodeOf(total, request.maxWarnings);
  } finally {
    sink.abandon();
  }
}

/** Many files may come of it. */
function isWide({ paths, stdinName }: CheckRequest): boolean {
  const [only] = paths;
  if (stdinName !== undefined) return false;
  return only === undefined || paths.length > 1 || nodeFileSystem.kindOf(only) !== 'file';
}

function openOutput({ format, output, quiet }: CheckRequest, given: Given, io: Io): Output {
  const formatter: Formatter = FORMATTERS[format];
  return formatter.open({
    version: VERSION,
    colours: output === undefined && wantsColours(io, given.has('no-color')),
    width: Math.min(Math.max(io.stdout.columns ?? 100, 40), 120),
    workingFolder: io.workingFolder,
    quiet,
    pageOf: (code) => readCheckPage(nodeFileSystem, io, code),
  });
}

async function* outcomesOf(plan: PlannedRun, request: CheckRequest, io: Io): AsyncGenerator<FileOutcome> {
  const { tasks, plans, bases } = plan;
  if (request.stdinName !== undefined) {
    const bytes = await readWhole(io.stdin());
    yield checkBytes(nodeFileSystem, tasks[0]!.path, bytes, bases.get(0)!, plans[0]!.file);
    return;
  }
  const jobs = jobsFor(plan, request, io, nodeFileSystem);
  if (jobs > 1) yield* runInThreads({ ...plan, jobs, workerFile: io.workerFile! });
  else yield* runHere(nodeFileSystem, tasks, plans, bases);
}

async function readWhole(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function toDiff(path: string, { before, after }: NonNullable<FileOutcome['change']>): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY: headerOptions } = await import('diff');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3, headerOptions });
}
