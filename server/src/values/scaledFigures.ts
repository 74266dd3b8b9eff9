import { decimalsOf, type NumberModel, numberLike } from './figures.ts';
import type { Quantity } from './kind.ts';
import { SCALES } from './vocabulary.ts';

/** Names of one scale after the other in one manner of writing: «million» and «billion», «m» and «bn». */
const MANNERS: readonly (readonly string[])[] = [
  ['thousand', 'million', 'billion', 'trillion'],
  ['k', 'm', 'bn', 'tn'],
  ['k', 'mn', 'bn', 'trn'],
  ['k', 'mln', 'bln', 'tln'],
];

const SCALE_WORD =
  /^([\s\u00a0\u2009\u202f-]{0,2})(thousand|million|billion|trillion|mln|bln|tln|trn|bn|mn|tn|k|m|b)(?![a-z])/i;

/**
 * A quantity in a model with a scale word («€600 million»): in the same scale where the number stays between 1 and 1,000,
 * else in the next one of the same manner. Undefined where the model has no scale word.
 */
export function rewriteScaled(known: Quantity, model: NumberModel): readonly string[] | undefined {
  const scale = SCALE_WORD.exec(model.after);
  if (!scale) return undefined;
  const [whole, gap = '', word = ''] = scale;
  const manner = MANNERS.find((words) => words.includes(word.toLowerCase())) ?? MANNERS[0]!;
  const name = bestScale(known.low, word, manner);
  const size = SCALES[name.toLowerCase()] ?? 1;
  const after = (name === '' ? '' : gap + name) + model.after.slice(whole.length);
  const low = Number((known.low / size).toPrecision(12));
  const high = Number((known.high / size).toPrecision(12));
  const lows = numberLike(low, model);
  if (low === high) return lows.map((text) => model.before + text + after);
  const highs = numberLike(high, model);
  return lows.map(
    (text, index) => model.before + text + (model.joint ?? '–') + (highs[index] ?? highs.at(-1)) + after,
  );
}

function bestScale(value: number, word: string, manner: readonly string[]): string {
  const size = SCALES[word.toLowerCase()] ?? 1;
  const share = Math.abs(value) / size;
  if ((share >= 1 && share < 1000) || (share >= 0.1 && share < 1 && decimalsOf(share) <= 2)) return word;
  const best = manner.findLast((name) => Math.abs(value) >= (SCALES[name] ?? 1));
  return best ?? '';
}
