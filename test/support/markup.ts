import type { Span } from '../../server/src/text/span.ts';

/** `{{43%|percent}}` is right; `{{34%|percent|43%;43.4%}}` is wrong, and these are its accepted corrections. */
export interface Mark {
  readonly span: Span;
  readonly kind: string;
  /** The accepted corrections, the best first; none where the statement is right. */
  readonly corrections: readonly string[] | null;
}

/** A marked draft without its marks. */
export interface Unmarked {
  readonly text: string;
  /** In reading order. */
  readonly marks: readonly Mark[];
}

/** `{{words|kind}}` or `{{words|kind|correction;correction}}`; an empty third part: wrong, and no fix is offered. */
const MARK = /\{\{([^|{}]+)\|([a-z]+)(?:\|([^{}]*))?\}\}/g;

/** Strips the marks: the plain text, and each mark's span in it. */
export function unmark(marked: string): Unmarked {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, words = '', kind = '', corrections] = match;
    text += marked.slice(last, match.index);
    const span = { start: text.length, end: text.length + words.length };
    marks.push({ span, kind, corrections: corrections?.split(';').filter(Boolean) ?? null });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), marks };
}

/** Whether the mark says that its words are wrong. */
export function isWrong(mark: Mark): mark is Mark & { readonly corrections: readonly string[] } {
  return mark.corrections !== null;
}

/** `text` with the words of `span` exchanged. */
export function replaceAt(text: string, span: Span, words: string): string {
  return text.slice(0, span.start) + words + text.slice(span.end);
}
