import { capitalLike, quantityLike, signLike, splitModel } from './figures.ts';
import { fractionValue } from './fraction.ts';
import { agreesWith, signedLike } from './interval.ts';
import type { KindKnowledge, PercentValue } from './kind.ts';

/** The least reach of «more than»: below 20% a quarter of it is too little («more than 8%» is said of 11%). */
const LEAST_REACH = 5;

/** The shares in words that a share may be replaced by. */
const FRACTIONS: readonly (readonly [string, number])[] = [
  ['half', 1 / 2],
  ['a third', 1 / 3],
  ['two-thirds', 2 / 3],
  ['a quarter', 1 / 4],
  ['three-quarters', 3 / 4],
  ['a fifth', 1 / 5],
  ['two-fifths', 2 / 5],
  ['three-fifths', 3 / 5],
  ['four-fifths', 4 / 5],
  ['a tenth', 1 / 10],
];

/** Shares of a hundred and percentage points. */
export const percent: KindKnowledge<PercentValue> = {
  name: 'percent',

  agrees(stated, known, tolerance = 0) {
    if (stated.value.unit !== known.unit) return false;
    return agreesWith(stated, signedLike(known, stated.value), tolerance, { least: LEAST_REACH });
  },

  rewrite(known, model) {
    const shape = splitModel(model);
    if (!shape || !/%|per|pct|pc|pp|bp|point/i.test(model) || /^half\b/i.test(model))
      return rewriteFraction(known, model);
    const factor = /basis|bps?\b/i.test(model) ? 100 : 1;
    const isSigned = /[+\-−–]$/.test(shape.before);
    const before = isSigned
      ? shape.before.slice(0, -1) + signLike(known.low, shape.before.slice(-1))
      : shape.before;
    const size = { ...known, low: Math.abs(known.low) * factor, high: Math.abs(known.high) * factor };
    return quantityLike(size, { ...shape, before });
  },
};

/** For «a third»: the share in words that lies nearest, where one lies near enough to be said without a hedge; then figures. */
function rewriteFraction(known: PercentValue, model: string): readonly string[] {
  const figures = quantityLike(
    { ...known, low: Math.abs(known.low), high: Math.abs(known.high) },
    { before: '', first: '1', after: '%', inWords: false, decimals: 0 },
  );
  if (known.low !== known.high) return figures;
  const near = FRACTIONS.map(([text, share]) => ({
    text,
    off: Math.abs(share * 100 - known.low),
    value: fractionValue(share),
  }))
    .filter(({ off, value }) => off < value.precision)
    .sort((a, b) => a.off - b.off)[0];
  const own = sameFraction(known, model) ? [model] : [];
  const words = near ? [capitalLike(near.text, model.slice(0, 1))] : [];
  return [...new Set([...own, ...words, ...figures])];
}

/** Whether the known share is itself one in words, so that any wording of it may stay. */
function sameFraction(known: PercentValue, model: string): boolean {
  return (
    known.fraction === true &&
    model !== '' &&
    MODEL_SHARES(model).some((share) => Math.abs(share * 100 - known.low) < 0.01)
  );
}

/** The shares that a model's words name, by the names of FRACTIONS with or without a hyphen. */
function MODEL_SHARES(model: string): readonly number[] {
  const plain = model
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/^one /, 'a ');
  return FRACTIONS.filter(([text]) => text.replace('-', ' ') === plain).map(([, share]) => share);
}
