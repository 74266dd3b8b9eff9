import { withEdit } from './codeActionEdits.ts';
import { codeActions, wantsAny } from './codeActions.ts';
import { runCommand } from './commands.ts';
import type { Context } from './context.ts';
import { definitionInDraft } from './definition.ts';
import type { Guard } from './guard.ts';
import { hoverAt } from './hover.ts';
import { toOffset } from './toProtocol.ts';
import type { Views } from './views.ts';

/** Gives every feature of the editor its handler: find the view of the document, hand it to the feature. */
export function registerFeatures(context: Context, views: Views, guard: Guard): void {
  const { connection } = context;

  connection.onHover(
    guard.request('textDocument/hover', null, ({ textDocument, position }) => {
      const view = views.draft(textDocument.uri);
      return view ? hoverAt(view, toOffset(view.document, position), context.client().markdown) : null;
    }),
  );
  connection.onDefinition(
    guard.request('textDocument/definition', null, ({ textDocument, position }) => {
      const view = views.draft(textDocument.uri);
      return view ? definitionInDraft(context, view, toOffset(view.document, position)) : null;
    }),
  );
  connection.onCodeAction(
    guard.request('textDocument/codeAction', null, (params) => {
      if (!wantsAny(params.context?.only)) return [];
      const view = views.draft(params.textDocument.uri);
      return view ? codeActions(context, view, params) : [];
    }),
  );
  connection.onCodeActionResolve(
    async (action, token) =>
      (await guard.request('codeAction/resolve', action, () => withEdit(context, action, views.draft))(
        action,
        token,
      )) as typeof action,
  );
  connection.onExecuteCommand(
    guard.request('workspace/executeCommand', null, async (params) => {
      await runCommand(context, views, params);
      return null;
    }),
  );
}
