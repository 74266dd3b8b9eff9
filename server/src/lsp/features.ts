import { withEdit } from './codeActionEdits.ts';
import { codeActions, wantsAny } from './codeActions.ts';
import { runCommand } from './commands.ts';
import { completionsInConfig, completionsInFacts } from './completionInData.ts';
import { completionsInDraft } from './completionInDraft.ts';
import type { Context } from './context.ts';
import { definitionInDraft } from './definition.ts';
import { definitionInFacts, hoverInFacts, linksInFacts } from './factsFeatures.ts';
import type { Guard, Handler } from './guard.ts';
import { highlightsInDraft, highlightsInFacts } from './highlights.ts';
import { hoverAt } from './hover.ts';
import { toOffset } from './toProtocol.ts';
import type { View, Views } from './views.ts';

/** A request about one place of a document. */
interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Gives the features about drafts and single places their handlers: find the view, hand it to the feature. */
export function registerFeatures(context: Context, views: Views, guard: Guard): void {
  registerReading(context, views, guard);
  registerWriting(context, views, guard);
  registerActions(context, views, guard);
}

/** A handler for one place of a document; `otherwise` for every document that is none of ours. */
function atPlace<R>(
  views: Views,
  guard: Guard,
  name: string,
  otherwise: R,
  answer: (view: View, offset: number) => R,
): Handler<PlaceParams, R> {
  return guard.request(name, otherwise, ({ textDocument, position }: PlaceParams) => {
    const view = views.of(textDocument.uri);
    return view ? answer(view, toOffset(view.document, position)) : otherwise;
  });
}

function registerReading(context: Context, views: Views, guard: Guard): void {
  const { connection, client } = context;
  connection.onHover(
    atPlace(views, guard, 'textDocument/hover', null, (view, offset) => {
      if (view.kind === 'draft') return hoverAt(view, offset, client().markdown);
      return view.kind === 'facts' ? hoverInFacts(view, offset, client().markdown) : null;
    }),
  );
  connection.onDefinition(
    atPlace(views, guard, 'textDocument/definition', [], (view, offset) => {
      if (view.kind === 'draft') return definitionInDraft(context, view, offset);
      return view.kind === 'facts' ? definitionInFacts(context, view, offset) : [];
    }),
  );
  connection.onDocumentHighlight(
    atPlace(views, guard, 'textDocument/documentHighlight', [], (view, offset) => {
      if (view.kind === 'draft') return highlightsInDraft(view, offset);
      return view.kind === 'facts' ? highlightsInFacts(view, offset) : [];
    }),
  );
}

function registerWriting(context: Context, views: Views, guard: Guard): void {
  const { connection, host, client } = context;
  connection.onCompletion(
    atPlace(views, guard, 'textDocument/completion', [], (view, offset) => {
      if (view.kind === 'draft') return completionsInDraft(host, view, offset);
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
}

function registerActions(context: Context, views: Views, guard: Guard): void {
  const { connection } = context;
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
      await runCommand(context, views, params);
      return null;
    }),
  );
}
