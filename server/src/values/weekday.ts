import { capitalLike } from './figures.ts';
import type { KindKnowledge, WeekdayValue } from './kind.ts';
import { WEEKDAYS } from './vocabulary.ts';

const SHORT: readonly (readonly string[])[] = [
  ['Mon'],
  ['Tue', 'Tues'],
  ['Wed', 'Weds'],
  ['Thu', 'Thur', 'Thurs'],
  ['Fri'],
  ['Sat'],
  ['Sun'],
];

/** Days of the week. */
export const weekday: KindKnowledge<WeekdayValue> = {
  name: 'weekday',

  agrees(stated, known) {
    return stated.value.weekday === known.weekday;
  },

  rewrite({ weekday: day }, model) {
    const plain = model.replace(/\.$/, '').toLowerCase();
    const stop = model.endsWith('.') ? '.' : '';
    const long = WEEKDAYS[day - 1]!;
    const short = SHORT[day - 1]!;
    const isShort = !WEEKDAYS.some((name) => name.toLowerCase() === plain);
    if (!isShort) return [capitalLike(long, model)];
    // «Thurs» asks for «Tues», «Thu» for «Tue»; a name of three letters alone suits both.
    const name =
      short.find((one) => one.toLowerCase() === plain) ?? (plain.length > 3 ? short.at(-1) : short[0])!;
    return [capitalLike(name, model) + stop];
  },
};
