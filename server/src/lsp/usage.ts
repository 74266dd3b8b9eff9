import type { CancellationToken, Location as ProtocolLocation } from 'vscode-languageserver';
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
  /** Every use in the folder's drafts, the open ones by their open text; undefined where the client waits no more. */
  of(scope: Scope, token: CancellationToken): Promise<readonly Use[] | undefined>;
}

/** What was found in one file that was not open, for one state of the scope. */
interface Remembered {
  readonly scope: Scope;
  readonly text: string;
  readonly uses: readonly Use[];
}

/** How long to work before typing has its turn. */
const SLICE_MS = 4;

/** Looks through folders in slices, and remembers what it found for each file. */
export function createUsage(context: Context, views: Views, { settled }: Settling): Usage {
  const remembered = new Map<string, Remembered>();

  function usesOf(path: string): readonly Use[] {
    const file = readDraftFile(context, views, path);
    if ('problem' in file) return [];
    const { text, scope } = file;
    const known = remembered.get(path);
    if (known?.scope === scope && known.text === text) return known.uses;
    const uses = usesIn(file.check());
    remembered.set(path, { scope, text, uses });
    return uses;
  }

  return {
    async of(scope, token) {
      if (scope.root === undefined) return [];
      const found: Use[] = [];
      let sliceStart = performance.now();
      for (const path of draftsIn(context, uriOf(scope.root))) {
        found.push(...usesOf(path));
        if (performance.now() - sliceStart < SLICE_MS) continue;
        await settled();
        if (token.isCancellationRequested) return undefined;
        sliceStart = performance.now();
      }
      return found;
    },
  };
}

/** What a draft uses: the facts that its claims rest on, and every entity that it names. */
export function usesIn({ document, report }: Pick<CheckedFile, 'document' | 'report'>): readonly Use[] {
  const at = (span: { readonly start: number; readonly end: number }) => ({
    uri: document.uri,
    range: toRange(document, span),
  });
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
