import { findNodeAtLocation, type Node, type ParseError, parse, parseTree } from 'jsonc-parser';
import type { Span } from '../text/span.ts';
import { type IndexedEntry, indexJson, type JsonIndex } from './jsonIndex.ts';

/** The way to something in a JSON text: `['facts', 3, 'values', 0]`. */
export type Place = readonly (string | number)[];

/** Line and character from 0, in UTF-16 units; `length` ends with the line at the latest. */
export interface Position {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** Where it stands in a workbook, which has no lines of text: «Stakes!C5». */
  readonly cell?: string;
}

/** A JSON text with comments and trailing commas, read; places are worked out when somebody asks. */
export interface JsonDocument {
  /** Undefined where the text is not JSON. */
  readonly root: unknown;
  readonly errors: readonly { readonly span: Span; readonly message: string }[];
  readonly duplicates: JsonIndex['duplicates'];
  spanOf(place: Place, on?: 'key' | 'value'): Span;
  positionOf(span: Span): Position;
}

const OPTIONS = { allowTrailingComma: true, disallowComments: false };

/**
 * Reads a JSON text. The values come from JSON.parse, places from a shallow index and, within one entry, from
 * jsonc-parser's tree: a tree of all of a file of 100 MB would take gigabytes, and nobody asks for most places.
 */
export function readJsonDocument(text: string): JsonDocument {
  const index = indexJson(text);
  const { root, errors } = parseJson(text, index);
  let lineStarts: readonly number[] | undefined;
  let last: { readonly entry: IndexedEntry; readonly tree: Node | undefined } | undefined;
  const treeOf = (entry: IndexedEntry): Node | undefined => {
    if (last?.entry !== entry)
      last = { entry, tree: parseTree(text.slice(entry.start, entry.end), [], OPTIONS) };
    return last.tree;
  };
  return {
    root,
    errors,
    duplicates: index.duplicates,
    spanOf: (place, on = 'value') => findSpan(index, place, on, treeOf),
    positionOf: (span) => toPosition(text, span, (lineStarts ??= lineStartsOf(text))),
  };
}

function parseJson(text: string, index: JsonIndex): Pick<JsonDocument, 'root' | 'errors'> {
  if (index.tooDeep)
    return { root: undefined, errors: [{ span: index.tooDeep, message: 'This is nested too deeply.' }] };
  try {
    return { root: JSON.parse(plainJson(text, index.extras)) as unknown, errors: [] };
  } catch {
    // The parser's own word differs between engines and names no line: jsonc-parser finds the place.
    return { root: undefined, errors: syntaxErrors(text) };
  }
}

/** The text with comments, trailing commas and a byte order mark blanked, so that offsets hold. */
function plainJson(text: string, extras: readonly Span[]): string {
  const plain = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (extras.length === 0) return plain;
  const parts: string[] = [];
  let end = 0;
  for (const extra of [...extras].sort((a, b) => a.start - b.start)) {
    parts.push(plain.slice(end, extra.start), ' '.repeat(extra.end - extra.start));
    end = extra.end;
  }
  parts.push(plain.slice(end));
  return parts.join('');
}

/** What jsonc-parser's error codes mean to somebody who writes facts; by `ParseErrorCode`. */
const SYNTAX: Readonly<Record<number, string>> = {
  1: 'This is not JSON: a text wants double quotes around it.',
  2: 'This is not a number.',
  3: 'A member’s name in double quotes is missing here.',
  4: 'A value is missing here.',
  5: 'A colon is missing here.',
  6: 'A comma is missing here.',
  7: 'A closing brace “}” is missing here.',
  8: 'A closing bracket “]” is missing here.',
  9: 'There is something after the end of the file’s object.',
  11: 'This comment is never closed.',
  12: 'This text’s closing double quote is missing.',
  13: 'This number ends too early.',
  14: 'This “\\u” wants four hexadecimal digits.',
  15: 'There is no such escape; a backslash is written “\\\\”.',
  16: 'This character cannot stand in a text as it is; a line break is written “\\n”.',
};

/** How many syntax errors are worth telling: the first one mends most of the others. */
const MAX_SYNTAX_ERRORS = 5;

function syntaxErrors(text: string): JsonDocument['errors'] {
  if (text.trim() === '') return [{ span: { start: 0, end: 0 }, message: 'The file is empty.' }];
  const errors: ParseError[] = [];
  parse(text, errors, OPTIONS);
  if (errors.length === 0) return [{ span: { start: 0, end: 0 }, message: 'The file is not JSON.' }];
  return errors.slice(0, MAX_SYNTAX_ERRORS).map(({ error, offset, length }) => ({
    span: { start: offset, end: offset + length },
    message: SYNTAX[error] ?? 'This is not JSON.',
  }));
}

function findSpan(
  index: JsonIndex,
  place: Place,
  on: 'key' | 'value',
  treeOf: (entry: IndexedEntry) => Node | undefined,
): Span {
  const member = index.members.get(String(place[0]));
  if (!member) return { start: 0, end: 0 };
  const entry = place.length > 1 ? member.entries.get(place[1] as string | number) : undefined;
  if (!entry) return spanOn(member, on);
  if (place.length === 2) return spanOn(entry, on);
  const tree = treeOf(entry);
  for (let length = place.length; tree && length > 2; length--) {
    const node = findNodeAtLocation(tree, place.slice(2, length) as (string | number)[]);
    const found = on === 'key' && node?.parent?.type === 'property' ? node.parent.children?.[0] : node;
    if (found) return { start: entry.start + found.offset, end: entry.start + found.offset + found.length };
  }
  return spanOn(entry, on);
}

function spanOn(entry: IndexedEntry, on: 'key' | 'value'): Span {
  return on === 'key' && entry.key ? entry.key : { start: entry.start, end: entry.end };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (/\r(?!\n)/.test(text)) {
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length);
    return starts;
  }
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function toPosition(text: string, span: Span, lineStarts: readonly number[]): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= span.start) low = middle;
    else high = middle - 1;
  }
  const first = text[span.start];
  const lineEnd = lineStarts[low + 1] ?? text.length;
  // Of an object or a list only the bracket: nobody wants a screen underlined.
  const length = first === '{' || first === '[' ? 1 : Math.min(span.end, lineEnd) - span.start;
  return { line: low, character: span.start - (lineStarts[low] as number), length };
}
