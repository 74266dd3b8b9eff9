import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Settling } from './settle.ts';
import { show } from './tell.ts';

/** A handler as the connection wants it. */
export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Keeps one faulty request from being more than that. */
export interface Guard {
  /**
   * Answers with `otherwise` where the handler throws; logs the stack and tells the writer once for each kind of request.
   * Waits until the settings are known and what is typed has been read: no version is looked at that is superseded
   * already. A request that was cancelled meanwhile is not worked on.
   */
  request<P, R>(
    name: string,
    otherwise: R,
    handler: (params: P, token: CancellationToken) => R | Promise<R>,
  ): Handler<P, R>;
  /** As `request`, for what wants no answer. */
  run(name: string, work: () => void | Promise<void>): void;
}

/** A guard that logs to the context's client. */
export function createGuard(
  { connection }: Pick<Context, 'connection'>,
  ready: () => Promise<void>,
  { noteRequest, settled }: Settling,
): Guard {
  const told = new Set<string>();

  function tell(name: string, error: unknown): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    connection.console.error(`${name} failed: ${stack ?? message}`);
    if (told.has(name)) return;
    told.add(name);
    show(connection, 'error', `${name} failed (${message}). The log has more.`);
  }

  return {
    request: (name, otherwise, handler) => async (params, token) => {
      noteRequest();
      await ready();
      await settled();
      if (token.isCancellationRequested) return cancelled();
      if (!isWellFormed(name, params)) return malformed(name);
      try {
        return await handler(params, token);
      } catch (error) {
        if (error instanceof ResponseError) return error as ResponseError<never>;
        tell(name, error);
        return otherwise;
      }
    },
    run(name, work) {
      void (async () => {
        try {
          await work();
        } catch (error) {
          tell(name, error);
        }
      })();
    },
  };
}

/**
 * The answer to a request that nobody waits for any more. Not `ServerCancelled` without a retrigger: after that VS Code's
 * client never pulls the document's diagnostics again.
 */
export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function malformed(name: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidParams, `${name}: the document or the place is missing.`);
}

/** Requests about a place, and those about a range. */
const WITH_POSITION =
  /^textDocument\/(?:hover|definition|documentHighlight|completion|references|prepareRename|rename)$/;
const WITH_RANGE = /^textDocument\/(?:codeAction|inlayHint)$/;

/** Whether a request names what it is about: a document by its URI, a place, a range. The rest is each handler's own. */
function isWellFormed(name: string, params: unknown): boolean {
  if (!isObject(params)) return false;
  const { textDocument, position, range } = params;
  if (!name.startsWith('textDocument/')) return true;
  if (!isObject(textDocument) || typeof textDocument.uri !== 'string') return false;
  if (WITH_POSITION.test(name)) return isObject(position);
  return !WITH_RANGE.test(name) || (isObject(range) && isObject(range.start) && isObject(range.end));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
