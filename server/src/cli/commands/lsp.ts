import { createRequire } from 'node:module';
import { join } from '../../project/paths.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given } from '../options.ts';

/** `factlint lsp`: the language server. A bundle of its own, so that the command line starts fast without it. */
export const lspCommand: Command = {
  usage: 'lsp --stdio',
  description: 'run the language server for an editor',
  options: {
    stdio: { type: 'boolean', description: 'speak over standard input and output' },
    clientProcessId: { type: 'string', value: 'PID', description: 'end when this process is gone' },
  },
  run: runLsp,
};

async function runLsp(given: Given, io: Io): Promise<ExitCode> {
  if (!given.has('stdio')) throw new UsageError('The language server speaks over --stdio only.');
  if (io.distFolder === undefined) throw new UsageError('The language server needs the built product.');
  const file = join(io.distFolder, 'server.js');
  const server = createRequire(file)(file) as { readonly startStdio: () => void };
  server.startStdio();
  // It ends with its editor: when standard input closes, or on `exit`.
  await new Promise(() => {});
  return EXIT.clean;
}
