import { isLetterAt } from './chars.ts';
import { CURRENCY_CODES, CURRENCY_NAMES } from './currencies.ts';
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
  rs: 'currency',
};

type Entry = { -readonly [Key in keyof Lexeme]: Lexeme[Key] };

function makeLexemes(): Map<string, Entry> {
  const lexemes = new Map<string, Entry>();
  const at = (word: string): Entry => {
    const found = lexemes.get(word) ?? { ...NOTHING, word };
    lexemes.set(word, found);
    return found;
  };
  const each = <Value>(table: Readonly<Record<string, Value>>, put: (entry: Entry, value: Value) => void) => {
    for (const [word, value] of Object.entries(table)) put(at(word), value);
  };
  each(vocabulary.SCALES, (entry, value) => {
    entry.scale = value;
    if (entry.word.length > 4) entry.starter = 'scale';
  });
  each(vocabulary.UNITS, (entry, value) => {
    entry.unit = value;
    if (entry.word === value) entry.starter = 'unit';
  });
  for (const code of CURRENCY_CODES) {
    const entry = at(code.toLowerCase());
    entry.currency = code === 'RMB' ? 'CNY' : code;
    entry.starter = 'currency';
  }
  each(CURRENCY_NAMES, (entry, { code, hundredths }) => {
    entry.currency = code;
    entry.hundredths = hundredths ?? false;
  });
  each(vocabulary.DENOMINATORS, (entry, value) => (entry.denominator = value));
  each(vocabulary.ORDINALS, (entry, value) => Object.assign(entry, { ordinal: value, starter: 'ordinal' }));
  each(vocabulary.NUMBERS, (entry, value) => Object.assign(entry, { number: value, starter: 'number' }));
  vocabulary.MONTHS.forEach((name, index) => {
    Object.assign(at(name.toLowerCase()), { month: index + 1, starter: 'month' });
  });
  each(vocabulary.MONTH_ABBREVIATIONS, (entry, month) =>
    Object.assign(entry, { month, short: true, starter: 'month' }),
  );
  vocabulary.WEEKDAYS.forEach((name, index) => {
    Object.assign(at(name.toLowerCase()), { weekday: index + 1, starter: 'weekday' });
  });
  each(vocabulary.WEEKDAY_ABBREVIATIONS, (entry, weekday) =>
    Object.assign(entry, { weekday, short: true, starter: 'weekday' }),
  );
  for (const word of vocabulary.PERCENT_WORDS) at(word).percent = true;
  each(vocabulary.HEDGES, (entry, value) => (entry.hedge = value));
  for (const word of vocabulary.TEMPORAL_WORDS) at(word).temporal = true;
  for (const word of vocabulary.THINGS) at(word).thing = true;
  each(vocabulary.LEADS, (entry, value) => (entry.lead = value));
  each(STARTERS, (entry, value) => (entry.starter = value));
  return lexemes;
}

/** A power of two, large enough that most words of a text hit an empty slot. */
const SLOTS = 4096;

const LEXEMES: readonly Lexeme[] = [...makeLexemes().values()];
/** Open addressing: in each slot 0, or 1 + an index in LEXEMES. */
const SLOT_ENTRIES = new Uint16Array(SLOTS);
const SLOT_HASHES = new Int32Array(SLOTS);
LEXEMES.forEach(({ word }, index) => {
  const hash = hashOf(word, 0, word.length);
  let slot = hash & (SLOTS - 1);
  while (SLOT_ENTRIES[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  SLOT_ENTRIES[slot] = index + 1;
  SLOT_HASHES[slot] = hash;
});

/** One step of a word's hash; `| 32` folds the case of ASCII letters. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code | 32)) | 0;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

/** The lexeme of the word that lies at `start` and has this hash; undefined for any other word. Case does not matter. */
export function findLexeme(text: string, start: number, end: number, hash: number): Lexeme | undefined {
  for (let slot = hash & (SLOTS - 1); SLOT_ENTRIES[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (SLOT_HASHES[slot] !== hash) continue;
    const lexeme = LEXEMES[SLOT_ENTRIES[slot]! - 1]!;
    if (isWord(lexeme.word, text, start, end)) return lexeme;
  }
  return undefined;
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if ((text.charCodeAt(start + i) | 32) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** The lexeme of the letters that begin at `start`; it ends at `start + word.length`. */
export function lexemeAt(text: string, start: number): Lexeme | undefined {
  let hash = 0;
  let end = start;
  for (; isLetterAt(text, end); end++) hash = hashStep(hash, text.charCodeAt(end));
  return end === start ? undefined : findLexeme(text, start, end, hash);
}

/** Where the letters that end at `end` begin; `end` where there are none. */
export function wordStart(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && isLetterAt(text, start - 1)) start--;
  return start;
}

/** Behind the letters that begin at `start`. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (isLetterAt(text, end)) end++;
  return end;
}

/** Whether exactly the letters of `word` (given in lower case) stand at `start`, in whatever case. */
export function hasWordAt(text: string, start: number, word: string): boolean {
  return isWord(word, text, start, start + word.length) && !isLetterAt(text, start + word.length);
}
