import { htmlReader } from './html.ts';
import { readMarkdownInto } from './markdown.ts';
import type { ProseAndComments } from './plainText.ts';
import { proseWriter } from './proseWriter.ts';
import type { Span } from './span.ts';

/** Shows nothing, so the writer leaves it out; as long as what it stands for, so offsets hold. */
const MASK = '\u2060';
/** Longer than any real expression; what is not closed by then is no MDX, and is left alone at no cost. */
const MAX_EXPRESSION = 10_000;
/** Code fences, inline code, `import`/`export` lines, and the beginning of an expression. */
const TOKEN = /^[ \t]*(`{3,}|~{3,})|(`+)|^(?:import|export)\b|\{/gm;

/** An MDX file, from `from` on: Markdown in which expressions and comments in braces, imports and exports are masked. */
export function readMdx(text: string, from: number): ProseAndComments {
  const comments: Span[] = [];
  const masked = maskExpressions(text, from, comments);
  const writer = proseWriter(masked);
  const html = htmlReader(writer);
  readMarkdownInto(masked, from, writer, html);
  const all = [...comments, ...html.comments].sort((a, b) => a.start - b.start);
  return { prose: writer.finish(), comments: all };
}

function maskExpressions(text: string, from: number, comments: Span[]): string {
  const pieces: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { index } = match;
    const code = match[1] ?? match[2];
    if (code) {
      // Braces in code are no expressions. An opening without its closing is text.
      const close = unclosed.has(code) ? -1 : text.indexOf(code, TOKEN.lastIndex);
      if (close < 0) unclosed.add(code);
      else TOKEN.lastIndex = close + code.length;
      continue;
    }
    const end = match[0] === '{' ? expressionEnd(text, index) : blankLine(text, index);
    if (end === undefined) {
      TOKEN.lastIndex = index + MAX_EXPRESSION;
      continue;
    }
    if (text.startsWith('{/*', index)) comments.push({ start: index, end });
    pieces.push(text.slice(at, index), maskOf(text, index, end));
    at = TOKEN.lastIndex = end;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
}

/** An attribute's value stays a quoted one, so that its tag is read as a tag; line breaks stay. */
function maskOf(text: string, start: number, end: number): string {
  const inner = text.slice(start, end).replace(/[^\r\n]/g, MASK);
  return text[start - 1] === '=' && end - start >= 2 ? `"${inner.slice(1, -1)}"` : inner;
}

/** The end of the balanced braces; undefined where they are not balanced soon enough. */
function expressionEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + MAX_EXPRESSION);
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function blankLine(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text[at + 1];
    if (next === '\n' || (next === '\r' && text[at + 2] === '\n')) return at;
  }
  return text.length;
}
