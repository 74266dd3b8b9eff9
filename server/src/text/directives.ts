import { readIsoDate } from './calendarDate.ts';
import type { Directive } from './draft.ts';
import type { Span } from './span.ts';

type Kind = Directive['kind'];
type Unscoped = Omit<Directive, 'scope'>;

/** «factlint-disable-next-line a, b: why», at the start of a comment's words. */
const DIRECTIVE = /^[\s*]*factlint-(disable-next-line|disable-line|disable|enable|date)(?![\w-])/;
const CODE = /[a-z0-9][a-z0-9-]*/gi;

/** Reads the directives among the comments of a source; `comments` are whole, marks included, in reading order. */
export function readDirectives(text: string, comments: readonly Span[]): readonly Directive[] {
  const directives: Directive[] = [];
  // Backwards, so that each `disable` knows where its codes are enabled again.
  let allEnabledAt = text.length;
  const enabledAt = new Map<string, number>();
  for (const span of comments.toReversed()) {
    const directive = readDirective(text, span);
    if (!directive) continue;
    if (directive.kind === 'enable') {
      if (directive.codes.length === 0) allEnabledAt = span.start;
      for (const { code } of directive.codes) enabledAt.set(code, span.start);
    }
    const endOf = (code: string) => Math.min(allEnabledAt, enabledAt.get(code) ?? allEnabledAt);
    directives.push(...withScopes(text, directive, allEnabledAt, endOf));
  }
  return directives.reverse();
}

function readDirective(text: string, span: Span): Unscoped | undefined {
  const inner = withoutMarks(text, span);
  const words = text.slice(inner.start, inner.end);
  const match = DIRECTIVE.exec(words);
  if (!match) return undefined;
  const kind = match[1] as Kind;
  const rest = words.slice(match[0].length);
  const restStart = inner.start + match[0].length;
  if (kind === 'date') return { kind, span, codes: [], ...readDate(rest) };
  const colon = rest.indexOf(':');
  const list = colon < 0 ? rest : rest.slice(0, colon);
  const codes = Array.from(list.matchAll(CODE), ({ 0: code, index }) => ({
    code: code.toLowerCase(),
    span: { start: restStart + index, end: restStart + index + code.length },
  }));
  const reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
  return { kind, span, codes, ...(reason && { reason }) };
}

function readDate(rest: string): { date?: NonNullable<Directive['date']> } {
  const date = readIsoDate(rest.replace(/^\s*:?\s*/, '').split(/\s/, 1)[0] ?? '');
  return date ? { date } : {};
}

const OPENINGS = ['<!--', '{/*', '//', '..', '%'];
const CLOSINGS = ['-->', '*/}'];

function withoutMarks(text: string, { start, end }: Span): Span {
  const opening = OPENINGS.find((mark) => text.startsWith(mark, start)) ?? '';
  const closing = CLOSINGS.find((mark) => text.endsWith(mark, end)) ?? '';
  return { start: start + opening.length, end: Math.max(start + opening.length, end - closing.length) };
}

/** One directive with its scope; two where some of its codes are enabled again earlier than others. */
function withScopes(
  text: string,
  directive: Unscoped,
  end: number,
  endOf: (code: string) => number,
): readonly Directive[] {
  const { kind, span, codes } = directive;
  if (kind === 'disable-line') return [{ ...directive, scope: linesOf(text, span) }];
  if (kind === 'disable-next-line') return [{ ...directive, scope: lineBelow(text, span.end) }];
  if (kind !== 'disable') return [directive];
  if (codes.length === 0) return [{ ...directive, scope: { start: span.end, end } }];
  const ends = codes.map(({ code }) => endOf(code));
  return [...new Set(ends)].map((codesEnd) => ({
    ...directive,
    codes: codes.filter((_, index) => ends[index] === codesEnd),
    scope: { start: span.end, end: codesEnd },
  }));
}

function linesOf(text: string, { start, end }: Span): Span {
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd(text, end) };
}

/** The first line with words beneath the line in which the directive ends. */
function lineBelow(text: string, from: number): Span {
  let start = lineEnd(text, from) + 1;
  while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '') {
    start = lineEnd(text, start) + 1;
  }
  return start < text.length
    ? { start, end: lineEnd(text, start) }
    : { start: text.length, end: text.length };
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
