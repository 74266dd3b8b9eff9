import { withEdit } from './codeActionEdits.ts';
import { codeActions, wantsAny } from './codeActions.ts';
import { runCommand } from './commands.ts';
import { completionsInConfig, completionsInFacts } from './completionInData.ts';
import { completionsInDraft } from './completionInDraft.ts';
import type { Context } from './context.ts';
import { definitionInDraft } from './definition.ts';
import { definitionInFacts, hoverInFacts, linksInFacts } from './factsFeatures.ts';
import type { Guard } from './guard.ts';
import { highlightsInDraft, highlightsInFacts } from './highlights.ts';
import { hoverAt } from './hover.ts';
import type { Settling } from './settle.ts';
import { toOffset } from './toProtocol.ts';
import type { View, Views } from './views.ts';

/** A request about one place of a document. */
interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Gives the features about a place of a document their handlers: find the view, hand it to the feature. */
export function registerFeatures(context: Context, views: Views, guard: Guard, { settled }: Settling): void {
  const { connection, client } = context;

  /** A handler for drafts and facts files; `otherwise` for every other document. */
  function atPlace<R>(name: string, otherwise: R, answer: (view: View, offset: number) => R) {
    return guard.request(name, otherwise, ({ textDocument, position }: PlaceParams) => {
      const view = views.of(textDocument.uri);
      return view ? answer(view, toOffset(view.document, position)) : otherwise;
    });
  }

  connection.onHover(
    atPlace('textDocument/hover', null, (view, offset) => {
      if (view.kind === 'draft') return hoverAt(view, offset, client().markdown);
      return view.kind === 'facts' ? hoverInFacts(view, offset, client().markdown) : null;
    }),
  );
  connection.onDefinition(
    atPlace('textDocument/definition', [], (view, offset) => {
      if (view.kind === 'draft') return definitionInDraft(context, view, offset);
      return view.kind === 'facts' ? definitionInFacts(context, view, offset) : [];
    }),
  );
  connection.onDocumentHighlight(
    atPlace('textDocument/documentHighlight', [], (view, offset) => {
      if (view.kind === 'draft') return highlightsInDraft(view, offset);
      return view.kind === 'facts' ? highlightsInFacts(view, offset) : [];
    }),
  );
  connection.onCompletion(
    atPlace('textDocument/completion', [], (view, offset) => {
      if (view.kind === 'draft') return completionsInDraft(context.host, view, offset);
      if (view.kind === 'facts') return completionsInFacts(view, offset, client().knowsSchemas);
      return view.kind === 'config' ? completionsInConfig(view, offset, client().knowsSchemas) : [];
    }),
  );
  connection.onDocumentLinks(
    guard.request('textDocument/documentLink', [], ({ textDocument }) => {
      const view = views.of(textDocument.uri);
      return view?.kind === 'facts' ? linksInFacts(view) : [];
    }),
  );
  connection.onCodeAction(
    guard.request('textDocument/codeAction', [], (params) => {
      if (!wantsAny(params.context?.only)) return [];
      const view = views.draft(params.textDocument.uri);
      return view ? codeActions(context, view, params) : [];
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guard.request('codeAction/resolve', action, () => withEdit(context, action, views.draft))(action, token),
  );
  connection.onExecuteCommand(
    guard.request('workspace/executeCommand', null, async (params) => {
      await settled(); // an edit that the command builds on may be on its way
      await runCommand(context, views, params);
      return null;
    }),
  );
}
