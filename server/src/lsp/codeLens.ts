import type { CodeLens } from 'vscode-languageserver';
import { outlineOf } from './factsFeatures.ts';
import { toRange } from './toProtocol.ts';
import type { Usage, Use } from './usage.ts';
import type { FileView, Views } from './views.ts';
import { count } from './words.ts';

interface LensData {
  readonly uri: string;
  readonly id: string;
}

/** One lens above each fact of a file; what it says is worked out when it is seen. */
export function codeLenses(view: FileView): CodeLens[] {
  if (!view.scope.settings.codeLens) return [];
  return outlineOf(view)
    .entries.filter(({ kind, id }) => kind === 'fact' && id !== '')
    .map(({ id, span }) => ({
      range: toRange(view.document, { start: span.start, end: span.start + 1 }),
      data: { uri: view.document.uri, id } satisfies LensData,
    }));
}

/** The lens with its words: «used in 7 drafts · 2 mismatches». Nothing happens when it is clicked. */
export async function resolveLens(views: Views, usage: Usage, lens: CodeLens): Promise<CodeLens> {
  const { uri, id } = (lens.data ?? {}) as Partial<LensData>;
  const view = typeof uri === 'string' ? views.of(uri) : undefined;
  const uses = view && (await usage.of(view.scope));
  const title = uses ? lensWords(uses.filter((use) => use.id === id)) : '…';
  return { ...lens, command: { title, command: '' } };
}

function lensWords(uses: readonly Use[]): string {
  if (uses.length === 0) return 'used in no draft';
  const drafts = new Set(uses.map(({ location }) => location.uri)).size;
  const mismatches = uses.filter(({ mismatch }) => mismatch).length;
  const used = `used in ${count(drafts, 'draft')}`;
  return mismatches === 0 ? used : `${used} · ${count(mismatches, 'mismatch')}`;
}
