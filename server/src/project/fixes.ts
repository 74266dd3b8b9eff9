import type { FindingView } from './fileResult.ts';

/** A text with its safe fixes made. */
export interface FixedText {
  readonly text: string;
  readonly count: number;
}

/**
 * Makes the preferred fix of every finding for which it is safe. Of two that touch the same words the first is made;
 * a finding's edits are made all or none.
 */
export function applySafeFixes(text: string, findings: readonly FindingView[]): FixedText {
  const taken: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  let count = 0;
  for (const finding of findings) {
    if (!finding.safe || finding.quoted || finding.suppressed) continue;
    const fix = finding.fixes.find((it) => it.preferred);
    const edits = fix?.edits.map(({ start, end, newText }) => ({
      start: start.offset,
      end: end.offset,
      newText,
    }));
    if (!edits || edits.some((edit) => taken.some((it) => edit.start <= it.end && it.start <= edit.end)))
      continue;
    taken.push(...edits);
    count++;
  }
  taken.sort((a, b) => a.start - b.start);
  let fixed = '';
  let from = 0;
  for (const { start, end, newText } of taken) {
    fixed += text.slice(from, start) + newText;
    from = end;
  }
  return { text: fixed + text.slice(from), count };
}
