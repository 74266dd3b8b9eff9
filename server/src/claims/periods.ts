import type { Period } from '../facts/facts.ts';
import type { DateValue, Stated } from '../values/kind.ts';
import type { Item, SentenceView } from './view.ts';

/** The stretch of the calendar that a figure is said to be about. */
export interface StatedPeriod {
  readonly date: DateValue;
  /** Tied to this very value («5.6% in 2022»), not only named in its sentence. */
  readonly own: boolean;
}

/** «since February 2021» says when something began, not what a figure is about. */
const TURNS = new Set(['since', 'until', 'till', 'by', 'before', 'after', 'than', 'from', 'to']);
const PERIOD_GRAINS = new Set(['year', 'fiscal-year', 'half', 'quarter', 'month']);

/** Whether a date can be the period of a figure. */
export function isPeriod(
  item: Item | undefined,
): item is Item & { readonly kind: 'value'; readonly stated: Stated<DateValue> } {
  return (
    item?.kind === 'value' && item.stated.value.kind === 'date' && PERIOD_GRAINS.has(item.stated.value.grain)
  );
}

/**
 * The period named for the value at `index`: right behind it («7.4% in 2024»), else right before («in Q1 2025 it had 36.9%»).
 */
export function periodOf({ items, clauseOf }: SentenceView, index: number): StatedPeriod | undefined {
  for (let at = index + 1; at < Math.min(index + 9, items.length); at += 1) {
    const item = items[at]!;
    if (isPeriod(item)) {
      const link = items[at - 1]?.lower ?? '';
      if (TURNS.has(link) || isComparedWith(items, at)) break;
      // «dropped to 0.71% (2023: 0.78%)»: what a colon stands behind is the label of the next figure.
      if (items[at + 1]?.lower === ':' || items[at + 1]?.lower === '=') break;
      return { date: item.stated.value, own: true };
    }
    if (item.kind === 'value' && item.stated.value.kind === kindAt(items, index)) break;
    if (item.kind === 'punct' && clauseOf[at] !== clauseOf[index]) break;
  }
  for (let at = index - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    const year = yearTo(items, at);
    if (year) return { date: year, own: false };
    if (isPeriod(item) && !TURNS.has(items[at - 1]?.lower ?? '') && !isOfOlder(items, at))
      return { date: item.stated.value, own: false };
    if (item.lower === 'from' || item.lower === 'against') break;
  }
  return undefined;
}

/** «fell to €6.2 billion from €6.5 billion in 2023, and the margin narrowed to 8.4%»: the period of the older figure alone. */
function isOfOlder(items: readonly Item[], at: number): boolean {
  const figure = items[at - 1]?.lower === 'in' ? at - 2 : at - 1;
  const link = items[figure - 1]?.lower ?? '';
  return items[figure]?.kind === 'value' && ['from', 'against', 'with', 'after', 'versus'].includes(link);
}

/** «15% more than in the first half of 2024»: the period of what it is compared with. */
function isComparedWith(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (['the', 'in', 'a'].includes(items[before]?.lower ?? '')) before -= 1;
  return items[before]?.lower === 'than';
}

/** «the year to June 2023», «the 12 months to March 2024» are a fiscal year, named after the year in which it ends. */
function yearTo(items: readonly Item[], at: number): DateValue | undefined {
  const item = items[at]!;
  if (item.kind !== 'value' || item.stated.value.kind !== 'date') return undefined;
  const link = items[at - 1]?.lower;
  const span = items[at - 2];
  const { year } = item.stated.value.written;
  const isYear = span?.lower === 'year' || (span?.kind === 'value' && span.stated.value.kind === 'duration');
  if (!isYear || year === undefined || (link !== 'to' && link !== 'ended' && link !== 'ending'))
    return undefined;
  return {
    kind: 'date',
    from: item.stated.value.from,
    to: item.stated.value.to,
    grain: 'fiscal-year',
    written: { year },
  };
}

function kindAt(items: readonly Item[], index: number): string {
  const item = items[index];
  return item?.kind === 'value' ? item.stated.value.kind : '';
}

/** Whether a stated period is the fact's. «2024» also names fiscal 2024: copy seldom says which. */
export function samePeriod(date: DateValue, period: Period): boolean {
  if (date.from === period.from && date.to === period.to) return true;
  const yearly = (grain: string) => grain === 'year' || grain === 'fiscal-year';
  return yearly(date.grain) && yearly(period.grain) && date.written.year === period.year;
}
