import type { FindingView, FixView } from './fileResult.ts';

/** A text with its safe fixes made. */
export interface FixedText {
  readonly text: string;
  readonly count: number;
}

/**
 * Makes the preferred fix of every finding for which it is safe. Of two that touch, or lie between each other's edits,
 * the first is made; a finding's edits are made all or none.
 */
export function applySafeFixes(text: string, findings: readonly FindingView[]): FixedText {
  const fixes = findings.flatMap((finding) => safeFixOf(finding) ?? []);
  fixes.sort((a, b) => a.edits[0]!.start.offset - b.edits[0]!.start.offset);
  let fixed = '';
  let from = 0;
  let count = 0;
  for (const { edits } of fixes) {
    if (count > 0 && edits[0]!.start.offset <= from) continue;
    for (const { start, end, newText } of edits) {
      fixed += text.slice(from, start.offset) + newText;
      from = end.offset;
    }
    count++;
  }
  return { text: fixed + text.slice(from), count };
}

/** The fix that `--fix` makes for a finding, if any. */
export function safeFixOf({ safe, quoted, suppressed, fixes }: FindingView): FixView | undefined {
  if (!safe || quoted || suppressed) return undefined;
  return fixes.find(({ preferred, edits }) => preferred && edits.length > 0);
}
