import { CURRENCY_SIGNS } from './currencies.ts';
import { decimalsOf, type NumberModel, quantityLike, signLike, splitModel } from './figures.ts';
import { agreesWith, roundness, signedLike } from './interval.ts';
import type { AmountValue, KindKnowledge } from './kind.ts';
import { rewriteScaled } from './scaledFigures.ts';

/** Money. */
export const amount: KindKnowledge<AmountValue> = {
  name: 'amount',

  agrees(stated, known, tolerance = 0) {
    if (!sameCurrency(stated.value.currency, known.currency)) return false;
    const { low, precision } = stated.value;
    return agreesWith(stated, signedLike(known, stated.value), tolerance, {
      precision: Math.max(precision, roundness(low)),
    });
  },

  rewrite(known, model) {
    const shape = splitModel(model);
    if (!shape) return [];
    const size = { ...known, low: Math.abs(known.low), high: Math.abs(known.high) };
    const shaped = withSign(known, withCurrency(known, shape));
    const isSmallCoin = /^\s?(?:p|pence|penny|cents?|cts)(?![a-z])/i.test(shape.after);
    if (isSmallCoin) return quantityLike({ ...size, low: size.low * 100, high: size.high * 100 }, shaped);
    return (
      rewriteScaled(size, shaped) ??
      quantityLike(size, withCents(size, shaped)).filter((text) => !/\.\d(?!\d)/.test(text))
    );
  },
};

const DOLLARS = new Set(['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD']);
const CROWNS = new Set(['SEK', 'NOK', 'DKK', 'CZK', 'ISK']);

/**
 * Whether two currencies may be the same: a bare «$» is the dollar of the place, «crowns» are those of the north,
 * and «cents» (XXX) are anybody's.
 */
export function sameCurrency(a: string, b: string): boolean {
  if (a === b || a === 'XXX' || b === 'XXX') return true;
  if (DOLLARS.has(a) && DOLLARS.has(b)) return a === 'USD' || b === 'USD';
  return CROWNS.has(a) && CROWNS.has(b);
}

/** The model with the known currency's sign or code in place of another one's. */
function withCurrency({ currency }: AmountValue, model: NumberModel): NumberModel {
  const signs = Object.entries(CURRENCY_SIGNS);
  const own = signs.find(([sign]) => model.before.endsWith(sign) || model.before.trimEnd().endsWith(sign));
  if (!own || sameCurrency(own[1], currency)) return model;
  const sign = signs.find(([, code]) => code === currency)?.[0];
  const before = sign ?? `${currency} `;
  return { ...model, before };
}

/** A model with a sign gets the known amount's; one without keeps to sizes («a loss of €338 million»). */
function withSign({ low }: AmountValue, model: NumberModel): NumberModel {
  const sign = /^[+\-−–]/.exec(model.before)?.[0];
  if (!sign) return model;
  const own = low < 0 ? signLike(low, sign) : sign === '+' ? '+' : '';
  return { ...model, before: own + model.before.slice(1) };
}

/** Prices have two decimals or none: 3.2 is written «£3.20». */
function withCents(known: AmountValue, model: NumberModel): NumberModel {
  const isPrice = model.decimals === 0 && (decimalsOf(known.low) === 1 || decimalsOf(known.high) === 1);
  return isPrice ? { ...model, decimals: 2 } : model;
}
