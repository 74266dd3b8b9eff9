import {
  closeSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { ImportFile } from './import/importFile.ts';

const CHUNK = 262_144;

/** A file of this disk, read a piece at a time. */
export function openImportFile(path: string): ImportFile {
  return { path, size: statSync(path).size, chunks: () => chunksOf(path) };
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const length = readSync(file, chunk, 0, CHUNK, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** A file of any size that is there whole or, until `commit`, as it was before (`write-file-atomic` needs all of it at once). */
export interface WholeFile {
  write(text: string): void;
  commit(): void;
  /** Nothing has happened. */
  discard(): void;
}

const BUFFERED = 1_000_000;

/** Writes beside the file, under a name of its own that no glob of ours finds, and renames at the end. */
export function openWholeFile(path: string): WholeFile {
  const temporary = `${path}.${process.pid}.part`;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  const file = openSync(temporary, 'w', mode);
  let waiting: string[] = [];
  let length = 0;
  function flush(): void {
    const bytes = Buffer.from(waiting.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    waiting = [];
    length = 0;
  }
  return {
    write(text) {
      waiting.push(text);
      length += text.length;
      if (length > BUFFERED) flush();
    },
    commit() {
      flush();
      fsyncSync(file);
      closeSync(file);
      renameSync(temporary, path);
    },
    discard() {
      closeSync(file);
      unlinkSync(temporary);
    },
  };
}
