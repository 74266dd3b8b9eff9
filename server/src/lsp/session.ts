import type { FactsText } from '../project/factsLayers.ts';
import { folderOf } from '../project/paths.ts';
import { readSettings, type Settings } from '../settings.ts';
import { toIsoDate } from '../text/calendarDate.ts';
import type { Host } from './host.ts';
import { createLayerStore } from './layerStore.ts';
import { filePath, type OpenFiles } from './openFiles.ts';
import { loadScope, placeOf, type Scope, type ScopePlace } from './scope.ts';
import { underlyingPath } from './uris.ts';

/** A workspace folder that lies on a disk. */
export interface Folder {
  readonly uri: string;
  readonly path: string;
}

/** The one place of state: folders, settings by folder, and what each configuration makes of them. */
export interface Session {
  folders(): readonly Folder[];
  setFolders(uris: readonly string[]): void;
  /** Settings of a folder; of no folder for what lies in none. */
  setSettings(folder: string | undefined, settings: Settings): void;
  /** What holds for a document. The same object until something changes. */
  scopeOf(uri: string): Scope;
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

/** An empty session. */
export function createSession(host: Host, openFiles: OpenFiles): Session {
  const { fileSystem } = openFiles;
  const store = createLayerStore();
  const settings = new Map<string | undefined, Settings>();
  const entries = new Map<string, Entry>();
  const places = new Map<string, ScopePlace>();
  let folders: readonly Folder[] = [];

  /** Every draft of one disk folder has the same place. */
  function placeFor(uri: string): ScopePlace {
    const path = filePath(uri) ?? underlyingPath(uri);
    const folder = path === undefined ? '' : folderOf(path);
    let place = places.get(folder);
    if (!place) {
      place = placeOf(fileSystem, path, folders);
      places.set(folder, place);
    }
    return place;
  }

  function load(entry: Entry): Scope {
    const { place } = entry;
    const fromClient = settings.get(place.folder) ?? settings.get(undefined) ?? DEFAULTS;
    entry.scope = loadScope(host, fileSystem, store, place, fromClient, entry);
    entry.before = entry.scope.factsFiles;
    return entry.scope;
  }

  /** Today is another day by now, and articles without a date speak on it. */
  function isYesterdays({ asOfOrigin, options }: Scope): boolean {
    return asOfOrigin === 'today' && toIsoDate(options.asOf) !== toIsoDate(host.today());
  }

  function reset(): void {
    places.clear();
    entries.clear();
  }

  return {
    folders: () => folders,
    setFolders(uris) {
      folders = uris.flatMap((uri) => {
        const path = filePath(uri);
        return path === undefined ? [] : { uri, path: path.replace(/(?<=.)\/$/, '') };
      });
      reset();
    },
    setSettings(folder, value) {
      settings.set(folder, value);
      reset();
    },
    scopeOf(uri) {
      const place = placeFor(uri);
      let entry = entries.get(place.key);
      if (!entry) entries.set(place.key, (entry = { place, scope: undefined, before: [], listHolds: false }));
      return entry.scope && !isYesterdays(entry.scope) ? entry.scope : load(entry);
    },
    isInForce(path, text) {
      const parts = [...entries.values()].flatMap(({ scope }) =>
        scope ? textsIn(scope, path) : [undefined],
      );
      return parts.length > 0 && parts.every((it) => it === text);
    },
    textInForce(path) {
      for (const { scope } of entries.values()) {
        const found = scope?.texts.find((it) => it.path === path);
        if (found) return found;
      }
      return undefined;
    },
    scopes: () => [...entries.values()].map((entry) => entry.scope ?? load(entry)),
    fileChanged(path, listChanged) {
      if (listChanged) places.clear();
      for (const entry of entries.values()) {
        const { scope } = entry;
        if (!scope) continue;
        const isPart = scope.configPath === path || scope.factsFiles.includes(path);
        if (!isPart && !listChanged) continue;
        entry.listHolds = !listChanged && scope.configPath !== path;
        entry.scope = undefined;
      }
    },
    reset,
  };
}

/** The text of a file as a scope has read it; nothing where the file is no part of it. */
function textsIn({ configPath, configText, texts }: Scope, path: string): readonly (string | undefined)[] {
  const facts = texts.filter((it) => it.path === path).map(({ text }) => text);
  return configPath === path ? [configText, ...facts] : facts;
}
