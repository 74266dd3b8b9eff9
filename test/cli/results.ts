import type { FormatContext, Formatter, Output } from '../../server/src/cli/formatters/formatter.ts';
import type { Problem } from '../../server/src/facts/facts.ts';
import type { FileResult, FindingView } from '../../server/src/project/fileResult.ts';
import { indexLines } from '../../server/src/project/lineIndex.ts';
import { startSummary } from '../../server/src/project/report/summary.ts';

/** What a test wants to be different from the ordinary finding. */
export type FindingChanges = Partial<FindingView>;

/** A finding on the first occurrence of some words. */
export function findingOn(
  text: string,
  words: string,
  fix: string,
  changes: FindingChanges = {},
): FindingView {
  const lines = indexLines(text);
  const offset = text.indexOf(words);
  const start = lines.placeAt(offset);
  const end = lines.placeAt(offset + words.length);
  return {
    code: 'percent-mismatch',
    severity: 'warning',
    message: `${words} should be ${fix} (Nissan Motor, 30 Jan 2023).`,
    text: words,
    start,
    end,
    fixes: [{ title: `Change to ${fix}`, preferred: true, edits: [{ start, end, newText: fix }] }],
    evidence: {
      fact: 'renault-stake-in-nissan',
      entity: null,
      value: '43.4%',
      from: null,
      to: '2023-11-08',
      why: '43.4% rounds to 43%.',
      note: null,
      source: {
        id: 'nissan-2023',
        title: 'Statement on the alliance',
        publisher: 'Nissan Motor',
        published: '2023-01-30',
        url: 'https://example.com/alliance?a=1&b=2',
      },
      location: { path: 'facts/alliance.facts.json', line: 30, character: 6 },
    },
    related: [],
    lines: [{ text: lines.lineAt(start.line), from: 0 }],
    fingerprint: '0123456789abcdef',
    safe: true,
    quoted: false,
    ...changes,
  };
}

/** A file's result with these findings, and one claim that is supported. */
export function resultOf(path: string, text: string, findings: readonly FindingView[]): FileResult {
  const at = indexLines(text).placeAt(0);
  const claim = { kind: 'company', text: '', start: at, end: at, reason: null, evidence: null } as const;
  return {
    path,
    asOf: '2023-01-26',
    findings,
    verdicts: { supported: 1, refuted: findings.length, notEnoughInfo: 2 },
    claims: [
      { ...claim, verdict: 'supported' },
      ...findings.map(({ start, end, text: words, evidence }) => {
        return {
          kind: 'percent',
          text: words,
          start,
          end,
          evidence,
          verdict: 'refuted',
          reason: 'differs',
        } as const;
      }),
    ],
    text,
  };
}

const CONTEXT: FormatContext = {
  version: '1.2.3',
  colours: false,
  width: 80,
  workingFolder: '/work/desk',
  quiet: false,
  pageOf: (code) => `# ${code}`,
};

/** All that a format prints for these results. */
export function format(
  formatter: Formatter,
  results: readonly FileResult[],
  problems: readonly Problem[] = [],
  context: Partial<FormatContext> = {},
): string {
  const output: Output = formatter.open({ ...CONTEXT, ...context });
  const summary = startSummary();
  let printed = output.start();
  for (const result of results) {
    summary.add(result, 0);
    printed += output.file(result);
  }
  return printed + output.end(summary.end(problems));
}
