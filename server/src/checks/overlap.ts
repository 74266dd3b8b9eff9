import { overlaps } from '../text/span.ts';
import type { Finding, Severity } from './check.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** Of findings on the same words the stronger stays: the severer, then the one with a fact behind it, then the first. In reading order. */
export function keepStronger(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.toSorted((a, b) => strength(b) - strength(a));
  // In the order of their places and never overlapping, so that a look at the two neighbours is enough.
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const at = placeFor(kept, finding.span.start);
    const [before, after] = [kept[at - 1], kept[at]];
    if ((before && overlaps(before.span, finding.span)) || (after && overlaps(after.span, finding.span)))
      continue;
    kept.splice(at, 0, finding);
  }
  return kept;
}

/** Where a finding that starts there belongs among others, found by halving. */
function placeFor(kept: readonly Finding[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function strength({ severity, evidence }: Finding): number {
  return (
    RANK[severity] * 2 +
    (evidence.some(({ fact, entity }) => fact !== undefined || entity !== undefined) ? 1 : 0)
  );
}
