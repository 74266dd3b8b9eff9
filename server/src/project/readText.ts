/** How a file's bytes stand for its text; what `encodeText` needs to write it back unchanged. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file, or why it is none. */
export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly problem: string };

/**
 * The text of a file's bytes: UTF-8, UTF-16 with a byte-order mark, or else Latin-1 in its Windows form (as in HTML).
 * The mark itself is no part of the text. Bytes that are no text at all give a problem.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8-bom' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  }
  if (bytes.subarray(0, LOOKED_AT).includes(0)) {
    return { problem: 'it is not a text file (it holds NUL bytes; UTF-16 needs a byte-order mark)' };
  }
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/** The bytes of a text in an encoding; undefined where it holds a character that the encoding lacks. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return encodeUtf16(text, true);
    case 'utf-16be':
      return encodeUtf16(text, false);
    case 'windows-1252':
      return encodeWindows1252(text);
  }
}

/** As git tells: text holds no NUL near its beginning. */
const LOOKED_AT = 8192;

/** The text of UTF-8; undefined where the bytes are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // what TextDecoder throws at bytes that are not UTF-8
    throw error;
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/**
 * What Windows has at 0x80–0x9F, as in the WHATWG Encoding Standard; elsewhere it is Latin-1. Node's own decoder of
 * that name leaves these as the controls of Latin-1.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const special = WINDOWS_1252.indexOf(text[i]!);
    const byte = special >= 0 ? 0x80 + special : code;
    if (byte > 0xff || (special < 0 && 0x80 <= code && code <= 0x9f)) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
