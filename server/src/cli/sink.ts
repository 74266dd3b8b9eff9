import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
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
  const tell = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new UsageError(`--output ${output} cannot be written: ${reasonOf(error)}.`);
    }
  };
  const old = tell(() => statSync(output, { throwIfNoEntry: false }));
  // A device or a pipe (`/dev/stdout`) is written to; a folder says so itself.
  if (old && !old.isFile()) return openDevice(output, tell);
  // Where the name is a link, what it leads to is written anew, not the link.
  return openPart(old ? realpathSync(output) : output, io, tell);
}

/** Tells what goes wrong in some work on the output. */
type Tell = <T>(work: () => T) => T;

function openDevice(output: string, tell: Tell): Sink {
  const file = tell(() => openSync(output, 'w'));
  return {
    write: async (text) => tell(() => writeFileSync(file, text)),
    commit: () => closeSync(file),
    abandon: () => {},
  };
}

/** Between two looks at what else has come, such as Ctrl+C, in milliseconds. */
const PATIENCE = 100;

function openPart(output: string, { elapsed }: Io, tell: Tell): Sink {
  const part = `${output}.${process.pid}.part`;
  let isDone = false;
  // Before the file is there, lest a signal come between.
  const stopListening = onSignal(abandon);
  let file: number | undefined;
  let looked = elapsed();
  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }
  function abandon(): void {
    if (isDone) return;
    end();
    close();
    rmSync(part, { force: true });
  }
  function end(): void {
    isDone = true;
    stopListening();
  }
  try {
    file = tell(() => openSync(part, 'w'));
  } catch (error) {
    end();
    throw error;
  }
  return {
    async write(text) {
      const open = file!;
      tell(() => writeFileSync(open, text));
      if (elapsed() - looked < PATIENCE) return;
      await turn();
      looked = elapsed();
    },
    commit() {
      const open = file!;
      tell(() => {
        fsyncSync(open);
        close();
        renameSync(part, output);
      });
      end();
    },
    abandon,
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does some work before a signal ends the process; what is given back takes that back. */
function onSignal(work: () => void): () => void {
  function end(signal: NodeJS.Signals): void {
    stop();
    work();
    process.kill(process.pid, signal);
  }
  function stop(): void {
    for (const signal of SIGNALS) process.off(signal, end);
  }
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
