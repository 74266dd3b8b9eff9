import type { FileResult, FindingView } from '../../project/fileResult.ts';
import { shownFindings } from '../../project/fileResult.ts';
import type { Summary } from '../../project/report/summary.ts';
import { claimWords, count, findingWords, sourceWords } from '../../project/report/words.ts';
import { excerptOf } from '../excerpt.ts';
import { type Paint, paintWith, printable, wrap } from '../terminal.ts';
import type { FormatContext, Formatter } from './formatter.ts';

/** For people: grouped by file, with the line, the message, the source and the fix. */
export const pretty = {
  description: 'for people at a terminal',
  open(context) {
    const paint = paintWith(context.colours);
    return {
      start: () => '',
      file: (result) => fileLines(result, context, paint),
      end: (summary) => (context.quiet ? '' : `${summaryLines(summary, paint)}\n`),
    };
  },
} as const satisfies Formatter;

const INDENT = '    ';

function fileLines(result: FileResult, context: FormatContext, paint: Paint): string {
  const findings = shownFindings(result);
  if (findings.length === 0) return '';
  const head = `${paint.underline(printable(result.path))} ${paint.dim(`(as of ${result.asOf})`)}`;
  const blocks = findings.map((finding) => findingLines(finding, context, paint).join('\n'));
  return `${head}\n${blocks.join('\n')}\n\n`;
}

function findingLines(finding: FindingView, { width }: FormatContext, paint: Paint): readonly string[] {
  const { start, severity, code, message, evidence, related } = finding;
  const place = `${start.line + 1}:${start.character + 1}`;
  const room = Math.max(30, width - INDENT.length);
  const lines = [`  ${paint.bold(place)} ${paintSeverity(severity, paint)} ${paint.dim(code)}`];
  lines.push(...wrap(printable(message), room).map((line) => INDENT + line));
  lines.push(...markedLines(finding, room, paint));
  for (const { start: other, message: words } of related) {
    lines.push(...labelled(`${other.line + 1}:${other.character + 1}`, words, room));
  }
  if (evidence?.source) {
    const { source, location } = evidence;
    lines.push(...labelled('source', sourceWords(source), room));
    const where = source.url ?? (location ? `${location.path}:${location.line + 1}` : undefined);
    if (where !== undefined) lines.push(`${INDENT}        ${paint.dim(printable(where))}`);
  }
  const titles = finding.fixes.map(({ title }) => title);
  if (titles.length > 0) lines.push(...labelled('fix', titles.join(' · '), room).map(paint.green));
  return lines;
}

function markedLines({ lines, start, end }: FindingView, room: number, paint: Paint): readonly string[] {
  const [line] = lines;
  if (!line) return [];
  const last = end.line === start.line ? end.character : line.from + line.text.length;
  const { before, marked, after, indent, marks } = excerptOf(line, start.character, last, room - 2);
  return [
    `${INDENT}${paint.dim('│')} ${before}${paint.bold(marked)}${after}`,
    `${INDENT}${paint.dim('│')} ${' '.repeat(indent)}${paint.red('^'.repeat(marks))}`,
  ];
}

/** `source: …`, its further lines set in. */
function labelled(label: string, words: string, room: number): readonly string[] {
  const head = `${label}: `;
  return wrap(printable(words), room - head.length).map(
    (line, index) => `${INDENT}${index === 0 ? head : ' '.repeat(head.length)}${line}`,
  );
}

function paintSeverity(severity: FindingView['severity'], paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red('error');
    case 'warning':
      return paint.yellow('warning');
    case 'info':
      return paint.blue('info');
    case 'hint':
      return paint.cyan('hint');
  }
}

function summaryLines(summary: Summary, paint: Paint): string {
  const { files, errors, warnings, fixable, fixed, suppressed } = summary;
  const colour = errors > 0 ? paint.red : warnings > 0 ? paint.yellow : paint.green;
  const more = [
    fixed > 0 ? `${fixed} fixed` : '',
    fixable > 0 ? `${fixable} can be fixed with --fix` : '',
    suppressed > 0 ? `${suppressed} accepted or in the baseline` : '',
  ].filter((it) => it !== '');
  const tail = more.length === 0 ? '' : ` (${more.join(', ')})`;
  return [
    `${count(files, 'file')}: ${paint.bold(colour(findingWords(summary)))}${tail}`,
    paint.dim(`Claims: ${claimWords(summary)}.`),
  ].join('\n');
}
