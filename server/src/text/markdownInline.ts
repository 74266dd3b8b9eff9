import type { SyntaxNodeRef } from '@lezer/common';
import { decodeHTML } from 'entities/decode';
import { isEmphasised, type MarkdownState, takeUpTo } from './markdownState.ts';
import { GAP } from './proseWriter.ts';

/** Not words, and nothing where they stood. */
const MARKS = new Set(['HeaderMark', 'QuoteMark', 'EmphasisMark', 'TaskMarker', 'ProcessingInstruction']);
/** Not words, but something stands there. What is struck out is no longer said. */
const GAPS = new Set(['InlineCode', 'URL', 'Autolink', 'Strikethrough']);

/** One node within a block. Returns false where its children are of no interest. */
export function takeInline(state: MarkdownState, node: SyntaxNodeRef): boolean {
  const { name } = node;
  const from = node.from + state.from;
  const to = node.to + state.from;
  if (from < state.at) return from === to || to > state.at;
  if (name === 'LinkMark') takeLinkMark(state, from, to);
  else if (MARKS.has(name)) skip(state, from, to);
  else if (GAPS.has(name)) {
    takeUpTo(state, from);
    putGap(state, from, to);
    state.at = to;
    return false;
  } else if (name === 'Link') return takeLink(state, node);
  else if (name === 'Image') return takeImage(state, node);
  else if (name === 'Escape') skip(state, from, from + 1);
  else if (name === 'HardBreak') skip(state, from, to - 1);
  else if (name === 'Entity') takeEntity(state, from, to);
  else if (name === 'HTMLTag' || name === 'Comment') {
    takeUpTo(state, from);
    state.html.readInline(state.source.slice(from, to), from);
    state.at = to;
  }
  return true;
}

function skip(state: MarkdownState, from: number, to: number): void {
  takeUpTo(state, from);
  state.at = to;
}

function putGap({ html, writer }: MarkdownState, from: number, to: number): void {
  if (!html.isSkipping() && writer.isOpen()) writer.put(GAP, from, to);
}

function takeEntity(state: MarkdownState, from: number, to: number): void {
  takeUpTo(state, from);
  if (!state.html.isSkipping()) state.writer.put(decodeHTML(state.source.slice(from, to)), from, to);
  state.at = to;
}

/** Takes a link's words and passes over the rest; a footnote's sign goes whole; «[sic]» stays as it is. */
function takeLink(state: MarkdownState, node: SyntaxNodeRef): boolean {
  const { source } = state;
  const from = node.from + state.from;
  const to = node.to + state.from;
  const [, close] = node.node.getChildren('LinkMark');
  const closeAt = (close?.from ?? node.to) + state.from;
  const label = source.slice(from + 1, closeAt);
  takeUpTo(state, from);
  if (label.startsWith('^')) {
    state.at = to;
    return false;
  }
  const isShortcut = closeAt + 1 >= to || source.startsWith('[]', closeAt + 1);
  if (isShortcut && !state.labels.has(label.toLowerCase())) {
    state.literalBrackets.add(from).add(closeAt);
    return true;
  }
  state.at = from + 1;
  state.linkTails.set(closeAt, to);
  return true;
}

function takeLinkMark(state: MarkdownState, from: number, to: number): void {
  if (state.literalBrackets.has(from)) return;
  skip(state, from, state.linkTails.get(from) ?? to);
}

/**
 * An image by itself becomes a caption of its alternative text, and words in italics beneath it are a caption too;
 * an image within a sentence leaves a gap.
 */
function takeImage(state: MarkdownState, node: SyntaxNodeRef): boolean {
  const { source, writer, leaf } = state;
  const from = node.from + state.from;
  const to = node.to + state.from;
  takeUpTo(state, from);
  state.at = to;
  if (!leaf || leaf.shape.kind === 'table-cell' || !isAlone(source, leaf, from, to)) {
    putGap(state, from, to);
    return false;
  }
  const close = node.node.getChildren('LinkMark')[1];
  writer.open({ kind: 'caption', quoted: leaf.shape.quoted });
  if (close) writer.keep(from + 2, close.from + state.from);
  const kind = isEmphasised(source, to, leaf.end) ? 'caption' : leaf.shape.kind;
  const shape = { ...leaf.shape, kind };
  writer.open(shape);
  state.leaf = { ...leaf, start: to, shape };
  state.afterImage = source.slice(to, leaf.end).trim() === '';
  return false;
}

function isAlone(source: string, leaf: { start: number; end: number }, from: number, to: number): boolean {
  const newline = source.indexOf('\n', to);
  const lineEnd = newline < 0 ? leaf.end : Math.min(newline, leaf.end);
  return source.slice(leaf.start, from).trim() === '' && source.slice(to, lineEnd).trim() === '';
}
