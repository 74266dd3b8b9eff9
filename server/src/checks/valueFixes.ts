import type { Claim, Evidence } from '../claims/claim.ts';
import { relevantTexts } from '../claims/corrections.ts';
import { textOf } from '../text/span.ts';
import { agrees, readStated } from '../values/index.ts';
import type { CheckContext, Fix, Found, Refuted } from './check.ts';
import { describeEvidence } from './describe.ts';

/** The refuted verdicts of some kinds of claim. */
export function refuted(
  context: CheckContext,
  kinds: readonly string[],
  reasons: readonly string[],
): readonly Refuted[] {
  return context.refuted.filter(
    ({ claim, reason }) => kinds.includes(claim.kind) && reasons.includes(reason),
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
    fixes: hedgedFixes(claim, evidence, corrections, context),
    evidence: [evidence],
    claim,
    quoted: claim.quoted,
    safe: isSafe(evidence, claim.quoted, claim.stated?.hedge !== undefined, corrections),
  };
}

/** «nearly 34%» becomes «43%» where 43.4% is not nearly 43%: a hedge that would make the right figure wrong goes with the wrong one. */
function hedgedFixes(
  { span, stated }: Claim,
  { value }: Evidence,
  corrections: readonly string[],
  { scan }: CheckContext,
): readonly Fix[] {
  const hedge = stated?.hedge;
  if (hedge === undefined || value?.value === undefined) return toFixes(span, corrections);
  return toFixes(span, corrections).map((fix) => {
    const [{ newText }] = fix.edits;
    const read = readStated(newText, stated?.value.kind, scan);
    if (read && value.value && agrees({ ...read, hedge }, value.value)) return fix;
    const whole = { start: Math.min(hedge.span.start, span.start), end: Math.max(hedge.span.end, span.end) };
    return { ...fix, edits: [{ span: whole, newText }] };
  });
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
