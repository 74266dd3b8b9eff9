import { type CheckOptions, check } from '../checker.ts';
import type { FactBase } from '../facts/facts.ts';
import { acceptedBy } from './accepted.ts';
import { tooLarge } from './factsLayers.ts';
import { type FileResult, toFileResult } from './fileResult.ts';
import { type FileSystem, reasonOf } from './fileSystem.ts';
import { applySafeFixes } from './fixes.ts';
import { shownPath } from './paths.ts';
import { decodeText, type Encoding } from './readText.ts';

/** How to check the files of one project; plain data, so that workers can be told. */
export interface FilePlan {
  readonly check: CheckOptions;
  readonly maxFileSize: number;
  /** Paths are shown from here. */
  readonly workingFolder: string;
  readonly claims: boolean;
  readonly text: boolean;
  readonly fix: 'none' | 'write' | 'diff';
}

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  /** Undefined where it could not be read. */
  readonly result?: FileResult;
  readonly problem?: string;
  /** The text before and after its fixes, where there are any to make. */
  readonly fixed?: {
    readonly before: string;
    readonly after: string;
    readonly count: number;
    readonly encoding: Encoding;
  };
}

/** Reads and checks one file. Never throws on what is in it. */
export function checkFile(
  fileSystem: FileSystem,
  path: string,
  facts: FactBase,
  plan: FilePlan,
): FileOutcome {
  let bytes: Uint8Array;
  try {
    const size = fileSystem.sizeOf(path);
    if (size > plan.maxFileSize)
      return { path, problem: `Not checked: ${tooLarge(size, plan.maxFileSize)}.` };
    bytes = fileSystem.read(path);
  } catch (error) {
    return { path, problem: `The file cannot be read: ${reasonOf(error)}.` };
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return { path, problem: `Not checked: ${decoded.problem}.` };
  return checkText(path, decoded, facts, plan);
}

/** Checks a text that stands for a file, such as standard input. */
export function checkText(
  path: string,
  { text, encoding }: { readonly text: string; readonly encoding: Encoding },
  facts: FactBase,
  plan: FilePlan,
): FileOutcome {
  const result = resultOf(path, text, facts, plan);
  if (plan.fix === 'none') return { path, result };
  const { text: after, count } = applySafeFixes(text, result.findings);
  if (count === 0) return { path, result };
  const fixed = { before: text, after, count, encoding };
  // What is only shown has not been mended: its findings still stand.
  return { path, result: plan.fix === 'diff' ? result : resultOf(path, after, facts, plan), fixed };
}

function resultOf(path: string, text: string, facts: FactBase, plan: FilePlan): FileResult {
  const { accepted = [], ...options } = plan.check;
  const report = check({ path, text }, facts, options);
  const showPath = (it: string) => shownPath(it, plan.workingFolder);
  const result = toFileResult(report, facts, showPath(path), { ...plan, showPath });
  if (accepted.length === 0) return result;
  // Accepted findings are marked, not dropped: SARIF wants to know of them, else its readers open them anew.
  const findings = result.findings.map((finding) => {
    const entry = acceptedBy(finding, path, report.draft.asOf, accepted);
    if (!entry) return finding;
    const { reason } = entry;
    return { ...finding, suppressed: { by: 'accepted', ...(reason !== undefined && { reason }) } as const };
  });
  return { ...result, findings };
}
