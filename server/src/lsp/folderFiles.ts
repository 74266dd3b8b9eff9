import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Report } from '../checker.ts';
import { findFiles, isDraftName } from '../project/files.ts';
import { nameOf, within } from '../project/paths.ts';
import { checkDraft } from './checkDraft.ts';
import { type Context, documentOf, readText } from './context.ts';
import { createDocument } from './documents.ts';
import { filePath } from './openFiles.ts';
import type { Scope } from './scope.ts';
import { languageOf, uriOf } from './uris.ts';
import type { Views } from './views.ts';

/** A draft of a folder with what was learnt from it; open or not. */
export interface CheckedFile {
  readonly path: string;
  readonly document: TextDocument;
  readonly scope: Scope;
  readonly report: Report;
}

/** The drafts of a folder (of all workspace folders, where none is named), as its configuration says. Absolute paths. */
export function draftsIn(context: Context, uri: string | undefined): readonly string[] {
  const named = uri === undefined ? undefined : filePath(uri);
  const folders = named === undefined ? context.session.folders().map(({ path }) => path) : [named];
  return [...new Set(folders.flatMap((folder) => draftsBeneath(context, folder)))];
}

function draftsBeneath({ session, openFiles }: Context, folder: string): readonly string[] {
  const { root = folder, settings } = session.scopeOf(uriOf(`${folder}/.`));
  const search = {
    root: within(root, folder) === undefined ? folder : root,
    include: settings.files,
    exclude: settings.ignore,
  };
  const { files } = findFiles(openFiles.fileSystem, folder, search);
  return files.filter((path) => isDraftName(nameOf(path)));
}

/** A draft as read, and yet to be checked. */
export interface DraftFile {
  readonly text: string;
  readonly scope: Scope;
  check(): CheckedFile;
}

/** Reads a draft: its open text, else its file; why it could not be read, in words. */
export function readDraftFile(
  context: Context,
  views: Views,
  path: string,
): DraftFile | { readonly problem: string } {
  const open = context.openFiles.get(path);
  const view = open && views.draft(open.uri);
  if (view) {
    const { document, scope, report } = view;
    return { text: report.draft.text, scope, check: () => ({ path, document, scope, report }) };
  }
  const scope = context.session.scopeOf(uriOf(path));
  const text = readDraftText(context, path, scope);
  return typeof text === 'string'
    ? { text, scope, check: () => checkText(context, path, text, scope) }
    : text;
}

function checkText(context: Context, path: string, text: string, scope: Scope): CheckedFile {
  const language = languageOf(uriOf(path), '');
  const report = checkDraft(context.host, scope, { path, text, ...(language && { language }) });
  const document = createDocument(uriOf(path), language ?? '', 0, text, context.client().encoding);
  return { path, document, scope, report };
}

/** Reads and checks a draft. */
export function checkFile(
  context: Context,
  views: Views,
  path: string,
): CheckedFile | { readonly problem: string } {
  const file = readDraftFile(context, views, path);
  return 'problem' in file ? file : file.check();
}

function readDraftText(
  { openFiles }: Context,
  path: string,
  { settings }: Scope,
): string | { readonly problem: string } {
  const { fileSystem } = openFiles;
  if (fileSystem.kindOf(path) === 'file' && fileSystem.sizeOf(path) > settings.maxFileSize) {
    return { problem: 'it is larger than “maxFileSize” allows' };
  }
  return readText(openFiles, path);
}

/** A document of a data file, with problems to show in it. */
export function dataDocument(context: Context, path: string): TextDocument {
  return documentOf(context, path) ?? createDocument(uriOf(path), '', 0, '', context.client().encoding);
}
