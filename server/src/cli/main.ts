import { suggest } from '../facts/suggest.ts';
import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { commandHelp, help } from './help.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';
import { readArguments } from './options.ts';
import { VERSION } from './version.ts';

/** Every command, in the order of `--help`. */
export const COMMANDS = { check: checkCommand } as const satisfies Record<string, Command>;

/** Runs the command line; a mistake in calling it is told on `stderr`. Throws only what is a bug of ours. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await io.stderr.write(`factlint: ${error.message}\n`);
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first] = argv;
  if (first === '--version' || first === '-v' || first === 'version') {
    await io.stdout.write(`${VERSION}\n`);
    return EXIT.clean;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const named = argv[1] === undefined ? undefined : commandOf(argv[1]);
    await io.stdout.write(named ? commandHelp(named) : help(COMMANDS));
    return EXIT.clean;
  }
  const [name, args] =
    first === undefined || first.startsWith('-') ? ['check', argv] : [first, argv.slice(1)];
  const command = commandOf(name);
  const given = readArguments(args, command.options);
  if (!given.has('help')) return command.run(given, io);
  await io.stdout.write(commandHelp(command));
  return EXIT.clean;
}

function commandOf(name: string): Command {
  const commands: Readonly<Record<string, Command>> = COMMANDS;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const meant = suggest(name, Object.keys(commands));
  const hint = meant === undefined ? 'See “factlint --help”.' : `Did you mean “${meant}”?`;
  throw new UsageError(`There is no command “${name}”. ${hint}`);
}
