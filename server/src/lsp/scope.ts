import { type ParseError, parse } from 'jsonc-parser';
import type { CheckOptions } from '../checker.ts';
import type { FactBase, Problem } from '../facts/facts.ts';
import { type Config, findConfig, readConfig } from '../project/config.ts';
import { type FactsPlan, type FactsText, readFactsTexts } from '../project/factsLayers.ts';
import { type FileSystem, reasonOf } from '../project/fileSystem.ts';
import { folderOf, within } from '../project/paths.ts';
import { decodeText } from '../project/readText.ts';
import { addSheets, type SheetLoading, sheetPaths } from '../project/sheetLayers.ts';
import { readSettings, SETTINGS, type Settings } from '../settings.ts';
import type { Host } from './host.ts';
import type { LayerStore } from './layerStore.ts';
import type { AsOfOrigin } from './messages.ts';

/** What holds for the drafts under one configuration: settings, facts, problems. Replaced whole, never changed. */
export interface Scope {
  /** Globs count from here; undefined for drafts that lie nowhere. */
  readonly root?: string;
  /** The `factlint.json` in force. */
  readonly configPath?: string;
  /** Its text as read. */
  readonly configText?: string;
  readonly settings: Settings;
  readonly asOfOrigin: AsOfOrigin;
  readonly options: CheckOptions;
  readonly facts: FactBase;
  /** The folder's own facts files, absolute. */
  readonly factsFiles: readonly string[];
  /** Spreadsheets that are read as facts, absolute, whether they can be read or not. */
  readonly sheets: readonly string[];
  /** All texts in force, the bundled ones too, lowest first. */
  readonly texts: readonly FactsText[];
  /** Of its configuration and its facts files. */
  readonly problems: readonly Problem[];
  /** Files that no longer parse: their last good version is in force. */
  readonly broken: readonly string[];
}

/** Which configuration a draft falls under. */
export interface ScopePlace {
  readonly key: string;
  readonly root?: string;
  readonly configPath?: string;
  /** The workspace folder, as its URI. */
  readonly folder?: string;
}

/** The place of a draft: the nearest `factlint.json`, else its workspace folder, else the folder that it lies in. */
export function placeOf(
  fileSystem: FileSystem,
  path: string | undefined,
  folders: readonly { readonly uri: string; readonly path: string }[],
): ScopePlace {
  const inFolder = folders.filter((it) => path !== undefined && within(it.path, path) !== undefined);
  const [folder] = inFolder.sort((a, b) => b.path.length - a.path.length);
  const home = path === undefined ? folders[0] : folder;
  const from = path === undefined ? home?.path : folderOf(path);
  const configPath = from === undefined ? undefined : findConfig(fileSystem, from);
  const root = configPath === undefined ? (home?.path ?? from) : folderOf(configPath);
  return {
    key: `${configPath ?? root ?? ''}\n${home?.uri ?? ''}`,
    ...(root !== undefined && { root }),
    ...(configPath !== undefined && { configPath }),
    ...(home && { folder: home.uri }),
  };
}

const NO_CONFIG: Config = { settings: readSettings(undefined).settings, given: new Set(), problems: [] };

/** The facts files of the reading before. */
export interface Before {
  readonly before: readonly string[];
  /** They need not be looked for again. */
  readonly listHolds: boolean;
}

/** Reads all that a scope is made of. */
export function loadScope(
  host: Host,
  fileSystem: FileSystem,
  store: LayerStore,
  place: ScopePlace,
  fromClient: Settings,
  { before, listHolds }: Before,
): Scope {
  const { config, isBroken, text } = configAt(fileSystem, store, place.configPath);
  const { settings, asOfOrigin } = joinSettings(config, fromClient);
  const plan = planOf(host, place, settings, listHolds ? before : undefined);
  const own = readFactsTexts(fileSystem, plan);
  const unread = [...own.problems, ...foldersNow(fileSystem, before, [...own.texts, ...own.problems])];
  const sheets = addSheets(own, plan, sheetLoading(host, fileSystem, store));
  const layers = store.merge(sheets.texts, unread);
  const found = [...config.problems, ...unread, ...sheets.problems, ...layers.problems];
  const isConfigBroken = isBroken && config.path !== undefined;
  const broken = [...(isConfigBroken ? [config.path] : []), ...layers.broken, ...sheets.broken];
  return {
    ...(place.root !== undefined && { root: place.root }),
    ...(place.configPath !== undefined && { configPath: place.configPath }),
    ...(text !== undefined && { configText: text }),
    settings,
    asOfOrigin,
    options: optionsOf(settings, host),
    facts: layers.facts,
    factsFiles: [...own.texts.slice(plan.bundled.length).map(({ path }) => path), ...layers.kept],
    sheets: sheetPaths(plan, fileSystem),
    texts: sheets.texts,
    problems: [...found, ...broken.flatMap((path) => stoodIn(path, found))],
    broken,
  };
}

function sheetLoading(host: Host, fileSystem: FileSystem, store: LayerStore): SheetLoading {
  const reader = store.sheetReader(() => host.importers());
  return { fileSystem, reader, good: store.sheets, merge: (texts) => store.merge(texts, []).facts };
}

/** Beside what is wrong in a file: that it is stood in for. */
function stoodIn(path: string, problems: readonly Problem[]): readonly Problem[] {
  const first = problems.find((it) => it.path === path);
  if (!first) return [];
  const { inJson, ...place } = first;
  const what = inJson ? 'Until this is JSON again' : 'Until this is mended';
  const message = `${what}, the last good version of the file stays in force.`;
  return [{ ...place, message, severity: 'warning' }];
}

function configAt(
  fileSystem: FileSystem,
  store: LayerStore,
  path: string | undefined,
): { readonly config: Config; readonly isBroken: boolean; readonly text?: string } {
  if (path === undefined) return { config: NO_CONFIG, isBroken: false };
  const text = readOrProblem(fileSystem, path);
  const lastGood = store.configs.get(path);
  if ('problem' in text) {
    const problem = { path, message: `The configuration cannot be read: ${text.problem}.` };
    return { config: { ...(lastGood ?? NO_CONFIG), path, problems: [problem] }, isBroken: true };
  }
  const config = readConfig(text.text, path);
  const errors: ParseError[] = [];
  parse(text.text, errors, { allowTrailingComma: true });
  if (errors.length === 0) {
    store.configs.set(path, config);
    return { config, isBroken: false, text: text.text };
  }
  const problems = config.problems;
  return { config: { ...(lastGood ?? config), problems }, isBroken: lastGood !== undefined, text: text.text };
}

function readOrProblem(
  fileSystem: FileSystem,
  path: string,
): { readonly text: string } | { readonly problem: string } {
  try {
    return decodeText(fileSystem.read(path));
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** The file wins over the editor's settings, key by key. */
function joinSettings(
  config: Config,
  fromClient: Settings,
): { readonly settings: Settings; readonly asOfOrigin: AsOfOrigin } {
  const given = SETTINGS.filter(({ key }) => config.given.has(key));
  const settings = {
    ...fromClient,
    ...Object.fromEntries(given.map(({ key }) => [key, config.settings[key]])),
  };
  if (config.given.has('asOf') && config.settings.asOf) return { settings, asOfOrigin: 'configuration' };
  return { settings, asOfOrigin: settings.asOf ? 'setting' : 'today' };
}

function planOf(
  host: Host,
  { root, configPath, folder }: ScopePlace,
  settings: Settings,
  known: readonly string[] | undefined,
): FactsPlan {
  // A draft that lies in no opened folder may lie in a home folder: only the facts files beside it are looked at.
  const isLoose = configPath === undefined && folder === undefined;
  const globs = isLoose ? ['*.facts.json'] : settings.facts;
  return {
    root: root ?? '/',
    globs: root === undefined ? [] : globs,
    ...(known && { own: known }),
    imports: root === undefined || isLoose ? [] : settings.imports,
    named: [],
    bundled: settings.bundled ? host.bundled() : [],
    maxFileSize: settings.maxFileSize,
  };
}

/** Facts files in whose place a folder is now: a glob passes over them without a word. */
function foldersNow(
  fileSystem: FileSystem,
  before: readonly string[],
  told: readonly { readonly path: string }[],
): readonly Problem[] {
  const gone = before.filter((path) => !told.some((it) => it.path === path));
  return gone
    .filter((path) => fileSystem.kindOf(path) === 'folder')
    .map((path) => ({ path, message: 'The facts file cannot be read: it is a folder.' }));
}

function optionsOf(settings: Settings, host: Host): CheckOptions {
  return {
    asOf: settings.asOf ?? host.today(),
    rules: settings.rules,
    names: settings.names,
    dateOrder: settings.dateOrder,
    accepted: settings.accepted,
  };
}
