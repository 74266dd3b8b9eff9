import { CURRENCY, classAt, isDashAt, isLetterAt, skipGap, UPPER } from './chars.ts';
import { CURRENCY_ADJECTIVES, CURRENCY_NAMES, CURRENCY_SIGNS } from './currencies.ts';
import type { DurationUnit } from './kind.ts';
import type { Lexeme } from './lexemes.ts';
import { hasWordAt, lexemeAt, wordEnd } from './lexicon.ts';
import { type Numeral, wordBehind } from './numeral.ts';

/** What a number counts, as the words right behind it say. */
export interface Unit {
  readonly kind: 'percent' | 'points' | 'duration' | 'amount';
  readonly end: number;
  /** What the number is divided by: 100 for basis points and cents. */
  readonly divisor: number;
  /** Of a duration. */
  readonly unit: DurationUnit | '';
  /** Of an amount; ISO 4217. */
  readonly currency: string;
}

function percentUnit(kind: 'percent' | 'points', end: number, divisor = 1): Unit {
  return { kind, end, divisor, unit: '', currency: '' };
}

function amountUnit(currency: string, end: number, hundredths = false): Unit {
  return { kind: 'amount', end, divisor: hundredths ? 100 : 1, unit: '', currency };
}

/** The unit behind a number: «%», « per cent», «-year», « billion»'s « euros». Undefined where the number stands by itself. `word` is the one behind it, if it has been looked up. */
export function readUnit(
  text: string,
  numeral: Numeral,
  word: Lexeme | null = wordBehind(text, numeral.end),
): Unit | undefined {
  const { end } = numeral;
  if (text.charCodeAt(end) === 37) return percentUnit('percent', end + 1);
  if (isLetterAt(text, end)) return unitOfWord(text, end, word, numeral);
  if (isDashAt(text, end))
    return isLetterAt(text, end + 1) ? unitOfWord(text, end + 1, word, numeral) : undefined;
  const next = skipGap(text, end);
  if (text.charCodeAt(next) === 37 && next <= end + 1) return percentUnit('percent', next + 1);
  if (next > end && isLetterAt(text, next)) return unitOfWord(text, next, word, numeral);
  if (classAt(text, next) !== CURRENCY || next > end + 1) return undefined;
  // «600 €», but not the «$» of «5 $10 notes».
  const sign = CURRENCY_SIGNS[text[next]!];
  return sign && !/\d/.test(text[next + 1] ?? '') ? amountUnit(sign, next + 1) : undefined;
}

function unitOfWord(text: string, at: number, lexeme: Lexeme | null, numeral: Numeral): Unit | undefined {
  const isGlued = at === numeral.end;
  if (!lexeme) return at < text.length && text.charCodeAt(at) === 85 ? dollarsOf(text, at) : undefined;
  const end = at + lexeme.word.length;
  if (lexeme.percent) return percentUnit('percent', end);
  if (lexeme.unit !== '') {
    // «1986 YEAR», «31.7 mln Year»: the head of a table.
    if (isGlued || (numeral.value >= 1000 && lexeme.word === lexeme.unit)) return undefined;
    return { kind: 'duration', end, divisor: 1, unit: lexeme.unit, currency: '' };
  }
  if (lexeme.lead !== '') return unitOfLead(text, at, lexeme, numeral);
  return lexeme.currency === '' ? undefined : currencyUnit(text, at, lexeme, numeral, isGlued);
}

function unitOfLead(text: string, at: number, lexeme: Lexeme, numeral: Numeral): Unit | undefined {
  const end = at + lexeme.word.length;
  switch (lexeme.lead) {
    case 'per': {
      const cent = joint(text, end);
      return hasWordAt(text, cent, 'cent') ? percentUnit('percent', cent + 4) : undefined;
    }
    case 'percentage':
    case 'basis': {
      const point = pointEnd(text, joint(text, end));
      return point < 0 ? undefined : percentUnit('points', point, lexeme.lead === 'basis' ? 100 : 1);
    }
    case 'points':
      return percentUnit('points', end);
    case 'basis-points':
      return percentUnit('points', end, 100);
    case 'point':
      return numeral.inWords ? undefined : percentUnit('points', end);
    case 'nation':
      return nationalUnit(text, lexeme, end);
    default:
      return undefined;
  }
}

/** Behind the blank or the hyphen between two words of a unit; `end` itself where something else stands there. */
function joint(text: string, end: number): number {
  return isDashAt(text, end) ? end + 1 : skipGap(text, end);
}

function pointEnd(text: string, at: number): number {
  if (hasWordAt(text, at, 'point')) return at + 5;
  return hasWordAt(text, at, 'points') ? at + 6 : -1;
}

/** «Swiss francs», «US dollars». */
function nationalUnit(text: string, nation: Lexeme, end: number): Unit | undefined {
  const next = skipGap(text, end);
  const currency = lexemeAt(text, next);
  if (!currency || CURRENCY_NAMES[currency.word] === undefined) return undefined;
  const stem = Object.entries(CURRENCY_ADJECTIVES[nation.word]!).find(([name]) =>
    sameFamily(name, currency.word),
  );
  return amountUnit(stem?.[1] ?? currency.currency, next + currency.word.length, currency.hundredths);
}

/** «krona», «kronor», «kroner» and «crowns» are one word in several tongues. */
function sameFamily(stem: string, word: string): boolean {
  return (
    word.startsWith(stem) ||
    (stem === 'krona' && (word.startsWith('kron') || word === 'crowns' || word === 'koruna'))
  );
}

/** «U.S. dollars». */
function dollarsOf(text: string, at: number): Unit | undefined {
  if (!text.startsWith('U.S.', at)) return undefined;
  const next = skipGap(text, at + 4);
  const end = wordEnd(text, next);
  return /^(?:dollars?|dlrs?)$/.test(text.slice(next, end)) ? amountUnit('USD', end) : undefined;
}

function currencyUnit(
  text: string,
  at: number,
  lexeme: Lexeme,
  numeral: Numeral,
  isGlued: boolean,
): Unit | undefined {
  const end = at + lexeme.word.length;
  if (lexeme.starter === 'currency') {
    // An ISO code, or an ordinary word («try», «all») that is none in small letters.
    return classAt(text, at) === UPPER && classAt(text, at + 1) === UPPER
      ? amountUnit(lexeme.currency, end)
      : undefined;
  }
  if (lexeme.word === 'p') return isGlued ? amountUnit('GBP', end, true) : undefined;
  if (isGlued) return undefined;
  // «won» and «marks» are verbs and nouns of their own beside small numbers.
  if ((lexeme.word === 'won' || lexeme.word === 'marks') && numeral.value < 100) return undefined;
  const sterling = skipGap(text, end);
  const hasSterling = lexeme.currency === 'GBP' && hasWordAt(text, sterling, 'sterling');
  return amountUnit(lexeme.currency, hasSterling ? sterling + 8 : end, lexeme.hundredths);
}
