import type { ClaimView, EvidenceView, FileResult, FindingView } from '../../project/fileResult.ts';
import { shownFindings } from '../../project/fileResult.ts';
import {
  claimWords,
  count,
  findingWords,
  problemWords,
  sourceWords,
  valueWords,
} from '../../project/report/words.ts';
import type { Formatter } from './formatter.ts';

/** A report to paste into a ticket or a pull request; with `--claims` it is the worksheet of all claims. */
export const markdown = {
  description: 'a report in Markdown; with --claims a worksheet',
  open: ({ quiet }) => ({
    start: () => '# Factlint report\n\n',
    file: toSection,
    end(summary) {
      const problems = summary.problems.map(
        (problem) => `- ${code(problem.path)}: ${escapeMarkdown(problemWords(problem))}\n`,
      );
      const trouble = problems.length === 0 ? '' : `## Problems\n\n${problems.join('')}\n`;
      const words = `${count(summary.files, 'file')}: ${findingWords(summary)}. Claims: ${claimWords(summary)}.\n`;
      return trouble + (quiet ? '' : words);
    },
  }),
} as const satisfies Formatter;

function toSection(result: FileResult): string {
  const findings = shownFindings(result);
  const { claims } = result;
  if (findings.length === 0 && !claims) return '';
  const parts = [`## ${escapeMarkdown(result.path)}\n\nAs of ${result.asOf}.\n\n`];
  if (findings.length > 0) {
    const rows = findings.map(findingRow);
    parts.push(table(['Line', 'Words', 'Finding', 'Fix', 'Source'], rows));
  }
  if (claims && claims.length > 0) {
    parts.push('### Claims\n\n');
    parts.push(table(['✓', 'Line', 'Words', 'Kind', 'Verdict', 'Fact', 'Source'], claims.map(claimRow)));
  }
  return parts.join('');
}

function findingRow({ start, text, message, severity, code: name, fixes, evidence }: FindingView) {
  const titles = fixes.map(({ title }) => escapeMarkdown(title)).join('<br>');
  const words = `**${severity}** ${escapeMarkdown(message)} ${code(name)}`;
  return [String(start.line + 1), code(text), words, titles, source(evidence)];
}

function claimRow({ start, text, kind, verdict, reason, evidence }: ClaimView) {
  const tick = verdict === 'supported' ? '☑' : '☐';
  const words = reason === null ? verdict : `${verdict} (${reason})`;
  const fact = evidence ? escapeMarkdown(valueWords(evidence)) : '';
  return [tick, String(start.line + 1), code(text), kind, words, fact, source(evidence)];
}

function source(evidence: EvidenceView | null): string {
  if (!evidence?.source) return '';
  const words = escapeMarkdown(sourceWords(evidence.source));
  const { url } = evidence.source;
  return url !== null && /^https?:\/\/[^\s<>]+$/.test(url)
    ? `[${words}](<${url.replaceAll('|', '%7C')}>)`
    : words;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(heads)}${line(heads.map(() => '---'))}${rows.map(line).join('')}\n`;
}

/** Words as they are: no markup of theirs counts, and none ends its table cell. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&]/g, (character) => `\\${character}`);
}

/** A code span, fenced by more backticks than it holds. */
function code(text: string): string {
  const words = text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || words.trim() === '' ? ' ' : '';
  return `${fence}${space}${words}${space}${fence}`;
}
