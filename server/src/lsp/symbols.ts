import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { textOf } from '../text/span.ts';
import { factOf } from './at.ts';
import { type Context, locate } from './context.ts';
import { outlineOf } from './factsFeatures.ts';
import type { EntryKind } from './factsOutline.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView, FileView } from './views.ts';
import { entityName, factTitle } from './words.ts';

const KINDS: Readonly<Record<EntryKind, SymbolKind>> = {
  source: SymbolKind.File,
  entity: SymbolKind.Class,
  relation: SymbolKind.Interface,
  fact: SymbolKind.Constant,
};

/** The claims of a draft: what it says, and how the facts see it. */
export function symbolsInDraft({ document, report, scope }: DraftView): DocumentSymbol[] {
  return report.verdicts.map((verdict) => {
    const { claim, label } = verdict;
    const fact = factOf(verdict);
    const about = fact
      ? factTitle(scope.facts, fact)
      : claim.subject && entityName(scope.facts, claim.subject);
    const range = toRange(document, claim.span);
    return {
      name: textOf(report.draft.text, claim.span).replace(/\s+/g, ' ').trim() || claim.kind,
      detail: [label.replaceAll('-', ' '), ...(about ? [about] : [])].join(' · '),
      kind: claim.stated ? SymbolKind.Number : SymbolKind.Class,
      range,
      selectionRange: range,
    };
  });
}

/** What a facts file defines. */
export function symbolsInFacts(view: FileView): DocumentSymbol[] {
  return outlineOf(view).entries.map(({ kind, id, idSpan, span, detail }) => ({
    name: id || '(without id)',
    detail,
    kind: KINDS[kind],
    range: toRange(view.document, span),
    selectionRange: toRange(view.document, idSpan),
  }));
}

/** Nested symbols as the flat list that older clients take. */
export function flattened(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return symbols.map(({ name, kind, range, detail }) => ({
    name,
    kind,
    location: { uri, range },
    ...(detail !== undefined && { containerName: detail }),
  }));
}

/** So many are shown; more of the query narrows them. */
const MOST = 200;

/** Facts whose id, names or values hold all the words of a query. */
export function workspaceSymbols(context: Context, query: string): WorkspaceSymbol[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = new Map<string, WorkspaceSymbol>();
  for (const { facts } of context.session.scopes()) {
    for (const fact of facts.facts.values()) {
      if (found.size >= MOST) break;
      const title = factTitle(facts, fact);
      const values = fact.values.map(({ text }) => text).join(' → ');
      const text = `${fact.id} ${title} ${values}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      const location = locate(context, fact.location);
      const key = `${fact.location.path}\n${fact.id}`;
      if (location)
        found.set(key, {
          name: `${title}: ${values}`,
          kind: SymbolKind.Constant,
          location,
          containerName: fact.id,
        });
    }
  }
  return [...found.values()];
}
