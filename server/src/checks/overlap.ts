import { overlaps } from '../text/span.ts';
import type { Finding, Severity } from './check.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

/** Of findings on the same words the stronger stays: the severer, then the one with a fact behind it, then the first. In reading order. */
export function keepStronger(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.toSorted((a, b) => strength(b) - strength(a));
  const kept: Finding[] = [];
  for (const finding of sorted) {
    if (!kept.some(({ span }) => overlaps(span, finding.span))) kept.push(finding);
  }
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function strength({ severity, evidence }: Finding): number {
  return (
    RANK[severity] * 2 +
    (evidence.some(({ fact, entity }) => fact !== undefined || entity !== undefined) ? 1 : 0)
  );
}
