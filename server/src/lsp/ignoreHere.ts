import type { Edit, Finding } from '../checks/check.ts';
import type { Draft } from '../text/draft.ts';
import type { Block } from '../text/prose.ts';
import { contains, type Span } from '../text/span.ts';

/** What stands for a reason until the writer gives a better one. */
export const DEFAULT_REASON = 'checked by hand';

/**
 * The edit that silences a finding by a comment. Above the line where a comment may stand by itself; inside lists,
 * tables, quotations and running paragraphs, which a line of its own would tear apart, at the end of the line.
 * Undefined where the draft's language has no comment that the writer would want (there `factlint.json` is the place).
 */
export function ignoreEdit(draft: Draft, finding: Finding, reason = DEFAULT_REASON): Edit | undefined {
  const line = lineOf(draft.text, finding.span.start);
  switch (draft.language) {
    case 'markdown':
    case 'mdx':
      return inMarkdown(draft, finding, line, reason);
    case 'html':
      return inHtml(draft, finding, line, reason);
    default:
      return undefined;
  }
}

function inMarkdown(draft: Draft, finding: Finding, line: Span, reason: string): Edit {
  const { text, language } = draft;
  const block = blockOf(draft, finding.span);
  const [open, close] = language === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->'];
  const comment = (kind: string) => `${open} factlint-${kind} ${finding.code}: ${cleaned(reason)} ${close}`;
  if (mayStandAbove(text, line, block)) {
    return insertion(line.start, `${comment('disable-next-line')}${lineBreakOf(text)}`);
  }
  return insertion(endInMarkdown(text, line, block), ` ${comment('disable-line')}`);
}

/** Only before a block's first line, at the left margin: elsewhere a comment's line would end a paragraph, list or table. */
function mayStandAbove(text: string, line: Span, block: Block | undefined): boolean {
  if (block?.quoted || block?.kind === 'list-item' || block?.kind === 'table-cell') return false;
  if (/^[\s>]|^(?:[-+*]|\d{1,9}[.)])\s|^\|/.test(text.slice(line.start, line.end))) return false;
  return line.start === 0 || text.slice(lineOf(text, line.start - 1).start, line.start).trim() === '';
}

/** A heading's closing `#`, a hard break's backslash or spaces, a table's last bar: the comment stands before them. */
const LINE_ENDINGS = /(?:[ \t]+#+)?[ \t]*\\?$/;
const LAST_BAR = /[ \t]*\|[ \t]*$/;

function endInMarkdown(text: string, line: Span, block: Block | undefined): number {
  const words = text.slice(line.start, line.end);
  const ending = block?.kind === 'table-cell' ? LAST_BAR.exec(words) : LINE_ENDINGS.exec(words);
  return ending ? line.start + ending.index : line.end;
}

function inHtml({ text }: Draft, finding: Finding, line: Span, reason: string): Edit {
  const comment = (kind: string) => `<!-- factlint-${kind} ${finding.code}: ${cleaned(reason)} -->`;
  const above = text.slice(0, line.start);
  const isInsideTag = above.lastIndexOf('<') > above.lastIndexOf('>');
  if (isInsideTag) return insertion(finding.span.end, comment('disable-line'));
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  return insertion(line.start, `${indent}${comment('disable-next-line')}${lineBreakOf(text)}`);
}

function blockOf({ prose }: Draft, span: Span): Block | undefined {
  return prose.blocks.find((block) => contains(prose.toSource(block.span), span));
}

/** The line around an offset, without its line break. */
function lineOf(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A reason can neither end the comment nor split a table's cell. */
function cleaned(reason: string): string {
  return reason
    .replace(/\s+/g, ' ')
    .replace(/-{2,}|\*\//g, '–')
    .replaceAll('|', '/')
    .trim();
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
