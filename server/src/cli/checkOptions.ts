import { suggest } from '../facts/suggest.ts';
import { fullDate } from '../settings.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import { readIsoDate } from '../text/calendarDate.ts';
import { FORMAT_NAMES, type FormatName } from './formatters/index.ts';
import { UsageError } from './io.ts';
import { type Given, type Option, wholeNumber } from './options.ts';

/** Options that say which facts hold; for every command that reads facts. */
export const FACTS_OPTIONS = {
  facts: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    description: 'a facts file over all others (may be repeated)',
  },
  'no-bundled': { type: 'boolean', description: 'without the facts that come with Factlint' },
  'as-of': {
    type: 'string',
    value: 'DATE',
    description: 'the day on which articles without a date speak (default: today)',
  },
  config: {
    type: 'string',
    value: 'FILE',
    description: 'this configuration instead of the nearest factlint.json',
  },
} as const satisfies Record<string, Option>;

/** Options of `check`. */
export const CHECK_OPTIONS = {
  ...FACTS_OPTIONS,
  format: {
    type: 'string',
    short: 'f',
    value: 'NAME',
    description: `how to print: ${FORMAT_NAMES.join(', ')}`,
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    description: 'write to a file instead of standard output',
  },
  claims: {
    type: 'boolean',
    description: 'with every checkable claim and its verdict (json, jsonl, markdown)',
  },
  fix: { type: 'boolean', description: 'make the safe fixes in the files' },
  'fix-dry-run': { type: 'boolean', description: 'print what --fix would change, as a unified diff' },
  baseline: { type: 'string', value: 'FILE', description: 'leave out findings that this file lists' },
  'update-baseline': { type: 'boolean', description: 'write the findings of now into the --baseline file' },
  'max-warnings': { type: 'string', value: 'N', description: 'exit with 1 only above so many warnings' },
  quiet: { type: 'boolean', short: 'q', description: 'only errors and warnings, no summary' },
  jobs: { type: 'string', short: 'j', value: 'N', description: 'threads to check on (default: by the work)' },
  stdin: { type: 'boolean', description: 'check standard input' },
  'stdin-filename': {
    type: 'string',
    value: 'NAME',
    description: 'what standard input is called; tells its language',
  },
  'jsonl-in': {
    type: 'boolean',
    description: 'check a stream: a JSON document a line on standard input, a result a line',
  },
} as const satisfies Record<string, Option>;

/** What `check` was asked to do. */
export interface CheckRequest {
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly output?: string;
  readonly claims: boolean;
  readonly fix: 'none' | 'write' | 'diff';
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly maxWarnings?: number;
  readonly quiet: boolean;
  readonly jobs?: number;
  readonly stdinName?: string;
  /** Documents come as lines of JSON. */
  readonly streamed: boolean;
}

/** Reads what was asked, or throws a `UsageError` that says what does not go together. */
export function readCheckRequest(given: Given): CheckRequest {
  const fromStdin = given.has('stdin');
  const fix = given.has('fix-dry-run') ? 'diff' : given.has('fix') ? 'write' : 'none';
  const baseline = given.text('baseline');
  const output = given.text('output');
  refuse(given.has('fix') && given.has('fix-dry-run'), '--fix and --fix-dry-run exclude each other.');
  refuse(fromStdin && given.has('fix'), '--fix needs files; with --stdin use --fix-dry-run.');
  refuse(fromStdin && given.positionals.length > 0, '--stdin and paths exclude each other.');
  refuse(!fromStdin && given.text('stdin-filename') !== undefined, '--stdin-filename needs --stdin.');
  refuse(given.has('update-baseline') && baseline === undefined, '--update-baseline needs --baseline FILE.');
  const streamed = given.has('jsonl-in');
  if (streamed) refuseWithStream(given);
  const maxWarnings = wholeNumber(given, 'max-warnings', 0);
  const jobs = wholeNumber(given, 'jobs', 1);
  return {
    paths: given.positionals,
    format: streamed ? 'jsonl' : readFormat(given.text('format')),
    ...(output !== undefined && { output }),
    claims: given.has('claims'),
    fix,
    ...(baseline !== undefined && { baseline }),
    updateBaseline: given.has('update-baseline'),
    ...(maxWarnings !== undefined && { maxWarnings }),
    quiet: given.has('quiet'),
    ...(jobs !== undefined && { jobs }),
    ...(fromStdin && { stdinName: given.text('stdin-filename') ?? 'stdin.txt' }),
    streamed,
  };
}

/** What makes no sense where documents come and results go line by line. */
function refuseWithStream(given: Given): void {
  refuse(given.positionals.length > 0, '--jsonl-in and paths exclude each other.');
  for (const name of ['stdin', 'fix', 'fix-dry-run', 'update-baseline']) {
    refuse(given.has(name), `--jsonl-in and --${name} exclude each other.`);
  }
  for (const name of ['baseline', 'max-warnings']) {
    refuse(given.text(name) !== undefined, `--jsonl-in and --${name} exclude each other.`);
  }
  refuse(given.text('jobs') !== undefined, '--jsonl-in checks on one thread; start it once a core instead.');
  refuse((given.text('format') ?? 'jsonl') !== 'jsonl', '--jsonl-in answers in jsonl and no other format.');
}

/** The day of `--as-of`; a month or a year stands for its first day. */
export function readAsOf(given: Given): Required<CalendarDate> | undefined {
  const text = given.text('as-of');
  if (text === undefined) return undefined;
  const date = readIsoDate(text);
  if (!date) throw new UsageError(`--as-of is a day such as 2023-01-26, not “${text}”.`);
  return fullDate(date);
}

function readFormat(name: string | undefined): FormatName {
  const format = FORMAT_NAMES.find((it) => it === (name ?? 'pretty'));
  if (format !== undefined) return format;
  const meant = suggest(String(name), FORMAT_NAMES);
  const hint = meant === undefined ? `Formats: ${FORMAT_NAMES.join(', ')}.` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no format “${name}”. ${hint}`);
}

function refuse(isWrong: boolean, message: string): void {
  if (isWrong) throw new UsageError(message);
}
