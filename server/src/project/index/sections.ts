import type { FileParts } from '../fileSystem.ts';

/** What a section holds. */
type SectionData = Uint8Array | Int32Array | Uint32Array;

/** Where the parts of an index file stand, beside what its maker says of it. */
export interface Layout {
  /** Of the whole file, in bytes: a shorter one was cut. */
  readonly size: number;
  /** From here to `cold`: what is read at once. Each section's offset counts from here. */
  readonly hot: number;
  readonly hotSum: number;
  readonly sections: Readonly<Record<string, readonly [at: number, length: number]>>;
  /** From here on: what is read page by page. */
  readonly cold: number;
}

/** Bytes of a page: what one read of the disk brings. */
export const PAGE = 1 << 16;

const MAGIC = 0x58444c46; // «FLDX»
const HEAD = 16;
const SUMS = 'sums';

/** Puts an index file together: a header, sections that are read at once, and bytes that are read page by page. */
export function writeSections(
  about: object,
  hot: Readonly<Record<string, SectionData>>,
  cold: Uint8Array,
): Uint8Array {
  const all = { ...hot, [SUMS]: pageSums(cold) };
  const sections: Record<string, readonly [number, number]> = {};
  let length = 0;
  for (const [name, { byteLength }] of Object.entries(all)) {
    sections[name] = [length, byteLength];
    length = aligned(length + byteLength);
  }
  const hotBytes = new Uint8Array(length);
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(all))
    hotBytes.set(new Uint8Array(buffer, byteOffset, byteLength), sections[name]![0]);
  // Numbers of a fixed width, so that the header's length does not depend on what it says of itself.
  const layoutOf = (start: number): Layout => {
    const at = aligned(start);
    return { size: at + length + cold.length, hot: at, hotSum: sumOf(hotBytes), sections, cold: at + length };
  };
  const encode = (layout: Layout) => new TextEncoder().encode(JSON.stringify({ layout, about }));
  const room = encode(layoutOf(0)).length + 64;
  const layout = layoutOf(HEAD + room);
  const header = new Uint8Array(room).fill(0x20);
  header.set(encode(layout));
  const bytes = new Uint8Array(layout.size);
  bytes.set(new Uint8Array(Int32Array.of(MAGIC, room, sumOf(header), 0).buffer));
  bytes.set(header, HEAD);
  bytes.set(hotBytes, layout.hot);
  bytes.set(cold, layout.cold);
  return bytes;
}

/** The header of an index file; undefined where the file is none, or damaged. */
export function readHeader(
  parts: FileParts,
): { readonly layout: Layout; readonly about: unknown } | undefined {
  const head = new Int32Array(HEAD / 4);
  if (parts.size < HEAD) return undefined;
  parts.readInto(new Uint8Array(head.buffer), 0);
  const [magic, length, sum] = head as unknown as readonly [number, number, number];
  if (magic !== MAGIC || length < 0 || HEAD + length > parts.size) return undefined;
  const header = new Uint8Array(length);
  parts.readInto(header, HEAD);
  if (sumOf(header) !== sum) return undefined;
  const read = JSON.parse(new TextDecoder().decode(header)) as {
    readonly layout: Layout;
    readonly about: unknown;
  };
  return read.layout.size === parts.size ? read : undefined;
}

/** The sections that are read at once, in memory that threads can share; undefined where they are damaged. */
export function readHot(parts: FileParts, { hot, cold, hotSum }: Layout): SharedArrayBuffer | undefined {
  const memory = new SharedArrayBuffer(cold - hot);
  const bytes = new Uint8Array(memory);
  parts.readInto(bytes, hot);
  return sumOf(bytes) === hotSum ? memory : undefined;
}

/** The sections by name. */
export interface Sections {
  bytes(name: string): Uint8Array;
  ints(name: string): Int32Array;
  /** Sums of the pages of what is read page by page. */
  readonly sums: Int32Array;
}

/** The sections in what `readHot` read. */
export function openSections(memory: SharedArrayBuffer, { sections }: Layout): Sections {
  const placeOf = (name: string) => sections[name] ?? [0, 0];
  const ints = (name: string) => new Int32Array(memory, placeOf(name)[0], placeOf(name)[1] / 4);
  return { bytes: (name) => new Uint8Array(memory, ...placeOf(name)), ints, sums: ints(SUMS) };
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function pageSums(cold: Uint8Array): Int32Array {
  const count = Math.ceil(cold.length / PAGE);
  return Int32Array.from({ length: count }, (_, page) =>
    sumOf(cold.subarray(page * PAGE, (page + 1) * PAGE)),
  );
}

/** A sum in which each byte and its place count; a changed, lost or swapped one shows. Of 60 MB in some 15 ms. */
export function sumOf(bytes: Uint8Array, seed = 0x811c9dc5): number {
  const whole = bytes.byteOffset % 4 === 0 ? bytes.length >>> 2 : 0;
  const ints = new Int32Array(bytes.buffer, whole === 0 ? 0 : bytes.byteOffset, whole);
  // Four sums side by side: none waits for the one before, which is three times as fast.
  let [a, b, c, d] = [seed, seed + 1, seed + 2, seed + 3];
  let at = 0;
  for (; at + 3 < whole; at += 4) {
    a = Math.imul(a ^ ints[at]!, 0x01000193);
    b = Math.imul(b ^ ints[at + 1]!, 0x01000193);
    c = Math.imul(c ^ ints[at + 2]!, 0x01000193);
    d = Math.imul(d ^ ints[at + 3]!, 0x01000193);
  }
  for (at *= 4; at < bytes.length; at++) a = Math.imul(a ^ bytes[at]!, 0x01000193);
  return [b, c, d].reduce((sum, lane) => Math.imul(sum ^ lane ^ (lane >>> 15), 0x2c1b3c6d), a ^ (a >>> 15));
}
