import { type CalendarDate, readIsoDate } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/** Words of an example that were marked: `{{43%|percent}}` right, `{{34%|percent|43%;43.4%}}` wrong. */
export interface Mark {
  readonly span: Span;
  readonly kind: string;
  /** What may stand there instead, the best first; undefined where the words are right. */
  readonly corrections?: readonly string[];
}

/** A marked sentence without its marks. */
export interface MarkedSentence {
  readonly text: string;
  /** In reading order. */
  readonly marks: readonly Mark[];
  /** The day on which it was written: `[2023-01-26] ` before it. */
  readonly asOf?: Required<CalendarDate>;
}

const DAY = /^\[(\d{4}-\d{2}-\d{2})\] */;
const MARK = /\{\{([^|{}]+)\|([a-z]+)(?:\|([^{}]*))?\}\}/g;

/** Reads an example of a facts file, in the notation of the accuracy sets. */
export function readMarkedSentence(marked: string): MarkedSentence {
  const day = DAY.exec(marked);
  const date = day?.[1] === undefined ? undefined : readIsoDate(day[1]);
  const body = day && date ? marked.slice(day[0].length) : marked;
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const match of body.matchAll(MARK)) {
    const [whole, words = '', kind = '', corrections] = match;
    text += body.slice(last, match.index);
    const span = { start: text.length, end: text.length + words.length };
    const right = corrections?.split(';').filter((it) => it !== '');
    marks.push({ span, kind, ...(right && { corrections: right }) });
    text += words;
    last = match.index + whole.length;
  }
  text += body.slice(last);
  const asOf = date && { year: date.year, month: date.month ?? 1, day: date.day ?? 1 };
  return { text, marks, ...(asOf && { asOf }) };
}
