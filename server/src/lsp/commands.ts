import {
  ErrorCodes,
  type ExecuteCommandParams,
  type Location,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { nameOf } from '../project/paths.ts';
import { acceptEdit } from './acceptFinding.ts';
import { factToAdd, newEntry, targetOf } from './addFact.ts';
import { findFinding } from './codeActionEdits.ts';
import { type Context, documentOf } from './context.ts';
import { definitionOfId } from './definition.ts';
import { fixAllInFolder } from './fixAllInFolder.ts';
import { ignoreEdit } from './ignoreHere.ts';
import {
  type AddFactArgument,
  type FindingArgument,
  type FixAllInFolderArgument,
  SERVER_COMMANDS,
  type SetDateArgument,
  type ShowFactArgument,
} from './messages.ts';
import { SOURCE_TO_FILL_IN } from './newFact.ts';
import { filePath } from './openFiles.ts';
import { setDateEdit } from './setDate.ts';
import { toRange, toSpan } from './toProtocol.ts';
import type { DraftView, Views } from './views.ts';
import { applyEdits } from './workspaceEdits.ts';

type ServerCommand = (typeof SERVER_COMMANDS)[keyof typeof SERVER_COMMANDS];

/** Runs one of the commands that the server advertises. */
export async function runCommand(
  context: Context,
  views: Views,
  params: ExecuteCommandParams,
): Promise<void> {
  const { command, arguments: [argument] = [] } = params;
  const run = (RUNNERS as Readonly<Record<string, Runner | undefined>>)[command];
  if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command “${command}”.`);
  await run(context, views, isObject(argument) ? argument : {});
}

type Runner = (context: Context, views: Views, argument: Readonly<Record<string, unknown>>) => Promise<void>;

const RUNNERS: Record<ServerCommand, Runner> = {
  async [SERVER_COMMANDS.addFact](context, views, argument) {
    const view = draftOf(views, argument.uri);
    if (!hasRange(argument)) throw invalid('“range” is missing');
    await addFact(context, view, argument as unknown as AddFactArgument);
  },
  async [SERVER_COMMANDS.ignoreHere](context, views, argument) {
    const { view, finding, reason } = findingOf(views, argument);
    const edit = ignoreEdit(view.report.draft, finding, reason);
    const accepted = edit
      ? { document: view.document, edits: [edit] }
      : acceptEdit(context, view, finding, reason);
    if (!accepted) throw invalid('this draft has no place for a directive, and lies in no folder');
    await applyEdits(context, `Ignore ${finding.code}`, [accepted]);
  },
  async [SERVER_COMMANDS.accept](context, views, argument) {
    const { view, finding, reason } = findingOf(views, argument);
    const edit = acceptEdit(context, view, finding, reason);
    if (!edit) throw invalid('this draft lies in no folder that could have a factlint.json');
    await applyEdits(context, `Accept ${finding.code}`, [edit]);
  },
  async [SERVER_COMMANDS.setDate](context, views, argument) {
    const { uri, date } = argument as Partial<SetDateArgument>;
    const view = draftOf(views, uri);
    const edit = typeof date === 'string' ? setDateEdit(view, date) : undefined;
    if (!edit) throw invalid('a date such as 2023-01-26 is missing, or the draft has no place for it');
    await applyEdits(context, `Set the article’s date to ${date}`, [edit]);
  },
  async [SERVER_COMMANDS.fixAllInFolder](context, views, argument) {
    await fixAllInFolder(context, views, argument as FixAllInFolderArgument);
  },
  async [SERVER_COMMANDS.showFact](context, _views, argument) {
    const { uri, id } = argument as Partial<ShowFactArgument>;
    if (typeof uri !== 'string' || typeof id !== 'string') throw invalid('“uri” and “id” are missing');
    await showFact(context, uri, id);
  },
};

async function addFact(context: Context, view: DraftView, argument: AddFactArgument): Promise<void> {
  const target = targetOf(view.scope);
  const fact = factToAdd(view, argument);
  if (target === undefined) throw invalid('this draft lies in no folder that could have a facts file');
  if (!fact) throw invalid('there is no value here, or no name near it that the facts know');
  const made = newEntry(context, view, fact, target);
  if ('problem' in made) throw invalid(`${nameOf(target)}: ${made.problem}`);
  await applyEdits(context, 'Add as a fact', [made.edit]);
  if (!context.client().showsDocuments) return;
  await context.connection.window.showDocument({ uri: made.edit.document.uri, takeFocus: true });
}

async function showFact(context: Context, uri: string, id: string): Promise<void> {
  const [place] = definitionOfId(context, context.session.scopeOf(uri), id);
  if (!place) throw invalid(`there is no fact “${id}” with a file to show`);
  const selection = titleToFillIn(context, place) ?? place.range;
  await context.connection.window.showDocument({ uri: place.uri, selection, takeFocus: true });
}

/** Of a source that is still to be filled in: the words to type over. */
function titleToFillIn(context: Context, { uri, range }: Location): Range | undefined {
  const path = filePath(uri);
  const document = path === undefined ? undefined : documentOf(context, path);
  if (!document) return undefined;
  const text = document.getText();
  const from = toSpan(document, range).start;
  const start = text.indexOf(SOURCE_TO_FILL_IN.title, from);
  const isInside = start >= 0 && !text.slice(from, start).includes('}');
  return isInside ? toRange(document, { start, end: start + SOURCE_TO_FILL_IN.title.length }) : undefined;
}

function findingOf(views: Views, argument: Readonly<Record<string, unknown>>) {
  const { uri, code, reason } = argument as Partial<FindingArgument>;
  const view = draftOf(views, uri);
  const isComplete = typeof code === 'string' && hasRange(argument);
  const finding = isComplete ? findFinding(view, argument as unknown as FindingArgument) : undefined;
  if (!finding) throw invalid('the finding is no longer there');
  return { view, finding, ...(typeof reason === 'string' ? { reason } : { reason: undefined }) };
}

function hasRange({ range }: Readonly<Record<string, unknown>>): boolean {
  return isObject(range) && isObject(range.start) && isObject(range.end);
}

function draftOf(views: Views, uri: unknown): DraftView {
  const view = typeof uri === 'string' ? views.draft(uri) : undefined;
  if (!view) throw invalid('there is no open draft of this name');
  if (!view.editable) throw invalid('this draft can only be read');
  return view;
}

/** A request that cannot be met, in words for a person. */
function invalid(why: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `Factlint cannot do this: ${why}.`);
}

function isObject<T>(value: T): value is T & Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
