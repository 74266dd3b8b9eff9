import type { Diagnostic } from 'vscode-languageserver';
import type { Problem } from '../facts/facts.ts';
import type { Context } from './context.ts';
import { diagnosticContext } from './diagnostics.ts';
import { type CheckedFile, checkFile, dataDocument } from './folderFiles.ts';
import { filePath } from './openFiles.ts';
import { nextTurn } from './settle.ts';
import { quietly } from './tell.ts';
import { toDiagnostic, toProblemDiagnostic } from './toProtocol.ts';
import { uriOf } from './uris.ts';
import type { Views } from './views.ts';

/**
 * Diagnostics of files that are not open: findings of a folder check, kept until they are fixed, and problems of facts
 * files and configurations. An open document shows its own; what was published for it is taken back meanwhile.
 */
export interface Published {
  /** Shows what a folder check found in one file, and keeps it up to date from now on. */
  add(file: CheckedFile): void;
  /** Whether a file is kept up to date. */
  has(path: string): boolean;
  /** Shows the problems of all facts files and configurations. */
  showProblems(): void;
  /** Checks the kept files again, a few at a time, since the facts may have changed. */
  recheck(): Promise<void>;
  fileChanged(path: string): void;
  opened(uri: string): void;
  closed(uri: string): void;
}

/** Publishes over the context's connection. */
export function createPublished(context: Context, views: Views): Published {
  const { connection } = context;
  /** Drafts of folder checks. */
  const kept = new Set<string>();
  /** Data files that show problems. */
  let troubled = new Set<string>();
  /** What the client shows by our publishing. */
  const shown = new Set<string>();
  let round = 0;

  function send(path: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !shown.has(path)) return;
    if (diagnostics.length > 0) shown.add(path);
    else shown.delete(path);
    quietly(connection, connection.sendDiagnostics({ uri: uriOf(path), diagnostics }));
  }

  function showFindings(file: CheckedFile): void {
    if (context.openFiles.get(file.path)) return;
    const made = diagnosticContext(context);
    send(
      file.path,
      file.report.findings.map((finding) => toDiagnostic(file.document, finding, made)),
    );
  }

  function checkAgain(path: string): void {
    const file = checkFile(context, views, path);
    if ('report' in file) {
      showFindings(file);
      return;
    }
    kept.delete(path); // the file is gone, and its findings with it
    send(path, []);
  }

  function showProblemsOf(path: string, problems: readonly Problem[]): void {
    if (context.openFiles.get(path)) return;
    const document = dataDocument(context, path);
    send(
      path,
      problems.map((problem) => toProblemDiagnostic(document, problem)),
    );
  }

  function showProblems(): void {
    const byPath = problemsByPath(context);
    for (const path of troubled) if (!byPath.has(path)) showProblemsOf(path, []);
    for (const [path, problems] of byPath) showProblemsOf(path, problems);
    troubled = new Set(byPath.keys());
  }

  return {
    add(file) {
      kept.add(file.path);
      showFindings(file);
    },
    has: (path) => kept.has(path),
    showProblems,
    async recheck() {
      const mine = ++round;
      for (const path of [...kept]) {
        if (mine !== round) return; // the facts have changed once more
        checkAgain(path);
        await nextTurn();
      }
    },
    fileChanged(path) {
      if (kept.has(path)) checkAgain(path);
    },
    opened(uri) {
      const path = filePath(uri);
      // A client that pulls would show both: what was published, and what it pulls now.
      if (path !== undefined && context.client().pulls) send(path, []);
    },
    closed(uri) {
      const path = filePath(uri);
      const pushed = !context.client().pulls;
      if (pushed) quietly(connection, connection.sendDiagnostics({ uri, diagnostics: [] }));
      if (path === undefined) return;
      if (kept.has(path)) checkAgain(path);
      if (troubled.has(path)) showProblems();
    },
  };
}

/** Problems told twice, by two folders that share a file, are shown once. Those of the product's own facts are not the writer's. */
function problemsByPath({ session, host }: Context): ReadonlyMap<string, readonly Problem[]> {
  const bundled = new Set(host.bundled().map(({ path }) => path));
  const byPath = new Map<string, Map<string, Problem>>();
  for (const problem of session.scopes().flatMap(({ problems }) => problems)) {
    if (bundled.has(problem.path)) continue;
    const known = byPath.get(problem.path) ?? new Map<string, Problem>();
    known.set(`${problem.line}:${problem.character}:${problem.message}`, problem);
    byPath.set(problem.path, known);
  }
  return new Map([...byPath].map(([path, problems]) => [path, [...problems.values()]]));
}
