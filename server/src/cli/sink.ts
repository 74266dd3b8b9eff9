import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { reasonOf } from '../project/fileSystem.ts';
import { type Io, UsageError } from './io.ts';

/** Where a run's output goes. */
export interface Sink {
  write(text: string): Promise<void>;
  /** The output is whole. */
  commit(): void;
  /** It will never be; a file that was there before is as it was. Does nothing after `commit`. */
  abandon(): void;
}

/** Standard output, or a file that appears only once it is whole. */
export function openSink(io: Io, output: string | undefined): Sink {
  if (output === undefined) {
    return { write: (text) => io.stdout.write(text), commit: () => {}, abandon: () => {} };
  }
  const part = `${output}.${process.pid}.part`;
  let file: number | undefined;
  try {
    file = openSync(part, 'w');
  } catch (error) {
    throw new UsageError(`--output ${output} cannot be written: ${reasonOf(error)}.`);
  }
  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }
  return {
    write: async (text) => {
      if (file !== undefined) writeSync(file, text);
    },
    commit() {
      if (file !== undefined) fsyncSync(file);
      close();
      renameSync(part, output);
    },
    abandon() {
      if (file === undefined) return;
      close();
      rmSync(part, { force: true });
    },
  };
}
