import { daysInMonth, daysOf, fromEpochDay } from '../text/calendarDate.ts';
import { textOf } from '../text/span.ts';
import { rewrite } from '../values/index.ts';
import type { DateValue } from '../values/kind.ts';
import type { Check } from './check.ts';
import { oneLine, toFixes } from './valueFixes.ts';

/** «June 31», «Feb. 29» of a year that is no leap year. */
export const dateImpossible = {
  code: 'date-impossible',
  title: 'There is no such day',
  severity: 'warning',
  *run({ draft, impossible, verdicts, scan }) {
    for (const { span, value } of impossible) {
      // A fact that knows the right day says so itself, with a better fix.
      if (verdicts.some(({ label, claim }) => label === 'refuted' && claim.span === span)) continue;
      const { year, month } = fromEpochDay(value.from);
      const last = daysInMonth(year, month);
      const stated = oneLine(textOf(draft.prose.text, span));
      const lastDay = dayValue(value, year, month, last);
      const next = daysOf({ year, month, day: last }).to;
      const nextDay = fromEpochDay(next);
      const texts = [lastDay, dayValue(value, nextDay.year, nextDay.month, nextDay.day)].flatMap((day) =>
        rewrite(day, textOf(draft.prose.text, span), scan).slice(0, 1),
      );
      yield {
        span,
        message: `There is no ${stated}: the month has ${last} days${month === 2 ? ` in ${year}` : ''}`,
        fixes: toFixes(span, texts, false),
        evidence: [{ why: `The month has ${last} days.` }],
        quoted: false,
        safe: false,
      };
    }
  },
} as const satisfies Check;

function dayValue(model: DateValue, year: number, month: number, day: number): DateValue {
  const { from, to } = daysOf({ year, month, day });
  const written = model.written.year === undefined ? { month, day } : { year, month, day };
  return { kind: 'date', from, to, grain: 'day', written };
}
