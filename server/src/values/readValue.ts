import { readIsoDate } from '../text/calendarDate.ts';
import { dayValue, monthValue, yearValue } from './dateValue.ts';
import type { ScanContext, Stated, Value, ValueKindName } from './kind.ts';
import { scanAll } from './scan.ts';

/** Facts stand by themselves: a date without a year in them has none, so that the day on which it is read does not matter. */
const NO_CONTEXT: ScanContext = { asOf: { year: 2000, month: 1, day: 1 }, dateOrder: 'dmy' };

const AROUND_BEFORE =
  /^(?:the|between|in|on|about|around|some|nearly|almost|over|under|(?:more|less|fewer) than|at (?:least|most)|up to|from)?\s*$/i;

/**
 * The one value that a whole string states, as in a facts file: «43.4%», «1999-03», «first half of 2024», «23 years»,
 * «$1.2 billion», «130,000». A bare number is a count, and a bare year a date only where `kind` asks for one.
 * Undefined where the string states no value, more than one, or one of another kind.
 */
export function readValue(
  text: string,
  kind?: ValueKindName,
  context: ScanContext = NO_CONTEXT,
): Value | undefined {
  return readStated(text, kind, context)?.value;
}

/** As `readValue`, with the value's place and its hedge. */
export function readStated(
  text: string,
  kind?: ValueKindName,
  context: ScanContext = NO_CONTEXT,
): Stated | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const span = { start: text.indexOf(trimmed), end: text.indexOf(trimmed) + trimmed.length };
  if (kind === 'name') return { span, value: { kind: 'name', name: trimmed } };
  const iso = kind === undefined || kind === 'date' ? readIso(trimmed, kind, context) : undefined;
  if (iso) return { span, value: iso };
  const count = Number(trimmed);
  if (/^\d{4}$/.test(trimmed) && (kind === undefined || kind === 'count')) {
    return { span, value: { kind: 'count', low: count, high: count, precision: 0.5 } };
  }
  return readWhole(text, kind, context);
}

function readIso(text: string, kind: ValueKindName | undefined, context: ScanContext): Value | undefined {
  const iso = readIsoDate(text);
  if (!iso) return undefined;
  if (iso.month === undefined) return kind === 'date' ? yearValue(iso.year) : undefined;
  if (iso.day === undefined) return monthValue(context, iso.month, iso.year);
  return dayValue(context, iso.month, iso.day, iso.year);
}

function readWhole(text: string, kind: ValueKindName | undefined, context: ScanContext): Stated | undefined {
  const found = scanAll(text, context);
  const stated = theOne(found, text);
  if (!stated) return kind && readFramed(text, kind, context);
  const first = found[0]!;
  const start = Math.min(first.span.start, first.hedge?.span.start ?? Infinity);
  const end = Math.max(stated.span.end, stated.hedge?.span.end ?? 0);
  const isWhole = AROUND_BEFORE.test(text.slice(0, start)) && /^[\s.]*$/.test(text.slice(end));
  if (!isWhole) return kind && readFramed(text, kind, context);
  if (kind === undefined || stated.value.kind === kind) return stated;
  return asKind(stated, kind) ?? readFramed(text, kind, context);
}

/** The only value of a text, which may have its weekday before it; or a range written out: «7% to 8%». */
function theOne([first, second, third]: readonly Stated[], text: string): Stated | undefined {
  if (!second) return first;
  if (third) return undefined;
  if (isWeekdayOf(first!, second)) return second;
  const joint = text.slice(first!.span.end, second.span.start).trim();
  const [low, high] = [first!.value, second.value];
  if (joint !== 'to' || low.kind !== high.kind || !('low' in low) || !('low' in high)) return undefined;
  if (
    low.low >= high.low ||
    (low.kind === 'amount' && high.kind === 'amount' && low.currency !== high.currency)
  )
    return undefined;
  const precision = Math.max(low.precision, high.precision);
  return {
    span: { start: first!.span.start, end: second.span.end },
    value: { ...high, low: low.low, precision },
  };
}

function isWeekdayOf(first: Stated, second: Stated): boolean {
  return first.value.kind === 'weekday' && second.value.kind === 'date' && second.value.weekday !== undefined;
}

/** Words around which a value is one only in company: «May» behind «in», «half» before «of», «15% and 20%» behind «between». */
const FRAMES: Readonly<Partial<Record<ValueKindName, readonly (readonly [string, string])[]>>> = {
  percent: [
    ['by ', ' of'],
    ['between ', ''],
  ],
  date: [['in ', '']],
  weekday: [['', ', 12 October']],
  duration: [['its ', '']],
  amount: [['between ', '']],
  count: [
    ['between ', ''],
    ['', ' plants'],
  ],
};

function readFramed(text: string, kind: ValueKindName, context: ScanContext): Stated | undefined {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  for (const [before, after] of FRAMES[kind] ?? []) {
    const end = before.length + trimmed.length;
    const found = scanAll(before + trimmed + after, context).find(
      ({ span, value }) =>
        value.kind === kind &&
        span.start === before.length &&
        (span.end === end || (span.end === end - 1 && trimmed.endsWith('.'))),
    );
    if (found) return { value: found.value, span: { start, end: start + trimmed.length } };
  }
  return undefined;
}

/** A bare number where an age is asked for: the «65» of «turned 65». */
function asKind(stated: Stated, kind: ValueKindName): Stated | undefined {
  const { value } = stated;
  if (value.kind !== 'count' || kind !== 'duration') return undefined;
  return { ...stated, value: { ...value, kind: 'duration', unit: 'year', form: 'age' } };
}
