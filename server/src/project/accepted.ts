import type { Accepted } from '../checker.ts';
import { type CalendarDate, daysOf, toEpochDay } from '../text/calendarDate.ts';

/** The entry by which the desk has accepted a finding, if any. An entry ends on its `until` day. */
export function acceptedBy(
  { code, text }: { readonly code: string; readonly text: string },
  path: string,
  asOf: Required<CalendarDate>,
  accepted: readonly Accepted[],
): Accepted | undefined {
  const day = toEpochDay(asOf.year, asOf.month, asOf.day);
  return accepted.find(
    (entry) =>
      entry.code === code &&
      entry.text === text &&
      (entry.file === undefined || endsWithPath(path, entry.file)) &&
      (entry.until === undefined || day < daysOf(entry.until).from),
  );
}

/** Whether a path ends with these folders and this name; `a.md` is no end of `data.md`. */
function endsWithPath(path: string, end: string): boolean {
  const wanted = end.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  const whole = path.replaceAll('\\', '/');
  return whole === wanted || whole.endsWith(`/${wanted}`);
}
