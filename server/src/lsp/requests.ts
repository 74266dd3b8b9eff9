import { type DocumentDiagnosticReport, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { FolderCheck } from './folderCheck.ts';
import type { Guard } from './guard.ts';
import { CHECK_FOLDER, type CheckFolderParams, REPORT, STATUS } from './messages.ts';
import { htmlReport } from './report.ts';
import { statusOf } from './status.ts';
import type { Views } from './views.ts';

/** What answers requests on whole documents and folders. */
export interface RequestParts {
  readonly views: Views;
  readonly guard: Guard;
  readonly diagnostics: Diagnostics;
  readonly folderCheck: FolderCheck;
}

const NOTHING: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Gives the pull of diagnostics and our own requests (`messages.ts`) their handlers. */
export function registerRequests(context: Context, parts: RequestParts): void {
  const { connection } = context;
  const { views, guard, diagnostics, folderCheck } = parts;

  connection.languages.diagnostics.on(
    guard.request('textDocument/diagnostic', NOTHING, (params) => diagnostics.pull(params)),
  );
  connection.onRequest(
    CHECK_FOLDER,
    guard.request(CHECK_FOLDER, undefined, (params: CheckFolderParams, token) =>
      folderCheck.run(params, token),
    ),
  );
  connection.onRequest(
    REPORT,
    guard.request(REPORT, undefined, async (params) => ({
      html: await htmlReport(context, views, uriIn(params)),
    })),
  );
  connection.onRequest(
    STATUS,
    guard.request(STATUS, undefined, (params) => {
      const uri = uriIn(params);
      return statusOf(context, uri, views.of(uri), folderCheck.isRunning());
    }),
  );
}

function uriIn(params: unknown): string {
  const uri = typeof params === 'object' && params !== null ? Reflect.get(params, 'uri') : undefined;
  if (typeof uri === 'string') return uri;
  throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document (“uri”).');
}
