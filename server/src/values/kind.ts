import type { CalendarDate, EpochDay, Weekday } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

/**
 * How a writer opened or widened a figure: «about 43%», «just under 10%» (`below`), «more than 9%» (`above`),
 * «at least», «up to». After Power & Williams 2012, Generating Numerical Approximations.
 */
export type Hedge = 'about' | 'below' | 'above' | 'at-least' | 'at-most';

/** A value as a text states it. `span` counts in that text and leaves the hedge out; `hedge.span` holds the hedge's words. */
export interface Stated<V extends Value = Value> {
  readonly span: Span;
  readonly value: V;
  readonly hedge?: { readonly kind: Hedge; readonly span: Span };
}

/**
 * A number and how exactly it was stated: it stands for all of `[low - precision, high + precision)`.
 * «43%»: low = high = 43, precision 0.5. «43.4%»: precision 0.05. «15–20%»: 15, 20, 0.5. «a third»: 33.33, precision about 2.
 */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  readonly precision: number;
}

/** A share of a hundred: 43.4 means 43.4%. `points` are percentage points (100 basis points = 1). */
export interface PercentValue extends Quantity {
  readonly kind: 'percent';
  readonly unit: 'percent' | 'points';
  /** «a third», «half», «one in five»: a share in words, which no one takes for exact. */
  readonly fraction?: true;
}

/** How exact a date is. */
export type DateGrain =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'fiscal-year'
  | 'decade'
  | 'part';

/** A date or a stretch of the calendar, as days: `from` inclusive, `to` exclusive. */
export interface DateValue {
  readonly kind: 'date';
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** `part`: a vague piece such as «early 2018», «mid-February», «the first week of March» (its days are in from/to). */
  readonly grain: DateGrain;
  /** What was written; a yearless «Feb. 6» has no year here and from/to in the year nearest to the article's date. */
  readonly written: Partial<CalendarDate>;
  /** The weekday written with it: «Thursday, Oct. 12». It has a mention of its own (kind `weekday`) as well. */
  readonly weekday?: Weekday;
  /** Resolved from the article's date: «last Thursday», «yesterday», «this year», «last November». */
  readonly relative?: true;
  /** `03/04/2025`: day and month could be swapped: no verdict. */
  readonly swappable?: true;
  /** «Feb. 30», «31 June»: no such day. from/to are those of the month. */
  readonly impossible?: true;
}

/** A weekday by itself or before a date. */
export interface WeekdayValue {
  readonly kind: 'weekday';
  readonly weekday: Weekday;
}

/** What a length of time is counted in. */
export type DurationUnit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century' | 'hour' | 'minute';

/** A length of time, counted in `unit`. */
export interface DurationValue extends Quantity {
  readonly kind: 'duration';
  readonly unit: DurationUnit;
  /**
   * `age`: «23-year-old», «26 years old», «turned 65», «two-decade-old»; `ago`: «24 years ago»;
   * `ordinal`: «in its 24th year» (low = high = 24: 23 completed); `span`: any other («for two decades», «108 days»).
   */
  readonly form: 'age' | 'ago' | 'ordinal' | 'span';
}

/** Money; `currency` is ISO 4217. */
export interface AmountValue extends Quantity {
  readonly kind: 'amount';
  readonly currency: string;
}

/** A plain number of things. */
export interface CountValue extends Quantity {
  readonly kind: 'count';
}

/** A person or a place, by name. Scanned by the gazetteer or beside a role, not by itself. */
export interface NameValue {
  readonly kind: 'name';
  readonly name: string;
}

/** A value of any kind. */
export type Value =
  | PercentValue
  | DateValue
  | WeekdayValue
  | DurationValue
  | AmountValue
  | CountValue
  | NameValue;
/** The name of a kind of value. */
export type ValueKindName = Value['kind'];

/** What scanners may lean on. */
export interface ScanContext {
  /** The article's date; resolves «last Thursday» and years left out. */
  readonly asOf: Required<CalendarDate>;
  /** Numeric dates: `dmy` reads 03/04/2025 as 3 April. Either way such a date is `swappable`. */
  readonly dateOrder: 'dmy' | 'mdy';
}

/** All that the product knows about one kind of value. Adding a kind = one file and one line in `index.ts`. */
export interface ValueKind<V extends Value> {
  readonly name: V['kind'];
  /** In reading order, never overlapping. Linear time. Never throws. */
  scan(text: string, context: ScanContext): readonly Stated<V>[];
  /**
   * Whether a writer who knows `known` could fairly state `stated`: intervals that meet agree; a hedge opens or widens
   * the interval. `tolerance` widens the known value, in the kind's own unit (points, days, years …).
   */
  agrees(stated: Stated<V>, known: V, tolerance?: number): boolean;
  /**
   * `known` in the manner of `model` («34 percent» → «43 percent», «Oct. 12» → «Nov. 8», «thirty-four percent» → «forty-three percent»),
   * the best replacement first: the writer's own precision and format, then the fact's full precision where it differs.
   */
  rewrite(known: V, model: string, context: ScanContext): readonly string[];
}

/** What a kind's own file knows; `index.ts` adds the scan, which is one pass for all kinds, and makes a ValueKind of it. */
export type KindKnowledge<V extends Value> = Omit<ValueKind<V>, 'scan'>;
