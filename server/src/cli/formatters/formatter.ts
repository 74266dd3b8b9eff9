import type { FileResult } from '../../project/fileResult.ts';
import type { Summary } from '../../project/report/summary.ts';

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
