import type { DateRead } from './dateValue.ts';
import { hedgeAfter, hedgeBefore } from './hedge.ts';
import type { Stated, Value, WeekdayValue } from './kind.ts';
import type { ScanState } from './scanState.ts';

/** Adds a value with the hedge around it; returns its end, from which the scan goes on. */
export function emit(state: ScanState, start: number, end: number, value: Value): number {
  if (start < state.last) return Math.max(end, state.last);
  const { text, found } = state;
  const hedge = hedgeBefore(text, start, state.last) ?? hedgeAfter(text, end);
  found.push(hedge ? { span: { start, end }, value, hedge } : { span: { start, end }, value });
  state.last = end;
  state.lastIsDate = false;
  return end;
}

/** Adds a date; only «about» and its like hedge a date. */
export function emitDate(state: ScanState, start: number, { value, end }: DateRead): number {
  if (start < state.last) return Math.max(end, state.last);
  const hedge = value.grain === 'day' ? undefined : hedgeBefore(state.text, start, state.last);
  const span = { start, end };
  const stated: Stated = hedge?.kind === 'about' ? { span, value, hedge } : { span, value };
  state.found.push(stated);
  state.last = end;
  state.lastIsDate = true;
  return end;
}

export function emitWeekday(state: ScanState, start: number, end: number, value: WeekdayValue): void {
  if (start < state.last) return;
  state.found.push({ span: { start, end }, value });
  state.last = end;
  state.lastIsDate = false;
}
