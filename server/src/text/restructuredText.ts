import { forEachLine, type InlineReader, type InlineRule, inlineReader } from './inlineRules.ts';
import type { ProseAndComments } from './plainText.ts';
import type { BlockShape } from './proseWriter.ts';
import { GAP, type ProseWriter, proseWriter } from './proseWriter.ts';
import type { Span } from './span.ts';
import { type Tables, tables } from './tables.ts';

const RULES: readonly InlineRule[] = [
  {
    pattern: '``[^\\n]{1,500}?``|:(?:code|literal|file|math|kbd|command|samp):`[^`\\n]{1,300}`',
    becomes: GAP,
  },
  { pattern: 'https?://[^\\s<>`]+', becomes: GAP },
  { pattern: '[ \\n]<[^<>`\\n]{1,500}>(?=`)|:[a-z][\\w:-]{0,40}:(?=`)' },
  { pattern: '\\[(?:#?\\w{0,40}|\\*)\\]_(?!\\w)' },
  { pattern: '\\|[\\w .-]{1,60}\\|_{0,2}', becomes: GAP },
  { pattern: '`_{0,2}|(?<=\\w)_{1,2}(?!\\w)' },
  { pattern: '(?<![\\w\\\\])\\*{1,2}(?=\\S)|(?<=\\S)\\*{1,2}(?!\\w)|\\\\(?=[*`|_\\\\])' },
];
const RULE_LINE = /^([=\-`:'"~^_*+#<>.])\1{1,}$/;
const GRID_LINE = /^[ \t]*\+[-=+]+\+$/;
const SIMPLE_TABLE_LINE = /^[ \t]*=+(?:[ ]+=+)+$/;
const EXPLICIT = /^[ \t]*\.\.(?:[ \t]+|$)/;
const DIRECTIVE = /^[ \t]*\.\.[ \t]+([a-z][\w-]*)::[ \t]*/;
const PROSE_DIRECTIVES = new Set(
  'note warning tip important caution danger hint attention admonition sidebar topic epigraph pull-quote highlights rubric figure table'.split(
    ' ',
  ),
);
const QUOTES = new Set(['epigraph', 'pull-quote', 'highlights']);
const FOOTNOTE = /^[ \t]*\.\.[ \t]+\[[#*\w]{1,40}\][ \t]+/;
const LIST = /^[ \t]*(?:[*+•-]|(?:\d{1,3}|#|[a-z])[.)]|\(\d{1,3}\))[ \t]+(?=\S)/i;
const FIELD = /^[ \t]*:[A-Za-z][\w -]{0,60}:(?:[ \t]|$)/;

interface State {
  readonly text: string;
  readonly writer: ProseWriter;
  readonly inline: InlineReader;
  readonly tables: Tables;
  readonly comments: Span[];
  /** Underlines seen so far; their order is their level. */
  readonly levels: string[];
  /** Lines indented deeper than this are passed over. */
  dropDeeperThan: number | undefined;
  /** Lines indented deeper than this have the given shape. */
  body: { readonly indent: number; readonly shape: BlockShape } | undefined;
  /** The open paragraph ended in «::»: a deeper block is literal. */
  literalAfter: number | undefined;
  inSimpleTable: boolean;
  inGrid: boolean;
}

/** A reStructuredText file, from `from` on. */
export function readRestructuredText(text: string, from: number): ProseAndComments {
  const writer = proseWriter(text);
  const state: State = {
    text,
    writer,
    inline: inlineReader(text, writer, RULES),
    tables: tables(),
    comments: [],
    levels: [],
    dropDeeperThan: undefined,
    body: undefined,
    literalAfter: undefined,
    inSimpleTable: false,
    inGrid: false,
  };
  forEachLine(text, from, (start, end) => readLine(state, start, end, text.slice(start, end).trimEnd()));
  return { prose: writer.finish(), comments: state.comments };
}

function readLine(state: State, start: number, end: number, line: string): void {
  const { writer } = state;
  if (line === '') {
    writer.close();
    if (state.inGrid) state.tables.closeTable();
    state.inGrid = false;
    return;
  }
  const indent = line.length - line.trimStart().length;
  if (state.dropDeeperThan !== undefined) {
    if (indent > state.dropDeeperThan) return;
    state.dropDeeperThan = undefined;
  }
  if (state.literalAfter !== undefined && !writer.isOpen()) {
    state.dropDeeperThan = indent > state.literalAfter ? state.literalAfter : undefined;
    state.literalAfter = undefined;
    if (state.dropDeeperThan !== undefined) return;
  }
  if (state.body && indent <= state.body.indent) state.body = undefined;
  if (EXPLICIT.test(line)) readExplicit(state, start, indent, line);
  else if (SIMPLE_TABLE_LINE.test(line)) toggleSimpleTable(state, end);
  else if (GRID_LINE.test(line)) openGrid(state);
  else if (state.inGrid || state.inSimpleTable) readRow(state, start, line);
  else if (RULE_LINE.test(line.trim()) || line.startsWith('>>>')) writer.close();
  else if (!FIELD.test(line) || writer.isOpen()) readWords(state, start, end, line);
}

/** A directive, footnote, target or comment. */
function readExplicit(state: State, start: number, indent: number, line: string): void {
  const { writer } = state;
  writer.close();
  const name = DIRECTIVE.exec(line);
  const footnote = FOOTNOTE.exec(line);
  if (footnote) {
    writer.open({ kind: 'paragraph', quoted: false });
    state.inline(start + footnote[0].length, start + line.length);
    writer.put('\n', start + line.length, start + line.length);
  } else if (name && PROSE_DIRECTIVES.has(name[1]!)) {
    const isFigure = name[1] === 'figure' || name[1] === 'table';
    const shape: BlockShape = { kind: isFigure ? 'caption' : 'paragraph', quoted: QUOTES.has(name[1]!) };
    state.body = { indent, shape };
    writer.open(shape);
    if (name[1] !== 'figure') state.inline(start + name[0].length, start + line.length);
    writer.close();
  } else {
    if (!name) state.comments.push({ start: start + indent, end: start + line.length });
    state.dropDeeperThan = indent;
  }
}

function readWords(state: State, start: number, end: number, line: string): void {
  const { writer, text, inline } = state;
  const next = text.slice(end + 1, lineEnd(text, end + 1)).trimEnd();
  const isHeading = !writer.isOpen() && RULE_LINE.test(next) && next.length + 3 >= line.trim().length;
  const list = isHeading ? null : LIST.exec(line);
  const quoted = false;
  if (isHeading) writer.open({ kind: 'heading', quoted, level: levelOf(state, next[0]!) });
  else if (list) writer.open({ kind: 'list-item', quoted });
  else if (!writer.isOpen()) writer.open(state.body?.shape ?? { kind: 'paragraph', quoted });
  const isLiteral = line.endsWith('::');
  const last = isLiteral ? start + line.length - 1 : Math.min(end + 1, text.length);
  inline(start + (list?.[0].length ?? 0), last);
  if (isHeading) writer.close();
  if (isLiteral) state.literalAfter = line.length - line.trimStart().length;
}

function levelOf({ levels }: State, mark: string): number {
  if (!levels.includes(mark)) levels.push(mark);
  return Math.min(6, levels.indexOf(mark) + 1);
}

function toggleSimpleTable(state: State, end: number): void {
  const { text, tables, writer } = state;
  writer.close();
  if (!state.inSimpleTable) {
    state.inSimpleTable = true;
    tables.openTable();
    return;
  }
  // The rule beneath the head is followed by rows, the last one by a blank line.
  if (text.slice(end + 1, lineEnd(text, end + 1)).trim() !== '') return;
  state.inSimpleTable = false;
  tables.closeTable();
}

function openGrid(state: State): void {
  state.writer.close();
  if (!state.inGrid) state.tables.openTable();
  state.inGrid = true;
}

/** Cells of a grid stand between bars; those of a simple table are parted by two spaces. */
function readRow(state: State, start: number, line: string): void {
  const { writer, tables, inGrid } = state;
  writer.close();
  tables.openRow();
  for (const { 0: cell, index } of line.matchAll(inGrid ? /[^|+]+/g : /\S(?:\S| (?=\S))*/g)) {
    if (inGrid && index === 0) continue;
    writer.close();
    tables.openCell(false);
    writer.open({ kind: 'table-cell', quoted: false, cell: tables.cellOf });
    state.inline(start + index, start + index + cell.length);
  }
  writer.close();
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
