import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Problem } from '../facts/facts.ts';
import { type Context, locate } from './context.ts';
import type { Scope } from './scope.ts';
import type { Settling } from './settle.ts';
import { type DiagnosticContext, toDiagnostic, toProblemDiagnostic } from './toProtocol.ts';
import type { View, Views } from './views.ts';

/** The diagnostics of open documents, pulled or pushed. */
export interface Diagnostics {
  pull(params: DocumentDiagnosticParams): DocumentDiagnosticReport;
  /** Pushes a document's diagnostics once its edits have settled, to clients that do not pull. */
  push(uri: string): Promise<void>;
}

/** How diagnostics of drafts of one scope are made. */
export function diagnosticContext(context: Context, { facts }: Scope): DiagnosticContext {
  return {
    locate: (location) => locate(context, location),
    relatedInformation: context.client().relatedInformation,
    facts,
  };
}

/** What to show in an open document; nothing for one that is none of ours. */
export function diagnosticsOf(context: Context, view: View | undefined): Diagnostic[] {
  switch (view?.kind) {
    case undefined:
    case 'too-large':
      return [];
    case 'draft': {
      const made = diagnosticContext(context, view.scope);
      return view.report.findings.map((finding) => toDiagnostic(view.document, finding, made));
    }
    case 'facts':
    case 'config':
    case 'sheet':
      return view.scope.problems
        .filter((problem) => problem.path === view.path && !isToldByClient(context, problem))
        .map((problem) => toProblemDiagnostic(view.document, problem));
  }
}

/** A client that knows JSON tells what is none itself, in open documents: nobody wants to read it twice. */
function isToldByClient({ client }: Context, { inJson }: Problem): boolean {
  return inJson === true && client().knowsSchemas;
}

/** Joins views to the two ways of showing diagnostics. */
export function createDiagnostics(context: Context, views: Views, { settled }: Settling): Diagnostics {
  // A result id is good for one version of one text and one state of its scope; scopes are told apart by a number.
  const numbers = new WeakMap<Scope, number>();
  let scopes = 0;
  const waiting = new Set<string>();

  function resultIdOf({ document, scope }: View): string {
    let number = numbers.get(scope);
    if (number === undefined) numbers.set(scope, (number = ++scopes));
    return `${document.version}.${number}`;
  }

  return {
    pull({ textDocument: { uri }, previousResultId }) {
      const view = views.of(uri);
      const resultId = view && resultIdOf(view);
      if (resultId !== undefined && resultId === previousResultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      const items = diagnosticsOf(context, view);
      return { kind: DocumentDiagnosticReportKind.Full, items, ...(resultId !== undefined && { resultId }) };
    },
    async push(uri) {
      if (context.client().pulls || waiting.has(uri)) return;
      waiting.add(uri);
      await settled();
      waiting.delete(uri);
      const view = views.of(uri);
      if (!view) return;
      const { version } = view.document;
      await context.connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(context, view) });
    },
  };
}
