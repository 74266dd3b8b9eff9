import type { Edit } from '../checks/check.ts';
import { readIsoDate } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import type { DraftView } from './views.ts';
import type { DocumentEdit } from './workspaceEdits.ts';

/** The edit that writes the article's date into the draft, where its date stands now or else at the top; undefined for no day. */
export function setDateEdit({ document, report }: DraftView, date: string): DocumentEdit | undefined {
  if (readIsoDate(date)?.day === undefined) return undefined;
  const edit = editOf(report.draft, date);
  return edit && { document, edits: [edit] };
}

function editOf(draft: Draft, date: string): Edit | undefined {
  const { text } = draft;
  const directive = draft.directives.find((it) => it.kind === 'date');
  if (directive) return { span: directive.span, newText: comment(draft, date) };
  const head = readFrontMatter(text);
  if (head) return inFrontMatter(text, head.end, date);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = topOf(draft);
  const newText = topText(draft, date, eol);
  return newText === undefined ? undefined : { span: { start, end: start }, newText };
}

function comment({ language }: Draft, date: string): string {
  return language === 'mdx' ? `{/* factlint-date: ${date} */}` : `<!-- factlint-date: ${date} -->`;
}

/** In Markdown and HTML a comment; in plain text a head of its own, since it has no comments. LaTeX would print either. */
function topText(draft: Draft, date: string, eol: string): string | undefined {
  switch (draft.language) {
    case 'markdown':
    case 'mdx':
    case 'html':
      return `${comment(draft, date)}${eol}${eol}`;
    case 'latex':
      return undefined;
    default:
      return `---${eol}date: ${date}${eol}---${eol}${eol}`;
  }
}

/** Behind a byte order mark and, in HTML, the document type: nothing may stand before them. */
const TOP = /^\uFEFF?(?:\s*<!doctype[^>]*>[ \t]*\r?\n?)?/i;

function topOf({ text }: Draft): number {
  return TOP.exec(text)?.[0].length ?? 0;
}

/** A top-level `date`, with its value up to the end of the line. */
const DATE_LINE = /^(["']?date["']?[ \t]*[:=][ \t]*).*$/im;

function inFrontMatter(text: string, end: number, date: string): Edit {
  const head = text.slice(0, end).replaceAll('\r\n', ' \n'); // the same length, and `$` stops before the break
  const line = DATE_LINE.exec(head);
  if (line) {
    const start = line.index + (line[1]?.length ?? 0);
    return { span: { start, end: line.index + line[0].trimEnd().length }, newText: date };
  }
  const isToml = /^\uFEFF?\+\+\+/.test(text);
  const start = text.indexOf('\n') + 1;
  const eol = text[start - 2] === '\r' ? '\r\n' : '\n';
  const newText = isToml ? `date = ${date}${eol}` : `date: ${date}${eol}`;
  return { span: { start, end: start }, newText };
}
