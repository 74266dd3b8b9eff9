import { KIND, LOWER, OTHER, UPPER, wordEnd, wordStart } from './letters.ts';

/** Words before a person's family name. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Captain Capt Major Maj Sergeant Sgt Judge Justice Father Sister ' +
    'Brother Uncle Aunt Senator Sen Governor Gov Mayor Baron Baroness Count Countess Herr Frau Madame Monsieur Mme Mlle Signor ' +
    'Signora Señor Señora Chancellor Rev Reverend Colonel Col Lieutenant Lt Inspector Detective Prince Princess Queen King Saint Rabbi Imam'
  ).split(' '),
);

/** The word directly before, parted by blanks only (a full stop is let through behind a title or an initial). */
export function wordBefore(
  text: string,
  start: number,
): { readonly start: number; readonly text: string } | undefined {
  let end = start;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  if (end === start && start > 0) return undefined;
  const stop = text[end - 1] === '.';
  if (stop) end--;
  const from = wordStart(text, end);
  if (from === end) return undefined;
  const word = text.slice(from, end);
  if (stop && !(TITLES.has(word) || /^(?:\p{Lu}|St)$/u.test(word))) return undefined;
  return { start: from, text: word };
}

/** The word directly behind, parted by blanks only. */
export function wordAfter(
  text: string,
  end: number,
): { readonly end: number; readonly text: string } | undefined {
  let start = end;
  while (start < text.length && isBlank(text.charCodeAt(start))) start++;
  if (start === end) return undefined;
  const to = wordEnd(text, start);
  return to === start ? undefined : { end: to, text: text.slice(start, to) };
}

/** Whether a sentence, a line or a quotation starts here. */
export function startsSentence(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && /["'“‘([«*_]/.test(text[at - 1]!)) at--;
  if (at < start && at > 0 && /["'“‘«]/.test(text[at]!)) return true;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\u00a0')) at--;
  return (
    at === 0 || /[\n\r.!?:•|]/.test(text[at - 1]!) || /[.!?]["'”’)]/.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** A title («Mr», «Dame») or an initial before a name makes it a person's. */
export function isTitled(text: string, start: number): boolean {
  const before = wordBefore(text, start);
  if (before === undefined) return false;
  if (TITLES.has(before.text)) return true;
  return /^\p{Lu}$/u.test(before.text) && text[before.start + 1] === '.' && before.text !== 'I';
}

/** Whether it starts with a capital. */
export function isCapitalised(word: string): boolean {
  return KIND[word.charCodeAt(0)] === UPPER && word.length > 0;
}

/** «’s» or «'s» behind a name, or the mark alone behind a final s. Where it is one, its end. */
export function possessiveEnd(text: string, end: number): number | undefined {
  const mark = text.charCodeAt(end);
  if (mark !== 0x27 && mark !== 0x2019) return undefined;
  const next = text.charCodeAt(end + 1);
  const letter = next === 0x73 || next === 0x53;
  if (letter && (end + 2 >= text.length || KIND[text.charCodeAt(end + 2)] === OTHER)) return end + 2;
  const last = text.charCodeAt(end - 1);
  const endsInS = last === 0x73 || last === 0x53 || last === 0x78 || last === 0x7a;
  return endsInS && isBlank(next) && KIND[text.charCodeAt(end + 2)] === LOWER ? end + 1 : undefined;
}

/** Joined by a hyphen to a capitalised word on either side («Heron-Smith»): that word. */
export function hyphenPartner(text: string, start: number, end: number): string | undefined {
  if (isHyphen(text.charCodeAt(end)) && KIND[text.charCodeAt(end + 1)] === UPPER) {
    return text.slice(end + 1, wordEnd(text, end + 1));
  }
  if (!isHyphen(text.charCodeAt(start - 1)) || start < 2) return undefined;
  const from = wordStart(text, start - 1);
  return KIND[text.charCodeAt(from)] === UPPER && from < start - 1 ? text.slice(from, start - 1) : undefined;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09 ||
    code === 0x202f ||
    code === 0x2009
  );
}
