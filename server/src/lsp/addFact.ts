import type { CodeAction } from 'vscode-languageserver';
import type { Edit } from '../checks/check.ts';
import { addEntry } from '../facts/edit.ts';
import { join, nameOf } from '../project/paths.ts';
import { type Span, textOf } from '../text/span.ts';
import { type Context, documentOf } from './context.ts';
import { createDocument } from './documents.ts';
import { type AddFactArgument, SERVER_COMMANDS, type ShowFactArgument } from './messages.ts';
import { entriesFor, type NewFact, newFactIn } from './newFact.ts';
import type { Scope } from './scope.ts';
import { toRange, toSpan } from './toProtocol.ts';
import { uriOf } from './uris.ts';
import type { DraftView } from './views.ts';
import { type DocumentEdit, toWorkspaceEdit } from './workspaceEdits.ts';

/** Where a folder without a facts file gets its first one. */
const NEW_FILE = 'newsroom.facts.json';

/** The facts file that a new fact goes to: the folder's last one, which has the last word; undefined for a draft in no folder. */
export function targetOf({ factsFiles, root }: Scope): string | undefined {
  return factsFiles.at(-1) ?? (root === undefined ? undefined : join(root, NEW_FILE));
}

/** «Add as a fact…» for the first claim in a selection that no fact decides. */
export function addFactActions(context: Context, view: DraftView, selection: Span): readonly CodeAction[] {
  const target = targetOf(view.scope);
  const fact = newFactIn(view.report, selection, false);
  if (target === undefined || !fact) return [];
  const words = textOf(view.report.draft.text, fact.span);
  const title = `Add “${words}” as a fact to ${nameOf(target)}…`;
  const argument: AddFactArgument = { uri: view.document.uri, range: toRange(view.document, fact.span) };
  return [{ title, kind: 'refactor', ...actionFor(context, view, fact, target, argument) }];
}

/** An edit where the client can make it, and the way to what is to be filled in; else the server's command. */
function actionFor(
  context: Context,
  view: DraftView,
  fact: NewFact,
  target: string,
  argument: AddFactArgument,
): Partial<CodeAction> {
  const title = 'Add as a fact';
  const isNew = !documentOf(context, target);
  const byCommand = { command: { title, command: SERVER_COMMANDS.addFact, arguments: [argument] } };
  if (isNew && !context.client().createsFiles) return byCommand;
  const made = newEntry(context, view, fact, target);
  if ('problem' in made) return { disabled: { reason: made.problem } };
  const edit = toWorkspaceEdit(context, [made.edit]);
  if (!context.client().showsDocuments) return { edit };
  const show: ShowFactArgument = { uri: view.document.uri, id: made.sourceId };
  return { edit, command: { title, command: SERVER_COMMANDS.showFact, arguments: [show] } };
}

/** What adding a fact comes to: the edit and the source to fill in, or why it cannot be added. */
export type NewEntry =
  | { readonly edit: DocumentEdit; readonly sourceId: string }
  | { readonly problem: string };

/** The edit that writes a fact into a facts file, and the source that is left to fill in. */
export function newEntry(context: Context, { scope }: DraftView, fact: NewFact, target: string): NewEntry {
  const entries = entriesFor(fact, scope.facts);
  const existing = documentOf(context, target);
  const before = existing?.getText() ?? '';
  const edited = addEntry(before, entries);
  if ('problem' in edited) return edited;
  const document = existing ?? createDocument(uriOf(target), 'jsonc', 0, '', context.client().encoding);
  const edit = {
    document,
    edits: [difference(before, edited.text)],
    ...(!existing && { isNew: true as const }),
  };
  return { edit, sourceId: entries.source?.id ?? '' };
}

/** The fact that the command `factlint.addFact` is to write, whether or not the facts decide the claim by now. */
export function factToAdd(view: DraftView, { range }: AddFactArgument): NewFact | undefined {
  return newFactIn(view.report, toSpan(view.document, range), true);
}

/** The one edit that makes a text another: what they share at both ends stays. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    span: { start, end: before.length - same },
    newText: after.slice(start, after.length - same),
  };
}
