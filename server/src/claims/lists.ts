import { entitiesOf, type Item, type SentenceView } from './view.ts';

/** Whom a value of a list belongs to, by order: «X, Y and Z hold 10%, 15% and 20%», «X and Y spent 21% and 19%, respectively». */
export interface Partner {
  /** The entities of the same place in the list of names. */
  readonly own: readonly string[];
  /** The items of the list's first and last value. */
  readonly first: number;
  readonly last: number;
  /** The names of the other places. */
  readonly others: readonly string[];
}

/** The partner of the value at `index`; undefined where values and names do not stand in two lists of one length. */
export function partnerOf({ items }: SentenceView, index: number): Partner | undefined {
  const values = runAround(items, index, (item) => kindOf(item) === kindOf(items[index]!));
  if (values.length < 2) return undefined;
  const names = namesBefore(items, values[0]!, values.length);
  if (names === undefined) return undefined;
  const place = values.indexOf(index);
  return {
    first: values[0]!,
    last: values.at(-1)!,
    own: entitiesOf(items[names[place]!]),
    others: names.filter((_, at) => at !== place).flatMap((at) => entitiesOf(items[at])),
  };
}

function kindOf(item: Item): string {
  return item.kind === 'value' ? item.stated.value.kind : item.kind;
}

const JOINTS = new Set([',', 'and', 'or', ';', '&']);

/** The places of like items that only joints part, around one of them. */
function runAround(
  items: readonly Item[],
  index: number,
  isLike: (item: Item) => boolean,
): readonly number[] {
  const run = [index];
  for (const step of [-1, 1]) {
    let at = index + step;
    while (items[at] && (JOINTS.has(items[at]!.lower) || isLike(items[at]!))) {
      if (isLike(items[at]!)) step < 0 ? run.unshift(at) : run.push(at);
      at += step;
    }
  }
  return run;
}

/** The nearest run of names before the values that has just as many; asides between commas («Akebono, of Toyama, and») may stand within. */
function namesBefore(items: readonly Item[], before: number, count: number): readonly number[] | undefined {
  const places: number[] = [];
  let gap = 0;
  for (let at = before - 1; at >= 0 && places.length <= count; at -= 1) {
    const item = items[at]!;
    if (item.kind === 'value') return undefined;
    if (entitiesOf(item).length > 0) {
      places.unshift(at);
      gap = 0;
    } else if (places.length > 0 && item.lower === ',' && asideEnding(items, at) !== undefined) {
      at = asideEnding(items, at)!;
    } else if (places.length > 0 && !JOINTS.has(item.lower)) {
      gap += 1;
      if (gap > 2) break;
    }
  }
  const joined = places.slice(1).every((at) => JOINTS.has(items[at - 1]!.lower));
  return places.length === count && joined ? places : undefined;
}

/** The comma that opens the aside which another one ends, right behind a name: «Lumipuro, a Finnish pension insurer, and». */
function asideEnding(items: readonly Item[], end: number): number | undefined {
  for (let at = end - 1; at > 0; at -= 1) {
    const item = items[at]!;
    if (item.kind === 'value' || item.kind === 'entity' || item.lower === ';') return undefined;
    if (item.lower === ',') return at < end - 1 && entitiesOf(items[at - 1]).length > 0 ? at : undefined;
  }
  return undefined;
}
