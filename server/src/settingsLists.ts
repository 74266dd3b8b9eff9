import type { Accepted } from './checker.ts';
import { readIsoDate } from './text/calendarDate.ts';

/** A spreadsheet that is read as a facts file. */
export interface ImportSetting {
  /** Path, from the folder of the configuration. */
  readonly file: string;
  /** Of a workbook; left out: its first. */
  readonly sheet?: string;
  /** Which column gives which member; `=stake` holds for all rows. Left out: by the headings. */
  readonly map?: Readonly<Record<string, string>>;
}

/** What is wrong in settings; `at` is the way to it (`['rules', 'percent-mismatch']`). The default is used in its place. */
export interface SettingProblem {
  readonly at: readonly (string | number)[];
  readonly message: string;
  /** The key is wrong, not its value. */
  readonly inKey?: true;
}

const ACCEPTED_KEYS = ['code', 'text', 'file', 'reason', 'until'];

/** One entry of `accepted`; none where it is wrong. */
export function readAccepted(
  entry: unknown,
  at: readonly (string | number)[],
  problems: SettingProblem[],
): readonly Accepted[] {
  if (!isObject(entry)) {
    problems.push({ at, message: `An accepted finding is an object, not ${shapeOf(entry)}.` });
    return [];
  }
  for (const [key, value] of Object.entries(entry)) {
    if (!ACCEPTED_KEYS.includes(key)) {
      problems.push({ at: [...at, key], message: `An accepted finding has no “${key}”.`, inKey: true });
    } else if (typeof value !== 'string') {
      problems.push({ at: [...at, key], message: `“${key}” is a string, not ${shapeOf(value)}.` });
    }
  }
  const { code, text, file, reason, until } = entry;
  if (typeof code !== 'string' || typeof text !== 'string') {
    problems.push({ at, message: 'An accepted finding needs its “code” and its “text”.' });
    return [];
  }
  const day = typeof until === 'string' ? readIsoDate(until) : undefined;
  if (typeof until === 'string' && !day) {
    problems.push({
      at: [...at, 'until'],
      message: `“until” is a day such as "2025-06-30", not "${until}".`,
    });
  }
  return [
    {
      code,
      text,
      ...(typeof file === 'string' && { file }),
      ...(typeof reason === 'string' && { reason }),
      ...(day && { until: day }),
    },
  ];
}

const IMPORT_KEYS = ['file', 'sheet', 'map'];

/** One entry of `imports`; none where it is wrong. */
export function readImport(
  entry: unknown,
  at: readonly (string | number)[],
  problems: SettingProblem[],
): readonly ImportSetting[] {
  if (!isObject(entry)) {
    problems.push({ at, message: `An import is an object, not ${shapeOf(entry)}.` });
    return [];
  }
  for (const key of Object.keys(entry).filter((it) => !IMPORT_KEYS.includes(it))) {
    problems.push({ at: [...at, key], message: `An import has no “${key}”.`, inKey: true });
  }
  const { file, sheet, map } = entry;
  if (typeof file !== 'string' || file === '') {
    problems.push({ at, message: 'An import needs its “file”.' });
    return [];
  }
  if (sheet !== undefined && typeof sheet !== 'string') {
    problems.push({ at: [...at, 'sheet'], message: `“sheet” is a string, not ${shapeOf(sheet)}.` });
  }
  const columns = map === undefined ? undefined : readMap(map, [...at, 'map'], problems);
  return [{ file, ...(typeof sheet === 'string' && { sheet }), ...(columns && { map: columns }) }];
}

function readMap(
  map: unknown,
  at: readonly (string | number)[],
  problems: SettingProblem[],
): Record<string, string> | undefined {
  if (!isObject(map)) {
    problems.push({
      at,
      message: `“map” is an object such as { "subject": "Company" }, not ${shapeOf(map)}.`,
    });
    return undefined;
  }
  const columns: Record<string, string> = {};
  for (const [field, column] of Object.entries(map)) {
    if (typeof column === 'string') columns[field] = column;
    else problems.push({ at: [...at, field], message: `A column is a string, not ${shapeOf(column)}.` });
  }
  return columns;
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a message speaks of a value of the wrong kind. */
export function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `"${value.slice(0, 40)}"` : String(value);
}
