import { type CheckOptions, check } from '../checker.ts';
import type { FactBase } from '../facts/facts.ts';
import type { Source } from '../text/draft.ts';
import { acceptedBy } from './accepted.ts';
import { tooLarge } from './factsLayers.ts';
import { type FileResult, toFileResult } from './fileResult.ts';
import { type FileSystem, reasonOf } from './fileSystem.ts';
import { applySafeFixes } from './fixes.ts';
import { DamagedIndex } from './index/pages.ts';
import { shownPath } from './paths.ts';
import { decodeText, type Encoding, encodeText } from './readText.ts';

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
  /** How many findings were mended in the file. */
  readonly fixed: number;
  /** For a diff: the text as it is and as `--fix` would make it, where they differ. */
  readonly change?: { readonly before: string; readonly after: string };
}

/** Reads and checks one file, and mends it where asked to. Never throws on what is in it. */
export function checkFile(
  fileSystem: FileSystem,
  path: string,
  facts: FactBase,
  plan: FilePlan,
): FileOutcome {
  let bytes: Uint8Array;
  try {
    const size = fileSystem.sizeOf(path);
    if (size > plan.maxFileSize) return failed(path, `Not checked: ${tooLarge(size, plan.maxFileSize)}.`);
    bytes = fileSystem.read(path);
  } catch (error) {
    return failed(path, `The file cannot be read: ${reasonOf(error)}.`);
  }
  return checkBytes(fileSystem, path, bytes, facts, plan);
}

/** Checks bytes that stand for a file, such as standard input. */
export function checkBytes(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
  facts: FactBase,
  plan: FilePlan,
): FileOutcome {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return failed(path, `Not checked: ${decoded.problem}.`);
  try {
    return checkDecoded(fileSystem, path, decoded, facts, plan);
  } catch (error) {
    return failed(path, faultOf(error));
  }
}

/** A fault of ours costs one draft, not the run, and it is told with all that helps to mend it. */
export function faultOf(error: unknown): string {
  if (error instanceof DamagedIndex) return `Not checked: ${error.message}`;
  return `Not checked, by a fault of Factlint: ${error instanceof Error ? error.stack : error}`;
}

function checkDecoded(
  fileSystem: FileSystem,
  path: string,
  { text: before, encoding }: { readonly text: string; readonly encoding: Encoding },
  facts: FactBase,
  plan: FilePlan,
): FileOutcome {
  const result = checkSource({ path, text: before }, facts, plan);
  if (plan.fix === 'none') return { path, result, fixed: 0 };
  const { text: after, count } = applySafeFixes(before, result.findings);
  if (count === 0) return { path, result, fixed: 0 };
  // What is only shown has not been mended: its findings still stand.
  if (plan.fix === 'diff') return { path, result, fixed: 0, change: { before, after } };
  const problem = writeFixed(fileSystem, path, after, encoding);
  if (problem !== undefined) return { path, result, problem, fixed: 0 };
  return { path, result: checkSource({ path, text: after }, facts, plan), fixed: count };
}

function failed(path: string, problem: string): FileOutcome {
  return { path, problem, fixed: 0 };
}

function writeFixed(
  fileSystem: FileSystem,
  path: string,
  text: string,
  encoding: Encoding,
): string | undefined {
  const bytes = encodeText(text, encoding);
  if (!bytes) return `Not mended: a fix has a character that the file's encoding (${encoding}) lacks.`;
  try {
    fileSystem.write(path, bytes);
    return undefined;
  } catch (error) {
    return `The file cannot be written: ${reasonOf(error)}.`;
  }
}

/** Checks one text, whatever it came from. */
export function checkSource(source: Source, facts: FactBase, plan: FilePlan): FileResult {
  const { path } = source;
  const { accepted = [], ...options } = plan.check;
  const report = check(source, facts, options);
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
