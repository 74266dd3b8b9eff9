import { toEpochDay } from '../text/calendarDate.ts';
import { readValue } from '../values/index.ts';
import type { Period } from './facts.ts';

type Grain = Period['grain'];

/** How desks write periods without words; each names its year and, where it has one, its part. */
const FORMS: readonly (readonly [Grain, RegExp])[] = [
  ['year', /^(?<year>\d{4})$/],
  ['fiscal-year', /^(?:fy|fiscal|fiscal year|financial year) ?(?<year>\d{4}|\d{2})$/],
  ['month', /^(?<year>\d{4})-(?<part>\d{2})$/],
  ['quarter', /^q(?<part>\d)[ /-]?(?<year>\d{4})$/],
  ['quarter', /^(?<year>\d{4})[ /-]?q(?<part>\d)$/],
  ['quarter', /^(?<part>\d)q[ /-]?(?<year>\d{4})$/],
  ['half', /^h(?<part>\d)[ /-]?(?<year>\d{4})$/],
  ['half', /^(?<year>\d{4})[ /-]?h(?<part>\d)$/],
  ['half', /^(?<part>\d)h[ /-]?(?<year>\d{4})$/],
];

const MONTHS: Readonly<Record<Grain, number>> = {
  year: 12,
  'fiscal-year': 12,
  half: 6,
  quarter: 3,
  month: 1,
};

/**
 * Reads a period: `2022`, `FY2022`, `fiscal 2022`, `Q3 2022`, `2022-Q3`, `2023-H1`, `2023-05`, or in words («third quarter
 * of 2022»). A fiscal year is laid on the calendar year of its name: nobody's year end is known here.
 */
export function readPeriod(text: string): Period | undefined {
  const label = text.trim();
  const plain = label.toLowerCase().replace(/\s+/g, ' ');
  if (plain.length > 40) return undefined;
  for (const [grain, form] of FORMS) {
    const groups = form.exec(plain)?.groups;
    if (groups) return periodOf(label, grain, Number(groups.year), groups.part);
  }
  return readInWords(label);
}

function periodOf(label: string, grain: Grain, written: number, partText?: string): Period | undefined {
  const year = written < 100 ? 2000 + written : written;
  const months = MONTHS[grain];
  const part = partText === undefined ? undefined : Number(partText);
  if (part !== undefined && (part < 1 || part > 12 / months)) return undefined;
  const first = ((part ?? 1) - 1) * months + 1;
  const days = { from: toEpochDay(year, first, 1), to: toEpochDay(year, first + months, 1) };
  return { label, ...days, grain, year, ...(part === undefined ? {} : { part }) };
}

const WORDED: ReadonlySet<string> = new Set(['year', 'fiscal-year', 'half', 'quarter', 'month']);

function readInWords(label: string): Period | undefined {
  const value = readValue(label, 'date');
  if (value?.kind !== 'date' || value.relative || value.swappable || value.impossible) return undefined;
  const { year, month } = value.written;
  if (year === undefined || !WORDED.has(value.grain)) return undefined;
  const grain = value.grain as Grain;
  if (MONTHS[grain] === 12) return periodOf(label, grain, year);
  const start = month ?? monthOf(value.from, year);
  return periodOf(label, grain, year, String(Math.ceil(start / MONTHS[grain])));
}

/** Which month of its year a first day stands in. */
function monthOf(from: number, year: number): number {
  for (let month = 12; month > 1; month--) if (toEpochDay(year, month, 1) <= from) return month;
  return 1;
}
