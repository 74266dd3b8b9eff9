import type { CalendarDate, EpochDay } from '../text/calendarDate.ts';
import { daysPer } from './duration.ts';
import { durationSince, type ElapsedRange } from './elapsed.ts';
import { type Interval, meet } from './interval.ts';
import type { DateValue, DurationValue, Hedge, Stated } from './kind.ts';

/**
 * Whether a duration fits the time since a date on the article's day. Completed years and the count of years both pass
 * (27 March 1999 to 26 January 2023: 23 and 24); «in its 24th year» has 23 completed; «two decades» is 18 to 25 years.
 */
export function durationAgreesWithDate(
  { value, hedge }: Stated<DurationValue>,
  date: DateValue,
  asOf: EpochDay | Required<CalendarDate>,
): boolean {
  const since = durationSince(date, asOf);
  if (since.days < 0) return false;
  const truth = truthFor(value, since);
  if (hedge) return meet(hedged(value, hedge.kind), truth);
  return meet(plain(value), truth);
}

/** All numbers of the stated unit that count as true, from the least to the most. */
function truthFor({ unit, form }: DurationValue, since: ElapsedRange): Interval {
  const ordinal = form === 'ordinal' ? 1 : 0;
  switch (unit) {
    case 'year':
      return {
        low: since.least.completedYears + ordinal,
        high: Math.max(since.countedYears, since.completedYears) + ordinal,
      };
    case 'month':
      return { low: since.least.completedMonths, high: since.completedMonths + 1 };
    default: {
      const size = daysPer(unit);
      return { low: (since.least.days - 1) / size, high: (since.days + 1) / size };
    }
  }
}

/** A number without a hedge stands for what rounds to it; big units are looser. */
function plain({ low, high, unit, precision }: DurationValue): Interval {
  if (unit === 'decade' || unit === 'century') return { low: low - 0.2, high: high + 0.5 };
  return { low: low - precision, high: high + precision };
}

/** «More than two decades» may be 28 years, «nearly two decades» 17; in years the reach is a quarter, at least two. */
function hedged({ low, high, unit, precision }: DurationValue, hedge: Hedge): Interval {
  const isBig = unit === 'decade' || unit === 'century';
  const reach = Math.max(0.25 * high, isBig ? 0.9 : 2);
  switch (hedge) {
    case 'about':
      return {
        low: low - Math.max(isBig ? 0.4 : precision, 0.1 * low),
        high: high + Math.max(isBig ? 0.4 : precision, 0.1 * high),
      };
    case 'above':
      return { low: low - 0.01, high: high + reach };
    case 'below':
      return { low: low - reach, high: high + 0.01 };
    case 'at-least':
      return { low: low - 0.01, high: Infinity };
    case 'at-most':
      return { low: -Infinity, high: high + 0.01 };
  }
}
