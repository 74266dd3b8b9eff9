import { isMembers } from '../../facts/reading.ts';

/** The id of an item that is a value. */
export function itemIdOf(value: unknown): string | undefined {
  if (!isMembers(value)) return undefined;
  if (typeof value.id === 'string') return value.id;
  return typeof value['numeric-id'] === 'number' ? `Q${value['numeric-id']}` : undefined;
}

/** `+1999-03-27T00:00:00Z` with its precision (9: a year, 10: a month, 11: a day) as `1999-03-27`; undefined for what is coarser or not of our era. */
export function dateOf(value: unknown): string | undefined {
  if (!isMembers(value) || typeof value.time !== 'string') return undefined;
  const match = /^\+(\d{4})-(\d\d)-(\d\d)T/.exec(value.time);
  const precision = Number(value.precision);
  if (!match || precision < 9 || precision > 11) return undefined;
  return [match[1], match[2], match[3]].slice(0, precision - 8).join('-');
}

/** A quantity without a unit; `+0.434` as 0.434. */
export function numberOf(value: unknown): { readonly amount: number; readonly unit: string } | undefined {
  if (!isMembers(value) || typeof value.amount !== 'string') return undefined;
  const amount = Number(value.amount);
  if (Number.isNaN(amount)) return undefined;
  const unit = typeof value.unit === 'string' ? value.unit.replace(/^.*\//, '') : '1';
  return { amount, unit };
}

/** A text, or one with its language. */
export function wordsOf(value: unknown): { readonly text: string; readonly language: string } | undefined {
  if (typeof value === 'string') return { text: value, language: '' };
  if (!isMembers(value) || typeof value.text !== 'string') return undefined;
  return { text: value.text, language: typeof value.language === 'string' ? value.language : '' };
}
