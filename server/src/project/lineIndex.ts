/** A place in a text as LSP counts: lines and characters from 0, in UTF-16 code units; `offset` from the start. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** Where the lines of one text start; turns offsets into places. */
export interface LineIndex {
  readonly starts: readonly number[];
  placeAt(offset: number): Place;
  /** The line without its line break. */
  lineAt(line: number): string;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Indexes a text's lines; they end at LF, CR LF or a CR by itself, as in LSP. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED) starts.push(i + 1);
    else if (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED) starts.push(i + 1);
  }
  return {
    starts,
    placeAt(offset) {
      const line = lineOf(starts, offset);
      return { line, character: offset - starts[line]!, offset };
    },
    lineAt(line) {
      const end = starts[line + 1] ?? text.length;
      return withoutBreak(text.slice(starts[line], end));
    },
  };
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withoutBreak(line: string): string {
  if (line.endsWith('\r\n')) return line.slice(0, -2);
  return line.endsWith('\n') || line.endsWith('\r') ? line.slice(0, -1) : line;
}
