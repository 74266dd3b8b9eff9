import type { Evidence, Verdict } from '../claims/claim.ts';
import { relevantTexts } from '../claims/corrections.ts';
import { textOf } from '../text/span.ts';
import type { CheckContext, Fix, Found } from './check.ts';
import { describeEvidence } from './describe.ts';

type Refuted = Extract<Verdict, { label: 'refuted' }>;

/** The refuted verdicts of some kinds of claim. */
export function refuted(
  { verdicts }: CheckContext,
  kinds: readonly string[],
  reasons: readonly string[],
): readonly Refuted[] {
  return verdicts.filter(
    (verdict): verdict is Refuted =>
      verdict.label === 'refuted' && kinds.includes(verdict.claim.kind) && reasons.includes(verdict.reason),
  );
}

/** «34% should be 43%: …» with a fix for each fair way to write the fact's value. */
export function findMismatch(context: CheckContext, verdict: Refuted): Found {
  const { claim, evidence } = verdict;
  const stated = textOf(context.draft.prose.text, claim.span);
  const corrections = relevantTexts(verdict, stated, context.draft, context.scan);
  const should = corrections[0] ?? evidence.value?.text ?? '';
  return {
    span: claim.span,
    message: `${oneLine(stated)} should be ${should}${describeEvidence(evidence, context.facts)}`,
    fixes: toFixes(claim.span, corrections),
    evidence: [evidence],
    claim,
    quoted: claim.quoted,
    safe: isSafe(evidence, claim.quoted, claim.stated?.hedge !== undefined, corrections),
  };
}

/** One fix for each correction; the first one is preferred. */
export function toFixes(
  span: Found['span'],
  corrections: readonly string[],
  preferFirst = true,
): readonly Fix[] {
  return corrections.map((newText, index) => ({
    title: `Change to ${newText}`,
    edits: [{ span, newText }],
    preferred: preferFirst && index === 0,
  }));
}

function isSafe(
  { overdue }: Evidence,
  quoted: boolean,
  hedged: boolean,
  corrections: readonly string[],
): boolean {
  return !overdue && !quoted && !hedged && corrections.length > 0;
}

/** Words of a draft on one line, for a message. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
