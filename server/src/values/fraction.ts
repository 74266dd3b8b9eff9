import { isDashAt, isDigitAt, isLetterAt, skipGap } from './chars.ts';
import { hedgeBefore } from './hedge.ts';
import type { PercentValue } from './kind.ts';
import { hasWordAt, lexemeAt, wordEnd } from './lexicon.ts';
import { articleBefore, wordBefore } from './lookBack.ts';
import { readNumberWords } from './numberWords.ts';
import { type Numeral, readFigures } from './numeral.ts';
import type { ScanState } from './scanState.ts';
import { readUnit } from './unit.ts';

/** A share in words with its place: «a third», «two-fifths», «half», «one in five». */
export interface FractionRead {
  readonly start: number;
  readonly end: number;
  readonly value: PercentValue;
}

/**
 * A share in words is taken for what lies near it: «a third» for some 31 to 36%, «half» for 48 to 52%, «a tenth» for 9 to 11%.
 */
export function fractionValue(share: number): PercentValue {
  const percent = Number((share * 100).toPrecision(6));
  const precision = Math.max(1, Math.min(2.5, percent * 0.08));
  return { kind: 'percent', low: percent, high: percent, precision, unit: 'percent', fraction: true };
}

/** «half a percentage point», «a quarter of a percent», «one-half point»: a share of one percent or point, not of a whole. */
export function readShareOfPercent(
  text: string,
  start: number,
  end: number,
  share: number,
): FractionRead | undefined {
  let behind = end;
  for (const word of ['of', 'a', 'one']) {
    const next = skipGap(text, behind);
    if (hasWordAt(text, next, word)) behind = next + word.length;
  }
  const unit = readUnit(text, {
    start,
    end: behind,
    value: share,
    precision: 0.05,
    scale: 1,
    inWords: false,
    digits: 0,
  });
  if (unit?.kind !== 'percent' && unit?.kind !== 'points') return undefined;
  const size = share / unit.divisor;
  const value = {
    kind: 'percent',
    low: size,
    high: size,
    precision: 0.05 / unit.divisor,
    unit: unit.kind,
  } as const;
  return { start, end: unit.end, value };
}

/** What may stand behind a share that is no ordinal and no length of time. */
const BEHIND = new Set(
  'of in from to on by since this more less stake share interest holding owned and or but as after before at than when while which if because for with compared last through during'.split(
    ' ',
  ),
);
const HALVED = new Set('of the its their his her our all that what those these as your my'.split(' '));

/** «two-thirds», «three quarters of»; begun at the number of parts. */
export function readParts(text: string, number: Numeral): FractionRead | undefined {
  if (!number.inWords || number.value < 1 || number.value > 9) return undefined;
  const isHyphen = isDashAt(text, number.end);
  const next = isHyphen ? number.end + 1 : skipGap(text, number.end);
  const part = lexemeAt(text, next);
  if (!part || part.denominator === 0 || part.denominator <= number.value) return undefined;
  const end = next + part.word.length;
  const ofPercent = readShareOfPercent(text, number.start, end, number.value / part.denominator);
  if (ofPercent) return ofPercent;
  const isPlural = part.word.endsWith('s') || part.word === 'halves';
  if (isPlural !== number.value > 1 && !isHyphen) return undefined;
  // «one quarter» and «three quarters» are also lengths of time.
  if (!isHyphen && !mayEnd(text, end, part.denominator === 4)) return undefined;
  return { start: number.start, end, value: fractionValue(number.value / part.denominator) };
}

function mayEnd(text: string, end: number, isTime: boolean): boolean {
  if (isDashAt(text, end)) return false;
  const next = skipGap(text, end);
  if (isDigitAt(text, next)) return false;
  if (!isLetterAt(text, next)) return !isTime;
  const word = text.slice(next, wordEnd(text, next)).toLowerCase();
  return isTime ? word === 'of' || word === 'stake' || word === 'share' : BEHIND.has(word);
}

/** «a third of», «a quarter stake», «nearly a fifth»; begun at the part, `denominator` its number. */
export function readPartOfWhole(
  state: ScanState,
  at: number,
  end: number,
  denominator: number,
): FractionRead | undefined {
  const { text, from } = state;
  const start = articleBefore(text, at, from);
  if (start < state.last) return undefined;
  const ofPercent = readShareOfPercent(text, start, end, 1 / denominator);
  if (ofPercent) return ofPercent;
  const isHedged =
    hedgeBefore(text, start, from) !== undefined || wordBefore(text, start, from).text === 'by';
  if (!mayEnd(text, end, denominator === 4 && !isHedged)) return undefined;
  return { start, end, value: fractionValue(1 / denominator) };
}

/** «half of», «half its», «more than half», «a half»; begun at the word. */
export function readHalf(state: ScanState, at: number): FractionRead | undefined {
  const { text, from } = state;
  const end = at + 4;
  const before = wordBefore(text, at, from);
  if (text.charCodeAt(at - 1) === 45 || isDashAt(text, end)) return undefined;
  const read = { start: at, end, value: fractionValue(0.5) };
  if (before.text === 'a') {
    return mayEnd(text, end, false) && before.start >= state.last
      ? { ...read, start: before.start }
      : undefined;
  }
  const next = skipGap(text, end);
  const word = text.slice(next, wordEnd(text, next)).toLowerCase();
  const isHedged = before.text === 'by' || hedgeBefore(text, at, from) !== undefined;
  return HALVED.has(word) || (isHedged && mayEnd(text, end, false)) ? read : undefined;
}

const TOTALS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100]);

/** «one in five», «8 in 10», «nine out of ten»; begun at the first number. */
export function readOneIn(text: string, number: Numeral): FractionRead | undefined {
  if (number.precision !== 0.5 || number.value < 1 || number.value > 99) return undefined;
  let next = skipGap(text, number.end);
  const code = text.charCodeAt(next) | 32;
  if (code !== 105 && code !== 111) return undefined;
  if (hasWordAt(text, next, 'out') && hasWordAt(text, skipGap(text, next + 3), 'of')) {
    next = skipGap(text, skipGap(text, next + 3) + 2);
  } else if (hasWordAt(text, next, 'in')) next = skipGap(text, next + 2);
  else return undefined;
  const total = number.inWords
    ? readNumberWords(text, next)
    : isDigitAt(text, next)
      ? readFigures(text, next)
      : undefined;
  if (!total || !TOTALS.has(total.value) || number.value >= total.value) return undefined;
  if (isLetterAt(text, total.end) || isDashAt(text, total.end) || text.charCodeAt(total.end) === 37)
    return undefined;
  const unit = lexemeAt(text, skipGap(text, total.end));
  if (unit && (unit.unit !== '' || unit.percent || unit.month > 0 || unit.scale > 0 || unit.currency !== ''))
    return undefined;
  return { start: number.start, end: total.end, value: fractionValue(number.value / total.value) };
}
