import type { Position } from '../../facts/jsonDocument.ts';

/** Where cells stand in a text; rows count from 1, columns from 0. Without a column: the row's first line. */
export type PlaceOf = (line: number, column?: number) => Position;

/** Finds cells in a table of text, a row at a time: nobody asks for most of them. */
export function placesIn(text: string, delimiter: string): PlaceOf {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (line, column) => {
    const start = starts[line - 1] ?? text.length;
    const cell =
      column === undefined ? { start, end: endOfLine(text, start) } : cellAt(text, delimiter, start, column);
    // A cell may stand further down than its row begins: the one before it holds a line break.
    let at = line - 1;
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= cell.start) at++;
    const end = Math.min(cell.end, endOfLine(text, cell.start));
    return { line: at, character: cell.start - (starts[at] ?? 0), length: end - cell.start };
  };
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A cell without the blanks and the quotation marks around it; where the row is too short, its end. */
function cellAt(text: string, delimiter: string, start: number, column: number) {
  let at = start;
  for (let passed = 0; ; passed++) {
    const cell = readCell(text, delimiter, at);
    const isLast = text[cell.next] !== delimiter;
    if (passed === column) return { start: cell.start, end: cell.end };
    if (isLast) return { start: cell.next, end: cell.next };
    at = cell.next + 1;
  }
}

function readCell(text: string, delimiter: string, from: number) {
  let start = from;
  while (text[start] === ' ') start++;
  if (text[start] === '"') {
    const close = closingQuote(text, start + 1);
    let next = close + 1;
    while (next < text.length && !isEnd(text, delimiter, next)) next++;
    return { start: start + 1, end: close, next };
  }
  let next = start;
  while (next < text.length && !isEnd(text, delimiter, next)) next++;
  return { start, end: start + text.slice(start, next).trimEnd().length, next };
}

function isEnd(text: string, delimiter: string, at: number): boolean {
  return text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return text.length;
}
