import { isError } from '../facts/isError.ts';
import type { Summary } from '../project/report/summary.ts';
import { EXIT, type ExitCode } from './io.ts';

/** The exit status of a run: trouble before findings; warnings up to `maxWarnings` are let through where it is given. */
export function exitCodeOf({ errors, warnings, problems }: Summary, maxWarnings?: number): ExitCode {
  if (problems.some(isError)) return EXIT.failed;
  return errors > 0 || warnings > (maxWarnings ?? 0) ? EXIT.found : EXIT.clean;
}
