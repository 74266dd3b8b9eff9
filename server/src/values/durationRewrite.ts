import type { CalendarDate, EpochDay } from '../text/calendarDate.ts';
import { ordinalSuffix } from './dateRewrite.ts';
import { durationSince } from './elapsed.ts';
import { capitalLike, type NumberModel, numberLike, splitModel } from './figures.ts';
import type { DateValue } from './kind.ts';
import { ORDINALS } from './vocabulary.ts';

/**
 * How long ago `date` was, in the manner of `model` («14-year-old» → «24-year-old»): completed years first, then the count of
 * years where it differs; the other way about where only the year is known.
 */
export function rewriteDuration(
  date: DateValue,
  model: string,
  asOf: EpochDay | Required<CalendarDate>,
): readonly string[] {
  const since = durationSince(date, asOf);
  const shape = splitModel(withoutOrdinal(model));
  if (!shape || since.days < 0) return [];
  const isYearOnly = date.to - date.from > 300;
  const years = isYearOnly
    ? [since.countedYears, since.least.completedYears]
    : [since.completedYears, since.countedYears];
  const texts = numbersFor(model, years, since).flatMap((number) =>
    number > 0 ? countLike(number, shape) : [],
  );
  return [...new Set(isOrdinal(model) ? texts.map(withOrdinal(model)) : texts)];
}

function numbersFor(
  model: string,
  years: readonly number[],
  since: ReturnType<typeof durationSince>,
): readonly number[] {
  if (/month/i.test(model)) return [since.completedMonths];
  if (/week/i.test(model)) return [Math.round(since.days / 7)];
  if (/day/i.test(model) && !/birthday/i.test(model)) return [since.days];
  if (/decade/i.test(model)) return [Math.round(since.completedYears / 10)];
  if (/centur/i.test(model)) return [Math.round(since.completedYears / 50) / 2];
  // The first year is over once one is completed: «in its 24th year» has 23 behind it.
  return /year/i.test(model) && isOrdinal(model) ? years.map((number) => number + 1) : years;
}

const ORDINAL =
  /\b(?:(\d+)(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth))\b/i;

function isOrdinal(model: string): boolean {
  return ORDINAL.test(model);
}

/** «24th year» as «24 year», so that its number can be replaced as any other. */
function withoutOrdinal(model: string): string {
  return model.replace(
    ORDINAL,
    (_, digits?: string, word?: string) => digits ?? String(ORDINALS[word!.toLowerCase()]),
  );
}

function withOrdinal(model: string): (text: string) => string {
  const word = ORDINAL.exec(model)?.[2];
  return (text) =>
    text
      .replace(/\d+/, (digits) => {
        const number = Number(digits);
        const own = word && Object.keys(ORDINALS).find((name) => ORDINALS[name] === number);
        return own ? capitalLike(own, word) : digits + ordinalSuffix(number);
      })
      .replace(/(year|decade)s\b/, '$1');
}

/** A number with the model's unit, singular or plural as English wants it: «a decade» → «two decades», «1 year» → «23 years». */
export function countLike(number: number, shape: NumberModel): readonly string[] {
  const isArticle = /^an?$/i.test(shape.first);
  // «23 year alliance»: a unit without its plural belongs to a noun behind it.
  const isCompound = /^[-‐]/.test(shape.after) || (!isArticle && isPlainUnit(shape));
  const after = isCompound ? shape.after : shape.after.replace(UNIT, (unit) => pluralLike(unit, number));
  if (isArticle && number === 1) return [shape.before + shape.first + after];
  const model = isArticle ? { ...shape, first: capitalLike('one', shape.first.slice(0, 1)) } : shape;
  return numberLike(number, model).map((text) => shape.before + text + after);
}

const UNIT = /\b(?:minute|hour|day|week|month|year|decade|centur(?:y|ie))s?\b/i;

/** Whether the unit has no plural though the number asks for one. */
function isPlainUnit({ first, after }: NumberModel): boolean {
  const unit = UNIT.exec(after)?.[0];
  return unit !== undefined && !/s$/i.test(unit) && !/^(?:1|one)$/i.test(first);
}

function pluralLike(unit: string, number: number): string {
  const single = /^centur/i.test(unit) ? `${unit.slice(0, 6)}y` : unit.replace(/s$/i, '');
  if (number === 1) return single;
  if (/^centur/i.test(unit)) return `${unit.slice(0, 6)}ies`;
  return single + (unit === unit.toUpperCase() ? 'S' : 's');
}
