import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { overlaps } from '../text/span.ts';
import { evidenceWords } from './hover.ts';
import { toRange, toSpan } from './toProtocol.ts';
import type { DraftView } from './views.ts';

/** A mark behind each value that the facts support, by setting; its tooltip says which fact. */
export function inlayHints({ document, report, scope }: DraftView, range: Range): InlayHint[] {
  if (!scope.settings.inlayHints) return [];
  const visible = toSpan(document, range);
  return report.verdicts.flatMap((verdict) => {
    const { claim, label } = verdict;
    if (label !== 'supported' || !claim.stated || !overlaps(claim.span, visible)) return [];
    return {
      position: toRange(document, claim.span).end,
      label: '✓',
      kind: InlayHintKind.Type,
      paddingLeft: true,
      tooltip: evidenceWords(verdict.evidence, scope.facts),
    };
  });
}
