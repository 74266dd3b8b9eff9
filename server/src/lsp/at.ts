import type { Report } from '../checker.ts';
import type { Finding } from '../checks/check.ts';
import type { Claim, Verdict } from '../claims/claim.ts';
import type { Fact } from '../facts/facts.ts';
import type { EntityMention } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';

/** Whether a cursor stands in or at the end of the words. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether the words meet a selection; a cursor by itself counts as one. */
export function meets(span: Span, selection: Span): boolean {
  return span.start <= selection.end && selection.start <= span.end;
}

/** What the draft says at an offset. */
export interface Spot {
  readonly findings: readonly Finding[];
  /** Of the shortest claim there; a value's claim before a name's. */
  readonly verdict?: Verdict;
  readonly mention?: EntityMention;
}

/** All that stands at an offset; empty where nothing was understood. */
export function spotAt({ findings, verdicts, mentions }: Report, offset: number): Spot {
  const [verdict] = verdicts.filter(({ claim }) => touches(claim.span, offset)).sort(byWorth);
  const mention = mentions.entities.find(({ span }) => touches(span, offset));
  return {
    findings: findings.filter(({ span }) => touches(span, offset)),
    ...(verdict && { verdict }),
    ...(mention && { mention }),
  };
}

function byWorth(a: Verdict, b: Verdict): number {
  const rank = (verdict: Verdict) => (factOf(verdict) ? 0 : 1);
  return rank(a) - rank(b) || lengthOf(a.claim) - lengthOf(b.claim);
}

function lengthOf({ span }: Claim): number {
  return span.end - span.start;
}

/** The fact that decided, or else the likeliest one. */
export function factOf(verdict: Verdict): Fact | undefined {
  if (verdict.label === 'not-enough-info') return verdict.claim.candidates[0]?.fact;
  return verdict.evidence.fact;
}

/** The entity that a name's claim is about. */
export function entityOf(verdict: Verdict): string | undefined {
  const evidence = verdict.label === 'not-enough-info' ? undefined : verdict.evidence;
  return evidence?.fact ? undefined : (evidence?.entity?.id ?? verdict.claim.subject);
}
