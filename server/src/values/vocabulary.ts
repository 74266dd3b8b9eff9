/** The words that values are made of, as English copy writes them; looked up through `lexicon.ts`. All in lower case. */
import { CURRENCY_ADJECTIVES } from './currencies.ts';
import type { DurationUnit, Hedge } from './kind.ts';

/** Numbers in words. */
export const NUMBERS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Ordinals in words; of those above twentieth only the round ones (the others end with one of these). */
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
};

/** Denominators of the fractions that copy writes in words; plurals too. */
export const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
};

/** Words that multiply the number before them. «m» and «k» count only glued to figures or beside a currency. */
export const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tln: 1e12,
  trn: 1e12,
  tn: 1e12,
};

/** The months, from January on. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Short forms of months, to their numbers. */
export const MONTH_ABBREVIATIONS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** The weekdays, from Monday on. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** Short forms of weekdays, to their numbers. */
export const WEEKDAY_ABBREVIATIONS: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};

/** Units of time, to their names. */
export const UNITS: Readonly<Record<string, DurationUnit>> = {
  minute: 'minute',
  minutes: 'minute',
  hour: 'hour',
  hours: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
};

/** One-word signs of a percentage; «per cent» and «percentage points» are put together from two. */
export const PERCENT_WORDS: readonly string[] = ['percent', 'pct', 'pc'];

/** Words that hedge the number right behind them by themselves. */
export const HEDGES: Readonly<Record<string, Hedge>> = {
  about: 'about',
  around: 'about',
  roughly: 'about',
  approximately: 'about',
  approx: 'about',
  circa: 'about',
  some: 'about',
  estimated: 'about',
  near: 'about',
  nearly: 'below',
  almost: 'below',
  nearing: 'below',
  approaching: 'below',
  under: 'below',
  below: 'below',
  over: 'above',
  above: 'above',
  exceeding: 'above',
  topping: 'above',
};

/** Words behind which a bare month or year is a date, not a verb, a name or a number. */
export const TEMPORAL_WORDS: readonly string[] =
  'in since until till from by of during for to before after around through throughout between last this next that early mid late circa year years versus vs than'.split(
    ' ',
  );

/** Plurals that make a count of a bare four-digit number: «2019 people». */
export const THINGS: readonly string[] =
  'people workers jobs employees staff units vehicles cars shares votes miles km kilometers kilometres metres meters feet tonnes tons barrels kg stores shops seats copies pages points dollars euros times'.split(
    ' ',
  );

/** Words of two-word units and hedges, looked for in place: `per` cent, percentage `point`, `US` dollars, more `than`. */
export const LEADS: Readonly<Record<string, Lead>> = {
  per: 'per',
  percentage: 'percentage',
  basis: 'basis',
  pp: 'points',
  ppt: 'points',
  ppts: 'points',
  bp: 'basis-points',
  bps: 'basis-points',
  point: 'point',
  points: 'point',
  than: 'hedge',
  to: 'hedge',
  least: 'hedge',
  most: 'hedge',
  as: 'hedge',
  of: 'hedge',
  a: 'article',
  an: 'article',
  the: 'article',
  ...Object.fromEntries(Object.keys(CURRENCY_ADJECTIVES).map((word) => [word, 'nation' as const])),
};

/** What a word can be the beginning of. */
export type Lead =
  | 'per'
  | 'percentage'
  | 'basis'
  | 'points'
  | 'basis-points'
  | 'point'
  | 'nation'
  | 'hedge'
  | 'article';
