import { suggest } from '../facts/suggest.ts';
import { DamagedIndex } from '../project/index/pages.ts';
import { VERSION } from '../project/version.ts';
import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { explainCommand } from './commands/explain.ts';
import { factsDueCommand, factsListCommand, factsSearchCommand, factsShowCommand } from './commands/facts.ts';
import { factsAddCommand } from './commands/factsAdd.ts';
import { factsCompileCommand } from './commands/factsCompile.ts';
import { factsDiffCommand } from './commands/factsDiff.ts';
import { factsImportCommand } from './commands/factsImport.ts';
import { factsLintCommand } from './commands/factsLint.ts';
import { factsTestCommand } from './commands/factsTest.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { commandHelp, help } from './help.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';
import { readArguments } from './options.ts';

/** Every command, in the order of `--help`. */
export const COMMANDS = {
  check: checkCommand,
  explain: explainCommand,
  'facts lint': factsLintCommand,
  'facts test': factsTestCommand,
  'facts list': factsListCommand,
  'facts show': factsShowCommand,
  'facts search': factsSearchCommand,
  'facts due': factsDueCommand,
  'facts add': factsAddCommand,
  'facts compile': factsCompileCommand,
  'facts diff': factsDiffCommand,
  'facts import': factsImportCommand,
  init: initCommand,
  lsp: lspCommand,
} as const satisfies Record<string, Command>;

/** Runs the command line; a mistake in calling it is told on `stderr`. Throws only what is a bug of ours. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DamagedIndex)) throw error;
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
    const name = argv
      .slice(1)
      .filter((word) => !word.startsWith('-'))
      .join(' ');
    await io.stdout.write(name === '' ? help(COMMANDS) : commandHelp(commandOf(name)));
    return EXIT.clean;
  }
  const [name, args] = splitCommand(argv);
  const command = commandOf(name);
  const given = readArguments(args, command.options);
  if (!given.has('help')) return command.run(given, io);
  await io.stdout.write(commandHelp(command));
  return EXIT.clean;
}

/** `check` where no command is named; `facts` has commands of its own. */
function splitCommand(argv: readonly string[]): readonly [string, readonly string[]] {
  const [first, second] = argv;
  if (first === undefined || first.startsWith('-')) return ['check', argv];
  if (first !== 'facts') return [first, argv.slice(1)];
  if (second !== undefined && !second.startsWith('-')) return [`facts ${second}`, argv.slice(2)];
  const names = Object.keys(COMMANDS).filter((name) => name.startsWith('facts '));
  throw new UsageError(`“facts” needs one of its commands: ${names.join(', ')}.`);
}

function commandOf(name: string): Command {
  const commands: Readonly<Record<string, Command>> = COMMANDS;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const meant = suggest(name, Object.keys(commands));
  const hint = meant === undefined ? 'See “factlint --help”.' : `Did you mean “${meant}”?`;
  throw new UsageError(`There is no command “${name}”. ${hint}`);
}
