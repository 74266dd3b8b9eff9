import { ErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Context, documentOf } from './context.ts';
import { idAt } from './factsFeatures.ts';
import { type EntryKind, type IdUse, readOutline } from './factsOutline.ts';
import type { Scope } from './scope.ts';
import { toRange } from './toProtocol.ts';
import type { FileView } from './views.ts';
import { toWorkspaceEdit } from './workspaceEdits.ts';

/** What ids are made of, so that they need no escaping in JSON. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** The id under the cursor, if it may be renamed; null for anything else. */
export function prepareRename(view: FileView, offset: number): { range: Range; placeholder: string } | null {
  const use = idAt(view, offset);
  return use ? { range: toRange(view.document, use.span), placeholder: use.id } : null;
}

/** Renames an id in all facts files of the folder. Refuses ids that are taken, and those that come with the product. */
export function renameId(
  context: Context,
  view: FileView,
  offset: number,
  newId: string,
): WorkspaceEdit | null {
  const use = idAt(view, offset);
  if (!use) return null;
  const files = view.scope.factsFiles.flatMap((path) => usesIn(context, path, use));
  if (!files.some(({ uses }) => uses.some(({ isDefinition }) => isDefinition))) {
    throw refusal(
      `“${use.id}” is not defined in a facts file of yours; only ids of your own can be renamed.`,
    );
  }
  refuseId(view.scope, use, newId);
  const documentEdits = files.map(({ document, uses }) => ({
    document,
    edits: uses.map(({ span }) => ({ span, newText: newId })),
  }));
  return toWorkspaceEdit(context, documentEdits);
}

interface FileUses {
  readonly document: TextDocument;
  readonly uses: readonly IdUse[];
}

function usesIn(context: Context, path: string, { kind, id }: IdUse): readonly FileUses[] {
  const document = documentOf(context, path);
  const uses = document ? readOutline(document.getText()).uses : [];
  const same = uses.filter((it) => it.kind === kind && it.id === id);
  return document && same.length > 0 ? [{ document, uses: same }] : [];
}

function refuseId({ facts }: Scope, { kind, id }: IdUse, newId: string): void {
  if (!ID.test(newId)) throw refusal(`“${newId}” is no id: it takes letters, digits, “-”, “_” and “.”.`);
  const known: Record<EntryKind, ReadonlyMap<string, unknown>> = {
    entity: facts.entities,
    fact: facts.facts,
    source: facts.sources,
    relation: facts.relations,
  };
  if (newId !== id && known[kind].has(newId)) throw refusal(`The ${kind} “${newId}” is there already.`);
}

function refusal(why: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.InvalidParams, why);
}
