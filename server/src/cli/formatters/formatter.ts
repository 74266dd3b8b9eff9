import type { Problem } from '../../facts/facts.ts';
import type { FileResult, FindingView } from '../../project/fileResult.ts';

/** What a format may lean on. */
export interface FormatContext {
  readonly version: string;
  readonly colours: boolean;
  /** Columns to lay out for. */
  readonly width: number;
  readonly workingFolder: string;
  /** Findings only, no summary. */
  readonly quiet: boolean;
  /** A check's page, in Markdown. */
  pageOf(code: string): string | undefined;
}

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

/** One run's output, written as the files are checked, so that memory stays bounded; each call returns the text to write. */
export interface Output {
  start(): string;
  file(result: FileResult): string;
  end(summary: Summary): string;
}

/** One `--format`. */
export interface Formatter {
  /** For `--help`. */
  readonly description: string;
  /** Wants `FileResult.text` and `claims`. */
  readonly wantsText?: true;
  /** Shows suppressed findings as such; all others leave them out. */
  readonly wantsSuppressed?: true;
  open(context: FormatContext): Output;
}

/** Those findings of a file that count. */
export function shownFindings(result: FileResult): readonly FindingView[] {
  return result.findings.filter(({ suppressed }) => !suppressed);
}
