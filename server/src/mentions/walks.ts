import type { Trie } from '../facts/compiledNames.ts';
import { find } from './trie.ts';

// Room for the walks of one scan, used again for each word: a list made anew at every capital would cost as much as the look.
let slots = new Int32Array(8);
let heads = new Int32Array(8);

/** Starts a walk in each of these tries with a first word; says how many go on. One scan walks at a time. */
export function startWalks(tries: readonly Trie[], hash: number): number {
  if (tries.length > slots.length) {
    slots = new Int32Array(2 * tries.length);
    heads = new Int32Array(2 * tries.length);
  }
  let open = 0;
  for (let at = 0; at < tries.length; at++) {
    slots[at] = find(tries[at]!, 0, hash, 0);
    if (slots[at] !== -1) open++;
  }
  return open;
}

/** Goes on with the next word; says how many walks are left. */
export function stepWalks(tries: readonly Trie[], hash: number, sep: number): number {
  let open = 0;
  for (let at = 0; at < tries.length; at++) {
    const slot = slots[at]!;
    if (slot === -1) continue;
    const trie = tries[at]!;
    slots[at] = find(trie, trie.slots[slot + 2]!, hash, sep);
    if (slots[at] !== -1) open++;
  }
  return open;
}

/** The heads of the lists where the walks stand, one a trie; undefined where no name ends. Good until the next call. */
export function headsOf(tries: readonly Trie[]): ArrayLike<number> | undefined {
  let isNamed = false;
  for (let at = 0; at < tries.length; at++) {
    const slot = slots[at]!;
    heads[at] = slot === -1 ? 0 : tries[at]!.slots[slot + 3]!;
    if (heads[at] !== 0) isNamed = true;
  }
  return isNamed ? heads : undefined;
}
