import type { ExitCode, Io } from './io.ts';
import type { Given, Option } from './options.ts';

/** One command of the command line; its tables make `--help`. */
export interface Command {
  /** `check [PATH…]` */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly description: string;
  /** More, for the command's own `--help`. */
  readonly details?: string;
  readonly options: Readonly<Record<string, Option>>;
  run(given: Given, io: Io): Promise<ExitCode>;
}
