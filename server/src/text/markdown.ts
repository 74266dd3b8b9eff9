import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { type HtmlReader, htmlReader } from './html.ts';
import { takeInline } from './markdownInline.ts';
import { parseMarkdown } from './markdownParser.ts';
import { isEmphasised, type MarkdownState, takeUpTo } from './markdownState.ts';
import type { ProseAndComments } from './plainText.ts';
import { type BlockShape, type ProseWriter, proseWriter } from './proseWriter.ts';
import { tables } from './tables.ts';

const IGNORED = new Set([
  'FencedCode',
  'CodeBlock',
  'LinkReference',
  'HorizontalRule',
  'ProcessingInstructionBlock',
]);
const LEAF = /^(?:Paragraph|Task|TableCell|(?:ATX|Setext)Heading(\d))$/;
/** «[^1]:» before a footnote's words. */
const FOOTNOTE_LABEL = /^\[\^[^\]\s]{1,100}\]:/;
/** «{#id .class}» behind a heading. */
const HEADING_ATTRIBUTES = /\{[#.:][^{}]*\}[ \t#]*$/;

/** A Markdown file, from `from` on. */
export function readMarkdown(text: string, from: number): ProseAndComments {
  const writer = proseWriter(text);
  const html = htmlReader(writer);
  readMarkdownInto(text, from, writer, html);
  return { prose: writer.finish(), comments: html.comments };
}

/** Reads `source` from `from` on with a writer of its own kind (MDX masks the source before). */
export function readMarkdownInto(source: string, from: number, writer: ProseWriter, html: HtmlReader): void {
  const body = from === 0 ? source : source.slice(from);
  const tree = parseMarkdown(body);
  const state: MarkdownState = {
    source,
    writer,
    html,
    tables: tables(),
    from,
    labels: body.includes(']:') ? labelsOf(tree, body) : new Set(),
    linkTails: new Map(),
    literalBrackets: new Set(),
    at: from,
    leaf: undefined,
    quotes: 0,
    lists: 0,
    column: 0,
    opened: 0,
    inRow: false,
    afterImage: false,
  };
  tree.iterate({
    enter: (node) => (state.leaf ? takeInline(state, node) : enterBlock(state, node)),
    leave: (node) => leaveBlock(state, node),
  });
}

function enterBlock(state: MarkdownState, node: SyntaxNodeRef): boolean | undefined {
  const { name } = node;
  const from = node.from + state.from;
  if (IGNORED.has(name)) return false;
  if (name === 'HTMLBlock' || name === 'CommentBlock') {
    state.html.readBlocks(htmlOf(state, node), from);
    return false;
  }
  if (name === 'Blockquote') state.quotes += 1;
  else if (name === 'ListItem') state.lists += 1;
  else if (name === 'Table') state.tables.openTable();
  else if (name === 'TableHeader' || name === 'TableRow') openRow(state, from);
  else if (name === 'TableDelimiter' && state.inRow) state.column += 1;
  else openLeaf(state, node);
  return undefined;
}

function openLeaf(state: MarkdownState, node: SyntaxNodeRef): void {
  const match = LEAF.exec(node.name);
  if (!match) return;
  const { source } = state;
  const start = node.from + state.from;
  const quoted = state.quotes > 0 || state.html.isInQuotation();
  let end = node.to + state.from;
  state.at = start;
  let shape: BlockShape = { kind: state.lists > 0 ? 'list-item' : 'paragraph', quoted };
  if (match[1]) {
    shape = { kind: 'heading', quoted, level: Number(match[1]) };
    end -= HEADING_ATTRIBUTES.exec(source.slice(Math.max(start, end - 200), end))?.[0].length ?? 0;
  } else if (node.name === 'TableCell') {
    for (; state.opened <= state.column; state.opened += 1) state.tables.openCell(false);
    shape = { kind: 'table-cell', quoted, cell: state.tables.cellOf };
  } else if (state.afterImage && isEmphasised(source, start, end)) shape = { kind: 'caption', quoted };
  else if (source.startsWith('[^', start)) {
    state.at += FOOTNOTE_LABEL.exec(source.slice(start, start + 110))?.[0].length ?? 0;
  }
  state.afterImage = false;
  state.leaf = { start, end, shape };
  state.writer.open(shape);
}

function leaveBlock(state: MarkdownState, node: SyntaxNodeRef): void {
  const { name } = node;
  if (state.leaf) {
    if (!LEAF.test(name)) return;
    takeUpTo(state, state.leaf.end);
    state.leaf = undefined;
    state.writer.close();
    if (name === 'TableCell') state.tables.closeCell();
  } else if (name === 'Blockquote') state.quotes -= 1;
  else if (name === 'ListItem') state.lists -= 1;
  else if (name === 'Table') state.tables.closeTable();
  else if (name === 'TableHeader' || name === 'TableRow') state.inRow = false;
}

function openRow(state: MarkdownState, from: number): void {
  state.tables.openRow();
  state.inRow = true;
  // A row may begin with a bar or without one; empty cells have no node of their own, so bars are counted.
  state.column = state.source[from] === '|' ? -1 : 0;
  state.opened = 0;
}

/** An HTML block's text, with the quotation marks of continuation lines blanked out. */
function htmlOf({ source, from }: MarkdownState, node: SyntaxNodeRef): string {
  const html = source.slice(node.from + from, node.to + from);
  const marks = node.node.getChildren('QuoteMark');
  if (marks.length === 0) return html;
  const pieces: string[] = [];
  let at = 0;
  for (const mark of marks) {
    pieces.push(html.slice(at, mark.from - node.from), ' '.repeat(mark.to - mark.from));
    at = mark.to - node.from;
  }
  return pieces.join('') + html.slice(at);
}

function labelsOf(tree: Tree, body: string): ReadonlySet<string> {
  const labels = new Set<string>();
  tree.iterate({
    enter(node) {
      if (node.name === 'LinkLabel' && node.node.parent?.name === 'LinkReference') {
        labels.add(body.slice(node.from + 1, node.to - 1).toLowerCase());
      }
    },
  });
  return labels;
}
