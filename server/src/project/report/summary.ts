import type { Problem } from '../../facts/facts.ts';
import { type FileResult, shownFindings } from '../fileResult.ts';

/** What a whole run came to. Suppressed findings are counted by themselves. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly suppressed: number;
  /** By `--fix`. */
  readonly fixable: number;
  readonly fixed: number;
  readonly supported: number;
  readonly refuted: number;
  readonly notEnoughInfo: number;
  readonly problems: readonly Problem[];
}

const NOTHING: Summary = {
  files: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  hints: 0,
  suppressed: 0,
  fixable: 0,
  fixed: 0,
  supported: 0,
  refuted: 0,
  notEnoughInfo: 0,
  problems: [],
};

/** Counts the results of a run as they come. */
export function startSummary(): {
  add(result: FileResult, fixed: number): void;
  end(problems: readonly Problem[]): Summary;
} {
  const counts = { ...NOTHING };
  return {
    add(result, fixed) {
      counts.files++;
      counts.fixed += fixed;
      counts.supported += result.verdicts.supported;
      counts.refuted += result.verdicts.refuted;
      counts.notEnoughInfo += result.verdicts.notEnoughInfo;
      const shown = shownFindings(result);
      counts.suppressed += result.findings.length - shown.length;
      for (const { severity, safe, quoted, fixes } of shown) {
        counts[PLURAL[severity]]++;
        if (safe && !quoted && fixes.some(({ preferred }) => preferred)) counts.fixable++;
      }
    },
    end: (problems) => ({ ...counts, problems }),
  };
}

const PLURAL = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const;
