import type { FileParts } from '../fileSystem.ts';
import { PAGE, sumOf } from './sections.ts';

/** An index that was right when it was opened and is no longer. */
export class DamagedIndex extends Error {}

/** So many pages stay in memory: 16 MB. */
const MOST_PAGES = 256;

/** Bytes of a file that are read when they are asked for, a page at a time; the pages used last stay in memory. */
export interface Pages {
  /** The text from byte `start` to `end`, in UTF-8. */
  text(start: number, end: number): string;
}

/** Pages of a file from its byte `from` on; `path` is what a message calls it. */
export function openPages(parts: FileParts, from: number, sums: Int32Array, path: string): Pages {
  const pages = new Map<number, Uint8Array>();
  const decoder = new TextDecoder();

  function read(page: number): Uint8Array {
    const at = from + page * PAGE;
    const bytes = new Uint8Array(Math.max(0, Math.min(PAGE, parts.size - at)));
    parts.readInto(bytes, at);
    if (sumOf(bytes) === sums[page]) return bytes;
    throw new DamagedIndex(`The index ${path} is damaged: delete it, or run “factlint facts compile” again.`);
  }
  function pageAt(page: number): Uint8Array {
    const known = pages.get(page);
    if (known !== undefined && pages.size < MOST_PAGES) return known;
    const bytes = known ?? read(page);
    // The order of a map is that of insertion: the first is the one used longest ago.
    pages.delete(page);
    pages.set(page, bytes);
    if (pages.size > MOST_PAGES) pages.delete(pages.keys().next().value!);
    return bytes;
  }

  return {
    text(start, end) {
      const first = Math.floor(start / PAGE);
      const last = Math.floor(Math.max(start, end - 1) / PAGE);
      if (first === last)
        return decoder.decode(pageAt(first).subarray(start - first * PAGE, end - first * PAGE));
      const bytes = new Uint8Array(end - start);
      for (let page = first; page <= last; page++) {
        const offset = page * PAGE;
        const part = pageAt(page).subarray(Math.max(0, start - offset), end - offset);
        bytes.set(part, Math.max(0, offset - start));
      }
      return decoder.decode(bytes);
    },
  };
}
