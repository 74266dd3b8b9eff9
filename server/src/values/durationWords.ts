import { isDashAt, isDigitAt, isLetterAt, jointEnd, skipGap } from './chars.ts';
import type { DurationUnit, DurationValue } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, lexemeAt } from './lexicon.ts';
import { articleBefore, lexemeBefore, wordBefore } from './lookBack.ts';
import { readNumberWords } from './numberWords.ts';
import { readFigures } from './numeral.ts';
import { formBehind } from './quantity.ts';
import type { ScanState } from './scanState.ts';

/** A duration with its place. */
export interface DurationRead {
  readonly start: number;
  readonly end: number;
  readonly value: DurationValue;
}

/** A duration of so many units. */
export function durationValue(
  count: number,
  unit: DurationUnit,
  form: DurationValue['form'],
  precision = 0.5,
): DurationValue {
  return { kind: 'duration', low: count, high: count, precision, unit, form };
}

/** «24th year», «25th anniversary», «second year» behind «its»; `end` is behind the ordinal, `number` what it says. */
export function readOrdinalYear(
  state: ScanState,
  start: number,
  end: number,
  number: number,
): DurationRead | undefined {
  const { text } = state;
  const at = jointEnd(text, end);
  if (at < 0) return undefined;
  if (hasWordAt(text, at, 'anniversary'))
    return { start, end: at + 11, value: durationValue(number, 'year', 'age') };
  if (hasWordAt(text, at, 'birthday'))
    return { start, end: at + 8, value: durationValue(number, 'year', 'age') };
  const unit = lexemeAt(text, at);
  if (!unit || (unit.word !== 'year' && unit.word !== 'decade')) return undefined;
  const isWord = isLetterAt(text, start);
  if (isWord && !OWNERS.has(lexemeOrWordBefore(state, start))) return undefined;
  return { start, end: at + unit.word.length, value: durationValue(number, unit.word, 'ordinal') };
}

const OWNERS = new Set(['its', 'their', 'his', 'her', 'our', 's']);

function lexemeOrWordBefore({ text, from }: ScanState, index: number): string {
  return wordBefore(text, index, from).text;
}

/** «a decade», «an hour», «a year ago»; begun at the unit. Not «$5m a year», where it says how often. */
export function readSingleUnit(state: ScanState, at: number, unit: Lexeme): DurationRead | undefined {
  const { text, from } = state;
  const start = articleBefore(text, at, from);
  if (start < state.last || unit.unit === '') return undefined;
  // «a year-over-year rise», «a day-to-day».
  if (
    isDashAt(text, at + unit.word.length) &&
    /^(?:over|on|to|by)\b/i.test(text.slice(at + unit.word.length + 1, at + unit.word.length + 6))
  )
    return undefined;
  const isRate = state.last > from && skipGap(text, state.last) === start && start > state.last;
  if (isRate || RATES.has(wordBefore(text, start, from).text)) return undefined;
  const end = at + unit.word.length;
  const half = /^\s+and\s+a\s+half\b/.exec(text.slice(end, end + 16));
  const form = formBehind(text, half ? end + half[0].length : end, true);
  const isLong = unit.unit === 'year' || unit.unit === 'decade' || unit.unit === 'century';
  const isPlaced = form.form !== 'span' || lexemeBefore(text, start, from)?.hedge;
  if (!isLong && !isPlaced) return undefined;
  const value = durationValue(half ? 1.5 : 1, unit.unit, form.form, half ? 0.25 : 0.5);
  return { start, end: form.end, value };
}

const RATES = new Set(['once', 'twice', 'times', 'half']);

/** «half a century», «half a decade», «a quarter of a century»; `end` is behind the fraction. */
export function readUnitFraction(
  text: string,
  start: number,
  end: number,
  share: number,
): DurationRead | undefined {
  let next = jointEnd(text, end);
  if (next < 0) return undefined;
  if (hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  if (hasWordAt(text, next, 'a')) next = skipGap(text, next + 1);
  else if (hasWordAt(text, next, 'an')) next = skipGap(text, next + 2);
  const unit = lexemeAt(text, next);
  if (!unit || unit.unit === '' || unit.starter !== 'unit') return undefined;
  const form = formBehind(text, next + unit.word.length, true);
  return { start, end: form.end, value: durationValue(share, unit.unit, form.form, share / 10) };
}

/** The «65» of «turned 65», «aged 65», «at the age of 65»; begun at the word. */
export function readAge(text: string, at: number, lexeme: Lexeme): DurationRead | undefined {
  let next = skipGap(text, at + lexeme.word.length);
  const isTurn = lexeme.word.startsWith('turn');
  if (lexeme.word === 'age' && hasWordAt(text, next, 'of')) next = skipGap(text, next + 2);
  const number = isDigitAt(text, next) ? readFigures(text, next) : readNumberWords(text, next);
  if (number?.precision !== 0.5 || number.value > 999 || isLetterAt(text, number.end)) return undefined;
  if (isTurn && !endsPhrase(text, number.end)) return undefined;
  return { start: number.start, end: number.end, value: durationValue(number.value, 'year', 'age') };
}

const GOES_ON = new Set(
  'on in at this last next and but or when after before as with since while today yesterday tomorrow by for to earlier later recently if because'.split(
    ' ',
  ),
);

/** Whether nothing that is counted follows: «turned 65 last year», not «turned 65 pages». */
function endsPhrase(text: string, end: number): boolean {
  const next = skipGap(text, end);
  if (!isLetterAt(text, next)) return text.charCodeAt(next) !== 37 && text.charCodeAt(end) !== 45;
  let stop = next;
  while (isLetterAt(text, stop)) stop++;
  const word = text.slice(next, stop);
  return GOES_ON.has(word.toLowerCase()) || (lexemeAt(text, next)?.month !== 0 && /^[A-Z]/.test(word));
}

/** The «65» of «Ana Ruiz, 65, said»: figures between two commas behind a name. */
export function isAgeInCommas({ text, from }: ScanState, start: number, end: number): boolean {
  if (text.charCodeAt(end) !== 44 || isDigitAt(text, end + 1) || text.charCodeAt(start - 1) !== 32)
    return false;
  if (text.charCodeAt(start - 2) !== 44) return false;
  const word = wordBefore(text, start - 2, from);
  const before = wordBefore(text, word.start, from);
  const isName = (at: number) => /^\p{Lu}/u.test(text.slice(at, at + 2));
  return word.text.length > 1 && isName(word.start) && isName(before.start) && !lexemeAt(text, word.start);
}
