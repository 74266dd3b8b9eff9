import { hashWord, KIND, OTHER, wordEnd } from './letters.ts';

/**
 * Word sequences in one flat open-addressing hash: four numbers a slot (node, word, child, head of the list of what
 * ends there). Measured in speed.md §3: the only matcher whose speed and size hold from a hundred names to a million.
 */
export interface Trie {
  readonly slots: Int32Array;
  readonly mask: number;
  /** By the low 16 bits of a first word's hash: whether some name may start so. */
  readonly first: Uint8Array;
  /** By two folded first letters of a first word in small letters. */
  readonly lowerFirst: Uint8Array;
}

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
