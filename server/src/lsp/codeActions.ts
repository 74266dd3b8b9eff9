import { type CodeAction, CodeActionKind, type CodeActionParams, type Command } from 'vscode-languageserver';
import type { Finding } from '../checks/check.ts';
import { acceptTarget } from './acceptFinding.ts';
import { addFactActions } from './addFact.ts';
import { meets } from './at.ts';
import { type LazyAction, lazyEdit } from './codeActionEdits.ts';
import type { Context } from './context.ts';
import { diagnosticContext } from './diagnostics.ts';
import { alike, safeEdits } from './fixes.ts';
import { ignoreEdit } from './ignoreHere.ts';
import { FIX_ALL, SERVER_COMMANDS, type ShowFactArgument } from './messages.ts';
import { locationOf, toDiagnostic, toSpan } from './toProtocol.ts';
import type { DraftView } from './views.ts';
import { toWorkspaceEdit } from './workspaceEdits.ts';

/** Whether a client that asked for `only` these kinds wants one of `kind`. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((it) => it === '' || kind === it || kind.startsWith(`${it}.`)) ?? true;
}

/** Whether any of our kinds is wanted: else nothing need be checked. */
export function wantsAny(only: readonly string[] | undefined): boolean {
  return [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL].some((kind) => wants(only, kind));
}

/**
 * What can be done in a selection, always in this order: the best fix of each finding, its other fixes, all of one fact,
 * ignore here, accept, go to the fact; then adding a fact, then all safe fixes of the draft.
 */
export function codeActions(context: Context, view: DraftView, params: CodeActionParams): CodeAction[] {
  const { only } = params.context;
  const selection = toSpan(view.document, params.range);
  const findings = view.report.findings.filter(({ span }) => meets(span, selection));
  const actions: CodeAction[] = [];
  if (wants(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(context, view, findings));
  if (wants(only, CodeActionKind.Refactor) && view.editable)
    actions.push(...addFactActions(context, view, selection));
  if (wants(only, FIX_ALL)) actions.push(...fixAll(context, view));
  return context.client().actionLiterals
    ? actions
    : (actions.flatMap(({ command }) => command ?? []) as never[]);
}

function quickFixes(context: Context, view: DraftView, findings: readonly Finding[]): readonly CodeAction[] {
  const each = (make: (finding: Finding) => readonly CodeAction[]) =>
    findings.flatMap((finding) => make(finding).map((action) => attached(context, view, finding, action)));
  return [
    ...(view.editable
      ? [
          ...each((finding) => fixActions(context, view, finding, 0, 1)),
          ...each((finding) => fixActions(context, view, finding, 1)),
          ...each((finding) => allOfFact(context, view, finding)),
          ...each((finding) => ignoreActions(context, view, finding)),
        ]
      : []),
    ...each((finding) => goToFact(context, view, finding)),
  ];
}

function attached(
  context: Context,
  { document, scope }: DraftView,
  finding: Finding,
  action: CodeAction,
): CodeAction {
  const diagnostics = [toDiagnostic(document, finding, diagnosticContext(context, scope))];
  return { ...action, kind: CodeActionKind.QuickFix, diagnostics };
}

function fixActions(
  context: Context,
  { document }: DraftView,
  { fixes }: Finding,
  from: number,
  to?: number,
): readonly CodeAction[] {
  return fixes.slice(from, to).map(({ title, preferred, edits }) => ({
    title,
    ...(preferred && { isPreferred: true }),
    edit: toWorkspaceEdit(context, [{ document, edits }]),
  }));
}

function allOfFact(context: Context, view: DraftView, finding: Finding): readonly CodeAction[] {
  const same = alike(view.report, finding);
  if (same.length < 2) return [];
  const title = `Fix all ${same.length} of this fact in the file`;
  return [lazyEdit(context, view, { title, kind: 'fix-all-of-fact', finding })];
}

function ignoreActions(context: Context, view: DraftView, finding: Finding): readonly CodeAction[] {
  const inPlace = ignoreEdit(view.report.draft, finding) !== undefined;
  const target = acceptTarget(view.scope);
  const here: LazyAction = { title: `Ignore ${finding.code} here`, kind: 'ignore', finding };
  const title = inPlace ? 'Accept in factlint.json' : `Ignore ${finding.code} here, in factlint.json`;
  return [
    ...(inPlace ? [lazyEdit(context, view, here)] : []),
    ...(target === undefined ? [] : [lazyEdit(context, view, { title, kind: 'accept', finding })]),
  ];
}

function goToFact(context: Context, { document }: DraftView, { evidence }: Finding): readonly CodeAction[] {
  const [first] = evidence;
  const id = first?.fact?.id ?? first?.entity?.id;
  if (!context.client().showsDocuments || !first || id === undefined || !locationOf(first)) return [];
  const argument: ShowFactArgument = { uri: document.uri, id };
  const title = 'Go to the fact';
  const command: Command = { title, command: SERVER_COMMANDS.showFact, arguments: [argument] };
  return [{ title, command }];
}

function fixAll(context: Context, view: DraftView): readonly CodeAction[] {
  const edits = view.editable ? safeEdits(view.report) : [];
  if (edits.length === 0) return [];
  const { document } = view;
  return [
    {
      title: 'Fix all safe findings',
      kind: FIX_ALL,
      edit: toWorkspaceEdit(context, [{ document, edits }]),
    },
  ];
}
