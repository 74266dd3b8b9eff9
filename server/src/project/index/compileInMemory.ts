import type { Problem } from '../../facts/facts.ts';
import type { FactsLayer } from '../../facts/layer.ts';
import { compileLayer } from './compile.ts';
import { openLayer } from './openLayer.ts';
import { readHeader, readHot } from './sections.ts';

const NO_STAMP = { size: 0, modified: 0, sums: [0, 0] } as const;

/** A large layer that has no index, compiled all the same: with an index or without, one and the same code checks. */
export function compileInMemory(
  layer: FactsLayer,
  problems: readonly Problem[],
  mostHeld?: number,
): { readonly layer: FactsLayer; readonly problems: readonly Problem[] } {
  const { bytes, about } = compileLayer(layer, problems, NO_STAMP, mostHeld);
  const parts = {
    size: bytes.length,
    readInto: (target: Uint8Array, at: number) => target.set(bytes.subarray(at, at + target.length)),
  };
  const { layout } = readHeader(parts)!;
  const index = { path: layer.path, layout, about, memory: readHot(parts, layout)! };
  return { layer: openLayer(index, parts, layer.path), problems: index.about.problems };
}
