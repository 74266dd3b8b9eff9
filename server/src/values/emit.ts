import type { Span } from '../text/span.ts';
import type { DateRead } from './dateValue.ts';
import { hedgeAfter, hedgeBefore } from './hedge.ts';
import type { Stated, Value, WeekdayValue } from './kind.ts';
import type { ScanState } from './scanState.ts';

/** Adds a value with the hedge around it; returns its end, from which the scan goes on. */
export function emit(state: ScanState, start: number, end: number, value: Value): number {
  if (start < state.last) return Math.max(end, state.last);
  const { text, found } = state;
  const before = hedgeBefore(text, start, state.last);
  const hedge =
    (before && isComparison(text, before.span, value) ? undefined : before) ?? hedgeAfter(text, end);
  found.push(hedge ? { span: { start, end }, value, hedge } : { span: { start, end }, value });
  state.last = end;
  state.lastIsDate = false;
  return end;
}

/** «Higher than a year ago» compares with that time; «more than a year ago» hedges it. */
function isComparison(text: string, { start, end }: Span, value: Value): boolean {
  if (value.kind !== 'duration' || value.form !== 'ago') return false;
  return /than$/i.test(text.slice(start, end)) && !/(?:more|less|fewer) than$/i.test(text.slice(start, end));
}

/** «estimated 1986 output», «some 1987 results». */
const NOT_OF_DATES = /estimated|some|near/i;

/** Adds a date; only «about» and its like hedge a date. */
export function emitDate(state: ScanState, start: number, { value, end }: DateRead): number {
  if (start < state.last) return Math.max(end, state.last);
  const mayHedge = value.grain !== 'day' && value.relative !== true;
  const hedge = mayHedge ? hedgeBefore(state.text, start, state.last) : undefined;
  const span = { start, end };
  const isAbout =
    hedge?.kind === 'about' && !NOT_OF_DATES.test(state.text.slice(hedge.span.start, hedge.span.end));
  const stated: Stated = isAbout ? { span, value, hedge } : { span, value };
  state.found.push(stated);
  state.last = end;
  state.lastIsDate = true;
  return end;
}

/** Adds a weekday to what was found. */
export function emitWeekday(state: ScanState, start: number, end: number, value: WeekdayValue): void {
  if (start < state.last) return;
  state.found.push({ span: { start, end }, value });
  state.last = end;
  state.lastIsDate = false;
}
