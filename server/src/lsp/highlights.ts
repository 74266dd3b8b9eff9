import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import { entityOf, factOf, spotAt } from './at.ts';
import { idAt, outlineOf } from './factsFeatures.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView, FileView } from './views.ts';

/** The places of a draft that say something of the same fact, or name the same entity. */
export function highlightsInDraft({ document, report }: DraftView, offset: number): DocumentHighlight[] {
  const { verdict, mention } = spotAt(report, offset);
  const fact = verdict && factOf(verdict);
  const entity = mention?.entity ?? (verdict && entityOf(verdict));
  const spans: readonly Span[] = fact
    ? report.verdicts.filter((it) => factOf(it)?.id === fact.id).map(({ claim }) => claim.span)
    : report.mentions.entities.filter((it) => it.entity === entity).map(({ span }) => span);
  return spans.map((span) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text }));
}

/** The same id elsewhere in a facts file. */
export function highlightsInFacts(view: FileView, offset: number): DocumentHighlight[] {
  const id = idAt(view, offset)?.id;
  return outlineOf(view)
    .uses.filter((use) => use.id === id)
    .map(({ span, isDefinition }) => ({
      range: toRange(view.document, span),
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
