import type { Span } from './span.ts';

/** By opening mark: the marks that close it. German „…“ ends with what opens in English. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '"': '"',
  '‘': '’',
  "'": "'",
};
const OPENING = /["“„«‹‘']/g;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The quotations of a block, marks included, in reading order, the outer ones only. A mark that is never closed opens
 * a quotation to the end of its paragraph, as in speech of several paragraphs; a single mark only if it is closed
 * («’90s» and «the carmakers’ stake» are no quotations). Titles and scare quotes count as well.
 */
export function quotationsOf(text: string, span: Span): readonly Span[] {
  const quotations: Span[] = [];
  // Cut out, so that a block without a mark costs no look at the rest of the text.
  const block = text.slice(span.start, span.end);
  const closers = new Map<string, Closers>();
  OPENING.lastIndex = 0;
  let paragraphEnd = -1;
  for (let match = OPENING.exec(block); match; match = OPENING.exec(block)) {
    const start = match.index;
    const mark = match[0];
    if (!opens(block, start)) continue;
    if (paragraphEnd <= start) paragraphEnd = endOfParagraph(block, start);
    const closing = CLOSING[mark]!;
    const isSingle = mark === '‘' || mark === "'";
    if (isSingle && !closers.has(closing)) closers.set(closing, singleClosers(block, closing));
    const end = isSingle
      ? singleEnd(closers.get(closing)!, start, paragraphEnd)
      : doubleEnd(block, start, paragraphEnd, closing);
    if (end === undefined) continue;
    quotations.push({ start: span.start + start, end: span.start + end });
    OPENING.lastIndex = end;
  }
  return quotations;
}

/** Whether a mark can open: straight ones only behind space, a bracket or a dash («6" pipe» does not). */
function opens(text: string, at: number): boolean {
  const mark = text[at];
  const before = text[at - 1] ?? ' ';
  if (mark === '"' || mark === "'" || mark === '‘') {
    const next = text[at + 1] ?? ' ';
    if (LETTER.test(before) || /[.,!?;:%]/.test(before) || /\s/.test(next)) return false;
    return mark === '"' || !/\d/.test(next) || text[at + 2] === '%';
  }
  return true;
}

function endOfParagraph(block: string, from: number): number {
  const blank = /\n[ \t\r]*\n/.exec(block.slice(from));
  return blank ? from + blank.index : block.length;
}

function doubleEnd(text: string, start: number, limit: number, closers: string): number {
  for (let at = start + 1; at < limit; at += 1) {
    if (closers.includes(text[at]!)) return at + 1;
  }
  return limit;
}

/** Where single marks may close, in order: behind punctuation, and (not behind «s») else. */
interface Closers {
  readonly strong: readonly number[];
  readonly weak: readonly number[];
}

function singleClosers(block: string, mark: string): Closers {
  const strong: number[] = [];
  const weak: number[] = [];
  for (let at = block.indexOf(mark, 1); at >= 0; at = block.indexOf(mark, at + 1)) {
    if (LETTER.test(block[at + 1] ?? ' ')) continue;
    if (/[.,!?;:…—-]/.test(block[at - 1]!)) strong.push(at);
    // «the carmakers’ stake» may stand within; «‘the carmaker’» has no punctuation at all.
    else if (block[at - 1] !== 's') weak.push(at);
  }
  return { strong, weak };
}

/** Behind the first mark that closes behind punctuation, else the first that may close at all. */
function singleEnd({ strong, weak }: Closers, start: number, limit: number): number | undefined {
  const at = [strong, weak].map((marks) => firstAfter(marks, start)).find((mark) => mark < limit);
  return at === undefined ? undefined : at + 1;
}

function firstAfter(marks: readonly number[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (marks[middle]! <= start) low = middle + 1;
    else high = middle;
  }
  return marks[low] ?? Number.POSITIVE_INFINITY;
}
