/** Which letters the words of names begin and end with: one bit for each such beginning or end together with a length. */
export type Edges = Uint32Array;

const SIZE = 1 << 16;
/** A first letter is believed to be wrong only from this length on (`isUnlikely` of nearMiss.ts). */
const LONG_WORD = 7;

/**
 * A slip at the fourth letter or behind leaves the first three as they are, one before it leaves what the others ask: three letters
 * and the length tell of half of the words that could be a slip that they are none, before a single letter is left out.
 */
export function makeEdges(words: Iterable<string>): Edges {
  const edges = new Uint32Array(SIZE >>> 5);
  for (const word of words) {
    const codes = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
    const { length } = codes;
    for (const wrong of [length - 1, length, length + 1]) {
      put(edges, startKey(codes, wrong));
      put(edges, bothKey(codes, length, wrong));
      put(edges, mixedKey(codes, length, wrong));
    }
    if (length >= LONG_WORD) put(edges, endKey(codes, length));
  }
  return edges;
}

/** Whether the first `count` of these letters may be a word of a name with one slip. Never denies one that is. */
export function hasEdges(edges: Edges, letters: Uint16Array, count: number): boolean {
  return (
    has(edges, startKey(letters, count)) ||
    has(edges, bothKey(letters, count, count)) ||
    has(edges, mixedKey(letters, count, count)) ||
    (count >= LONG_WORD && has(edges, endKey(letters, count)))
  );
}

/** A slip at the fourth letter or behind. */
function startKey(letters: Uint16Array, wrong: number): number {
  return keyOf(letters[0]!, letters[1]!, letters[2]!, wrong);
}

/** A slip at the third letter: of five letters, two that are swapped leave no more than the last. */
function bothKey(letters: Uint16Array, count: number, wrong: number): number {
  return keyOf(letters[0]!, letters[1]!, letters[count - 1]!, wrong + 64);
}

/** A slip at the second letter. */
function mixedKey(letters: Uint16Array, count: number, wrong: number): number {
  return keyOf(letters[0]!, letters[count - 2]!, letters[count - 1]!, wrong + 128);
}

/** Another first letter. */
function endKey(letters: Uint16Array, count: number): number {
  return keyOf(letters[count - 3]!, letters[count - 2]!, letters[count - 1]!, count + 192);
}

function keyOf(one: number, two: number, three: number, kind: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(one, 31) + two, 31) + three, 251) + kind;
  return Math.imul(mixed, 0x9e3779b1) >>> 16;
}

function put(edges: Edges, key: number): void {
  edges[key >>> 5]! |= 1 << (key & 31);
}

function has(edges: Edges, key: number): boolean {
  return (edges[key >>> 5]! & (1 << (key & 31))) !== 0;
}
