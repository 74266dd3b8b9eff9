import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Report } from '../checker.ts';
import { CONFIG_NAME } from '../project/config.ts';
import { nameOf } from '../project/paths.ts';
import { checkDraft } from './checkDraft.ts';
import type { Context } from './context.ts';
import { filePath } from './openFiles.ts';
import type { Scope } from './scope.ts';
import { isEditable, languageOf, schemeOf, underlyingPath } from './uris.ts';

/** An open draft with all that was learnt from it. */
export interface DraftView {
  readonly kind: 'draft';
  readonly document: TextDocument;
  readonly scope: Scope;
  readonly report: Report;
  /** Whether edits make sense: not in what version control shows. */
  readonly editable: boolean;
}

/** An open facts file, configuration, or spreadsheet that is read as facts. */
export interface FileView {
  readonly kind: 'facts' | 'config' | 'sheet';
  readonly document: TextDocument;
  readonly scope: Scope;
  readonly path: string;
}

/** A draft beyond `maxFileSize`: not checked. */
export interface LargeView {
  readonly kind: 'too-large';
  readonly document: TextDocument;
  readonly scope: Scope;
}

/** An open document as the features see it. */
export type View = DraftView | FileView | LargeView;

/** Views of open documents; each draft is checked once for a version of its text and a state of the facts. */
export interface Views {
  /** Undefined for a document that is not open or none of ours. */
  of(uri: string): View | undefined;
  draft(uri: string): DraftView | undefined;
}

interface Known {
  readonly version: number;
  readonly scope: Scope;
  readonly view: View;
}

/** Saved, new, and shown by version control. Others are drafts where a workspace folder is of their kind; else an output, say. */
const SCHEMES = new Set(['file', 'untitled', 'git']);

/** Views over a context's documents. */
export function createViews(context: Context): Views {
  const views = new WeakMap<TextDocument, Known>();

  function of(uri: string): View | undefined {
    const document = context.documents.get(uri);
    if (!document) return undefined;
    const scope = context.session.scopeOf(uri);
    const known = views.get(document);
    if (known?.version === document.version && known.scope === scope) return known.view;
    const view = viewOf(context, document, scope);
    if (view) views.set(document, { version: document.version, scope, view });
    return view;
  }

  return {
    of,
    draft(uri) {
      const view = of(uri);
      return view?.kind === 'draft' ? view : undefined;
    },
  };
}

function viewOf(context: Context, document: TextDocument, scope: Scope): View | undefined {
  const { uri, languageId } = document;
  const path = filePath(uri);
  const kind = path === undefined ? undefined : dataKind(path, scope);
  if (kind && path !== undefined) return { kind, document, scope, path };
  const language = languageOf(uri, languageId);
  const scheme = schemeOf(uri);
  const isInWorkspace = context.session.hasScheme(scheme);
  if (!language || !(isInWorkspace || SCHEMES.has(scheme))) return undefined;
  const text = document.getText();
  if (isLarger(text, scope.settings.maxFileSize)) return { kind: 'too-large', document, scope };
  const source = { path: path ?? underlyingPath(uri) ?? uri, text, language };
  const report = checkDraft(context.host, scope, source);
  return { kind: 'draft', document, scope, report, editable: isInWorkspace || isEditable(scheme) };
}

/** Whether a text has more bytes than that; counted only where its length leaves it open. */
function isLarger(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
}

/** Whether a path is a facts file, a configuration or a spreadsheet. */
export function dataKind(path: string, scope: Scope): FileView['kind'] | undefined {
  if (nameOf(path) === CONFIG_NAME) return 'config';
  if (scope.sheets.includes(path)) return 'sheet';
  if (path.endsWith('.facts.json') || scope.texts.some((it) => it.path === path)) return 'facts';
  return undefined;
}
