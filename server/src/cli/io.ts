import type { Importers } from '../project/import/importers.ts';

/** Exit statuses: nothing of severity warning or above; findings; it could not do its work. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;
/** An exit status of the command line. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A stream to write to. `write` resolves once there is room for more. */
export interface OutputStream {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns?: number;
}

/** A question that is answered by a line. */
export interface Question {
  readonly label: string;
  /** What an empty line stands for. */
  readonly preset?: string;
  /** What Tab completes to. */
  readonly choices?: readonly string[];
  /** What is wrong with an answer; it is then asked for again. */
  check?(answer: string): string | undefined;
}

/** Questions to whom sits at the terminal; who ends the input gets a `UsageError`. */
export interface Prompts {
  ask(question: Question): Promise<string>;
  confirm(label: string, isYes: boolean): Promise<boolean>;
  say(text: string): void;
  close(): void;
}

/** All that the command line gets from the world around it; a test hands in its own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Standard input, piece by piece; nothing is read ahead of what is asked for. */
  stdin(): AsyncIterable<Uint8Array>;
  /** Left out where input or output is no terminal. */
  readonly prompts?: (() => Promise<Prompts>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute, with forward slashes. */
  readonly workingFolder: string;
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
  readonly cores: number;
  /** What to start worker threads from; left out: all in one thread. */
  readonly workerFile?: string;
  /** Where the bundle lies, with its facts and pages beside it; left out: the sources are used. */
  readonly distFolder?: string;
  /** What reads spreadsheets and registers. */
  importers(): Importers;
  /** Milliseconds from some fixed moment, for the progress bar. */
  elapsed(): number;
}

/** A mistake in how the command line was called: told in a sentence, exit status 2. */
export class UsageError extends Error {}
