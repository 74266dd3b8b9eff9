import { type DatedWeekday, datedWeekdaysOf, WEEKDAYS } from '../claims/weekdays.ts';
import { daysOf, fromEpochDay, weekdayOf } from '../text/calendarDate.ts';
import { textOf } from '../text/span.ts';
import { rewrite } from '../values/index.ts';
import type { Check, CheckContext, Fix, Found, Refuted } from './check.ts';
import { describeEvidence } from './describe.ts';
import { oneLine, refuted, toFixes } from './valueFixes.ts';

/** A weekday that is not the one of the date beside it. */
export const weekdayMismatch = {
  code: 'weekday-mismatch',
  title: 'Weekday does not fit the date',
  severity: 'warning',
  *run(context) {
    for (const verdict of refuted(context, ['weekday'], ['differs'])) {
      if (verdict.evidence.fact) yield contradictsFact(context, verdict);
    }
    for (const pair of datedWeekdaysOf(context.mentions, context.draft)) {
      if (pair.actual === pair.weekday.value.weekday) continue;
      const label = context.verdicts.find(({ claim }) => claim.span === pair.date.span)?.label;
      // A date that a fact refutes is mended there; whether the weekday is right shows then.
      if (label === 'refuted') continue;
      yield label === 'supported' ? weekdayIsWrong(context, pair) : eitherIsWrong(context, pair);
    }
  },
} as const satisfies Check;

/** «The board met on Friday», where the facts have it on a Thursday of that week. */
function contradictsFact({ draft, facts }: CheckContext, { claim, evidence }: Refuted): Found {
  const words = textOf(draft.prose.text, claim.span);
  const known = evidence.value?.value;
  const right = known?.kind === 'date' ? inCaseOf(words, WEEKDAYS[weekdayOf(known.from) - 1]!) : words;
  return {
    span: claim.span,
    message: `${words} should be ${right}${describeEvidence(evidence, facts)}`,
    fixes: toFixes(claim.span, [right]),
    evidence: [evidence],
    claim,
    quoted: claim.quoted,
    safe: !claim.quoted,
  };
}

/** A fact vouches for the date: only the weekday can be wrong. */
function weekdayIsWrong({ draft }: CheckContext, { weekday, date, actual }: DatedWeekday): Found {
  const words = textOf(draft.prose.text, weekday.span);
  const newText = inCaseOf(words, WEEKDAYS[actual - 1]!);
  return {
    span: weekday.span,
    message: `${words} should be ${newText}: ${oneLine(textOf(draft.prose.text, date.span))} ${wasOrIs(draft, date.value.from)} a ${WEEKDAYS[actual - 1]}`,
    fixes: [{ title: `Change to ${newText}`, edits: [{ span: weekday.span, newText }], preferred: true }],
    evidence: [{ why: `The calendar says ${WEEKDAYS[actual - 1]}.` }],
    quoted: false,
    safe: true,
  };
}

/** Either may be wrong: both fixes are offered, neither is preferred. */
function eitherIsWrong(context: CheckContext, { weekday, date, actual }: DatedWeekday): Found {
  const { draft, scan } = context;
  const { text } = draft.prose;
  const words = textOf(text, weekday.span);
  const written = textOf(text, date.span);
  const right = inCaseOf(words, WEEKDAYS[actual - 1]!);
  const fixes: Fix[] = [
    { title: `Change to ${right}`, edits: [{ span: weekday.span, newText: right }], preferred: false },
  ];
  for (const day of nearestDays(date.value.from, weekday.value.weekday, actual)) {
    const { from, to } = daysOf(fromEpochDay(day));
    const newText = rewrite(
      {
        ...date.value,
        from,
        to,
        written: { ...date.value.written, ...partsOf(day, date.value.written.year) },
      },
      written,
      scan,
    )[0];
    if (newText)
      fixes.push({ title: `Change to ${newText}`, edits: [{ span: date.span, newText }], preferred: false });
  }
  return {
    span: {
      start: Math.min(weekday.span.start, date.span.start),
      end: Math.max(weekday.span.end, date.span.end),
    },
    message: `${oneLine(written)} ${wasOrIs(draft, date.value.from)} a ${WEEKDAYS[actual - 1]}, not a ${WEEKDAYS[weekday.value.weekday - 1]}`,
    fixes,
    evidence: [{ why: `The calendar says ${WEEKDAYS[actual - 1]}.` }],
    quoted: false,
    safe: false,
  };
}

function nearestDays(day: number, wanted: number, actual: number): readonly number[] {
  const ahead = (((wanted - actual) % 7) + 7) % 7;
  return ahead <= 3 ? [day + ahead, day + ahead - 7] : [day + ahead - 7, day + ahead];
}

function partsOf(day: number, year: number | undefined): { year?: number; month: number; day: number } {
  const date = fromEpochDay(day);
  return { ...(year === undefined ? {} : { year: date.year }), month: date.month, day: date.day };
}

function wasOrIs({ asOf }: CheckContext['draft'], day: number): string {
  return day < daysOf(asOf).from ? 'was' : 'is';
}

/** «TUESDAY» stays in capitals, «Thu» short. */
function inCaseOf(model: string, name: string): string {
  const short =
    model.replace(/\.$/, '').length <= 4
      ? name.slice(0, model.replace(/\.$/, '').length === 4 ? 4 : 3)
      : name;
  const dotted = model.endsWith('.') ? `${short}.` : short;
  return model === model.toUpperCase() ? dotted.toUpperCase() : dotted;
}
