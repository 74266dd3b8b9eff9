import type { Quantity } from './kind.ts';
import { readNumberWords, toNumberWords } from './numberWords.ts';

/** How a model writes its number: the words around it, and the number or the two ends of a range. */
export interface NumberModel {
  readonly before: string;
  readonly first: string;
  /** What stands between the ends of a range; undefined for a single number. */
  readonly joint?: string;
  readonly second?: string;
  readonly after: string;
  readonly inWords: boolean;
  /** Digits behind the point. */
  readonly decimals: number;
}

/** Figures with their group separators and decimals; linear, as a separator and its digits never match the same character. */
const FIGURES = /\d+(?:[,\u00a0\u2009\u202f]\d{3})*(?:\.\d+)?(?:-\d{1,2}\/\d{1,2}|[½¼¾⅓⅔])?/g;
const JOINT = /^[^\d]{1,20}$/;

/** Takes a model apart at its number. Undefined where it holds none. */
export function splitModel(model: string): NumberModel | undefined {
  const figures = [...model.matchAll(FIGURES)];
  const [first, second] = figures;
  if (!first) return splitWords(model);
  const end = first.index + first[0].length;
  const before = model.slice(0, first.index);
  const decimals = first[0].split('.')[1]?.length ?? 0;
  const joint = second && model.slice(end, second.index);
  if (second && joint && JOINT.test(joint)) {
    const after = model.slice(second.index + second[0].length);
    return { before, first: first[0], joint, second: second[0], after, inWords: false, decimals };
  }
  return { before, first: first[0], after: model.slice(end), inWords: false, decimals };
}

function splitWords(model: string): NumberModel | undefined {
  for (const word of model.matchAll(/[A-Za-z]+/g)) {
    const article = /^an?$/i.test(word[0]);
    const numeral = article
      ? { start: word.index, end: word.index + word[0].length }
      : readNumberWords(model, word.index);
    if (!numeral) continue;
    const first = model.slice(numeral.start, numeral.end);
    return {
      before: model.slice(0, numeral.start),
      first,
      after: model.slice(numeral.end),
      inWords: true,
      decimals: 0,
    };
  }
  return undefined;
}

/** Digits that a number needs to be written in full; at most six. */
export function decimalsOf(value: number): number {
  return String(Number(Math.abs(value).toFixed(6))).split('.')[1]?.length ?? 0;
}

/** `value` in figures, with thousands parted as in `like` («1,200», «1 200», «1200»). */
export function toFigures(value: number, decimals: number, like: string): string {
  const [whole = '', part] = roundHalfUp(value, decimals).split('.');
  const separator =
    /\d([,\u00a0\u2009\u202f])\d{3}/.exec(like)?.[1] ?? (/\d{4}/.test(like) && whole.length < 5 ? '' : ',');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, (digit) => digit + separator);
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Newsrooms round halves up: 22.5 to 23, whatever the binary fraction says. */
function roundHalfUp(value: number, decimals: number): string {
  const size = 10 ** decimals;
  return (Math.round(Number((Math.abs(value) * size).toPrecision(13))) / size).toFixed(decimals);
}

/** A whole number in words, with the capital of `like`. */
export function toWordsLike(value: number, like: string): string | undefined {
  const words = toNumberWords(value);
  return words === undefined ? undefined : capitalLike(words, like);
}

/** `text` with a first capital where `like` has one, or all in capitals. */
export function capitalLike(text: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase())
    return text.toUpperCase();
  return /^[A-Z]/.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * One number in the manner of the model's: in its words or figures, first with its decimals, then in full.
 * Words below ten turn into figures from ten on, as in AP style.
 */
export function numberLike(value: number, model: NumberModel): readonly string[] {
  const full = decimalsOf(value);
  const texts: string[] = [];
  if (model.inWords) {
    const words = full === 0 ? toWordsLike(value, model.first) : undefined;
    const figures = toFigures(value, full, '');
    const isSmall = (readNumberWords(model.first, 0)?.value ?? 1) < 10;
    if (words) texts.push(...(value < 10 ? [words] : isSmall ? [figures, words] : [words, figures]));
    else texts.push(figures);
    return texts;
  }
  const vulgar = /[-/½¼¾⅓⅔]/.test(model.first);
  for (const decimals of [vulgar ? full : model.decimals, full]) {
    const text = toFigures(value, decimals, model.first);
    const isNothing = value !== 0 && !/[1-9]/.test(text);
    if (!isNothing && !texts.includes(text)) texts.push(text);
  }
  return texts;
}

/** A number or range in the manner of the model, the words around it kept. */
export function quantityLike(known: Quantity, model: NumberModel): readonly string[] {
  const lows = numberLike(known.low, model);
  const highs = numberLike(known.high, model);
  if (known.low === known.high) return lows.map((low) => model.before + low + model.after);
  const joint = model.joint ?? '–';
  return lows.map((low, index) => model.before + low + joint + (highs[index] ?? highs.at(-1)) + model.after);
}

/** The sign of a number in the manner of the model's own. */
export function signLike(value: number, sign: string): string {
  if (value >= 0) return '+';
  return sign === '+' ? '−' : sign;
}
