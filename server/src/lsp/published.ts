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

/** What is published at the moment. */
interface State {
  readonly context: Context;
  readonly views: Views;
  /** Drafts of folder checks. */
  readonly kept: Set<string>;
  /** What the client shows by our publishing. */
  readonly shown: Set<string>;
  /** Facts files and configurations that show problems. */
  troubled: ReadonlySet<string>;
  /** Counts re-checks: a later one ends those before it. */
  round: number;
}

/** Publishes over the context's connection. */
export function createPublished(context: Context, views: Views): Published {
  const state: State = {
    context,
    views,
    kept: new Set(),
    shown: new Set(),
    troubled: new Set(),
    round: 0,
  };
  return {
    add(file) {
      state.kept.add(file.path);
      showFindings(state, file);
    },
    has: (path) => state.kept.has(path),
    showProblems: () => showProblems(state),
    recheck: () => recheck(state),
    fileChanged(path) {
      if (state.kept.has(path)) checkAgain(state, path);
    },
    opened(uri) {
      const path = filePath(uri);
      // A client that pulls would show both: what was published, and what it pulls now.
      if (path !== undefined && context.client().pulls) send(state, path, []);
    },
    closed: (uri) => showClosed(state, uri),
  };
}

function send({ context: { connection }, shown }: State, path: string, diagnostics: Diagnostic[]): void {
  if (diagnostics.length === 0 && !shown.has(path)) return;
  if (diagnostics.length > 0) shown.add(path);
  else shown.delete(path);
  quietly(connection, connection.sendDiagnostics({ uri: uriOf(path), diagnostics }));
}

function showFindings(state: State, { path, document, scope, report }: CheckedFile): void {
  if (state.context.openFiles.get(path)) return;
  const made = diagnosticContext(state.context, scope);
  const diagnostics = report.findings.map((finding) => toDiagnostic(document, finding, made));
  send(state, path, diagnostics);
}

function checkAgain(state: State, path: string): void {
  const file = checkFile(state.context, state.views, path);
  if ('report' in file) {
    showFindings(state, file);
    return;
  }
  state.kept.delete(path); // the file is gone, and its findings with it
  send(state, path, []);
}

async function recheck(state: State): Promise<void> {
  const round = ++state.round;
  for (const path of [...state.kept]) {
    if (round !== state.round) return; // the facts have changed once more
    checkAgain(state, path);
    await nextTurn();
  }
}

function showProblems(state: State): void {
  const byPath = problemsByPath(state.context);
  for (const path of state.troubled) if (!byPath.has(path)) showProblemsOf(state, path, []);
  for (const [path, problems] of byPath) showProblemsOf(state, path, problems);
  state.troubled = new Set(byPath.keys());
}

function showProblemsOf(state: State, path: string, problems: readonly Problem[]): void {
  if (state.context.openFiles.get(path)) return;
  const document = dataDocument(state.context, path);
  const diagnostics = problems.map((problem) => toProblemDiagnostic(document, problem));
  send(state, path, diagnostics);
}

function showClosed(state: State, uri: string): void {
  const { connection, client } = state.context;
  if (!client().pulls) quietly(connection, connection.sendDiagnostics({ uri, diagnostics: [] }));
  const path = filePath(uri);
  if (path === undefined) return;
  if (state.kept.has(path)) checkAgain(state, path);
  if (state.troubled.has(path)) showProblems(state);
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
