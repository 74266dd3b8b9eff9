import { type ParseError, parse } from 'jsonc-parser';
import type { FileResult } from './fileResult.ts';

/** Findings that were there before and do not count: by file, then by fingerprint. Paths count from the file's folder. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, BaselineEntry>>;

/** Code and words are for the reader of the file; the fingerprint decides. */
export interface BaselineEntry {
  readonly code: string;
  readonly text: string;
  readonly fingerprint: string;
}

/** Reads a baseline file; undefined where it is none. */
export function readBaseline(text: string): Baseline | undefined {
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(raw) || !isObject(raw.files)) return undefined;
  const baseline = new Map<string, ReadonlyMap<string, BaselineEntry>>();
  for (const [path, entries] of Object.entries(raw.files)) {
    if (!Array.isArray(entries)) return undefined;
    const read = entries.filter(isEntry);
    baseline.set(path, new Map(read.map((entry) => [entry.fingerprint, entry])));
  }
  return baseline;
}

/** The text of a baseline file: sorted, a finding a line, so that it merges well. */
export function writeBaseline(baseline: Baseline): string {
  const files = [...baseline].filter(([, entries]) => entries.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = files.map(([path, entries]) => {
    const rows = [...entries.values()].map(
      ({ code, text, fingerprint }) => `      ${JSON.stringify({ code, text, fingerprint })}`,
    );
    return `    ${JSON.stringify(path)}: [\n${rows.join(',\n')}\n    ]`;
  });
  return `{\n  "version": 1,\n  "files": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** What a baseline keeps of one file's findings. */
export function toEntries(result: FileResult): ReadonlyMap<string, BaselineEntry> {
  const counted = result.findings.filter(({ suppressed }) => suppressed?.by !== 'accepted');
  return new Map(counted.map(({ code, text, fingerprint }) => [fingerprint, { code, text, fingerprint }]));
}

/** The result with the findings marked that the baseline knows. */
export function markKnown(
  result: FileResult,
  known: ReadonlyMap<string, BaselineEntry> | undefined,
): FileResult {
  if (!known || known.size === 0) return result;
  const findings = result.findings.map((finding) =>
    finding.suppressed || !known.has(finding.fingerprint)
      ? finding
      : { ...finding, suppressed: { by: 'baseline' } as const },
  );
  return { ...result, findings };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  return isObject(value) && typeof value.fingerprint === 'string';
}
