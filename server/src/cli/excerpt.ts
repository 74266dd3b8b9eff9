import type { LineView } from '../project/fileResult.ts';
import { printable, widthOf } from './terminal.ts';

/** A line of a draft and the marks to print beneath it. */
export interface Excerpt {
  /** What stands before, in and behind the marked words; all printable. */
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  /** Columns before the marks, and how many there are; at least one. */
  readonly indent: number;
  readonly marks: number;
}

const ELLIPSIS = '…';

/**
 * The line around the words from character `start` to `end`, cut to `width` columns about them. A tab is shown as a
 * space, so that the marks stand right whatever the terminal's tab stops.
 */
export function excerptOf({ text, from }: LineView, start: number, end: number, width: number): Excerpt {
  const low = clamp(start - from, text.length);
  const high = Math.max(low, clamp(end - from, text.length));
  const marked = head(printable(text.slice(low, high)), width - 2);
  const room = Math.max(0, width - widthOf(marked));
  const whole = printable(text.slice(0, low));
  const rest = printable(text.slice(high)).trimEnd();
  const wanted = Math.max(Math.floor(room / 2), room - widthOf(rest));
  const before = from > 0 ? tail(`${' '.repeat(width)}${whole}`, wanted) : tail(whole.trimStart(), wanted);
  const after = head(rest, room - widthOf(before));
  return { before, marked, after, indent: widthOf(before), marks: Math.max(1, widthOf(marked)) };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}

/** The beginning of a text, in at most so many columns. */
function head(text: string, width: number): string {
  if (widthOf(text.slice(0, 2 * width + 2)) <= width && text.length <= 2 * width + 2) return text;
  let kept = '';
  let taken = 1;
  for (const character of text) {
    taken += widthOf(character);
    if (taken > width) break;
    kept += character;
  }
  return width < 1 ? '' : kept + ELLIPSIS;
}

/** The end of a text, in at most so many columns. */
function tail(text: string, width: number): string {
  const near = [...text.slice(-(2 * width + 2))];
  if (near.join('').length === text.length && widthOf(text) <= width) return text;
  let from = near.length;
  for (let taken = 1; from > 0; from--) {
    taken += widthOf(near[from - 1]!);
    if (taken > width) break;
  }
  return width < 1 ? '' : ELLIPSIS + near.slice(from).join('');
}
