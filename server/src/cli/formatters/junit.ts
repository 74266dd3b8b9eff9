import type { FileResult, FindingView } from '../../project/fileResult.ts';
import { shownFindings } from '../../project/fileResult.ts';
import { escapeMarkup } from '../../project/report/markup.ts';
import { problemWords, sourceWords } from '../../project/report/words.ts';
import type { Formatter } from './formatter.ts';

/** JUnit's XML, a suite a file: each finding of severity warning or above fails, others are told in `system-out`. */
export const junit = {
  description: 'JUnit XML for CI servers',
  open: () => ({
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factlint">\n',
    file: toSuite,
    end({ problems }) {
      const cases = problems.map(
        (problem) =>
          `    <testcase name="${escapeMarkup(problem.path)}" classname="factlint">` +
          `<error message="${escapeMarkup(problemWords(problem))}"/></testcase>\n`,
      );
      if (cases.length === 0) return '</testsuites>\n';
      const counts = `tests="${cases.length}" failures="0" errors="${cases.length}"`;
      return `  <testsuite name="factlint" ${counts}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
    },
  }),
} as const satisfies Formatter;

function toSuite(result: FileResult): string {
  const findings = shownFindings(result);
  const path = escapeMarkup(result.path);
  const failures = findings.filter(isFailure);
  const cases =
    findings.length === 0
      ? [`    <testcase name="${path}" classname="factlint"/>\n`]
      : findings.map((finding) => toCase(finding, path));
  const counts = `tests="${cases.length}" failures="${failures.length}" errors="0"`;
  return `  <testsuite name="${path}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function isFailure({ severity }: FindingView): boolean {
  return severity === 'error' || severity === 'warning';
}

function toCase(finding: FindingView, path: string): string {
  const { code, start, message, severity } = finding;
  const place = `${start.line + 1}:${start.character + 1}`;
  const text = escapeMarkup(detailsOf(finding, place));
  const inner = isFailure(finding)
    ? `<failure type="${severity}" message="${escapeMarkup(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${place} ${escapeMarkup(code)}" classname="${path}" file="${path}" line="${start.line + 1}">${inner}</testcase>\n`;
}

function detailsOf({ message, text, fixes, evidence }: FindingView, place: string): string {
  const lines = [`${place}: ${message}`, `Words: ${text}`];
  if (evidence?.source) lines.push(`Source: ${sourceWords(evidence.source)}`);
  for (const { title } of fixes) lines.push(`Fix: ${title}`);
  return lines.join('\n');
}
