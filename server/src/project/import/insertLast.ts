import { createScanner, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/**
 * Puts an entry last into the list or object at `path`, which must be there; all other text stays as it is to the
 * letter, comments too (the parser's own `modify` lays out the neighbours anew). On one line where its neighbour is.
 */
export function insertLast(text: string, path: readonly string[], value: unknown, key?: string): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const container = tree && findNodeAtLocation(tree, [...path]);
  if (!container) return text;
  const layout = layoutOf(text, container);
  const last = container.children?.at(-1);
  const json = last && isOnOneLine(text, last) ? oneLine(value) : manyLines(value, layout);
  const entry = key === undefined ? json : `${JSON.stringify(key)}: ${json}`;
  return last ? behind(text, last, entry, layout) : into(text, container, entry, layout);
}

/** Kinds of jsonc-parser's tokens; its own enum is `const`, which single-file compilers cannot read. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, blank: 15 };

interface Layout {
  readonly eol: string;
  /** One step. */
  readonly step: string;
  /** Of the container's own line, and of its entries. */
  readonly outer: string;
  readonly inner: string;
}

/** Into a container that holds nothing but blanks and comments. */
function into(text: string, { offset, length }: Node, entry: string, { eol, inner, outer }: Layout): string {
  const close = offset + length - 1;
  const kept = text.slice(0, close).trimEnd();
  return `${kept}${eol}${inner}${entry}${eol}${outer}${text.slice(close)}`;
}

/** Behind the last entry, and behind the comment on its line. */
function behind(text: string, last: Node, entry: string, { eol, inner }: Layout): string {
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  const lineEnd = comma < 0 ? commentEnd(text, end) : commentEnd(text, comma + 1);
  const kept = comma < 0 ? `${text.slice(0, end)},${text.slice(end, lineEnd)}` : text.slice(0, lineEnd);
  return `${kept}${eol}${inner}${entry}${comma < 0 ? '' : ','}${text.slice(lineEnd)}`;
}

/** Where the trailing comma stands; −1 where there is none. */
function commaAfter(text: string, offset: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  return scanner.scan() === TOKEN.comma ? scanner.getTokenOffset() : -1;
}

/** The end of the comments that follow on the same line. */
function commentEnd(text: string, offset: number): number {
  const scanner = createScanner(text, false);
  scanner.setPosition(offset);
  let end = offset;
  for (let kind = scanner.scan(); ; kind = scanner.scan()) {
    const isComment = kind === TOKEN.lineComment || kind === TOKEN.blockComment;
    if (isComment) end = scanner.getTokenOffset() + scanner.getTokenLength();
    else if (kind !== TOKEN.blank) return end;
  }
}

function isOnOneLine(text: string, { offset, length }: Node): boolean {
  return !/[\r\n]/.test(text.slice(offset, offset + length));
}

/** `{ "id": "a", "tags": ["b"] }` */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return `{ ${members.join(', ')} }`;
}

function manyLines(value: unknown, { step, eol, inner }: Layout): string {
  return JSON.stringify(value, null, step).replaceAll('\n', eol + inner);
}

/** The first indentation of a text. */
const INDENTATION = /^([ \t]+)\S/m;

function layoutOf(text: string, { offset }: Node): Layout {
  const step = INDENTATION.exec(text)?.[1] ?? '  ';
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  const outer = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', step, outer, inner: outer + step };
}
