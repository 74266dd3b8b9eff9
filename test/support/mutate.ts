import type { Mark } from './markup.ts';

/** Numbers from 0 to 1, the same ones for the same seed. */
export type Random = () => number;

/** A seeded generator (FNV-1a into mulberry32), that of ../shared/eval/score.mjs: the same mutants in both. */
export function seeded(seed: string): Random {
  let state = 2166136261;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16777619) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const YEAR = /\b(?:1[89]|20)\d\d\b/;
const DAY = /\b(?:[12]?\d|3[01])\b(?!\d)/;
/** A slip in these would only make another common word, or a name nobody can tell from the right one. */
const COMMON =
  /^(?:Motors?|Company|Corporation|Holdings?|Limited|Group|Partners?|International|Technologies|Systems)$/;

/** One wrong version of a right statement, as a person might slip; null where none is sure to be wrong. */
export function mutate(words: string, kind: Mark['kind'], random: Random): string | null {
  if (kind === 'percent') return mutatePercent(words, random);
  if (kind === 'weekday') return mutateWeekday(words, random);
  if (kind === 'date') return mutateDate(words, random);
  if (kind === 'duration') return mutateDuration(words, random);
  if (kind === 'company') return mutateName(words, random);
  return null;
}

function pick<Item>(list: readonly Item[], random: Random): Item {
  return list[Math.floor(random() * list.length)]!;
}

function mutatePercent(words: string, random: Random): string | null {
  const figure = /\d+(?:\.\d+)?/.exec(words)?.[0];
  if (figure === undefined) return null;
  const value = Number(figure);
  const step = pick([3, 4, 5, 7, 9, 11], random);
  const off = step * (value > 20 && random() < 0.5 ? -1 : 1);
  return words.replace(figure, (value + off).toFixed(figure.split('.')[1]?.length ?? 0));
}

function mutateWeekday(words: string, random: Random): string | null {
  const day = DAYS.find((name) => words.includes(name));
  if (day === undefined) return null;
  const others = DAYS.filter((name) => name !== day);
  return words.replace(day, pick(others, random));
}

function mutateDate(words: string, random: Random): string | null {
  const year = YEAR.exec(words)?.[0];
  const month = MONTHS.find((name) => words.includes(name));
  const day = DAY.exec(words.replace(new RegExp(YEAR, 'g'), '    '));
  const parts = [year && 'year', month && 'month', day && month && 'day'].filter(Boolean);
  if (parts.length === 0) return null;
  const part = pick(parts, random);
  if (part === 'year') return words.replace(year!, String(Number(year) + pick([-3, -2, -1, 1, 2], random)));
  if (part === 'month') {
    const others = MONTHS.filter((name) => name !== month);
    return words.replace(month!, pick(others, random));
  }
  const other = ((Number(day![0]) + pick([3, 5, 8, 11], random) - 1) % 28) + 1;
  return words.slice(0, day!.index) + String(other) + words.slice(day!.index + day![0].length);
}

function mutateDuration(words: string, random: Random): string | null {
  const figure = /\d+/.exec(words)?.[0];
  return figure === undefined
    ? null
    : words.replace(figure, String(Number(figure) + pick([4, 5, 7, 10], random)));
}

/** Two letters swapped, one lost, or one doubled. */
function mutateName(words: string, random: Random): string | null {
  const long = [...words.matchAll(/\p{L}{6,}/gu)].filter(([word]) => !COMMON.test(word));
  if (long.length === 0) return null;
  const { 0: word, index } = pick(long, random);
  const at = 2 + Math.floor(random() * (word.length - 4));
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const slips = [before + word[at + 1] + letter + word.slice(at + 2), before + after, before + letter + letter + after];
  const wrong = pick(slips, random);
  return wrong === word ? null : words.slice(0, index) + wrong + words.slice(index + word.length);
}
