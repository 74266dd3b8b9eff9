import { decodeText } from '../readText.ts';

/** A file to import, read a piece at a time. */
export interface ImportFile {
  readonly path: string;
  readonly size: number;
  chunks(): Iterable<Uint8Array>;
}

/** The bytes of a file. */
export function bytesOf(file: ImportFile): Uint8Array {
  const bytes = new Uint8Array(file.size);
  let length = 0;
  for (const chunk of file.chunks()) {
    const fitting = chunk.subarray(0, file.size - length);
    bytes.set(fitting, length);
    length += fitting.length;
  }
  return bytes.subarray(0, length);
}

/** The text of a file. */
export function textOf(file: ImportFile): ReturnType<typeof decodeText> {
  return decodeText(bytesOf(file));
}

const HEAD = 65_536;

/** The first characters of a file, from which its format is told. */
export function headOf(file: ImportFile): string {
  for (const chunk of file.chunks()) {
    const decoded = decodeText(chunk.subarray(0, HEAD));
    return 'text' in decoded ? decoded.text : '';
  }
  return '';
}
