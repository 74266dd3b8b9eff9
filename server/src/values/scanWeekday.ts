import type { Weekday } from '../text/calendarDate.ts';
import { classAt, isDigitAt, isLetterAt, skipGap, UPPER } from './chars.ts';
import { type DateRead, withWeekday } from './dateValue.ts';
import { emitDate, emitWeekday } from './emit.ts';
import { readDotted, readYearLed } from './figureDates.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt } from './lexicon.ts';
import { wordBefore } from './lookBack.ts';
import { readDayFirst, readMonthFirst } from './monthDates.ts';
import type { ScanState } from './scanState.ts';

const DAY_NAMES = new Set(
  'black good ash super cyber easter bloody palm whit shrove maundy holy sheffield'.split(' '),
);
const PAPERS = new Set('times telegraph mirror mail express people herald post tribune'.split(' '));

/** A weekday, and the date written with it: «Thursday, Oct. 12», «Thursday the 12th of October», «Thu 12 Oct». */
export function scanWeekday(state: ScanState, at: number, lexeme: Lexeme): void {
  const { text, from } = state;
  if (classAt(text, at) !== UPPER) return;
  const end = at + lexeme.word.length;
  const weekday = lexeme.weekday as Weekday;
  const nameEnd = lexeme.short && text.charCodeAt(end) === 46 ? end + 1 : end;
  const dateAt = dateBehindWeekday(text, nameEnd);
  const date = dateAt < 0 ? undefined : readDayAt(state, dateAt);
  if (date && date.value.grain === 'day') {
    emitWeekday(state, at, end, { kind: 'weekday', weekday });
    emitDate(state, dateAt, { ...date, value: withWeekday(date.value, weekday) });
    return;
  }
  if (lexeme.short || DAY_NAMES.has(wordBefore(text, at, from).text)) return;
  const next = skipGap(text, end);
  if (classAt(text, next) === UPPER && PAPERS.has(lowerWord(text, next))) return;
  emitWeekday(state, at, end, { kind: 'weekday', weekday });
}

function lowerWord(text: string, at: number): string {
  let end = at;
  while (isLetterAt(text, end)) end++;
  return text.slice(at, end).toLowerCase();
}

const DAYTIMES = new Set(['morning', 'afternoon', 'evening', 'night']);

/** Where a date would begin behind a weekday's name; -1 where none can. */
function dateBehindWeekday(text: string, end: number): number {
  let next = skipGap(text, end);
  if (DAYTIMES.has(lowerWord(text, next))) next = skipGap(text, next + lowerWord(text, next).length);
  if (text.charCodeAt(next) === 44) next = skipGap(text, next + 1);
  if (text.charCodeAt(next) === 40) next++;
  if (next === end) return -1;
  if (hasWordAt(text, next, 'the')) next = skipGap(text, next + 3);
  return isDigitAt(text, next) || classAt(text, next) === UPPER ? next : -1;
}

function readDayAt({ text, context }: ScanState, at: number): DateRead | undefined {
  if (!isDigitAt(text, at)) return readMonthFirst(text, at, context);
  return readDayFirst(text, at, context) ?? readDotted(text, at, context) ?? readIso(text, at, context);
}

function readIso(text: string, at: number, context: ScanState['context']): DateRead | undefined {
  return isDigitAt(text, at + 3) && !isDigitAt(text, at + 4) ? readYearLed(text, at, context) : undefined;
}
