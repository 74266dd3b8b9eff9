import { type DidChangeWatchedFilesParams, FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Diagnostics } from './diagnostics.ts';
import { filePath } from './openFiles.ts';
import type { Published } from './published.ts';
import { isPartOf } from './session.ts';
import type { Settling } from './settle.ts';
import { dataKind } from './views.ts';

/** What to do when something changes under the server. */
export interface Changes {
  /** A document was opened or edited. */
  content(uri: string): Promise<void>;
  closed(uri: string): Promise<void>;
  /** A document was saved: a client that watches no files says nothing of those that others write. */
  saved(): void;
  /** Files changed on the disk. */
  files(params: DidChangeWatchedFilesParams): void;
}

/** What changes reach. */
export interface Reached {
  readonly diagnostics: Diagnostics;
  readonly published: Published;
  readonly settling: Settling;
  readonly ready: Promise<void>;
  readonly refresh: () => void;
}

/** Facts files and configurations reach every draft; a draft reaches itself. */
export function createChanges(context: Context, reached: Reached): Changes {
  const { diagnostics, published, ready, refresh } = reached;
  return {
    async content(uri) {
      await ready;
      const path = dataPath(context, uri);
      if (path === undefined) await diagnostics.push(uri);
      else await dataChanged(context, reached, path);
    },
    async closed(uri) {
      await ready;
      const path = dataPath(context, uri);
      published.closed(uri);
      // What was never saved is lost: the disk's text counts again.
      if (path !== undefined) await dataChanged(context, reached, path);
    },
    saved() {
      if (context.client().watches) return;
      context.session.fileChanged('', true);
      refresh();
    },
    files: ({ changes }) => filesChanged(context, reached, changes),
  };
}

/** The path of a facts file or a configuration. */
function dataPath({ session }: Context, uri: string): string | undefined {
  const path = filePath(uri);
  return path !== undefined && dataKind(path, session.scopeOf(uri)) ? path : undefined;
}

async function dataChanged(context: Context, { settling, refresh }: Reached, path: string): Promise<void> {
  await settling.settled();
  const text = context.openFiles.get(path)?.getText();
  if (text !== undefined && context.session.isInForce(path, text)) return; // opened, and nothing typed yet
  // A new file is part of nothing yet.
  context.session.fileChanged(path, !isPartOfAny(context, path));
  refresh();
}

function filesChanged(
  context: Context,
  { published, refresh }: Reached,
  changes: readonly FileEvent[],
): void {
  let matters = false;
  for (const { uri, type } of changes) {
    const path = filePath(uri);
    if (path === undefined) continue;
    if (dataPath(context, uri) === undefined && !isPartOfAny(context, path)) {
      published.fileChanged(path);
      continue;
    }
    context.session.fileChanged(path, type !== FileChangeType.Changed);
    matters = true;
  }
  if (matters) refresh();
}

/** Whether a file is in force somewhere; also a facts file of another name, which may be gone by now. */
function isPartOfAny({ session }: Context, path: string): boolean {
  return session.scopes().some((scope) => isPartOf(scope, path));
}
