import type { Command } from './command.ts';
import { COMMON, type Option } from './options.ts';

/** The list of commands. */
export function help(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.values(commands).map(({ usage, description }) => [usage, description] as const);
  return [
    'factlint: checks the facts in article drafts against a facts file with sources.',
    '',
    'usage: factlint COMMAND [OPTION…]',
    '',
    'Commands:',
    ...table(rows),
    '',
    '“factlint COMMAND --help” tells of its options. Exit status: 0 nothing to mend, 1 findings, 2 it could not do its work.',
    '',
  ].join('\n');
}

/** One command's options. */
export function commandHelp({ usage, description, details, options }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON }).map(
    ([name, option]) => [optionName(name, option), option.description] as const,
  );
  return [
    `usage: factlint ${usage} [OPTION…]`,
    '',
    `${description[0]?.toUpperCase()}${description.slice(1)}.`,
    ...(details === undefined ? [] : ['', details]),
    '',
    'Options:',
    ...table(rows),
    '',
  ].join('\n');
}

function optionName(name: string, { short, value }: Option): string {
  const letter = short === undefined ? '    ' : `-${short}, `;
  return `${letter}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`);
}
