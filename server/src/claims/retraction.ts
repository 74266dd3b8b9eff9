import type { Item, SentenceView } from './view.ts';

const WRONGLY = new Set(
  'wrongly incorrectly mistakenly erroneously misstated misreported misquoted'.split(' '),
);
const PIECES = new Set(
  'report article story caption headline version item column post graphic chart'.split(' '),
);
/** What says that a piece is one of before. */
const OF_BEFORE = new Set('last earlier previous original yesterday'.split(' '));
const GIVING = new Set('said wrote reported gave put called stated'.split(' '));

/** Whether the draft takes a value back: «last week we wrote that it was 34%», «was wrongly given as 34%», «put it at 54%; the correct figure is 45%». */
export function isRetracted({ items }: SentenceView, index: number): boolean {
  const before = items.slice(0, index);
  if (items.some(({ lower }) => WRONGLY.has(lower))) return true;
  if (items.some(({ lower }, at) => at > index && isPutRightBy(items, lower, at))) return true;
  const piece = before.findIndex(({ lower }) => lower === 'we' || PIECES.has(lower));
  if (piece < 0) return false;
  const verb = before.findIndex(({ lower }, at) => at > piece && at <= piece + 5 && GIVING.has(lower));
  const isOwn = before[piece]!.lower === 'we';
  return verb > 0 && (isOwn ? verb - piece <= 2 : before.slice(0, verb).some(isOfBefore));
}

/** «the correct figure is 45%», «it should have been 45%»: another value follows. */
function isPutRightBy(items: readonly Item[], lower: string, at: number): boolean {
  const isWord =
    lower === 'correct' ||
    (lower === 'should' &&
      items[at + 1]?.lower === 'have' &&
      /^(?:been|read|said)$/.test(items[at + 2]?.lower ?? ''));
  return isWord && items.slice(at + 1, at + 6).some(({ kind }) => kind === 'value');
}

function isOfBefore(item: Item): boolean {
  return (
    OF_BEFORE.has(item.lower) || (item.kind === 'value' && /^(?:date|weekday)$/.test(item.stated.value.kind))
  );
}
