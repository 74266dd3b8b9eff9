/** Which letters the words of names keep where one is wrong: one bit for each four of them together with a length. */
export type Edges = Uint32Array;

const SMALLEST = 1 << 16;
/** So few bits are set that the four questions together let one strange word of ten pass. */
const BITS_PER_KEY = 16;
/** A first letter is believed to be wrong only from this length on (`isUnlikely` of nearMiss.ts). */
const LONG_WORD = 7;

/**
 * A slip leaves the letters before it and behind it as they are, so that four letters at the edges of a word and its length tell of
 * nearly all words that they are no slip, before a single letter is left out. Two letters swapped leave too little of a short word,
 * but make only as many words as it has letters: those stand here themselves.
 */
export function makeEdges(words: Iterable<string>): Edges {
  const keys: number[] = [];
  for (const word of words) {
    const codes = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    const { length } = codes;
    for (const wrong of [length - 1, length, length + 1]) {
      keys.push(beginKey(codes, wrong), startKey(codes, length, wrong));
      keys.push(bothKey(codes, length, wrong), mixedKey(codes, length, wrong));
    }
    if (length >= LONG_WORD) keys.push(endKey(codes, length));
    for (let at = 1; at < length; at++) keys.push(startKey(swapped(codes, at), length, length));
  }
  let size = SMALLEST;
  while (size < keys.length * BITS_PER_KEY) size *= 2;
  const edges = new Uint32Array(size >>> 5);
  for (const key of keys) put(edges, key);
  return edges;
}

function swapped(codes: Uint16Array, at: number): Uint16Array {
  const other = codes.slice();
  [other[at - 1], other[at]] = [codes[at]!, codes[at - 1]!];
  return other;
}

/** Whether the first `count` of these letters may be a word of a name with one slip. Never denies one that is. */
export function hasEdges(edges: Edges, letters: Uint16Array, count: number): boolean {
  return (
    has(edges, startKey(letters, count, count)) ||
    has(edges, beginKey(letters, count)) ||
    has(edges, bothKey(letters, count, count)) ||
    has(edges, mixedKey(letters, count, count)) ||
    (count >= LONG_WORD && has(edges, endKey(letters, count)))
  );
}

/** A slip at the fifth letter or behind. */
function beginKey(letters: Uint16Array, wrong: number): number {
  return keyOf(letters[0]!, letters[1]!, letters[2]!, letters[3]!, wrong);
}

/** A slip at the fourth letter. */
function startKey(letters: Uint16Array, count: number, wrong: number): number {
  return keyOf(letters[0]!, letters[1]!, letters[2]!, letters[count - 1]!, wrong + 64);
}

/** A slip at the third letter. */
function bothKey(letters: Uint16Array, count: number, wrong: number): number {
  return keyOf(letters[0]!, letters[1]!, letters[count - 2]!, letters[count - 1]!, wrong + 128);
}

/** A slip at the second letter. */
function mixedKey(letters: Uint16Array, count: number, wrong: number): number {
  return keyOf(letters[0]!, letters[count - 3]!, letters[count - 2]!, letters[count - 1]!, wrong + 192);
}

/** Another first letter. */
function endKey(letters: Uint16Array, count: number): number {
  const last = letters[count - 1]!;
  return keyOf(letters[count - 4]!, letters[count - 3]!, letters[count - 2]!, last, count + 256);
}

function keyOf(one: number, two: number, three: number, four: number, kind: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(Math.imul(one, 31) + two, 31) + three, 31) + four, 509) + kind;
  return Math.imul(mixed, 0x9e3779b1) >>> 8;
}

function put(edges: Edges, key: number): void {
  const bit = key & ((edges.length << 5) - 1);
  edges[bit >>> 5]! |= 1 << (bit & 31);
}

function has(edges: Edges, key: number): boolean {
  const bit = key & ((edges.length << 5) - 1);
  return (edges[bit >>> 5]! & (1 << (bit & 31))) !== 0;
}
