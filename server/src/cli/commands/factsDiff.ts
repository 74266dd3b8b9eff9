import type { Problem } from '../../facts/facts.ts';
import { isError } from '../../facts/isError.ts';
import type { FileOutcome } from '../../project/checkFile.ts';
import { compareResults, type DraftChange } from '../../project/compareResults.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { shownPath } from '../../project/paths.ts';
import { runHere } from '../../project/run.ts';
import { VERSION } from '../../project/version.ts';
import { runInThreads } from '../../project/workers.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import { jobsFor, type PlannedRun } from '../checkPlan.ts';
import type { Command } from '../command.ts';
import { planFactsDiff, type Versions } from '../factsDiffPlan.ts';
import { type DiffSummary, diffSummaryWords, draftWords } from '../factsDiffWords.ts';
import { namedFactsFiles } from '../factsFiles.ts';
import { toJsonClaim, toJsonEvidence, toJsonFinding } from '../formatters/json.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import { type Given, readTextOrJson, TEXT_OR_JSON } from '../options.ts';
import { tellProblems } from '../problems.ts';
import { openSession } from '../session.ts';
import { paintWith, wantsColours } from '../terminal.ts';

/** `factlint facts diff`: which drafts become wrong or right when facts change. */
export const factsDiffCommand: Command = {
  usage: 'facts diff OLD NEW',
  description: 'tell which drafts become wrong or right when facts change',
  details:
    'OLD and NEW are facts files, or folders of them. Every draft is checked with each in turn, beside the same other\n' +
    'facts; where the folder’s own files have either, they stand in its place, else over all others.\n' +
    'Exit status: 0 no draft becomes wrong, 1 some do, 2 a file is missing or has mistakes, or\n' +
    'there are no drafts.',
  options: {
    drafts: {
      type: 'string',
      multiple: true,
      value: 'DIR',
      description: 'drafts: a folder, file or glob (may be repeated; default: those of this folder)',
    },
    ...FACTS_OPTIONS,
    ...TEXT_OR_JSON,
  },
  run: diffFacts,
};

async function diffFacts(given: Given, io: Io): Promise<ExitCode> {
  const isJson = readTextOrJson(given) === 'json';
  const versions = readVersions(given, io);
  const drafts = given.all('drafts');
  const session = openSession(given, io, nodeFileSystem);
  const plan = planFactsDiff(versions, drafts.length > 0 ? drafts : ['.'], session, io, nodeFileSystem);
  const show = (it: Problem) => ({ ...it, path: shownPath(it.path, io.workingFolder) });
  const before = [...session.problems(), ...plan.problems].map(show);
  const obstacle = obstacleOf(plan, versions);
  if (obstacle !== undefined) {
    await tellProblems(before, io);
    await io.stderr.write(`factlint: ${obstacle}\n`);
    return EXIT.failed;
  }
  const problems: Problem[] = [];
  const changes: DraftChange[] = [];
  const summary: DiffSummary = { drafts: 0, changed: 0, becomeWrong: 0, becomeRight: 0 };
  for await (const [old, now] of pairsOf(plan, io)) {
    if (!old.result || !now.result) {
      problems.push(show({ path: now.path, message: (old.problem ?? now.problem)! }));
      continue;
    }
    const change = compareResults(old.result, now.result);
    summary.drafts++;
    if (change.findings.length + change.claims.length === 0) continue;
    summary.changed++;
    if (change.becomesWrong) summary.becomeWrong++;
    if (change.becomesRight) summary.becomeRight++;
    changes.push(change);
  }
  const all = [...before, ...problems];
  await tellProblems(all, io);
  await io.stdout.write(isJson ? toJson(changes, summary, all) : toWords(changes, summary, given, io));
  if (all.some(isError)) return EXIT.failed;
  return summary.becomeWrong > 0 ? EXIT.found : EXIT.clean;
}

function readVersions({ positionals }: Given, io: Io): Versions {
  const [old, now, more] = positionals;
  if (old === undefined || now === undefined || more !== undefined) {
    throw new UsageError('facts diff needs two facts files or folders: facts diff OLD NEW --drafts DIR.');
  }
  return { old: namedFactsFiles([old], io), new: namedFactsFiles([now], io) };
}

/** Why a comparison would tell nothing true; what a facts file lost by a mistake would look like a change. */
function obstacleOf({ tasks, problems }: PlannedRun, versions: Versions): string | undefined {
  if (tasks.length === 0) return 'Nothing was compared: there are no drafts.';
  const compared = new Set([...versions.old, ...versions.new]);
  const isBroken = problems.some((it) => isError(it) && compared.has(it.path));
  return isBroken ? 'Nothing was compared: a file of OLD or NEW has mistakes.' : undefined;
}

/** Each draft's two outcomes, in the order of the plan's tasks. */
async function* pairsOf(plan: PlannedRun, io: Io): AsyncGenerator<readonly [FileOutcome, FileOutcome]> {
  const { tasks, plans, bases } = plan;
  const jobs = jobsFor(plan, {}, io, nodeFileSystem);
  const outcomes =
    jobs > 1
      ? runInThreads({ ...plan, jobs, workerFile: io.workerFile! })
      : runHere(nodeFileSystem, tasks, plans, bases);
  let old: FileOutcome | undefined;
  for await (const outcome of outcomes) {
    if (old) yield [old, outcome];
    old = old ? undefined : outcome;
  }
}

function toWords(changes: readonly DraftChange[], summary: DiffSummary, given: Given, io: Io): string {
  const paint = paintWith(wantsColours(io, given.has('no-color')));
  const width = Math.min(Math.max(io.stdout.columns ?? 100, 40), 120);
  const told = changes.map((change) => draftWords(change, paint, width));
  return `${told.join('')}${diffSummaryWords(summary)}\n`;
}

function toJson(changes: readonly DraftChange[], summary: DiffSummary, problems: readonly Problem[]): string {
  const drafts = changes.map(({ findings, claims, ...draft }) => ({
    ...draft,
    findings: findings.map((it) => ({
      effect: it.effect,
      old: it.old && toJsonFinding(it.old),
      new: it.new && toJsonFinding(it.new),
      oldEvidence: toJsonEvidence(it.oldEvidence),
      newEvidence: toJsonEvidence(it.newEvidence),
    })),
    claims: claims.map((it) => ({ old: it.old && toJsonClaim(it.old), new: it.new && toJsonClaim(it.new) })),
  }));
  const json = { version: 1, tool: { name: 'factlint', version: VERSION }, drafts, problems, summary };
  return `${JSON.stringify(json, null, 2)}\n`;
}
