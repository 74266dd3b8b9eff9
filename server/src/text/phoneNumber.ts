import type { Span } from './span.ts';

/** How far a number may run to either side. */
const REACH = 40;
const PHONE_SIGN = /[\d\s()+./-]/;
const PHONE_WORD = /(?:\b(?:tel|telephone|phone|fax|call|dial|mobile|hotline|whatsapp)\.?:?|☎|📞)\s*$/iu;
const INTERNATIONAL = /^\+\d[\d\s()./-]{6,}$/;
const AMERICAN = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}$/;
const LOCAL = /^\(?\d[\d\s()./-]{5,}$/;

/** Whether a span lies in a telephone number: «+81 3 5555 0100», «(212) 555-0100», «Tel. 03-5555-0100». */
export function isPhoneNumber(text: string, { start, end }: Span): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < REACH && PHONE_SIGN.test(text[from - 1]!)) from -= 1;
  while (to < text.length && to - end < REACH && PHONE_SIGN.test(text[to]!)) to += 1;
  const run = text.slice(from, to);
  const number = run.replace(/^[-./\s]+|[-./\s]+$/g, '');
  if (number.length > 60 || !/\d{2}/.test(number)) return false;
  if (INTERNATIONAL.test(number) || AMERICAN.test(number)) return true;
  const words = text.slice(Math.max(0, from - 20), from + run.length - run.trimStart().length);
  return LOCAL.test(number) && PHONE_WORD.test(words) && number.replace(/\D/g, '').length >= 6;
}
