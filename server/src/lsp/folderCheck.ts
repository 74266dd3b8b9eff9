import { type CancellationToken, ProgressType, type WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { checkFile, draftsIn } from './folderFiles.ts';
import type { CheckFolderParams, CheckFolderResult } from './messages.ts';
import { filePath } from './openFiles.ts';
import type { Published } from './published.ts';
import type { Settling } from './settle.ts';
import { quietly } from './tell.ts';
import type { Views } from './views.ts';

/** How long the server may work before it looks at its messages: a key pressed meanwhile is not felt to wait. */
const SLICE_MS = 4;

/** How often to tell how far it is: more often nobody can see, and the editor would have the work of it. */
const TELL_MS = 100;

const PARTIAL = new ProgressType<CheckFolderResult>();

/** Folder checks, and what is known of the last one of each folder. */
export interface FolderCheck {
  run(params: CheckFolderParams, token: CancellationToken): Promise<CheckFolderResult>;
  isRunning(): boolean;
}

/** What a folder check needs beside the context. */
export interface FolderCheckParts {
  readonly views: Views;
  readonly published: Published;
  readonly settling: Settling;
  /** Called when a check starts and when it ends. */
  readonly changed: () => void;
}

/** Checks folders in small slices, so that typing is never blocked. */
export function createFolderCheck(context: Context, parts: FolderCheckParts): FolderCheck {
  let running = 0;
  return {
    isRunning: () => running > 0,
    async run(params, token) {
      running++;
      parts.changed();
      try {
        return await checkFolder(context, parts, params, token);
      } finally {
        running--;
        parts.changed();
      }
    },
  };
}

async function checkFolder(
  context: Context,
  parts: FolderCheckParts,
  params: CheckFolderParams,
  token: CancellationToken,
): Promise<CheckFolderResult> {
  const progress = await progressOf(context, params);
  // By the request, or by the progress that the server itself has started.
  const isCancelled = () =>
    token.isCancellationRequested || ('token' in progress && isRequested(progress.token));
  progress.begin('Checking drafts', 0, titleOf(params), true);
  const result = { files: 0, findings: 0, errors: 0, cancelled: false };
  const paths = draftsIn(context, params.uri);
  const tell = () => {
    const done = result.files + result.errors;
    progress.report(Math.floor((100 * done) / paths.length), `${done} of ${paths.length}`);
    if (params.partialResultToken === undefined) return;
    const sending = context.connection.sendProgress(PARTIAL, params.partialResultToken, { ...result });
    quietly(context.connection, sending);
  };
  let sliceStart = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  for (const path of paths) {
    if (isCancelled()) break;
    checkOne(context, parts, path, result);
    const now = performance.now();
    if (now - sliceStart < SLICE_MS) continue;
    if (now - told >= TELL_MS) {
      told = now;
      tell();
    }
    await parts.settling.quiet();
    sliceStart = performance.now();
  }
  progress.done();
  return { ...result, cancelled: isCancelled() };
}

function isRequested(token: unknown): boolean {
  return (
    typeof token === 'object' && token !== null && Reflect.get(token, 'isCancellationRequested') === true
  );
}

function checkOne(
  context: Context,
  { views, published }: FolderCheckParts,
  path: string,
  result: { files: number; findings: number; errors: number },
): void {
  const file = checkFile(context, views, path);
  if ('problem' in file) {
    result.errors++;
    context.connection.console.warn(`${path} was not checked: ${file.problem}.`);
    return;
  }
  result.files++;
  result.findings += file.report.findings.length;
  if (file.report.findings.length > 0 || published.has(path)) published.add(file);
}

/** The client's own progress, else one that the server starts where the client shows progress. */
async function progressOf(
  { connection, client }: Context,
  { workDoneToken }: CheckFolderParams,
): Promise<WorkDoneProgressReporter> {
  if (workDoneToken !== undefined || !client().progress) {
    return connection.window.attachWorkDoneProgress(workDoneToken);
  }
  return connection.window.createWorkDoneProgress();
}

function titleOf({ uri }: CheckFolderParams): string {
  return (uri === undefined ? undefined : filePath(uri)) ?? 'all folders';
}
