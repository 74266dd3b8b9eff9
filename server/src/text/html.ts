import { type HtmlHandler, type OpenTag, readTokens } from './htmlTokens.ts';
import type { ProseAndComments } from './plainText.ts';
import { type BlockShape, GAP, type ProseWriter, proseWriter } from './proseWriter.ts';
import type { Span } from './span.ts';
import { type Tables, tables } from './tables.ts';

/** Reads pieces of HTML into a writer; what one piece leaves open (`<blockquote>`, `<table>`) holds for the next. */
export interface HtmlReader {
  /** Reads `html`, which stands at `offset` of the source, as blocks of its own. */
  readBlocks(html: string, offset: number): void;
  /** Reads one tag or comment within a line of something else. */
  readInline(html: string, offset: number): void;
  /** Takes words between such tags over; `source` is the whole source. */
  keep(source: string, start: number, end: number): void;
  /** Whether text is passed over now, as in `<code>`. */
  isSkipping(): boolean;
  isInQuotation(): boolean;
  /** The comments so far, in the source. */
  readonly comments: readonly Span[];
}

interface State {
  readonly writer: ProseWriter;
  readonly tables: Tables;
  readonly comments: Span[];
  /** How deep in each of the elements that matter; never below 0, whatever is closed. */
  readonly depths: Map<string, number>;
  /** The element whose content is passed over. */
  skipped: string | undefined;
  heading: number | undefined;
}

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const BLOCKS = wordSet(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p ' +
    'section summary table tbody td tfoot th thead tr ul',
);
/** Not prose up to the end tag; where that is missing, up to the end. */
const SKIPPED = wordSet('script style pre head title template svg math textarea noscript select iframe xmp');
/** Not prose either, but the end of the block ends them too: one unclosed `<code>` must not swallow the page. */
const SKIPPED_INLINE = wordSet('code kbd samp tt del s strike');
const COUNTED = wordSet('blockquote caption figcaption sup ul ol menu dl dir');
const LISTS = ['ul', 'ol', 'menu', 'dl', 'dir'];
/** What a footnote's number in `<sup>` looks like; «st» and «m²» stay. */
const NOTE_SIGN = /^[\d\s[\](),*†‡§]+$/;
const HEADING = /^h([1-6])$/;

/** An HTML file, from `from` on. */
export function readHtml(text: string, from: number): ProseAndComments {
  const writer = proseWriter(text);
  const reader = htmlReader(writer);
  reader.readBlocks(from === 0 ? text : text.slice(from), from);
  return { prose: writer.finish(), comments: reader.comments };
}

/** A reader that writes with `writer`. */
export function htmlReader(writer: ProseWriter): HtmlReader {
  const state: State = {
    writer,
    tables: tables(),
    comments: [],
    depths: new Map(),
    skipped: undefined,
    heading: undefined,
  };
  return {
    readBlocks(html, offset) {
      writer.close();
      readTokens(html, handlerOf(state, html, offset));
      if (state.skipped && SKIPPED_INLINE.has(state.skipped)) state.skipped = undefined;
      writer.close();
    },
    readInline: (html, offset) => readTokens(html, handlerOf(state, html, offset)),
    keep: (source, start, end) => keep(state, source, { start, end }, 0),
    isSkipping: () => state.skipped !== undefined,
    isInQuotation: () => depthOf(state, 'blockquote') > 0,
    comments: state.comments,
  };
}

function handlerOf(state: State, html: string, offset: number): HtmlHandler {
  const { writer } = state;
  return {
    text: (start, end) => keep(state, html, { start, end }, offset),
    entity(character, start, end) {
      if (state.skipped) return;
      begin(state);
      writer.put(character, offset + start, offset + end);
    },
    open: (tag) => openElement(state, tag, offset),
    close: (name, start, end) => closeElement(state, name, { start: offset + start, end: offset + end }),
    comment: (start, end) => void state.comments.push({ start: offset + start, end: offset + end }),
  };
}

function keep(state: State, text: string, { start, end }: Span, offset: number): void {
  if (state.skipped) return;
  if (depthOf(state, 'sup') > 0 && NOTE_SIGN.test(text.slice(start, end))) return;
  begin(state);
  state.writer.keep(offset + start, offset + end);
}

function openElement(state: State, tag: OpenTag, offset: number): void {
  const { name } = tag;
  const span = { start: offset + tag.start, end: offset + tag.end };
  if (!endsSkipping(state, name)) return;
  if (SKIPPED_INLINE.has(name)) putInline(state, GAP, span);
  if (name === 'pre') state.writer.close();
  if (SKIPPED.has(name) || SKIPPED_INLINE.has(name)) state.skipped = name;
  else if (name === 'br') putInline(state, '\n', span);
  else if (name === 'img') putInline(state, GAP, span);
  else if (name === 'q') putInline(state, '“', span);
  if (BLOCKS.has(name)) openBlock(state, tag);
  if (COUNTED.has(name)) state.depths.set(name, depthOf(state, name) + 1);
}

function openBlock(state: State, tag: OpenTag): void {
  const { name } = tag;
  endBlock(state);
  const heading = HEADING.exec(name);
  if (heading) state.heading = Number(heading[1]);
  if (name === 'table') state.tables.openTable();
  if (name === 'tr') state.tables.openRow();
  if (name === 'td' || name === 'th') state.tables.openCell(name === 'th', tag.colspan, tag.rowspan);
}

function closeElement(state: State, name: string, span: Span): void {
  if (state.skipped === name) {
    state.skipped = undefined;
    return;
  }
  if (!endsSkipping(state, name)) return;
  if (name === 'q') putInline(state, '”', span);
  if (BLOCKS.has(name)) endBlock(state);
  if (COUNTED.has(name)) state.depths.set(name, Math.max(0, depthOf(state, name) - 1));
  if (name === 'figure') state.depths.delete('figcaption');
  if (name === 'td' || name === 'th' || name === 'tr') state.tables.closeCell();
  if (name === 'table') state.tables.closeTable();
}

/** Whether nothing is passed over, or the tag ends it: a block's tag ends `<code>`, and a head without an end tag. */
function endsSkipping(state: State, name: string): boolean {
  const { skipped } = state;
  if (!skipped) return true;
  if (!BLOCKS.has(name) || !(skipped === 'head' || SKIPPED_INLINE.has(skipped))) return false;
  state.skipped = undefined;
  return true;
}

function endBlock(state: State): void {
  state.writer.close();
  state.heading = undefined;
  state.depths.delete('sup');
}

function begin(state: State): void {
  if (!state.writer.isOpen()) state.writer.open(shapeOf(state));
}

function putInline(state: State, words: string, { start, end }: Span): void {
  if (state.skipped) return;
  begin(state);
  state.writer.put(words, start, end);
}

function shapeOf(state: State): BlockShape {
  const { tables, heading } = state;
  const quoted = depthOf(state, 'blockquote') > 0;
  if (tables.isInCell()) return { kind: 'table-cell', quoted, cell: tables.cellOf };
  if (heading !== undefined) return { kind: 'heading', quoted, level: heading };
  if (depthOf(state, 'figcaption') > 0 || depthOf(state, 'caption') > 0) return { kind: 'caption', quoted };
  const isListed = LISTS.some((name) => depthOf(state, name) > 0);
  return { kind: isListed ? 'list-item' : 'paragraph', quoted };
}

function depthOf(state: State, name: string): number {
  return state.depths.get(name) ?? 0;
}
