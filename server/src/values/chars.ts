/** Classes of characters, so that a scan decides with one look-up what it stands on. */
export const LOWER = 0;
/** A capital, as a class of character. */
export const UPPER = 1;
/** All classes up to this one are letters or digits. */
export const DIGIT = 2;
/** A sign of a currency. */
export const CURRENCY = 3;
/** Blank space within a line, no-break and thin spaces too. */
export const SPACE = 4;
/** The end of a line. */
export const LINE_BREAK = 5;
/** What is none of the other classes. */
export const OTHER = 6;

/** The class of every UTF-16 code unit. */
export const CLASS_OF: Uint8Array = makeClasses();

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(65536).fill(OTHER);
  // Letters beyond ASCII by range, without asking a regex 65,536 times: only that they are letters matters here.
  classes.fill(LOWER, 0xc0, 0x2000);
  classes.fill(LOWER, 0x2c00, 0x2e00);
  classes.fill(LOWER, 0x3040, 0xd800);
  classes.fill(LOWER, 0xf900, 0xfe00);
  classes.fill(LOWER, 97, 123);
  classes.fill(UPPER, 65, 91);
  classes.fill(DIGIT, 48, 58);
  classes.fill(SPACE, 0x2000, 0x200b);
  for (const code of [0x20, 0x09, 0xa0, 0x202f, 0x205f, 0x3000]) classes[code] = SPACE;
  for (const code of [0x0a, 0x0d, 0x2028, 0x2029]) classes[code] = LINE_BREAK;
  for (const sign of '$€£¥₩₹₺₽₫฿₱₴₦₪₡₲₵₸') classes[sign.charCodeAt(0)] = CURRENCY;
  for (const sign of '×÷') classes[sign.charCodeAt(0)] = OTHER;
  return classes;
}

/** The class of the code unit at `index`; `OTHER` outside the text. */
export function classAt(text: string, index: number): number {
  // Out of range, `charCodeAt` gives NaN, which makes the look-up slow for good: so that is asked first (a negative index too).
  return index >>> 0 < text.length ? CLASS_OF[text.charCodeAt(index)]! : OTHER;
}

/** Whether a digit of 0 to 9 stands there. */
export function isDigitAt(text: string, index: number): boolean {
  return classAt(text, index) === DIGIT;
}

/** Whether a letter stands there. */
export function isLetterAt(text: string, index: number): boolean {
  return classAt(text, index) <= UPPER;
}

/** Whether blank space or the end of a line stands there. */
export function isBlankAt(text: string, index: number): boolean {
  const found = classAt(text, index);
  return found === SPACE || found === LINE_BREAK;
}

/** A letter or a digit. */
export function isWordAt(text: string, index: number): boolean {
  return classAt(text, index) <= DIGIT;
}

/** `-` and the dashes that stand between the ends of a range or inside a compound. */
export function isDashAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 0x2d || (code >= 0x2010 && code <= 0x2013) || code === 0x2212;
}

/** Behind the blank space at `index`, which may hold one line break but no empty line; `index` itself where there is none. */
export function skipGap(text: string, index: number): number {
  let breaks = 0;
  for (let i = index; ; i++) {
    const found = classAt(text, i);
    if (found === SPACE) continue;
    if (found !== LINE_BREAK) return i;
    const isPair = text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10;
    if (++breaks > 1) return index;
    if (isPair) i++;
  }
}

/** The same backwards: the offset just behind the last thing before `index`; `index` itself across an empty line. */
export function skipGapBack(text: string, index: number, from: number): number {
  let breaks = 0;
  for (let i = index; i > from; i--) {
    const found = classAt(text, i - 1);
    if (found === SPACE) continue;
    if (found !== LINE_BREAK) return i;
    if (++breaks > 1) return index;
    if (text.charCodeAt(i - 1) === 10 && text.charCodeAt(i - 2) === 13) i--;
  }
  return from;
}

/** Behind the blank or hyphen at `end`; -1 where neither is there. */
export function jointEnd(text: string, end: number): number {
  if (isDashAt(text, end)) return end + 1;
  const next = skipGap(text, end);
  return next > end ? next : -1;
}
