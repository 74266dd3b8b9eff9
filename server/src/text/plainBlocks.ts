import type { Block, BlockKind } from './prose.ts';
import type { Span } from './span.ts';

/** «* », «- », «• », «1) », and «1. » where a list may begin. */
const MARKER = /(?:[*•-]|\d{1,3}([.)]))[ \t]+(?=\S)/y;
const MAX_TITLE = 120;

interface Reading {
  readonly text: string;
  readonly blocks: Block[];
  kind: BlockKind;
  /** Start of the open block; -1 if none is open. */
  start: number;
  end: number;
  lines: number;
  /** How far the line before was indented (a list item: its words). */
  indent: number;
  /** The copy marks paragraphs by indenting their first lines, as news agencies do; up to the next blank line. */
  indentsParagraphs: boolean;
  /** Index of the heading above. */
  heading: number | undefined;
}

/**
 * The blocks of plain text: paragraphs parted by blank lines or begun by an indented line, list items, a title, lines in
 * capitals as headings.
 */
export function plainBlocks(text: string): readonly Block[] {
  const reading: Reading = {
    text,
    blocks: [],
    kind: 'paragraph',
    start: -1,
    end: 0,
    lines: 0,
    indent: 0,
    indentsParagraphs: false,
    heading: undefined,
  };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    readLine(reading, at, lineEnd);
    at = lineEnd + 1;
  }
  closeBlock(reading, true);
  return reading.blocks;
}

function readLine(reading: Reading, lineStart: number, lineEnd: number): void {
  const { text } = reading;
  let start = lineStart;
  let end = lineEnd;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  if (start === end) {
    closeBlock(reading, true);
    reading.indentsParagraphs = false;
    return;
  }
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  const words = afterMarker(reading, start);
  const isNewParagraph = words === start && startsParagraph(reading, start - lineStart);
  reading.indent = words - lineStart;
  if (words > start) {
    closeBlock(reading, false);
    openBlock(reading, 'list-item', words, end);
  } else if (isNewParagraph) {
    closeBlock(reading, false);
    openBlock(reading, 'paragraph', start, end);
  } else if (reading.start < 0) openBlock(reading, 'paragraph', start, end);
  else {
    reading.end = end;
    reading.lines += 1;
  }
  if (reading.lines === 1 && isInCapitals(text, reading.start, end)) {
    reading.kind = 'heading';
    closeBlock(reading, false);
  }
}

/**
 * Whether an indented line begins a paragraph: it stands further in than the line before, which is not the first of its
 * paragraph (else it may hang) or ends a sentence; or as far in as the first line of the paragraph before.
 */
function startsParagraph(reading: Reading, indent: number): boolean {
  const { text, start, end, kind, lines } = reading;
  if (start < 0 || kind === 'list-item' || indent < 2) return false;
  if (indent >= reading.indent + 2 && (lines > 1 || isStop(text.charCodeAt(end - 1)))) {
    reading.indentsParagraphs = true;
    return true;
  }
  return reading.indentsParagraphs && indent === reading.indent;
}

function openBlock(reading: Reading, kind: BlockKind, start: number, end: number): void {
  reading.kind = kind;
  reading.start = start;
  reading.end = end;
  reading.lines = 1;
}

/** Where the words start behind a list marker; `start` itself if there is none. */
function afterMarker({ text, start: open, kind }: Reading, start: number): number {
  const code = text.charCodeAt(start);
  const isCandidate = code === 42 || code === 45 || code === 0x2022 || (48 <= code && code <= 57);
  if (!isCandidate) return start;
  MARKER.lastIndex = start;
  const match = MARKER.exec(text);
  // «on Feb.⏎12. The» goes on; only a fresh block or another item may begin with «12.».
  if (!match || (match[1] === '.' && 0 <= open && kind !== 'list-item')) return start;
  return start + match[0].length;
}

function closeBlock(reading: Reading, beforeBlank: boolean): void {
  const { text, blocks, start, end, lines, heading } = reading;
  if (start < 0) return;
  const isTitle =
    blocks.length === 0 &&
    beforeBlank &&
    lines === 1 &&
    end - start <= MAX_TITLE &&
    reading.kind === 'paragraph' &&
    !isStop(text.charCodeAt(end - 1)) &&
    end < text.trimEnd().length;
  const kind = isTitle ? 'heading' : reading.kind;
  const span = { start, end };
  if (kind === 'heading') {
    blocks.push(toHeading(span, blocks));
    reading.heading = blocks.length - 1;
  } else if (heading === undefined) blocks.push({ kind, span, quoted: false });
  else blocks.push({ kind, span, quoted: false, heading });
  reading.start = -1;
}

function toHeading(span: Span, blocks: readonly Block[]): Block {
  const level = blocks.length === 0 ? 1 : 2;
  const above = titleOf(blocks);
  return { kind: 'heading', span, quoted: false, level, ...(above === undefined ? {} : { heading: above }) };
}

function titleOf(blocks: readonly Block[]): number | undefined {
  return blocks[0]?.level === 1 ? 0 : undefined;
}

/** «FOUNDRY SHARES, NEW TRACKER»: at least two letters in a row, and none in lower case. */
function isInCapitals(text: string, start: number, end: number): boolean {
  if (end - start > MAX_TITLE) return false;
  let capitals = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (97 <= code && code <= 122) return false;
    if (65 <= code && code <= 90) capitals += 1;
  }
  if (capitals < 4) return false;
  const line = text.slice(start, end);
  return line === line.toUpperCase();
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 34 || code === 0x201d || code === 58;
}

function isSpace(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13);
}
