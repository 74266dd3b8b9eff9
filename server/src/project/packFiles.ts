import { compile } from '../checker.ts';
import { isError } from '../facts/isError.ts';
import type { FactsLayer } from '../facts/layer.ts';
import { mergeLayers } from '../facts/layers.ts';
import { readFactsFile } from '../facts/read.ts';
import { packLayer } from './packedLayer.ts';
import { writeReadyBase } from './readyBase.ts';

/** What the build leaves of some facts files, name to text. Throws where one has a mistake. */
export function packFiles(files: Readonly<Record<string, string>>): {
  /** Each file, read: for use below other facts. By name. */
  readonly packed: Readonly<Record<string, string>>;
  /** All of them joined, ready for use by themselves. */
  readonly ready: Uint8Array;
} {
  const layers = Object.entries(files).map(([name, text]) => [name, layerOf(name, text)] as const);
  const { facts } = mergeLayers(layers.map(([, layer]) => layer));
  return {
    packed: Object.fromEntries(layers.map(([name, layer]) => [name, packLayer(layer)])),
    ready: writeReadyBase({ facts, compiled: compile(facts) }),
  };
}

function layerOf(name: string, text: string): FactsLayer {
  const { layer, problems } = readFactsFile(text, name);
  const [problem] = problems.filter(isError);
  if (problem) throw new Error(`${name}:${(problem.line ?? 0) + 1}: ${problem.message}`);
  return layer;
}
