import type { Span } from './span.ts';

/** How far a number may run to either side. */
const REACH = 40;
const MARK = 1;
const DIGIT = 2;
/** By ASCII code: what may stand in a telephone number; 0 for all else. */
const PHONE_SIGNS = new Uint8Array(128).fill(DIGIT, 48, 58).fill(MARK, 9, 14);
for (const sign of ' ()+./-') PHONE_SIGNS[sign.charCodeAt(0)] = MARK;
const OTHER_SPACE = /[^\S\u0000-\u007f]/;
/** The least that any telephone number has; an international one begins with its sign. */
const FEWEST_DIGITS = 6;
const PHONE_WORD = /(?:\b(?:tel|telephone|phone|fax|call|dial|mobile|hotline|whatsapp)\.?:?|☎|📞)\s*$/iu;
const INTERNATIONAL = /^\+\d[\d\s()./-]{6,}$/;
const AMERICAN = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}$/;
const LOCAL = /^\(?\d[\d\s()./-]{5,}$/;

/** Whether a span lies in a telephone number: «+81 3 5555 0100», «(212) 555-0100», «Tel. 03-5555-0100». */
export function isPhoneNumber(text: string, { start, end }: Span): boolean {
  // «43%», «July 21»: most values hold a sign that no number has.
  for (let at = start; at < end; at++) if (signAt(text, at) === 0) return false;
  let from = start;
  let to = end;
  while (from > 0 && start - from < REACH && signAt(text, from - 1) > 0) from -= 1;
  while (to < text.length && to - end < REACH && signAt(text, to) > 0) to += 1;
  // Counted before anything is cut out: «rose 43 percent to» has too few, and so have nearly all.
  if (!hasDigitsEnough(text, from, to)) return false;
  const run = text.slice(from, to);
  const number = run.replace(/^[-./\s]+|[-./\s]+$/g, '');
  if (number.length > 60 || !/\d{2}/.test(number)) return false;
  if (INTERNATIONAL.test(number) || AMERICAN.test(number)) return true;
  if (!LOCAL.test(number)) return false;
  const words = text.slice(Math.max(0, from - 20), from + run.length - run.trimStart().length);
  return PHONE_WORD.test(words) && number.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? PHONE_SIGNS[code]! : Number(OTHER_SPACE.test(text[at]!));
}

function hasDigitsEnough(text: string, from: number, to: number): boolean {
  let digits = 0;
  for (let at = from; at < to; at++) {
    if (signAt(text, at) === DIGIT) digits += 1;
    if (digits >= FEWEST_DIGITS || text.charCodeAt(at) === 43) return true;
  }
  return false;
}
