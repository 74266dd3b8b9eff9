import type { CodeLens, Location as ProtocolLocation } from 'vscode-languageserver';
import type { Context } from './context.ts';
import type { Effect, Effects } from './effects.ts';
import { outlineOf } from './factsFeatures.ts';
import { SHOW_PLACES, type ShowPlacesArgument } from './messages.ts';
import { toRange } from './toProtocol.ts';
import { unsavedIn } from './unsaved.ts';
import type { Usage, Use } from './usage.ts';
import type { FileView, Views } from './views.ts';
import { count, listed } from './words.ts';

interface LensData {
  readonly uri: string;
  /** Of a fact; left out: of all that has changed in the file. */
  readonly id?: string;
  readonly about: 'use' | 'effect';
}

/** What lenses are worked out from. */
export interface LensParts {
  readonly views: Views;
  readonly usage: Usage;
  readonly effects: Effects;
}

/**
 * One lens above each fact of a file, and before it, as long as the fact is changed and not saved, one on what that does.
 * What they say is worked out when they are seen.
 */
export function codeLenses(context: Context, view: FileView): CodeLens[] {
  if (!view.scope.settings.codeLens) return [];
  const { document } = view;
  const unsaved = unsavedIn(context, view);
  const lens = (start: number, about: LensData['about'], id?: string): CodeLens => ({
    range: toRange(document, { start, end: start + 1 }),
    data: { uri: document.uri, about, ...(id !== undefined && { id }) } satisfies LensData,
  });
  // Above the facts themselves one cannot see what the other changes do.
  const isSeen = unsaved?.entities && unsaved.facts.size === 1 && unsaved.gone.size === 0;
  return [
    ...(unsaved && !isSeen ? [lens(0, 'effect')] : []),
    ...outlineOf(view)
      .entries.filter(({ kind, id }) => kind === 'fact' && id !== '')
      .flatMap(({ id, span: { start } }) => [
        ...(unsaved?.facts.has(id) ? [lens(start, 'effect', id)] : []),
        lens(start, 'use', id),
      ]),
  ];
}

/** The lens with its words: «used in 7 drafts · 2 mismatches», «not saved: a.md becomes wrong». A click shows the places. */
export async function resolveLens(context: Context, parts: LensParts, lens: CodeLens): Promise<CodeLens> {
  const { uri, id, about } = (lens.data ?? {}) as Partial<LensData>;
  const view = typeof uri === 'string' ? parts.views.of(uri) : undefined;
  const file = view?.kind === 'facts' ? view : undefined;
  const found =
    file && (about === 'effect' ? await effectsOf(parts, file, id) : await usesOf(parts, file, id));
  return { ...lens, command: commandOf(context, lens, found ?? { title: '…', places: [] }) };
}

interface Said {
  readonly title: string;
  readonly places: readonly ProtocolLocation[];
}

async function usesOf({ usage }: LensParts, { scope }: FileView, id?: string): Promise<Said | undefined> {
  const uses = (await usage.of(scope))?.filter((use) => use.id === id);
  return uses && { title: useWords(uses), places: uses.map(({ location }) => location) };
}

async function effectsOf({ effects }: LensParts, view: FileView, id?: string): Promise<Said | undefined> {
  const all = await effects.of(view);
  const own = id === undefined ? all : all?.filter(({ facts }) => facts.includes(id));
  return own && { title: effectWords(own), places: own.map(({ location }) => location) };
}

function commandOf({ client }: Context, { range, data }: CodeLens, { title, places }: Said) {
  if (!client().showsPlaces || places.length === 0) return { title, command: '' };
  const { uri } = data as LensData;
  const argument: ShowPlacesArgument = { uri, position: range.start, places };
  return { title, command: SHOW_PLACES, arguments: [argument] };
}

function useWords(uses: readonly Use[]): string {
  if (uses.length === 0) return 'used in no draft';
  const drafts = new Set(uses.map(({ location }) => location.uri)).size;
  const mismatches = uses.filter(({ mismatch }) => mismatch).length;
  const used = `used in ${count(drafts, 'draft')}`;
  return mismatches === 0 ? used : `${used} · ${count(mismatches, 'mismatch')}`;
}

function effectWords(effects: readonly Effect[]): string {
  const parts = (['wrong', 'right'] as const).flatMap((turn) => {
    const drafts = [...new Set(effects.filter((it) => it.turn === turn).map(({ draft }) => draft))];
    if (drafts.length === 0) return [];
    return [`${listed(drafts)} ${drafts.length === 1 ? 'becomes' : 'become'} ${turn}`];
  });
  return `not saved: ${parts.join(' · ') || 'no draft becomes wrong or right'}`;
}
