/** How many letters must be put in, left out, replaced or swapped with their neighbour to make `b` of `a` (Damerau–Levenshtein, optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** What kind of single slip makes `wrong` of `right`; undefined where it takes none or more than one. `at` counts in `right`. */
export function slipOf(
  wrong: string,
  right: string,
): { readonly kind: 'lost' | 'added' | 'replaced' | 'swapped'; readonly at: number } | undefined {
  let at = 0;
  while (at < wrong.length && at < right.length && wrong[at] === right[at]) at++;
  if (wrong.length === right.length - 1)
    return wrong.slice(at) === right.slice(at + 1) ? { kind: 'lost', at } : undefined;
  if (wrong.length === right.length + 1)
    return wrong.slice(at + 1) === right.slice(at) ? { kind: 'added', at } : undefined;
  if (wrong.length !== right.length || at === right.length) return undefined;
  if (wrong.slice(at + 1) === right.slice(at + 1)) return { kind: 'replaced', at };
  const swapped = wrong[at] === right[at + 1] && wrong[at + 1] === right[at];
  return swapped && wrong.slice(at + 2) === right.slice(at + 2) ? { kind: 'swapped', at } : undefined;
}
