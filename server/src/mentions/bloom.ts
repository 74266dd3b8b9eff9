const HASHES = 8;

/** An empty Bloom filter of about that many bits. */
export function emptyBloom(bits: number): Uint8Array {
  return new Uint8Array(Math.ceil(bits / 8));
}

/** Puts a folded word in. */
export function addTo(bloom: Uint8Array, word: string): void {
  for (const bit of bitsOf(bloom, word)) bloom[bit >>> 3] = bloom[bit >>> 3]! | (1 << (bit & 7));
}

/** Whether a folded word was put in; about three in a thousand others passes too. */
export function mayHold(bloom: Uint8Array, word: string): boolean {
  return bitsOf(bloom, word).every((bit) => (bloom[bit >>> 3]! & (1 << (bit & 7))) !== 0);
}

function bitsOf(bloom: Uint8Array, word: string): readonly number[] {
  const size = bloom.length * 8;
  const first = hash(word, 0x811c9dc5);
  const second = hash(word, 0x9747b28c) | 1;
  return Array.from({ length: HASHES }, (_, index) => ((first + Math.imul(index, second)) >>> 0) % size);
}

function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return value ^ (value >>> 13);
}
