/** Above so many names, a look at each takes too long for the word of help that it is. */
const MAX_NAMES = 20_000;

/** The name that a writer most likely meant, if one is near: « did you mean “x”?». */
export function suggest(written: string, names: Iterable<string>): string | undefined {
  const limit = written.length < 5 ? 1 : written.length < 9 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let count = 0;
  for (const name of names) {
    if (count++ > MAX_NAMES) return best;
    if (Math.abs(name.length - written.length) >= bestDistance) continue;
    const distance = distanceOf(written.toLowerCase(), name.toLowerCase(), bestDistance);
    if (distance < bestDistance && distance < written.length) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** `; did you mean “stake”?`, or nothing where no name is near. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const name = suggest(written, names);
  return name === undefined ? '' : `; did you mean “${name}”?`;
}

/** Insertions, deletions, changes and swaps of neighbours between two words; `limit` where it would be more. */
function distanceOf(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) >= limit) return limit;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
