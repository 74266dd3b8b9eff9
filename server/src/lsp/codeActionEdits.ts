import type { CodeAction } from 'vscode-languageserver';
import type { Finding } from '../checks/check.ts';
import { acceptEdit } from './acceptFinding.ts';
import type { Context } from './context.ts';
import { alike, bestEdits } from './fixes.ts';
import { ignoreEdit } from './ignoreHere.ts';
import { type FindingArgument, SERVER_COMMANDS } from './messages.ts';
import { toRange, toSpan } from './toProtocol.ts';
import type { DraftView } from './views.ts';
import { type DocumentEdit, toWorkspaceEdit } from './workspaceEdits.ts';

type LazyKind = 'fix-all-of-fact' | 'ignore' | 'accept';

/** An action whose edit costs something: it is worked out when the writer chooses it, where the client can ask then. */
export interface LazyAction {
  readonly title: string;
  readonly kind: LazyKind;
  readonly finding: Finding;
}

/** `CodeAction.data`: enough to find the finding again. */
interface LazyData extends FindingArgument {
  readonly lazy: LazyKind;
}

/** The action without its edit, or with it for clients that never ask. */
export function lazyEdit(
  context: Context,
  view: DraftView,
  { title, kind, finding }: LazyAction,
): CodeAction {
  const { document } = view;
  const argument: FindingArgument = {
    uri: document.uri,
    range: toRange(document, finding.span),
    code: finding.code,
  };
  if (context.client().resolvesEdits) return { title, data: { ...argument, lazy: kind } satisfies LazyData };
  const edit = editFor(context, view, kind, finding);
  if (edit?.isNew && !context.client().createsFiles) {
    return { title, command: { title, command: SERVER_COMMANDS.accept, arguments: [argument] } };
  }
  return { title, ...(edit && { edit: toWorkspaceEdit(context, [edit]) }) };
}

/** The same action with its edit; as it is where its finding is gone. */
export function withEdit(
  context: Context,
  action: CodeAction,
  draft: (uri: string) => DraftView | undefined,
): CodeAction {
  const data = action.data as Partial<LazyData> | undefined;
  if (!isLazy(data)) return action;
  const view = draft(data.uri);
  const finding = view && findFinding(view, data);
  const edit = view && finding && editFor(context, view, data.lazy, finding);
  if (!edit) return action;
  if (!edit.isNew || context.client().createsFiles) {
    return { ...action, edit: toWorkspaceEdit(context, [edit]) };
  }
  const { lazy: _, ...argument } = data;
  return {
    ...action,
    command: { title: action.title, command: SERVER_COMMANDS.accept, arguments: [argument] },
  };
}

function isLazy(data: Partial<LazyData> | undefined): data is LazyData {
  return typeof data?.uri === 'string' && typeof data.lazy === 'string' && data.range !== undefined;
}

function editFor(
  context: Context,
  view: DraftView,
  kind: LazyKind,
  finding: Finding,
): DocumentEdit | undefined {
  const { document, report } = view;
  switch (kind) {
    case 'fix-all-of-fact':
      return { document, edits: bestEdits(alike(report, finding)) };
    case 'ignore': {
      const edit = ignoreEdit(report.draft, finding);
      return edit && { document, edits: [edit] };
    }
    case 'accept':
      return acceptEdit(context, view, finding);
  }
}

/** The finding that a client names: by its code and where it stands now. */
export function findFinding(view: DraftView, { code, range }: FindingArgument): Finding | undefined {
  const span = toSpan(view.document, range);
  const named = view.report.findings.filter((it) => it.code === code);
  return (
    named.find((it) => it.span.start === span.start && it.span.end === span.end) ??
    named.find((it) => it.span.start <= span.end && span.start <= it.span.end)
  );
}
