import { fromEpochDay } from '../text/calendarDate.ts';
import { capitalLike } from './figures.ts';
import type { DateValue } from './kind.ts';
import { MONTHS } from './vocabulary.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const YEAR = /\d{4}/;

/** A model that names a quarter, a half, a week, a season, a decade, a fiscal year or a part of one, filled with the known date. */
export function rewritePeriod(known: DateValue, model: string): readonly string[] {
  const { year, month, day } = fromEpochDay(known.from);
  const length = known.to - known.from;
  const withYear = (text: string) => text.replace(YEAR, String(year));
  if (/quarter|\bq[1-4]/i.test(model) && length < 93)
    return [withYear(numbered(model, Math.floor((month - 1) / 3)))];
  if (/half|\bh[12]/i.test(model) && length < 185 && !monthIn(model))
    return [withYear(numbered(model, month < 7 ? 0 : 1))];
  if (/week/i.test(model) && length < 10 && monthIn(model)) {
    const week = Math.min(4, Math.floor((day - 1) / 7));
    return [withYear(numbered(model, week)).replace(monthIn(model)!, MONTHS[month - 1]!)];
  }
  if (/^\d{3}0s$/.test(model)) return [`${Math.floor(year / 10) * 10}s`];
  if (/fiscal|financial|^fy/i.test(model)) return length > 360 ? [rewriteFiscalYear(model, year)] : [];
  return rewritePart(known, model);
}

/** The model with its ordinal or the figure of «Q3» set to `index` (from 0). */
function numbered(model: string, index: number): string {
  return model
    .replace(/\b(?:first|second|third|fourth|fifth|last)\b/i, (word) =>
      capitalLike(ORDINALS[index]!, word.slice(0, 1)),
    )
    .replace(/\b([QH])[1-4]/i, (_, letter: string) => `${letter}${index + 1}`);
}

function monthIn(model: string): string | undefined {
  return MONTHS.find((month) => model.includes(month));
}

function rewriteFiscalYear(model: string, year: number): string {
  return YEAR.test(model)
    ? model.replace(YEAR, String(year))
    : model.replace(/\d{2}$/, String(year % 100).padStart(2, '0'));
}

const POSITIONS = ['early', 'mid', 'late'] as const;
const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

/** «early 2018», «mid-February», «summer 2021». */
function rewritePart(known: DateValue, model: string): readonly string[] {
  const { year, month, day } = fromEpochDay(known.from);
  const length = known.to - known.from;
  const season = /\b(?:spring|summer|autumn|fall|winter)\b/i.exec(model)?.[0];
  if (season && length < 93) {
    const name = SEASONS[Math.floor((month % 12) / 3)]!;
    const own = name === 'autumn' && /^f/i.test(season) ? 'fall' : name;
    return [model.replace(season, capitalLike(own, season.slice(0, 1))).replace(YEAR, String(year))];
  }
  const head = /^(early|mid|late)([\s-]+)(?:in\s+)?/i.exec(model);
  if (!head) return [];
  const name = monthIn(model);
  if (length > (name ? 16 : 130)) return [];
  const third = name ? Math.min(2, Math.floor((day - 1) / 10)) : Math.floor((month - 1) / 4);
  const position = capitalLike(POSITIONS[third]!, head[1]!.slice(0, 1));
  const rest = model.slice(head[0].length).replace(YEAR, String(year));
  const tail = name ? rest.replace(name, MONTHS[month - 1]!) : rest;
  const isSame = position.toLowerCase() === head[1]!.toLowerCase();
  const joint = isSame ? head[0].slice(head[1]!.length) : third === 1 ? '-' : ' ';
  return [position + joint + tail];
}
