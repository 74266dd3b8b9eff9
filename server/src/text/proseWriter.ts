import { offsetMap } from './offsetMap.ts';
import type { Block, BlockKind, Cell, Prose } from './prose.ts';

/** What a block is to be. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly quoted: boolean;
  readonly level?: number;
  /** Asked once, when the block turns out to have words; the argument is its index in `Prose.blocks`. */
  readonly cell?: (index: number) => Cell | undefined;
}

/** Writes prose from left to right out of a source with markup. */
export interface ProseWriter {
  /** Begins a block and ends the one before. A block without words is none. */
  open(shape: BlockShape): void;
  close(): void;
  /** Whether a block is open. */
  isOpen(): boolean;
  /** Takes a piece of the source over. Space around a line break becomes the break alone; invisible characters are left out. */
  keep(start: number, end: number): void;
  /** Writes `words` for the source range `start`–`end` (an entity, a line break for `<br>`). */
  put(words: string, start: number, end: number): void;
  finish(): Prose;
}

/** Stands where code, an image or an address was left out, so that the words around do not run together. */
export const GAP = '\uFFFC';

/** Soft hyphen, zero-width and direction marks, BOM: they show nothing and would split names. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
const STOP = new RegExp(`\\n|${INVISIBLE.source}`, 'g');
const PARAGRAPH: BlockShape = { kind: 'paragraph', quoted: false };

/** A writer on `source`; all offsets are those of `source`. */
export function proseWriter(source: string): ProseWriter {
  const map = offsetMap();
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const headings: number[] = [];
  let pieceStart = 0;
  let pieceEnd = 0;
  let shape: BlockShape | undefined;
  let blockStart = -1;
  let wordsEnd = 0;
  let atLineStart = true;
  let searchedFrom = 0;
  let nextStop = -1;

  function flush(): void {
    if (pieceStart < pieceEnd) pieces.push(source.slice(pieceStart, pieceEnd));
    pieceStart = pieceEnd = 0;
  }

  function write(words: string, start: number, end: number): void {
    flush();
    pieces.push(words);
    map.add(words.length, start, end);
  }

  function beginWords(at: number): void {
    shape ??= PARAGRAPH;
    if (blockStart >= 0) return;
    if (blocks.length > 0) write('\n\n', at, at);
    blockStart = map.length();
  }

  function emit(start: number, end: number): void {
    if (end <= start) return;
    beginWords(start);
    if (pieceEnd === start && pieceStart < pieceEnd) pieceEnd = end;
    else {
      flush();
      pieceStart = start;
      pieceEnd = end;
    }
    map.add(end - start, start, end);
    let last = end;
    while (start < last && isSpace(source.charCodeAt(last - 1))) last -= 1;
    if (start < last) wordsEnd = map.length() - (end - last);
    atLineStart = false;
  }

  /** The next line break or invisible character; looked for once each, so that many small pieces of one long line stay linear. */
  function stopFrom(at: number): number {
    if (at < searchedFrom || nextStop < at) {
      STOP.lastIndex = at;
      nextStop = STOP.test(source) ? STOP.lastIndex - 1 : source.length;
    }
    searchedFrom = at;
    return nextStop;
  }

  function keep(start: number, end: number): void {
    let at = start;
    while (at < end) {
      if (atLineStart) while (at < end && isSpace(source.charCodeAt(at))) at += 1;
      if (at >= end) return;
      const stop = Math.min(stopFrom(at), end);
      const breaks = stop < end && source.charCodeAt(stop) === 10;
      let last = stop;
      if (breaks) while (at < last && isSpace(source.charCodeAt(last - 1))) last -= 1;
      emit(at, last);
      if (breaks && !atLineStart) {
        emit(stop, stop + 1);
        atLineStart = true;
      }
      at = stop + 1;
    }
  }

  function put(words: string, start: number, end: number): void {
    if (words === '' || INVISIBLE.test(words)) return;
    const isWord = words !== GAP && words.trim() !== '';
    // A block never starts with a gap or with space, so that one of images alone has no words.
    if (atLineStart && !isWord) return;
    beginWords(start);
    write(words, start, end);
    atLineStart = words.endsWith('\n');
    if (isWord) wordsEnd = map.length();
  }

  function close(): void {
    if (shape && blockStart >= 0) blocks.push(toBlock(shape, blockStart));
    shape = undefined;
    blockStart = -1;
    atLineStart = true;
  }

  function toBlock({ kind, quoted, level, cell }: BlockShape, start: number): Block {
    const index = blocks.length;
    if (level !== undefined) while (isAtOrBelow(headings.at(-1), level)) headings.pop();
    const heading = headings.at(-1);
    if (level !== undefined) headings.push(index);
    const place = cell?.(index);
    return {
      kind,
      span: { start, end: wordsEnd },
      quoted,
      ...(level === undefined ? {} : { level }),
      ...(heading === undefined ? {} : { heading }),
      ...(place === undefined ? {} : { cell: place }),
    };
  }

  function isAtOrBelow(heading: number | undefined, level: number): boolean {
    return heading !== undefined && (blocks[heading]?.level ?? 1) >= level;
  }

  return {
    open(next) {
      close();
      shape = next;
    },
    close,
    isOpen: () => shape !== undefined,
    keep,
    put,
    finish() {
      close();
      flush();
      return { text: pieces.join(''), blocks, toSource: map.toSource, fromSource: map.fromSource };
    },
  };
}

function isSpace(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13);
}
