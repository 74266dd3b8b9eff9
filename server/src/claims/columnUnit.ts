import type { Block } from '../text/prose.ts';
import { CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS } from '../values/currencies.ts';
import type { Stated, Value } from '../values/kind.ts';
import { SCALES } from '../values/vocabulary.ts';
import type { DraftView, SentenceView } from './view.ts';

/** What the heads of a table make of a bare number in its cells: «Revenue, €m», «Margin, %», «Passengers, in millions». */
export interface ColumnUnit {
  readonly kind: 'count' | 'amount' | 'percent';
  readonly factor: number;
  /** Of an amount; ISO 4217. */
  readonly currency: string;
}

/** A bare number in a cell as what its heads make of it; undefined where they say nothing, or the number says it itself. */
export function inUnitOfColumn(
  draft: DraftView,
  stated: Stated,
  block: Block,
  around: readonly SentenceView[],
): { readonly stated: Stated; readonly factor: number } | undefined {
  const { value, span } = stated;
  const { prose } = draft.draft;
  if (value.kind !== 'count' || !block.cell || !BARE.test(prose.text.slice(span.start, span.end)))
    return undefined;
  const unit = unitOfHeads(draft, block) ?? unitOfLines(prose.text, around);
  if (unit === undefined) return undefined;
  const [low, high, precision] = [value.low, value.high, value.precision].map((one) => one * unit.factor);
  const quantity = { low: low!, high: high!, precision: precision! };
  return { stated: { ...stated, value: scaledValue(unit, quantity) }, factor: unit.factor };
}

/** A value of a fact as a bare number in such a column. */
export function inColumn(value: Value, factor: number): Value {
  if (!('precision' in value)) return value;
  const { low, high, precision } = value;
  // Without the digits that the division adds.
  const part = (one: number) => Number((one / factor).toPrecision(12));
  return { kind: 'count', low: part(low), high: part(high), precision: part(precision) };
}

const BARE = /^[+\-−–]?\d[\d.,\s]*$/;

function scaledValue(
  { kind, currency }: ColumnUnit,
  quantity: { low: number; high: number; precision: number },
): Value {
  if (kind === 'percent') return { kind, unit: 'percent', ...quantity };
  return kind === 'amount' ? { kind, currency, ...quantity } : { kind, ...quantity };
}

function unitOfHeads({ draft: { prose } }: DraftView, { cell }: Block): ColumnUnit | undefined {
  for (const head of [cell?.columnHead, cell?.rowHead]) {
    const block = head === undefined ? undefined : prose.blocks[head];
    const unit = block && readUnit(prose.text.slice(block.span.start, block.span.end), true);
    if (unit) return unit;
  }
  return undefined;
}

/** The table's caption, or the line above it. */
function unitOfLines(text: string, around: readonly SentenceView[]): ColumnUnit | undefined {
  for (const { span } of around) {
    const unit = readUnit(text.slice(span.start, span.end), false);
    if (unit) return unit;
  }
  return undefined;
}

/** Words, currency signs and numbers; for a number only that it is one matters. */
const TOKEN = /\p{L}+|\d[\d.,]*\d|\d|[%€£¥$₩₹(,/]/gu;
const WORDS = new Set(['thousand', 'million', 'billion', 'trillion']);

/** The unit that a head, or a line (where only «in millions», «€m» and the like count), gives to bare numbers. */
function readUnit(text: string, isHead: boolean): ColumnUnit | undefined {
  const tokens = text.match(TOKEN) ?? [];
  let factor: number | undefined;
  let currency = '';
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1] ?? '';
    const named = currencyOf(token);
    // «the €60 fare» is a price, no unit.
    if (named && !/^\d/.test(before) && !/^\d/.test(tokens[at + 1] ?? '')) currency ||= named;
    const word = token.toLowerCase().replace(/s$/, '');
    const scale = WORDS.has(word) || /^(?:m|bn|mn|mln|tn)$/.test(token) ? SCALES[word] : undefined;
    if (scale === undefined || /^\d/.test(before)) continue;
    const isPlain = WORDS.has(word) && (isHead || before.toLowerCase() === 'in');
    if (isPlain || before === '(' || before === ',' || before === '/' || currencyOf(before)) factor ??= scale;
  }
  if (factor === undefined && isHead && /%|\bper ?cent\b/i.test(text))
    return { kind: 'percent', factor: 1, currency };
  if (factor === undefined) return isHead && currency ? { kind: 'amount', factor: 1, currency } : undefined;
  return { kind: currency ? 'amount' : 'count', factor, currency };
}

function currencyOf(token: string): string | undefined {
  if (CURRENCY_CODES.includes(token)) return token === 'RMB' ? 'CNY' : token;
  const name = CURRENCY_NAMES[token.toLowerCase()];
  return CURRENCY_SIGNS[token] ?? (name?.hundredths ? undefined : name?.code);
}
