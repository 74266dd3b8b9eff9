import { parseArgs } from 'node:util';
import { suggest } from '../facts/suggest.ts';
import { UsageError } from './io.ts';

/** One option of a command: how it is read and how `--help` tells of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
  /** What to give it, in capitals: `FILE`. */
  readonly value?: string;
  readonly description: string;
}

/** What was given: a string, a flag, or a list where an option may be repeated. */
export interface Given {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  all(name: string): readonly string[];
  has(name: string): boolean;
}

/** Options that every command has. */
export const COMMON = {
  help: { type: 'boolean', short: 'h', description: 'tell about this command' },
  'no-color': { type: 'boolean', description: 'no colours, whatever the terminal' },
} as const satisfies Record<string, Option>;

/** Reads arguments; an unknown option, or one without its value, is a `UsageError` that says what was meant. */
export function readArguments(args: readonly string[], options: Readonly<Record<string, Option>>): Given {
  const { values, positionals } = parse(args, { ...COMMON, ...options });
  return {
    positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    all: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
    },
    has: (name) => values[name] === true,
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, Option>>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple, short }]) => [
      name,
      { type, ...(multiple && { multiple }), ...(short !== undefined && { short }) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: config });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) {
      throw new UsageError(explain(String(error.code), error.message, options));
    }
    throw error;
  }
}

function explain(code: string, message: string, options: Readonly<Record<string, Option>>): string {
  const name = /'(?:-\w, )?(-{1,2}[^' =]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = suggest(name.replace(/^-+/, ''), Object.keys(options));
    return `There is no option ${name}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
  }
  const option = options[name.replace(/^-+/, '')];
  if (option?.type === 'boolean') return `${name} takes no value.`;
  return `${name} needs a value: ${name} ${option?.value ?? 'VALUE'}.`;
}

/** A whole number of at least `least`, from an option; undefined where it is not given. */
export function wholeNumber(given: Given, name: string, least: number): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least) {
    throw new UsageError(`--${name} is a whole number, ${least} or more, not “${text}”.`);
  }
  return value;
}

/** For commands that print for people or for programs. */
export const TEXT_OR_JSON = {
  format: { type: 'string', short: 'f', value: 'NAME', description: 'how to print: text, json' },
} as const satisfies Record<string, Option>;

/** The `--format` of such a command. */
export function readTextOrJson(given: Given): 'text' | 'json' {
  const name = given.text('format') ?? 'text';
  if (name === 'text' || name === 'json') return name;
  throw new UsageError(`There is no format “${name}”. Formats: text, json.`);
}
