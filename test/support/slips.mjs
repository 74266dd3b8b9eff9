// Right statements made wrong as a hurried writer might get them wrong, the same each time.
/** A small seeded generator (mulberry32 over FNV-1a), so that the same slips are made each time. */
export function random(seed) {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0,
    2166136261,
  );
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
/** Words of a name whose slip says little of whether the name is known. */
const COMMON =
  /^(?:Motors?|Company|Corporation|Holdings?|Limited|Group|Partners?|International|Technologies|Systems)$/;

function pick(list, next) {
  return list[Math.floor(next() * list.length)];
}

/**
 * A right statement as a hurried writer might get it wrong; undefined where no slip is sure to be wrong. The same slips, in the
 * same order, as those of the scorer beside the development sets, so that the figures can be compared.
 */
export function slip({ words, kind }, next) {
  switch (kind) {
    case 'weekday':
      return swapWord(words, WEEKDAYS, next);
    case 'date':
      return slipDate(words, next);
    case 'percent':
      return slipPercent(words, next);
    case 'duration':
      return words.replace(/\d+/, (number) => String(Number(number) + pick([4, 5, 7, 10], next)));
    case 'company':
      return slipLetters(words, next);
    default:
      return undefined;
  }
}

function swapWord(words, list, next) {
  const found = list.find((word) => words.includes(word));
  if (found === undefined) return undefined;
  const others = list.filter((word) => word !== found);
  return words.replace(found, pick(others, next));
}

const YEAR = /\b(?:1[89]|20)\d\d\b/;

function slipDate(words, next) {
  const year = YEAR.exec(words);
  const month = MONTHS.find((name) => words.includes(name));
  const day = /\b([12]?\d|3[01])\b(?!\d)/.exec(words.replace(/\b(?:1[89]|20)\d\d\b/g, '    '));
  const parts = [year && 'year', month && 'month', day && month && 'day'].filter(Boolean);
  if (parts.length === 0) return undefined;
  const part = pick(parts, next);
  if (part === 'year')
    return words.replace(year[0], String(Number(year[0]) + pick([-3, -2, -1, 1, 2], next)));
  if (part === 'month') return swapWord(words, MONTHS, next);
  const other = ((Number(day[1]) + pick([3, 5, 8, 11], next) - 1) % 28) + 1;
  return words.slice(0, day.index) + String(other) + words.slice(day.index + day[1].length);
}

function slipPercent(words, next) {
  const number = /\d+(?:\.(\d+))?/.exec(words);
  if (number === null) return undefined;
  const value = Number(number[0]);
  const off = pick([3, 4, 5, 7, 9, 11], next) * (value > 20 && next() < 0.5 ? -1 : 1);
  return words.replace(number[0], (value + off).toFixed(number[1]?.length ?? 0));
}

function slipLetters(words, next) {
  const long = [...words.matchAll(/\p{L}{6,}/gu)].filter(([word]) => !COMMON.test(word));
  if (long.length === 0) return undefined;
  const { 0: word, index } = pick(long, next);
  const at = 2 + Math.floor(next() * (word.length - 4));
  const slips = [
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
  ];
  return words.slice(0, index) + pick(slips, next) + words.slice(index + word.length);
}
