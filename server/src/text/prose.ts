import type { Span } from './span.ts';

/**
 * A draft without its markup: clean text for the scanners, and the way back to the source.
 * Plain text is its own prose (`text` is the very same string), so that it costs nothing.
 * Blocks stand in reading order, never overlap, and are parted by at least one line break.
 */
export interface Prose {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Takes a span of the prose to the source. The one place where offsets change. A span never starts or ends inside markup. */
  toSource(span: Span): Span;
  /** The prose offset at or just behind a source offset (for a cursor). */
  fromSource(offset: number): number;
}

/** What a block is in its document. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'caption' | 'table-cell';

/** A stretch of prose that stands for itself: a paragraph, a heading, a table cell. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Within a block quotation (`>`, `<blockquote>`). */
  readonly quoted: boolean;
  /** A heading's level, 1 to 6. */
  readonly level?: number;
  /** Index in `blocks` of the heading above, if any. */
  readonly heading?: number;
  readonly cell?: Cell;
}

/** Where a cell stands in its table; heads are indexes in `Prose.blocks`. */
export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The cell is itself a head (of a column: `<th>`, the first row; never the first column by itself). */
  readonly isHead: boolean;
  /** The first cell of its row; undefined for that cell itself. */
  readonly rowHead?: number;
  readonly columnHead?: number;
}
