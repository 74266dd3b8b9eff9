import type { CheckOptions, Report } from '../checker.ts';
import type { FactBase } from '../facts/facts.ts';
import type { FactsText } from '../project/factsLayers.ts';
import type { FileResult } from '../project/fileResult.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { SheetReader } from '../project/sheetLayers.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import type { Source } from '../text/draft.ts';

/** What the server asks of the machine and the product around it; `main.ts` has the real one. */
export interface Host {
  readonly version: string;
  readonly fileSystem: FileSystem;
  check(source: Source, facts: FactBase, options: CheckOptions): Report;
  /** The facts that come with the product; their paths are absolute, so that an editor can show them. */
  bundled(): readonly FactsText[];
  /** What reads spreadsheets; loaded when it is asked for. */
  importers(): SheetReader;
  today(): Required<CalendarDate>;
  /** Writes a file, whole or not at all. Throws what the disk says. */
  write(path: string, text: string): void;
  /** One self-contained page on drafts. */
  htmlReport(results: readonly FileResult[]): string;
}
