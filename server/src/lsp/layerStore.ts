import type { FactBase, Problem } from '../facts/facts.ts';
import type { FactsLayer } from '../facts/layer.ts';
import type { Config } from '../project/config.ts';
import { type FactsText, readLayer, readReady } from '../project/factsLayers.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { joinLayers } from '../project/index/joinLayers.ts';
import { readingOf, type SheetReader } from '../project/sheetLayers.ts';
import { rememberSheets } from './sheetCache.ts';

/** What one run of the server remembers of files: read once for each text, and the last version that parsed. */
export interface LayerStore {
  /** The last good version of each configuration. */
  readonly configs: Map<string, Config>;
  /** The last good version of each spreadsheet. */
  readonly sheets: Map<string, FactsText>;
  /** Remembers what a reader has made of spreadsheets. */
  readonly sheetReader: (reader: () => SheetReader) => () => SheetReader;
  /** Joins texts, lowest first; a file that does not parse or cannot be read is stood in for by its last good version. */
  merge(texts: readonly FactsText[], unread: readonly Problem[]): MergedLayers;
  /** The facts as they would be with another text of one file; undefined where that does not parse. Nothing is remembered. */
  mergeWith(texts: readonly FactsText[], other: FactsText): FactBase | undefined;
}

/** The facts in force, and what is wrong in the files that they come from. */
export interface MergedLayers {
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
  /** Files stood in for. */
  readonly broken: readonly string[];
  /** Those of them that cannot be read at all. */
  readonly kept: readonly string[];
}

interface Reading {
  readonly text: string;
  readonly places: FactsText['places'];
  readonly layer: FactsLayer;
  readonly problems: readonly Problem[];
}

interface Merge {
  readonly layers: readonly FactsLayer[];
  readonly facts: FactBase;
  readonly problems: readonly Problem[];
}

/** So many are remembered: a workspace of more folders with facts of their own reads some of them again. */
const MOST_MERGES = 8;

function isSame(a: readonly FactsLayer[], b: readonly FactsLayer[]): boolean {
  return a.length === b.length && a.every((layer, index) => layer === b[index]);
}

/** The same layers give the same fact base: what is compiled from it is kept, and folders share it. */
function rememberMerges(): (layers: readonly FactsLayer[]) => Merge {
  let merges: readonly Merge[] = [];
  return (layers) => {
    const known = merges.find((it) => isSame(it.layers, layers));
    const merge = known ?? { layers, ...joinLayers(layers) };
    merges = [merge, ...merges.filter((it) => it !== merge)].slice(0, MOST_MERGES);
    return merge;
  };
}

/** An empty store. */
export function createLayerStore(fileSystem: FileSystem): LayerStore {
  const readings = new Map<string, Reading>();
  const good = new Map<string, FactsLayer>();
  const mergeOnce = rememberMerges();

  function read(layerText: FactsText): Reading {
    const { path, text, places } = layerText;
    const id = readingOf(layerText);
    const known = readings.get(id);
    if (known?.text === text && known.places === places) return known;
    const reading = { text, places, ...readLayer(fileSystem, layerText) };
    readings.set(id, reading);
    if (!reading.layer.broken) good.set(path, reading.layer);
    return reading;
  }

  const inForce = ({ layer }: Reading) => (layer.broken ? (good.get(layer.path) ?? layer) : layer);
  /** The last text asked about, so that the same text gives the same layer. */
  let other: Reading | undefined;
  function readOther(layerText: FactsText): Reading {
    const { path, text } = layerText;
    if (other?.layer.path === path && other.text === text) return other;
    return (other = { text, places: undefined, ...readLayer(fileSystem, layerText) });
  }

  let ready: FactBase | undefined;
  const bundledAlone = (texts: readonly FactsText[]) =>
    texts.length > 0 && texts.every(({ packed }) => packed)
      ? (ready ??= readReady(fileSystem, texts))
      : undefined;

  return {
    configs: new Map(),
    sheets: new Map(),
    sheetReader: rememberSheets(),
    merge(texts, unread) {
      const alone = unread.length === 0 ? bundledAlone(texts) : undefined;
      if (alone) return { facts: alone, problems: [], broken: [], kept: [] };
      const current = texts.map(read);
      const broken = current.filter(({ layer }) => layer.broken && good.has(layer.path));
      const kept = unread.map(({ path }) => path).filter((path) => good.has(path));
      const layers = [...current.map(inForce), ...kept.flatMap((path) => good.get(path) ?? [])];
      const merged = mergeOnce(layers);
      return {
        facts: merged.facts,
        problems: [...current.flatMap(({ problems }) => problems), ...merged.problems],
        broken: [...broken.map(({ layer }) => layer.path), ...kept],
        kept,
      };
    },
    mergeWith(texts, it) {
      const { layer } = readOther(it);
      if (layer.broken) return undefined;
      return mergeOnce(texts.map((text) => (text.path === it.path ? layer : inForce(read(text))))).facts;
    },
  };
}
