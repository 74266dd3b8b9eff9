import type { Context } from './context.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Guard } from './guard.ts';
import type { Published } from './published.ts';
import type { StatusTeller } from './status.ts';
import { quietly } from './tell.ts';

/** What shows something that may be out of date. */
export interface Shown {
  readonly diagnostics: Diagnostics;
  readonly published: Published;
  readonly status: StatusTeller;
  readonly guard: Guard;
}

/** Facts, configuration or settings have changed: everything shown is sent, or the client is told to ask, again. */
export function refreshAll(context: Context, { diagnostics, published, status, guard }: Shown): void {
  published.showProblems();
  refreshClient(context);
  // One draft after the other, the open ones first: what is typed meanwhile is answered in between.
  guard.run('recheck', async () => {
    for (const { uri } of context.documents.all()) await diagnostics.push(uri);
    await status.tellAll();
    await published.recheck();
  });
}

function refreshClient({ connection, client }: Context): void {
  const { diagnostics, codeLenses, inlayHints, tokens } = client().refreshes;
  if (diagnostics) quietly(connection, connection.languages.diagnostics.refresh());
  if (codeLenses) quietly(connection, connection.sendRequest('workspace/codeLens/refresh'));
  if (inlayHints) quietly(connection, connection.languages.inlayHint.refresh());
  if (tokens) quietly(connection, connection.languages.semanticTokens.refresh());
}
