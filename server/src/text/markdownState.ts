import type { HtmlReader } from './html.ts';
import type { BlockShape, ProseWriter } from './proseWriter.ts';
import type { Tables } from './tables.ts';

/** Where the reading of a Markdown file stands. All offsets are those of the source. */
export interface MarkdownState {
  readonly source: string;
  readonly writer: ProseWriter;
  readonly html: HtmlReader;
  readonly tables: Tables;
  /** Where the parsed part starts: lezer counts from there. */
  readonly from: number;
  /** Labels of link references, in lower case. */
  readonly labels: ReadonlySet<string>;
  /** From a link's `]` to where the link ends. */
  readonly linkTails: Map<number, number>;
  /** Brackets that only look like a link's. */
  readonly literalBrackets: Set<number>;
  /** How far the source has been taken. */
  at: number;
  /** The block being read; undefined between blocks. */
  leaf: { readonly start: number; readonly end: number; readonly shape: BlockShape } | undefined;
  quotes: number;
  lists: number;
  /** Of the table row: columns passed, and columns opened. */
  column: number;
  opened: number;
  inRow: boolean;
  /** The block before was an image: words in italics beneath it are its caption. */
  afterImage: boolean;
}

/** Takes the source over as prose up to `end`. */
export function takeUpTo(state: MarkdownState, end: number): void {
  const { leaf, writer } = state;
  const stop = leaf ? Math.min(end, leaf.end) : end;
  if (stop <= state.at) return;
  // An inline `<div>` may have closed the block.
  if (leaf && !writer.isOpen()) writer.open(leaf.shape);
  state.html.keep(state.source, state.at, stop);
  state.at = stop;
}

/** «*Two men shake hands.*»: one emphasis from end to end, on the face of it. */
export function isEmphasised(source: string, start: number, end: number): boolean {
  const words = source.slice(start, Math.min(end, start + 2000)).trim();
  const mark = words[0];
  return words.length > 2 && (mark === '*' || mark === '_') && words.endsWith(mark);
}
