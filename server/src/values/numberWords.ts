import { isDashAt, isLetterAt, skipGap } from './chars.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import type { Numeral } from './numeral.ts';

/**
 * The number in words at `start`: «five», «forty-three», «two hundred and ten», «two and a half».
 * `first` is a number that stands before it: 1 for the «a» of «a million» (with `start` at «million»), 0.5 for «half a million».
 */
export function readNumberWords(text: string, start: number, first = -1): Numeral | undefined {
  let total = 0;
  let current = Math.max(first, 0);
  let scale = 1;
  let end = start;
  let isOpen = first >= 0;
  for (let next = start; ; ) {
    const lexeme = lexemeAt(text, next);
    if (!lexeme) break;
    if (lexeme.number >= 0) {
      if (end > start && !fits(current, lexeme.number)) break;
      current += lexeme.number;
      isOpen = true;
    } else if (lexeme.starter !== 'scale' || !isOpen) break;
    else if (lexeme.scale <= 100) {
      if (current >= 100) break;
      current *= lexeme.scale;
    } else {
      if (scale > 1 && lexeme.scale >= scale) break;
      total += current * lexeme.scale;
      scale = lexeme.scale;
      current = 0;
      isOpen = false;
    }
    end = next + lexeme.word.length;
    next = nextWord(text, end, current % 100 === 0);
    if (next === end) break;
  }
  if (end === start) return undefined;
  const precision = scale > 1 && current === 0 ? 0.5 * scale : 0.5;
  return withHalf(text, { start, end, value: total + current, precision, scale, inWords: true, digits: 0 });
}

/** Whether «three» may follow a number such as «forty» or «two hundred». */
function fits(current: number, next: number): boolean {
  if (next === 0) return false;
  if (current % 100 === 0) return true;
  return next < 10 && current % 100 >= 20 && current % 10 === 0;
}

/** Where the next word of the number would stand; `end` where the number ends. */
function nextWord(text: string, end: number, mayAnd: boolean): number {
  if (isDashAt(text, end)) return isLetterAt(text, end + 1) ? end + 1 : end;
  const next = skipGap(text, end);
  if (!mayAnd || !hasWordAt(text, next, 'and')) return next;
  const behind = skipGap(text, next + 3);
  return (lexemeAt(text, behind)?.number ?? 0) > 0 ? behind : next;
}

const AND_A_HALF = /^[\s-]and[\s-]a[\s-](half|quarter)(?![a-z])/i;

/** «two and a half», «two-and-a-half». */
function withHalf(text: string, numeral: Numeral): Numeral {
  if (!hasWordAt(text, numeral.end + 1, 'and')) return numeral;
  const match = AND_A_HALF.exec(text.slice(numeral.end, numeral.end + 16));
  if (!match) return numeral;
  const part = match[1]!.length === 4 ? 0.5 : 0.25;
  return {
    ...numeral,
    end: numeral.end + match[0].length,
    value: numeral.value + part * numeral.scale,
    precision: 0.25 * numeral.scale,
  };
}

const UNITS_IN_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS_IN_WORDS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number from 0 to 9,999 in words, «forty-three»; undefined for any other. */
export function toNumberWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return undefined;
  if (value < 20) return UNITS_IN_WORDS[value]!;
  if (value < 100) {
    const tens = TENS_IN_WORDS[Math.floor(value / 10)]!;
    return value % 10 === 0 ? tens : `${tens}-${UNITS_IN_WORDS[value % 10]}`;
  }
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const head = `${toNumberWords(Math.floor(value / size))} ${name}`;
  if (value % size === 0) return head;
  return `${head}${value % size < 100 ? ' and' : ''} ${toNumberWords(value % size)}`;
}
