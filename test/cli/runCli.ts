import type { Io } from '../../server/src/cli/io.ts';
import { main } from '../../server/src/cli/main.ts';
import { importers } from '../../server/src/project/import/importers.ts';
import { withSlashes } from '../../server/src/project/paths.ts';

/** What a run of the command line left behind. */
export interface CliRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs the command line in this process, in a folder of its own. */
export async function runCli(
  argv: readonly string[],
  folder: string,
  stdin: Uint8Array = new Uint8Array(),
  prompts?: Io['prompts'],
): Promise<CliRun> {
  const before = process.cwd();
  const printed = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof printed) => ({
    write: async (text: string) => {
      printed[name] += text;
    },
    isTerminal: false,
  });
  process.chdir(folder);
  try {
    const exitCode = await main(argv, {
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      stdin: async function* () {
        yield stdin;
      },
      prompts,
      env: {},
      workingFolder: withSlashes(process.cwd()),
      today: { year: 2023, month: 1, day: 26 },
      cores: 2,
      importers: () => importers,
      elapsed: () => 0,
    });
    return { ...printed, exitCode };
  } finally {
    process.chdir(before);
  }
}
