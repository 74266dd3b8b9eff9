import { quantityLike, splitModel } from './figures.ts';
import { agreesWith, roundness } from './interval.ts';
import type { CountValue, KindKnowledge } from './kind.ts';
import { rewriteScaled } from './scaledFigures.ts';

/** Plain numbers of things. */
export const count: KindKnowledge<CountValue> = {
  name: 'count',

  agrees(stated, known, tolerance = 0) {
    const { low, precision } = stated.value;
    return agreesWith(stated, known, tolerance, { precision: Math.max(precision, roundness(low)) });
  },

  rewrite(known, model) {
    const shape = splitModel(model);
    if (!shape) return [];
    return rewriteScaled(known, shape) ?? quantityLike(known, shape);
  },
};
