import type { Accepted } from './checker.ts';
import type { Severity } from './checks/check.ts';
import { checks } from './checks/index.ts';
import {
  type ImportSetting,
  isObject,
  readAccepted,
  readImport,
  type SettingProblem,
  shapeOf,
} from './settingsLists.ts';
import { type CalendarDate, readIsoDate } from './text/calendarDate.ts';

export type { ImportSetting, SettingProblem } from './settingsLists.ts';

/** What a person may set, in `factlint.json` or under `factlint.*` in an editor. Always complete: defaults are filled in. */
export interface Settings {
  readonly facts: readonly string[];
  readonly bundled: boolean;
  readonly imports: readonly ImportSetting[];
  readonly asOf?: Required<CalendarDate>;
  readonly files: readonly string[];
  readonly ignore: readonly string[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly names: readonly string[];
  readonly dateOrder: 'dmy' | 'mdy';
  readonly accepted: readonly Accepted[];
  readonly maxFileSize: number;
  readonly inlayHints: boolean;
  readonly semanticTokens: boolean;
  readonly codeLens: boolean;
}

type SettingType = 'boolean' | 'strings' | 'date' | 'rules' | 'accepted' | 'imports' | 'size' | 'dateOrder';

/** One setting; the one place for its type, default and description. */
export interface Setting {
  readonly key: keyof Settings;
  readonly type: SettingType;
  readonly default: unknown;
  readonly description: string;
  /** Shown by editors only: no part of `factlint.json`. */
  readonly editorOnly?: true;
}

/** Every setting, in the order in which it is shown. */
export const SETTINGS = [
  {
    key: 'facts',
    type: 'strings',
    default: ['**/*.facts.json'],
    description: 'Facts files of this folder: paths or globs, the later ones over the earlier ones.',
  },
  {
    key: 'imports',
    type: 'imports',
    default: [],
    description:
      'Spreadsheets of this folder read as facts: { "file", "sheet", "map": { "subject": "Company", "relation": "=stake" } }.',
  },
  {
    key: 'bundled',
    type: 'boolean',
    default: true,
    description: 'Use the facts that come with Factlint beneath your own.',
  },
  {
    key: 'asOf',
    type: 'date',
    default: null,
    description: 'The day on which articles without a date of their own speak (2023-01-26). Default: today.',
  },
  {
    key: 'files',
    type: 'strings',
    default: ['**/*.{md,markdown,mdx,html,htm,txt,adoc,asciidoc,rst,tex}'],
    description: 'Which files are drafts: globs.',
  },
  {
    key: 'ignore',
    type: 'strings',
    default: [],
    description: 'Which files to leave alone: globs. What .gitignore leaves out is left out, too.',
  },
  {
    key: 'rules',
    type: 'rules',
    default: {},
    description: 'Severity by check: "error", "warning", "info", "hint" or "off".',
  },
  {
    key: 'names',
    type: 'strings',
    default: [],
    description: 'Words never to be taken for a company.',
  },
  {
    key: 'dateOrder',
    type: 'dateOrder',
    default: 'dmy',
    description: 'How to read 03/04/2025: "mdy" as 4 March, "dmy" as 3 April.',
  },
  {
    key: 'accepted',
    type: 'accepted',
    default: [],
    description: 'Findings that the desk has accepted: { "code", "text", "file", "reason", "until" }.',
  },
  {
    key: 'maxFileSize',
    type: 'size',
    default: 50_000_000,
    description: 'Files with more bytes than this are not checked.',
  },
  {
    key: 'inlayHints',
    type: 'boolean',
    default: false,
    description: 'Show a mark behind each claim that the facts support.',
    editorOnly: true,
  },
  {
    key: 'semanticTokens',
    type: 'boolean',
    default: false,
    description: 'Colour every checkable claim.',
    editorOnly: true,
  },
  {
    key: 'codeLens',
    type: 'boolean',
    default: true,
    description:
      'Show above each fact in how many drafts it is used, and, before a change is saved, which drafts become wrong or right.',
    editorOnly: true,
  },
] as const satisfies readonly Setting[];

/** The severities a rule may be set to. */
export const RULE_SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** Every check with the severity it has unless a setting says otherwise: the rows of the docs and of the schemas. */
export function ruleSettings(): readonly { code: string; title: string; severity: Severity }[] {
  const all: readonly { code: string; title: string; severity: Severity }[] = checks;
  return all.map(({ code, title, severity }) => ({ code, title, severity }));
}

/** Reads settings as a client or a file gives them; `null`, `{}` and nothing at all mean the defaults. Never throws. */
export function readSettings(raw: unknown): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const { key, default: byDefault } of SETTINGS) if (byDefault !== null) values[key] = byDefault;
  if (raw !== null && raw !== undefined && !isObject(raw)) {
    problems.push({ at: [], message: `Settings are an object { … }, not ${shapeOf(raw)}.` });
  }
  for (const [key, value] of isObject(raw) ? Object.entries(raw) : []) {
    if (key === '$schema') continue;
    const setting = SETTINGS.find((it) => it.key === key);
    if (!setting) {
      problems.push({ at: [key], message: `There is no setting “${key}”.`, inKey: true });
      continue;
    }
    if (value === null || value === undefined) continue;
    const read = READERS[setting.type](value, [key], problems);
    if (read !== undefined) values[key] = read;
  }
  return { settings: values as unknown as Settings, problems };
}

type Reader = (value: unknown, at: readonly (string | number)[], problems: SettingProblem[]) => unknown;

const READERS: Record<SettingType, Reader> = {
  boolean(value, at, problems) {
    if (typeof value === 'boolean') return value;
    problems.push({ at, message: `“${at.at(-1)}” is true or false, not ${shapeOf(value)}.` });
    return undefined;
  },
  strings(value, at, problems) {
    if (typeof value === 'string') return [value];
    if (!Array.isArray(value)) {
      problems.push({ at, message: `“${at.at(-1)}” is a list of strings, not ${shapeOf(value)}.` });
      return undefined;
    }
    return value.filter((item, index) => {
      if (typeof item === 'string') return true;
      problems.push({
        at: [...at, index],
        message: `“${at.at(-1)}” holds strings only, not ${shapeOf(item)}.`,
      });
      return false;
    });
  },
  date(value, at, problems) {
    if (value === '') return undefined;
    const date = typeof value === 'string' ? readIsoDate(value) : undefined;
    if (date) return fullDate(date);
    problems.push({ at, message: `“${at.at(-1)}” is a day such as "2023-01-26", not ${shapeOf(value)}.` });
    return undefined;
  },
  rules(value, at, problems) {
    if (!isObject(value)) {
      problems.push({
        at,
        message: `“rules” is an object such as { "percent-mismatch": "error" }, not ${shapeOf(value)}.`,
      });
      return undefined;
    }
    return readRules(value, at, problems);
  },
  accepted(value, at, problems) {
    if (!Array.isArray(value)) {
      problems.push({ at, message: `“accepted” is a list of objects, not ${shapeOf(value)}.` });
      return undefined;
    }
    return value.flatMap((entry, index) => readAccepted(entry, [...at, index], problems));
  },
  imports(value, at, problems) {
    if (Array.isArray(value))
      return value.flatMap((entry, index) => readImport(entry, [...at, index], problems));
    problems.push({ at, message: `“imports” is a list of objects, not ${shapeOf(value)}.` });
    return undefined;
  },
  size(value, at, problems) {
    if (typeof value === 'number' && value > 0) return value;
    problems.push({ at, message: `“${at.at(-1)}” is a number of bytes above 0, not ${shapeOf(value)}.` });
    return undefined;
  },
  dateOrder(value, at, problems) {
    if (value === 'dmy' || value === 'mdy') return value;
    problems.push({ at, message: `“dateOrder” is "dmy" or "mdy", not ${shapeOf(value)}.` });
    return undefined;
  },
};

/** A month or a year stands for its first day. */
export function fullDate({ year, month, day }: CalendarDate): Required<CalendarDate> {
  return { year, month: month ?? 1, day: day ?? 1 };
}

function readRules(
  value: Record<string, unknown>,
  at: readonly (string | number)[],
  problems: SettingProblem[],
): Record<string, Severity | 'off'> {
  const codes = new Set(ruleSettings().map(({ code }) => code));
  const rules: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(value)) {
    const known = RULE_SEVERITIES.find((it) => it === severity);
    if (!codes.has(code)) {
      problems.push({ at: [...at, code], message: `There is no check “${code}”.`, inKey: true });
    } else if (known === undefined) {
      const choices = RULE_SEVERITIES.map((it) => `"${it}"`).join(', ');
      problems.push({
        at: [...at, code],
        message: `A severity is one of ${choices}, not ${shapeOf(severity)}.`,
      });
    } else rules[code] = known;
  }
  return rules;
}
