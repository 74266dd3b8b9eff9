import type { FindingView } from '../../project/fileResult.ts';
import { shownFindings } from '../../project/fileResult.ts';
import { problemWords } from '../../project/report/words.ts';
import type { Formatter } from './formatter.ts';

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export const github = {
  description: 'annotations for GitHub Actions',
  open: () => ({
    start: () => '',
    file: (result) =>
      shownFindings(result)
        .map((finding) => toCommand(finding, result.path))
        .join(''),
    end: ({ problems }) =>
      problems
        .map((problem) => {
          const { path, line, severity } = problem;
          const place = line === undefined ? '' : `,line=${line + 1}`;
          return `::${severity ?? 'error'} file=${property(path)}${place}::${data(problemWords(problem))}\n`;
        })
        .join(''),
  }),
} as const satisfies Formatter;

/** GitHub knows three levels. */
const LEVELS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

function toCommand({ severity, code, message, start, end, fixes }: FindingView, path: string): string {
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
  const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
  const fix = fixes[0] === undefined ? '' : `\n${fixes[0].title}`;
  return `::${LEVELS[severity]} ${place},title=${property(`factlint ${code}`)}::${data(message + fix)}\n`;
}

/** Escaped as in the toolkit of actions (`command.ts`): the message may not end its line. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property may end neither itself nor the list of properties. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
