/** A table for so many entries, at most half full; 0 is an empty place. */
export function emptyTable(entries: number): Int32Array {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return new Int32Array(size);
}

/** Puts a value, which is not 0, behind its hash. */
export function put(table: Int32Array, hash: number, value: number): void {
  let at = placeOf(table, hash);
  while (table[at] !== 0) at = (at + 1) & (table.length - 1);
  table[at] = value;
}

/** The values that may belong to a hash, the likeliest first. */
export function* valuesAt(table: Int32Array, hash: number): Generator<number> {
  for (let at = placeOf(table, hash); table[at] !== 0; at = (at + 1) & (table.length - 1)) yield table[at]!;
}

function placeOf(table: Int32Array, hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & (table.length - 1);
}

/** The hash of an id. FNV-1a. */
export function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash | 0;
}
