import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Verdict } from '../claims/claim.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView } from './views.ts';

const MODIFIERS: readonly Verdict['label'][] = ['supported', 'refuted', 'not-enough-info'];

/** Token type `claim`, with the verdict as its modifier (`notEnoughInfo` for the third). */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: ['claim'],
  tokenModifiers: ['supported', 'refuted', 'notEnoughInfo'],
};

/** Every checkable claim of a draft, by setting. A claim that runs over a line's end is coloured to it. */
export function semanticTokens({ document, report, scope }: DraftView): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  if (!scope.settings.semanticTokens) return { data: [] };
  let end = 0;
  for (const { claim, label } of report.verdicts) {
    if (claim.span.start < end) continue; // tokens may not overlap: the first one stays
    const range = toRange(document, claim.span);
    const sameLine = range.start.line === range.end.line;
    const lineEnd = document.offsetAt({ line: range.start.line, character: Number.MAX_SAFE_INTEGER });
    const stop = sameLine ? range.end : document.positionAt(lineEnd);
    const length = stop.character - range.start.character;
    builder.push(range.start.line, range.start.character, length, 0, 1 << MODIFIERS.indexOf(label));
    end = claim.span.end;
  }
  // Without the builder's id: deltas are not offered.
  return { data: builder.build().data };
}
