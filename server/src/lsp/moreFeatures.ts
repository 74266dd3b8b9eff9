import type { CodeLens } from 'vscode-languageserver';
import { codeLenses, type LensParts, resolveLens } from './codeLens.ts';
import type { Context } from './context.ts';
import type { Guard } from './guard.ts';
import { inlayHints } from './inlayHints.ts';
import { referencesAt } from './references.ts';
import { prepareRename, renameId } from './rename.ts';
import { semanticTokens } from './semanticTokens.ts';
import { flattened, symbolsInDraft, symbolsInFacts, workspaceSymbols } from './symbols.ts';
import { toOffset } from './toProtocol.ts';
import type { View, Views } from './views.ts';

/** Gives the features about whole documents and folders their handlers. */
export function registerMoreFeatures(context: Context, guard: Guard, parts: LensParts): void {
  const { views } = parts;
  registerSymbols(context, views, guard);
  registerUsage(context, guard, parts);
  registerMarks(context, views, guard);
  registerRename(context, views, guard);
}

function registerSymbols(context: Context, views: Views, guard: Guard): void {
  const { connection, client } = context;
  connection.onDocumentSymbol(
    guard.request('textDocument/documentSymbol', [], ({ textDocument: { uri } }) => {
      const symbols = symbolsOf(views.of(uri));
      return client().nestedSymbols ? symbols : flattened(symbols, uri);
    }),
  );
  connection.onWorkspaceSymbol(
    guard.request('workspace/symbol', [], ({ query }) =>
      workspaceSymbols(context, typeof query === 'string' ? query : ''),
    ),
  );
}

function registerUsage(context: Context, guard: Guard, parts: LensParts): void {
  const { connection } = context;
  const { views, usage } = parts;
  connection.onReferences(
    guard.request('textDocument/references', [], (params) => {
      const view = views.of(params.textDocument.uri);
      if (!view) return [];
      const offset = toOffset(view.document, params.position);
      const withDefinition = params.context?.includeDeclaration ?? false;
      return referencesAt(context, usage, view, { offset, withDefinition });
    }),
  );
  connection.onCodeLens(
    guard.request('textDocument/codeLens', [], ({ textDocument }) => {
      const view = views.of(textDocument.uri);
      return view?.kind === 'facts' ? codeLenses(context, view) : [];
    }),
  );
  connection.onCodeLensResolve((lens, token) =>
    guard.request<CodeLens, CodeLens>('codeLens/resolve', lens, () => resolveLens(context, parts, lens))(
      lens,
      token,
    ),
  );
}

function registerMarks({ connection }: Context, views: Views, guard: Guard): void {
  connection.languages.inlayHint.on(
    guard.request('textDocument/inlayHint', [], ({ textDocument, range }) => {
      const view = views.draft(textDocument.uri);
      return view ? inlayHints(view, range) : [];
    }),
  );
  connection.languages.semanticTokens.on(
    guard.request('textDocument/semanticTokens/full', { data: [] }, ({ textDocument }) => {
      const view = views.draft(textDocument.uri);
      return view ? semanticTokens(view) : { data: [] };
    }),
  );
}

function registerRename(context: Context, views: Views, guard: Guard): void {
  const { connection } = context;
  connection.onPrepareRename(
    guard.request('textDocument/prepareRename', null, ({ textDocument, position }) => {
      const view = views.of(textDocument.uri);
      return view?.kind === 'facts' ? prepareRename(view, toOffset(view.document, position)) : null;
    }),
  );
  connection.onRenameRequest(
    guard.request('textDocument/rename', null, ({ textDocument, position, newName }) => {
      const view = views.of(textDocument.uri);
      if (view?.kind !== 'facts') return null;
      return renameId(context, view, toOffset(view.document, position), String(newName));
    }),
  );
}

function symbolsOf(view: View | undefined) {
  if (view?.kind === 'draft') return symbolsInDraft(view);
  return view?.kind === 'facts' ? symbolsInFacts(view) : [];
}
