import type { FactValue } from '../facts/facts.ts';
import { type EpochDay, fromEpochDay } from '../text/calendarDate.ts';
import { durationSince } from '../values/index.ts';
import type { DateValue, Quantity, Stated, Value } from '../values/kind.ts';

const MONTHS = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** «30 Jan 2023». */
export function showDay(day: EpochDay): string {
  const date = fromEpochDay(day);
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** The arithmetic between what is stated and what is known, one sentence. */
export function explainAgreement(stated: Stated, known: FactValue, asOf: EpochDay): string {
  const { value } = known;
  if (value === undefined) return `The fact says ${known.text}.`;
  if (stated.value.kind === 'duration' && value.kind === 'date')
    return explainDuration(value, asOf, known.text);
  if (isQuantity(stated.value) && isQuantity(value)) return explainRounding(stated.value, value, known.text);
  return `The fact says ${known.text}.`;
}

function explainDuration(date: DateValue, asOf: EpochDay, text: string): string {
  const { completedYears, countedYears } = durationSince(date, fromEpochDay(asOf));
  const counted = countedYears === completedYears ? '' : `, ${countedYears} by the year's count`;
  return `From ${text} to ${showDay(asOf)} is ${completedYears} completed years${counted}.`;
}

function explainRounding(stated: Value & Quantity, known: Quantity, text: string): string {
  const sameFigure = stated.low === known.low && stated.high === known.high;
  if (sameFigure) return `The fact says ${text}.`;
  const low = stated.low - stated.precision;
  const high = stated.high + stated.precision;
  const meets = low <= known.high && known.low < high;
  const range = rangeWords(stated, low, high);
  if (range === undefined) {
    return meets
      ? `The fact says ${text}, which rounds to what is written.`
      : `The fact says ${text}, outside what the written figure can stand for.`;
  }
  return `The fact says ${text}, ${meets ? 'within' : 'outside'} the ${range} that the written figure can stand for.`;
}

/** «33.5% to 34.5%»; only for percentages, whose figures are as short in words as in numbers, and not for open ranges. */
function rangeWords(stated: Value, low: number, high: number): string | undefined {
  if (stated.kind !== 'percent' || stated.unit !== 'percent') return undefined;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return `${shortNumber(low)}% to ${shortNumber(high)}%`;
}

/** Without what floating point leaves at the end. */
function shortNumber(number: number): string {
  return String(Number(number.toFixed(6)));
}

function isQuantity(value: Value): value is Value & Quantity {
  return 'precision' in value;
}
