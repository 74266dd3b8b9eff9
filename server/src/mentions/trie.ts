import type { Trie } from '../facts/compiledNames.ts';
import { hashWord, KIND, OTHER, wordEnd } from './letters.ts';

/** Where the next word starts and how it is parted from the last; `sep` 0: by something that no name has inside. */
export interface Step {
  sep: number;
  next: number;
}

const SPACE = 1;
const HYPHEN = 2;
const DASH = 3;
const APOSTROPHE = 4;
const AMPERSAND = 5;
const DOT = 6;
const SEPARATORS: Readonly<Record<string, number>> = {
  ' ': SPACE,
  '-': HYPHEN,
  '\u2010': HYPHEN,
  '\u2011': HYPHEN,
  '–': DASH,
  "'": APOSTROPHE,
  '’': APOSTROPHE,
  "' ": 7,
  '’ ': 7,
  '&': AMPERSAND,
  '& ': AMPERSAND,
  ' & ': AMPERSAND,
  ' &': AMPERSAND,
  '.': DOT,
  '. ': DOT,
  '/': 8,
  '+': 9,
  '!': 10,
  '! ': 11,
};
const LONGEST_GAP = 40;

/** Reads what lies between the word that ends at `end` and the next; `initial`: that word is a single letter. */
export function stepFrom(text: string, end: number, initial: boolean, step: Step): void {
  step.sep = 0;
  let at = end;
  const limit = Math.min(text.length, end + LONGEST_GAP);
  while (at < limit && KIND[text.charCodeAt(at)] === OTHER) at++;
  step.next = at;
  if (at === end || at >= limit) return;
  if (at === end + 1 && isBlank(text.charCodeAt(end))) {
    step.sep = SPACE;
    return;
  }
  const gap = at === end + 1 ? text[end]! : text.slice(end, at).replace(/\s+/g, ' ');
  const sep = SEPARATORS[gap] ?? 0;
  // «sold to Orsa. Motor shows …»: a full stop with a space behind it joins initials only.
  step.sep = sep === DOT && gap.length > 1 && !initial ? 0 : sep;
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x202f || code === 0x2009
  );
}

function keyOf(hash: number, sep: number): number {
  return (hash ^ Math.imul(sep, 0x9e3779b1)) | 0;
}

function slotOf(node: number, key: number): number {
  const mixed = Math.imul(key ^ Math.imul(node, 0x85ebca6b), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** The slot (index of its first number) that continues `node` with this word, or -1. */
export function find(trie: Trie, node: number, hash: number, sep: number): number {
  const { slots, mask } = trie;
  const key = keyOf(hash, sep);
  let slot = (slotOf(node, key) & mask) << 2;
  while (slots[slot + 2] !== 0) {
    if (slots[slot] === node && slots[slot + 1] === key) return slot;
    slot = (slot + 4) & ((mask << 2) | 3);
  }
  return -1;
}

/** The head of the list of what is written as this text; 0 where nothing is. */
export function headOf(trie: Trie, text: string): number {
  const step: Step = { sep: 0, next: 0 };
  let slot = -1;
  let start = 0;
  while (start < text.length && KIND[text.charCodeAt(start)] === OTHER) start++;
  while (start < text.length) {
    if (slot !== -1 && step.sep === 0) return 0;
    const end = wordEnd(text, start);
    const node = slot === -1 ? 0 : trie.slots[slot + 2]!;
    slot = find(trie, node, hashWord(text, start, end), step.sep);
    if (slot === -1) return 0;
    stepFrom(text, end, end - start === 1, step);
    start = step.next;
  }
  return slot === -1 ? 0 : trie.slots[slot + 3]!;
}

/** Builds the trie of these texts. `next[i]` continues the list of texts that end in the same place; lists start at index + 1, 0 ends them. */
export function buildTrie(texts: readonly string[]): { readonly trie: Trie; readonly next: Int32Array } {
  let words = 0;
  for (const text of texts) words += countWords(text);
  let size = 64;
  while (size < words * 2) size *= 2;
  const trie: Trie = {
    slots: new Int32Array(size * 4),
    mask: size - 1,
    first: new Uint8Array(65536),
    lowerFirst: new Uint8Array(65536),
  };
  const next = new Int32Array(texts.length);
  let nodes = 1;
  for (const [index, text] of texts.entries()) nodes = add(trie, text, index, next, nodes);
  return { trie, next };
}

function countWords(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (KIND[text.charCodeAt(at)] === OTHER) continue;
    at = wordEnd(text, at);
    count++;
  }
  return count;
}

function add(trie: Trie, text: string, index: number, next: Int32Array, nodes: number): number {
  const step: Step = { sep: 0, next: 0 };
  let count = nodes;
  let node = 0;
  let slot = -1;
  let start = 0;
  while (start < text.length && KIND[text.charCodeAt(start)] === OTHER) start++;
  while (start < text.length) {
    const end = wordEnd(text, start);
    const hash = hashWord(text, start, end);
    if (slot === -1) markFirst(trie, text, start, hash);
    else if (step.sep === 0) return count;
    slot = find(trie, node, hash, step.sep);
    if (slot === -1) slot = insert(trie, node, keyOf(hash, step.sep), ++count);
    node = trie.slots[slot + 2]!;
    stepFrom(text, end, end - start === 1, step);
    if (step.next >= text.length) break;
    start = step.next;
  }
  if (slot === -1) return count;
  next[index] = trie.slots[slot + 3]!;
  trie.slots[slot + 3] = index + 1;
  return count;
}

function insert({ slots, mask }: Trie, node: number, key: number, child: number): number {
  let slot = (slotOf(node, key) & mask) << 2;
  while (slots[slot + 2] !== 0) slot = (slot + 4) & ((mask << 2) | 3);
  slots[slot] = node;
  slots[slot + 1] = key;
  slots[slot + 2] = child;
  return slot;
}

function markFirst(trie: Trie, text: string, start: number, hash: number): void {
  trie.first[hash & 0xffff] = 1;
  const code = text.charCodeAt(start);
  if (KIND[code] === 1) trie.lowerFirst[pairOf(code, text.charCodeAt(start + 1))] = 1;
}

/** Two code units as one 16-bit number: a filter, so that clashes only cost time. */
export function pairOf(first: number, second: number): number {
  return ((first << 8) ^ second) & 0xffff;
}

/** The same trie in as few slots as will do, and the texts in a new order: those that end in one node stand in a row. */
export function packTrie({ trie, next }: { readonly trie: Trie; readonly next: Int32Array }): {
  readonly trie: Trie;
  /** Which text stands at each place; a list's head is the place of its first + 1. */
  readonly order: Int32Array;
  /** By place, 1: the last of its list. */
  readonly last: Uint8Array;
} {
  const { slots } = trie;
  let nodes = 0;
  for (let slot = 0; slot < slots.length; slot += 4) if (slots[slot + 2] !== 0) nodes++;
  let size = 64;
  while (size * MOST_FILLED < nodes) size *= 2;
  const packed = { ...trie, slots: new Int32Array(size * 4), mask: size - 1 };
  const order = new Int32Array(next.length);
  const last = new Uint8Array(next.length);
  let places = 0;
  for (let slot = 0; slot < slots.length; slot += 4) {
    if (slots[slot + 2] === 0) continue;
    const to = insert(packed, slots[slot]!, slots[slot + 1]!, slots[slot + 2]!);
    const first = places;
    for (let at = slots[slot + 3]!; at !== 0; at = next[at - 1]!) order[places++] = at - 1;
    if (places === first) continue;
    order.subarray(first, places).reverse(); // lists grow at their heads
    last[places - 1] = 1;
    packed.slots[to + 3] = first + 1;
  }
  return { trie: packed, order: order.subarray(0, places), last: last.subarray(0, places) };
}

/** Fuller, and what is not there takes long to be missed. */
const MOST_FILLED = 0.75;
