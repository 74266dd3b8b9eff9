import {
  type Connection,
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';

const TYPES = {
  error: MessageType.Error,
  warning: MessageType.Warning,
  info: MessageType.Info,
} as const;

/** Shows the writer one sentence. A notification, not the library's request, which would wait for an answer. */
export function show(connection: Connection, type: keyof typeof TYPES, message: string): void {
  const params = { type: TYPES[type], message: `Factlint: ${message}` };
  quietly(connection, connection.sendNotification(ShowMessageNotification.type, params));
}

/** Sends what nobody waits for: where the client does not take it, the log says so and no more. */
export function quietly(connection: Connection, sending: Promise<unknown>): void {
  sending.catch((error: unknown) => {
    // The editor went while it had a message to answer: there is nobody to tell.
    if (error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected) return;
    connection.console.warn(`The editor did not take a message: ${String(error)}`);
  });
}
