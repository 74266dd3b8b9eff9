import { availableParallelism } from 'node:os';
import path from 'node:path';
import { isatty } from 'node:tty';
import { reasonOf } from '../project/fileSystem.ts';
import { loadImporters } from '../project/nodeImporters.ts';
import { withSlashes } from '../project/paths.ts';
import { answerAsWorker, isWorker } from '../project/workers.ts';
import { EXIT, type Io, type OutputStream } from './io.ts';
import { main } from './main.ts';

/** The entry of `dist/cli.js`: the command line, and in a worker thread the worker. */
if (isWorker()) answerAsWorker();
else void start();

async function start(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough («| head») closes the pipe: that is no fault of ours.
      if (error.code === 'EPIPE') process.exit();
      if (stream === process.stdout)
        process.stderr.write(`factlint: standard output cannot be written: ${reasonOf(error)}.\n`);
      process.exit(EXIT.failed);
    });
  }
  try {
    process.exitCode = await main(process.argv.slice(2), processIo());
  } catch (error) {
    // A fault of ours; Node itself would print the whole bundle's line with it.
    process.stderr.write(`factlint: ${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = EXIT.failed;
  }
}

function processIo(): Io {
  const now = new Date();
  return {
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    stdin: () => process.stdin,
    // Loaded only by who asks: no other start pays for it.
    get prompts() {
      if (!isatty(0) || process.stdout.isTTY !== true) return undefined;
      return async () => (await import('./prompts.ts')).openPrompts(process.stdin, process.stdout);
    },
    env: process.env,
    workingFolder: withSlashes(process.cwd()),
    today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    get cores() {
      return availableParallelism();
    },
    workerFile: __filename,
    distFolder: withSlashes(path.dirname(__filename)),
    importers: () => loadImporters(path.dirname(__filename)),
    elapsed: () => performance.now(),
  };
}

function toOutput(stream: NodeJS.WriteStream): OutputStream {
  return {
    write: async (text) => {
      if (text !== '' && !stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
    },
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY && { columns: stream.columns }),
  };
}
