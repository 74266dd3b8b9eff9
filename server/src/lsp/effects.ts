import type { Location as ProtocolLocation } from 'vscode-languageserver';
import type { FactBase } from '../facts/facts.ts';
import { compareResults, type FindingChange, turnOf } from '../project/compareResults.ts';
import { toFileResult } from '../project/fileResult.ts';
import { shownPath } from '../project/paths.ts';
import { checkDraft } from './checkDraft.ts';
import type { Context } from './context.ts';
import { type CheckedFile, checkFile, draftsIn } from './folderFiles.ts';
import type { Settling } from './settle.ts';
import { toRange } from './toProtocol.ts';
import { unsavedIn } from './unsaved.ts';
import { uriOf } from './uris.ts';
import type { Usage } from './usage.ts';
import type { FileView, Views } from './views.ts';

/** One place of a draft that turns wrong or right by what is changed in a facts file, and not saved yet. */
export interface Effect {
  readonly turn: 'wrong' | 'right';
  /** As a person knows it: below the folder. */
  readonly draft: string;
  readonly location: ProtocolLocation;
  /** Ids of the facts that decide there, before or now. */
  readonly facts: readonly string[];
}

/** What `facts diff` would say of the open text of a facts file and the saved one, for the drafts of its folder. */
export interface Effects {
  /** Undefined where the facts have changed meanwhile. */
  of(view: FileView): Promise<readonly Effect[] | undefined>;
}

/** One comparison, shared by all lenses of a file. */
interface Round {
  readonly version: number;
  readonly scope: FileView['scope'];
  readonly changes: number;
  readonly effects: Promise<readonly Effect[] | undefined>;
}

/** How long to work before typing has its turn. */
const SLICE_MS = 4;

/** Compares drafts in slices. */
export function createEffects(context: Context, views: Views, settling: Settling, usage: Usage): Effects {
  let last: Round | undefined;
  return {
    of(view) {
      const { scope } = view;
      const { version } = view.document;
      const changes = settling.changes();
      if (last?.scope !== scope || last.version !== version || last.changes !== changes) {
        last = { scope, version, changes, effects: compareAll(context, views, settling, usage, view) };
      }
      return last.effects;
    },
  };
}

async function compareAll(
  context: Context,
  views: Views,
  { quiet }: Settling,
  usage: Usage,
  view: FileView,
): Promise<readonly Effect[] | undefined> {
  const { scope, path } = view;
  const unsaved = unsavedIn(context, view);
  const saved = unsaved && context.session.factsWith(scope, path, unsaved.saved);
  if (!unsaved || !saved || scope.root === undefined) return [];
  const drafts = await concerned(context, usage, view, unsaved.entities);
  if (!drafts) return undefined;
  const effects: Effect[] = [];
  let sliceStart = performance.now();
  for (const draft of drafts) {
    const file = checkFile(context, views, draft);
    if ('report' in file) effects.push(...compare(context, file, saved));
    if (performance.now() - sliceStart < SLICE_MS) continue;
    await quiet();
    if (!context.session.scopes().includes(scope)) return undefined;
    sliceStart = performance.now();
  }
  return effects;
}

/** The drafts that may turn: where only facts have changed, those that name what they are about; else all. */
async function concerned(
  context: Context,
  usage: Usage,
  { scope }: FileView,
  entities: ReadonlySet<string> | undefined,
): Promise<readonly string[] | undefined> {
  const drafts = draftsIn(context, uriOf(scope.root ?? '/'));
  if (!entities) return drafts;
  const uses = await usage.of(scope);
  if (!uses) return undefined;
  const naming = new Set(uses.filter(({ id }) => entities.has(id)).map(({ location }) => location.uri));
  return drafts.filter((path) => naming.has(uriOf(path)));
}

function compare({ host }: Context, file: CheckedFile, saved: FactBase): readonly Effect[] {
  const { path, document, scope, report } = file;
  const { text, language } = report.draft;
  const before = checkDraft(host, { ...scope, facts: saved }, { path, text, language });
  const showPath = (it: string) => (scope.root === undefined ? it : shownPath(it, scope.root));
  const draft = showPath(path);
  const options = { claims: true, text: false, showPath };
  const old = toFileResult(before, saved, draft, options);
  const { findings } = compareResults(old, toFileResult(report, scope.facts, draft, options));
  return findings.flatMap((change) => {
    const turn = turnOf(change);
    if (turn === undefined) return [];
    const { start, end } = (change.new ?? change.old)!;
    const range = toRange(document, { start: start.offset, end: end.offset });
    return [{ turn, draft, location: { uri: document.uri, range }, facts: factsOf(change) }];
  });
}

function factsOf({ oldEvidence, newEvidence }: FindingChange): readonly string[] {
  return [oldEvidence?.fact, newEvidence?.fact].filter((id) => id !== null && id !== undefined);
}
