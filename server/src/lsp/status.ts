import { toIsoDate } from '../text/calendarDate.ts';
import type { Context } from './context.ts';
import { STATUS, type Status } from './messages.ts';
import { filePath } from './openFiles.ts';
import type { Scope } from './scope.ts';
import type { Settling } from './settle.ts';
import { quietly } from './tell.ts';
import { uriOf } from './uris.ts';
import type { View, Views } from './views.ts';

/** What a person wants to know of a document: facts in force, the article's date, findings. Also of a folder. */
export function statusOf(context: Context, uri: string, view: View | undefined, busy: boolean): Status {
  const scope = view?.scope ?? context.session.scopeOf(asDocument(context, uri));
  const { facts, options, asOfOrigin, factsFiles, problems } = scope;
  const draft = view?.kind === 'draft' ? view.report.draft : undefined;
  const message = messageOf(scope, view);
  return {
    uri,
    facts: facts.facts.size,
    entities: facts.entities.size,
    factsFiles: factsFiles.map(uriOf),
    problems: problems.length,
    asOf: toIsoDate(draft?.asOf ?? options.asOf),
    asOfOrigin: draft && draft.asOfOrigin !== 'option' ? draft.asOfOrigin : asOfOrigin,
    findings: view?.kind === 'draft' ? view.report.findings.length : 0,
    state: view?.kind === 'too-large' ? 'too-large' : busy ? 'checking' : 'checked',
    ...(message !== undefined && { message }),
  };
}

/** A folder's scope is that of what lies in it. */
function asDocument({ openFiles }: Context, uri: string): string {
  const path = filePath(uri);
  const isFolder = path !== undefined && openFiles.fileSystem.kindOf(path) === 'folder';
  return isFolder ? uriOf(`${path}/.`) : uri;
}

function messageOf({ broken, root, settings }: Scope, view: View | undefined): string | undefined {
  if (view?.kind === 'too-large') {
    const size = Math.round(Buffer.byteLength(view.document.getText()) / 100_000) / 10;
    return `Not checked: this draft has ${size} MB, more than “maxFileSize” (${settings.maxFileSize} bytes) allows.`;
  }
  if (broken.length === 0) return undefined;
  const names = broken.map((path) =>
    root !== undefined && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path,
  );
  return `${names.join(', ')}: cannot be used as it is now; its last good version stays in force.`;
}

/** Tells clients that show it how documents stand. */
export interface StatusTeller {
  /** Tells how a document stands once its edits have settled. */
  tell(uri: string): Promise<void>;
  /** Of every open document, one after the other. */
  tellAll(): Promise<void>;
}

/** Sends `factlint/status`, to clients that asked for it at the start. */
export function createStatusTeller(
  context: Context,
  { views, settling, isBusy }: { readonly views: Views; readonly settling: Settling; isBusy(): boolean },
): StatusTeller {
  const { connection, documents, client } = context;
  const waiting = new Set<string>();

  async function tell(uri: string): Promise<void> {
    if (!client().wantsStatus || waiting.has(uri)) return;
    waiting.add(uri);
    await settling.settled();
    waiting.delete(uri);
    const view = views.of(uri);
    if (!view) return;
    quietly(connection, connection.sendNotification(STATUS, statusOf(context, uri, view, isBusy())));
  }

  return {
    tell,
    async tellAll() {
      for (const { uri } of documents.all()) await tell(uri);
    },
  };
}
