import { CURRENCY_ABBREVIATIONS, CURRENCY_CODES, CURRENCY_NAMES } from './currencies.ts';
import type { DurationUnit, Hedge } from './kind.ts';
import * as vocabulary from './vocabulary.ts';

/** What a scan tries at a word; a word without one is run over. */
export type Starter =
  | ''
  | 'number'
  | 'scale'
  | 'half'
  | 'ordinal'
  | 'quarter'
  | 'unit'
  | 'month'
  | 'weekday'
  | 'part'
  | 'season'
  | 'relative'
  | 'fiscal'
  | 'turn'
  | 'currency';

/** All that is known of one word; members that do not apply hold 0, -1, '' or false (one shape for all: fast to read). */
export interface Lexeme {
  readonly word: string;
  readonly starter: Starter;
  /** -1 where it is no number. */
  readonly number: number;
  /** 0 where it is none; so for all below. */
  readonly ordinal: number;
  readonly denominator: number;
  readonly scale: number;
  readonly month: number;
  readonly weekday: number;
  /** An abbreviation of a month or weekday. */
  readonly short: boolean;
  readonly unit: DurationUnit | '';
  readonly percent: boolean;
  readonly currency: string;
  readonly hundredths: boolean;
  readonly hedge: Hedge | '';
  readonly temporal: boolean;
  readonly thing: boolean;
  readonly lead: vocabulary.Lead | '';
}

const NOTHING: Lexeme = {
  word: '',
  starter: '',
  number: -1,
  ordinal: 0,
  denominator: 0,
  scale: 0,
  month: 0,
  weekday: 0,
  short: false,
  unit: '',
  percent: false,
  currency: '',
  hundredths: false,
  hedge: '',
  temporal: false,
  thing: false,
  lead: '',
};

const STARTERS: Readonly<Record<string, Starter>> = {
  half: 'half',
  quarter: 'quarter',
  halfway: '',
  early: 'part',
  mid: 'part',
  late: 'part',
  start: 'part',
  beginning: 'part',
  middle: 'part',
  end: 'part',
  spring: 'season',
  summer: 'season',
  autumn: 'season',
  fall: 'season',
  winter: 'season',
  last: 'relative',
  latter: 'relative',
  this: 'relative',
  next: 'relative',
  yesterday: 'relative',
  today: 'relative',
  tomorrow: 'relative',
  fiscal: 'fiscal',
  financial: 'fiscal',
  fy: 'fiscal',
  q: 'fiscal',
  h: 'fiscal',
  turn: 'turn',
  turns: 'turn',
  turned: 'turn',
  turning: 'turn',
  aged: 'turn',
  age: 'turn',
};

type Entry = { -readonly [Key in keyof Lexeme]: Lexeme[Key] };
type Put = <Value>(
  table: Readonly<Record<string, Value>>,
  members: (value: Value, word: string) => Partial<Lexeme>,
) => void;

/** Every lexeme, made of the tables of words; a word in several tables has the members of all. */
export function makeLexemes(): readonly Lexeme[] {
  const lexemes = new Map<string, Entry>();
  const put: Put = (table, members) => {
    for (const [word, value] of Object.entries(table)) {
      const key = word.toLowerCase();
      lexemes.set(key, Object.assign(lexemes.get(key) ?? { ...NOTHING, word: key }, members(value, key)));
    }
  };
  putNumbers(put);
  putUnits(put);
  putCalendar(put);
  put(vocabulary.HEDGES, (hedge) => ({ hedge }));
  put(listed(vocabulary.TEMPORAL_WORDS), () => ({ temporal: true }));
  put(listed(vocabulary.THINGS), () => ({ thing: true }));
  put(vocabulary.LEADS, (lead) => ({ lead }));
  put(STARTERS, (starter) => ({ starter }));
  return [...lexemes.values()];
}

/** A list as a table from each word to its place, counted from 1. */
function listed(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(words.map((word, index) => [word, index + 1]));
}

function putNumbers(put: Put): void {
  // Only whole words begin a number («a million»): «m» and «bn» stand behind figures.
  put(vocabulary.SCALES, (scale, word) => ({ scale, ...(word.length > 4 ? { starter: 'scale' } : {}) }));
  put(vocabulary.DENOMINATORS, (denominator) => ({ denominator }));
  put(vocabulary.ORDINALS, (ordinal) => ({ ordinal, starter: 'ordinal' }));
  put(vocabulary.NUMBERS, (number) => ({ number, starter: 'number' }));
}

function putUnits(put: Put): void {
  put(vocabulary.UNITS, (unit, word) => ({ unit, ...(word === unit ? { starter: 'unit' } : {}) }));
  put(listed(CURRENCY_CODES), (_, word) => ({
    currency: word === 'rmb' ? 'CNY' : word.toUpperCase(),
    starter: 'currency',
  }));
  put(CURRENCY_ABBREVIATIONS, () => ({ starter: 'currency' }));
  put(CURRENCY_NAMES, ({ code, hundredths = false }) => ({ currency: code, hundredths }));
  put(listed(vocabulary.PERCENT_WORDS), () => ({ percent: true }));
}

function putCalendar(put: Put): void {
  put(listed(vocabulary.MONTHS), (month) => ({ month, starter: 'month' }));
  put(vocabulary.MONTH_ABBREVIATIONS, (month) => ({ month, short: true, starter: 'month' }));
  put(listed(vocabulary.WEEKDAYS), (weekday) => ({ weekday, starter: 'weekday' }));
  put(vocabulary.WEEKDAY_ABBREVIATIONS, (weekday) => ({ weekday, short: true, starter: 'weekday' }));
}
