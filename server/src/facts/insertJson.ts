import { createScanner, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import { indexJson } from './jsonIndex.ts';

/** The longest line that a new entry may make before it is broken into lines, unless the one before it is longer. */
const MAX_LINE = 120;

/**
 * Adds a member to an object of the root (`key`), or an element to a list of it, at its end; makes the section where it
 * is missing. Nothing else in the text changes, so that comments and layout stay as the writer left them (the `modify`
 * of jsonc-parser lays out the neighbours anew).
 */
export function insertIntoSection(text: string, section: string, value: unknown, key?: string): string {
  const { members } = indexJson(text);
  const layout = layoutOf(text);
  const container = members.get(section);
  const label = key === undefined ? '' : `${JSON.stringify(key)}: `;
  if (container) {
    const last = [...container.entries.values()].at(-1);
    return insert(text, container, last && wholeOf(last), layout, (style) => label + print(value, style));
  }
  const root = rootOf(text);
  const lastMember = [...members.values()].at(-1);
  return insert(text, root, lastMember && wholeOf(lastMember), layout, ({ indent, isExpanded }) => {
    const [open, close] = key === undefined ? '[]' : '{}';
    const inner = indent + layout.unit;
    const entry = label + print(value, { ...layout, indent: inner, isExpanded });
    return `${JSON.stringify(section)}: ${open}${layout.eol}${inner}${entry}${layout.eol}${indent}${close}`;
  });
}

/** Adds an element or a member (`key`) at the end of the list or object at `path`, in the same manner; it must be there. */
export function insertAtPath(
  text: string,
  path: readonly (string | number)[],
  value: unknown,
  key?: string,
): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const container = tree && findNodeAtLocation(tree, [...path]);
  if (!container) return text;
  const label = key === undefined ? '' : `${JSON.stringify(key)}: `;
  const last = container.children?.at(-1);
  const write = (style: Style) => label + print(value, style);
  return insert(text, spanOf(container), last && spanOf(last), layoutOf(text), write);
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

interface Layout {
  readonly unit: string;
  readonly eol: string;
}

/** How a new entry is written: in one line where it fits, or each member on its own line as the one before it. */
interface Style extends Layout {
  readonly indent: string;
  readonly isExpanded: boolean;
  /** Of a line. */
  readonly longest?: number;
}

function layoutOf(text: string): Layout {
  const [first] = indexJson(text).members.values();
  const unit = first?.key && indentAt(text, first.key.start);
  return { unit: unit || '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function wholeOf({ key, start, end }: Span & { readonly key?: Span }): Span {
  return { start: key?.start ?? start, end };
}

/** The root's braces, with nothing but comments around them. */
function rootOf(text: string): Span {
  const { extras } = indexJson(text);
  const isExtra = (offset: number) => extras.some(({ start, end }) => start <= offset && offset < end);
  let start = text.indexOf('{');
  while (isExtra(start)) start = text.indexOf('{', start + 1);
  let end = text.lastIndexOf('}');
  while (isExtra(end)) end = text.lastIndexOf('}', end - 1);
  return { start, end: end + 1 };
}

function insert(
  text: string,
  container: Span,
  last: Span | undefined,
  layout: Layout,
  write: (style: Style) => string,
): string {
  if (!last) return insertFirst(text, container, layout, write);
  const indent = indentAt(text, last.start);
  const comma = commaAfter(text, last.end);
  const isExpanded = /^(?:"[^"]*"\s*:\s*)?[{[]\s*\n/.test(text.slice(last.start, last.end).slice(0, 300));
  if (indent === undefined) {
    const piece = write({ ...layout, indent: '', isExpanded: false });
    const at = comma ?? last.end;
    return `${text.slice(0, at)}${comma === undefined ? ',' : ''} ${piece}${text.slice(at)}`;
  }
  const length = last.end - last.start;
  const longest = text.slice(last.start, last.end).includes('\n')
    ? MAX_LINE
    : Math.max(MAX_LINE, indent.length + length);
  const piece = write({ ...layout, indent, isExpanded, longest });
  // A comment behind the last entry is about that one: the new one goes below.
  const end = endOfComments(text, comma ?? last.end);
  const head =
    comma === undefined ? `${text.slice(0, last.end)},${text.slice(last.end, end)}` : text.slice(0, end);
  return `${head}${layout.eol}${indent}${piece}${comma === undefined ? '' : ','}${text.slice(end)}`;
}

function insertFirst(text: string, container: Span, layout: Layout, write: (style: Style) => string): string {
  const outer = /^[ \t]*/.exec(lineBefore(text, container.start))?.[0] ?? '';
  const indent = outer + layout.unit;
  const inside = text.slice(container.start + 1, container.end - 1).trimEnd();
  const piece = write({ ...layout, indent, isExpanded: false });
  return `${text.slice(0, container.start + 1)}${inside}${layout.eol}${indent}${piece}${layout.eol}${outer}${text.slice(container.end - 1)}`;
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The white space before something that begins its line; undefined for what stands further in. */
function indentAt(text: string, offset: number): string | undefined {
  const before = lineBefore(text, offset);
  return before.trim() === '' && offset > before.length ? before : undefined;
}

/** The offset behind the trailing comma that follows, if one does; comments may stand between. */
function commaAfter(text: string, end: number): number | undefined {
  let at = end;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text.startsWith('//', at)) at = text.indexOf('\n', at) + 1 || text.length;
    else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 2;
    else return text[at] === ',' ? at + 1 : undefined;
  }
}

/** Kinds of jsonc-parser's tokens; its own enum is `const`, which single-file compilers cannot read. */
const TOKEN = { lineComment: 12, blockComment: 13, blank: 15 };

/** The end of the comments that follow on the same line; `start` where none does. */
function endOfComments(text: string, start: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(start);
  let end = start;
  for (let kind = scanner.scan(); ; kind = scanner.scan()) {
    const isComment = kind === TOKEN.lineComment || kind === TOKEN.blockComment;
    if (isComment) end = scanner.getTokenOffset() + scanner.getTokenLength();
    else if (kind !== TOKEN.blank) return end;
  }
}

function print(value: unknown, { indent, unit, eol, isExpanded, longest = MAX_LINE }: Style): string {
  const line = printLine(value);
  if (!isExpanded && indent.length + line.length <= longest) return line;
  if (isExpanded) return JSON.stringify(value, undefined, unit).replaceAll('\n', eol + indent);
  return printBroken(value, indent, unit, eol);
}

/** `{ "a": ["b", "c"], "d": "e" }` */
function printLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${printLine(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Each member on a line, each element of a long list on its own. */
function printBroken(value: unknown, indent: string, unit: string, eol: string): string {
  const line = printLine(value);
  if (indent.length + line.length <= MAX_LINE || typeof value !== 'object' || value === null) return line;
  const inner = indent + unit;
  const parts = Array.isArray(value)
    ? value.map((item) => printBroken(item, inner, unit, eol))
    : Object.entries(value).map(
        ([key, member]) => `${JSON.stringify(key)}: ${printBroken(member, inner, unit, eol)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}${eol}${inner}${parts.join(`,${eol}${inner}`)}${eol}${indent}${close}`;
}
