import type { FactBase } from '../facts/facts.ts';
import type { FactsText } from '../project/factsLayers.ts';
import { folderOf } from '../project/paths.ts';
import { readSettings, type Settings } from '../settings.ts';
import { toIsoDate } from '../text/calendarDate.ts';
import type { Host } from './host.ts';
import { createLayerStore, type LayerStore } from './layerStore.ts';
import { filePath, type OpenFiles } from './openFiles.ts';
import { loadScope, placeOf, type Scope, type ScopePlace } from './scope.ts';
import { schemeOf, underlyingPath } from './uris.ts';

/** A workspace folder that lies on a disk. */
export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** The one place of state: folders, settings by folder, and what each configuration makes of them. */
export interface Session {
  folders(): readonly Folder[];
  setFolders(uris: readonly string[]): void;
  /** Whether a workspace folder has this scheme: in a virtual workspace it may be any. */
  hasScheme(scheme: string): boolean;
  /** Settings of a folder; of no folder for what lies in none. */
  setSettings(folder: string | undefined, settings: Settings): void;
  /** What holds for a document. The same object until something changes. */
  scopeOf(uri: string): Scope;
  /** The facts of a scope as they would be with another text of one of its files; undefined where that does not parse. */
  factsWith(scope: Scope, path: string, text: string): FactBase | undefined;
  /** A facts file as some scope has read it. The same object until it is read again. */
  textInForce(path: string): FactsText | undefined;
  /** All scopes asked for so far. */
  scopes(): readonly Scope[];
  /** Whether the text of a file is the one in force, everywhere that the file counts: nothing would change. */
  isInForce(path: string, text: string): boolean;
  /** Scopes that a file's text is part of are read again. `listChanged`: files came or went. */
  fileChanged(path: string, listChanged: boolean): void;
  /** Everything is read again. */
  reset(): void;
}

interface Entry {
  readonly place: ScopePlace;
  scope: Scope | undefined;
  /** The facts files of the last reading. */
  before: readonly string[];
  /** Their list still holds: only their texts have changed. */
  listHolds: boolean;
}

const DEFAULTS = readSettings(undefined).settings;

/** All that changes while the server runs. */
interface State {
  readonly host: Host;
  readonly openFiles: OpenFiles;
  readonly store: LayerStore;
  readonly settings: Map<string | undefined, Settings>;
  readonly entries: Map<string, Entry>;
  /** By the folder of the draft. */
  readonly places: Map<string, ScopePlace>;
  folders: readonly Folder[];
  schemes: ReadonlySet<string>;
}

/** An empty session. */
export function createSession(host: Host, openFiles: OpenFiles): Session {
  const state: State = {
    host,
    openFiles,
    store: createLayerStore(openFiles.fileSystem),
    settings: new Map(),
    entries: new Map(),
    places: new Map(),
    folders: [],
    schemes: new Set(),
  };
  return {
    folders: () => state.folders,
    setFolders(uris) {
      state.folders = uris.flatMap(toFolder);
      state.schemes = new Set(uris.map(schemeOf));
      reset(state);
    },
    hasScheme: (scheme) => state.schemes.has(scheme),
    setSettings(folder, value) {
      state.settings.set(folder, value);
      reset(state);
    },
    scopeOf: (uri) => scopeOf(state, entryFor(state, uri)),
    factsWith: ({ texts }, path, text) => state.store.mergeWith(texts, { path, text }),
    textInForce: (path) =>
      loaded(state).flatMap(({ texts }) => texts.find((it) => it.path === path) ?? [])[0],
    isInForce(path, text) {
      const parts = loaded(state).flatMap((scope) => textsIn(scope, path));
      return parts.length > 0 && parts.every((it) => it === text);
    },
    scopes: () => [...state.entries.values()].map((entry) => scopeOf(state, entry)),
    fileChanged: (path, listChanged) => markChanged(state, path, listChanged),
    reset: () => reset(state),
  };
}

function toFolder(uri: string): readonly Folder[] {
  const path = filePath(uri);
  return path === undefined ? [] : [{ uri, path: path.replace(/(?<=.)\/$/, '') }];
}

function reset({ places, entries }: State): void {
  places.clear();
  entries.clear();
}

function loaded({ entries }: State): readonly Scope[] {
  return [...entries.values()].flatMap(({ scope }) => scope ?? []);
}

function entryFor(state: State, uri: string): Entry {
  const place = placeFor(state, uri);
  let entry = state.entries.get(place.key);
  if (!entry) {
    entry = { place, scope: undefined, before: [], listHolds: false };
    state.entries.set(place.key, entry);
  }
  return entry;
}

/** Every draft of one disk folder has the same place. */
function placeFor({ places, openFiles, folders }: State, uri: string): ScopePlace {
  const path = filePath(uri) ?? underlyingPath(uri);
  const folder = path === undefined ? '' : folderOf(path);
  let place = places.get(folder);
  if (!place) {
    place = placeOf(openFiles.fileSystem, path, folders);
    places.set(folder, place);
  }
  return place;
}

function scopeOf(state: State, entry: Entry): Scope {
  if (entry.scope && !isYesterdays(state, entry.scope)) return entry.scope;
  const { host, openFiles, store, settings } = state;
  const fromClient = settings.get(entry.place.folder) ?? settings.get(undefined) ?? DEFAULTS;
  entry.scope = loadScope(host, openFiles.fileSystem, store, entry.place, fromClient, entry);
  entry.before = entry.scope.factsFiles;
  return entry.scope;
}

/** Today is another day by now, and articles without a date speak on it. */
function isYesterdays({ host }: State, { asOfOrigin, options }: Scope): boolean {
  return asOfOrigin === 'today' && toIsoDate(options.asOf) !== toIsoDate(host.today());
}

function markChanged({ places, entries }: State, path: string, listChanged: boolean): void {
  if (listChanged) places.clear();
  for (const entry of entries.values()) {
    const { scope } = entry;
    if (!scope) continue;
    const isPart = isPartOf(scope, path);
    if (!isPart && !listChanged) continue;
    entry.listHolds = !listChanged && scope.configPath !== path;
    entry.scope = undefined;
  }
}

/** Whether a scope is made of a file: its configuration, a facts file, a spreadsheet. */
export function isPartOf({ configPath, factsFiles, sheets }: Scope, path: string): boolean {
  return configPath === path || factsFiles.includes(path) || sheets.includes(path);
}

/** The text of a file as a scope has read it; nothing where the file is no part of it. */
function textsIn({ configPath, configText, texts }: Scope, path: string): readonly (string | undefined)[] {
  const facts = texts.filter((it) => it.path === path).map(({ text, places, raw }) => (places ? raw : text));
  return configPath === path ? [configText, ...facts] : facts;
}
