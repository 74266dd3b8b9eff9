import type { Location as ProtocolLocation } from 'vscode-languageserver';
import { hashOf } from '../project/fingerprint.ts';
import type { Span } from '../text/span.ts';
import { factOf } from './at.ts';
import type { Context } from './context.ts';
import { type CheckedFile, draftsIn, readDraftFile } from './folderFiles.ts';
import type { Scope } from './scope.ts';
import type { Settling } from './settle.ts';
import { toRange } from './toProtocol.ts';
import { uriOf } from './uris.ts';
import type { Views } from './views.ts';

/** One place of a draft that rests on a fact or names an entity. */
export interface Use {
  /** Of a fact or an entity. */
  readonly id: string;
  readonly location: ProtocolLocation;
  /** The draft says otherwise than the fact. */
  readonly mismatch: boolean;
}

/** Where the facts of a scope are used in the drafts of its folder. */
export interface Usage {
  /** Every use in the folder's drafts, the open ones by their open text; undefined where the facts have changed meanwhile. */
  of(scope: Scope): Promise<readonly Use[] | undefined>;
}

/** What was found in one draft, for one text and one state of its scope. */
interface Remembered {
  readonly scope: Scope;
  readonly hash: string;
  readonly uses: readonly Use[];
}

/** One look through a folder, shared by all who ask meanwhile (thirty code lenses, say). */
interface Round {
  readonly scope: Scope;
  readonly changes: number;
  readonly startedAt: number;
  readonly uses: Promise<readonly Use[] | undefined>;
}

/** How long to work before typing has its turn. */
const SLICE_MS = 4;

/** How long a look holds: files may change that nobody tells of. */
const FRESH_MS = 2000;

/** Looks through folders in slices, and remembers what it found in each draft. */
export function createUsage(context: Context, views: Views, settling: Settling): Usage {
  const remembered = new Map<string, Remembered>();
  let last: Round | undefined;

  function usesOf(path: string): readonly Use[] {
    const file = readDraftFile(context, views, path);
    if ('problem' in file) return [];
    const { text, scope } = file;
    const hash = hashOf(text);
    const known = remembered.get(path);
    if (known?.scope === scope && known.hash === hash) return known.uses;
    const uses = usesIn(file.check());
    remembered.set(path, { scope, hash, uses });
    return uses;
  }

  return {
    of(scope) {
      const changes = settling.changes();
      const startedAt = performance.now();
      const isFresh =
        last?.scope === scope && last.changes === changes && startedAt - last.startedAt < FRESH_MS;
      if (!last || !isFresh)
        last = { scope, changes, startedAt, uses: lookThrough(context, settling, scope, usesOf) };
      return last.uses;
    },
  };
}

/** In slices, so that typing has its turn; given up where the facts have changed meanwhile. */
async function lookThrough(
  context: Context,
  { quiet }: Settling,
  scope: Scope,
  usesOf: (path: string) => readonly Use[],
): Promise<readonly Use[] | undefined> {
  if (scope.root === undefined) return [];
  const found: Use[] = [];
  let sliceStart = performance.now();
  for (const path of draftsIn(context, uriOf(scope.root))) {
    found.push(...usesOf(path));
    if (performance.now() - sliceStart < SLICE_MS) continue;
    await quiet();
    if (!context.session.scopes().includes(scope)) return undefined;
    sliceStart = performance.now();
  }
  return found;
}

/** What a draft uses: the facts that its claims rest on, and every entity that it names. */
function usesIn({ document, report }: CheckedFile): readonly Use[] {
  const at = (span: Span) => ({ uri: document.uri, range: toRange(document, span) });
  const facts = report.verdicts.flatMap((verdict) => {
    const fact = verdict.label === 'not-enough-info' ? undefined : factOf(verdict);
    const mismatch = verdict.label === 'refuted' && verdict.strong;
    return fact ? [{ id: fact.id, location: at(verdict.claim.span), mismatch }] : [];
  });
  const names = report.mentions.entities.map(({ entity, span }) => ({
    id: entity,
    location: at(span),
    mismatch: false,
  }));
  return [...facts, ...names];
}
