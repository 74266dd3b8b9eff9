import type { Span } from './span.ts';

/** By opening mark: the marks that close it. German „…“ ends with what opens in English. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '‹': '›', '"': '"' };
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
  OPENING.lastIndex = 0;
  let paragraphEnd = -1;
  for (let match = OPENING.exec(block); match; match = OPENING.exec(block)) {
    const start = span.start + match.index;
    const mark = match[0];
    if (!opens(text, start, span.start)) continue;
    if (paragraphEnd <= start) paragraphEnd = endOfParagraph(text, start, span.end);
    const isSingle = mark === '‘' || mark === "'";
    const end = isSingle
      ? singleEnd(text, start, paragraphEnd)
      : doubleEnd(text, start, paragraphEnd, CLOSING[mark]!);
    if (end === undefined) continue;
    quotations.push({ start, end });
    OPENING.lastIndex = end - span.start;
  }
  return quotations;
}

/** Whether a mark can open: straight ones only behind space, a bracket or a dash («6" pipe» does not). */
function opens(text: string, at: number, start: number): boolean {
  const mark = text[at];
  const before = at === start ? ' ' : text[at - 1]!;
  if (mark === '"' || mark === "'" || mark === '‘') {
    const next = text[at + 1] ?? ' ';
    if (LETTER.test(before) || /[.,!?;:%]/.test(before) || /\s/.test(next)) return false;
    return mark === '"' || !/\d/.test(next) || text[at + 2] === '%';
  }
  return true;
}

function endOfParagraph(text: string, from: number, limit: number): number {
  const blank = /\n[ \t\r]*\n/.exec(text.slice(from, limit));
  return blank ? from + blank.index : limit;
}

function doubleEnd(text: string, start: number, limit: number, closers: string): number {
  for (let at = start + 1; at < limit; at += 1) {
    if (closers.includes(text[at]!)) return at + 1;
  }
  return limit;
}

/** The first mark that closes behind punctuation or before space; what is longer than 1,000 characters is none. */
function singleEnd(text: string, start: number, limit: number): number | undefined {
  const closing = text[start] === '‘' ? '’' : "'";
  const stop = Math.min(limit, start + 1000);
  let fallback: number | undefined;
  for (let at = start + 1; at < stop; at += 1) {
    if (text[at] !== closing || LETTER.test(text[at + 1] ?? ' ')) continue;
    if (/[.,!?;:…—-]/.test(text[at - 1]!)) return at + 1;
    // «the carmakers’ stake» may stand within; «‘the carmaker’» has no punctuation at all.
    if (text[at - 1] !== 's') fallback ??= at + 1;
  }
  return fallback;
}
