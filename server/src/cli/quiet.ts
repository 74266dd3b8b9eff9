import type { FileResult } from '../project/fileResult.ts';
import type { CheckRequest } from './checkOptions.ts';

/** With `--quiet`, errors and warnings only. */
export function quieted(result: FileResult, { quiet }: CheckRequest): FileResult {
  if (!quiet) return result;
  const loud = result.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { ...result, findings: loud };
}
