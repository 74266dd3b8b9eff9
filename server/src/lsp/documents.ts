import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { type Position, type Range, TextDocument } from 'vscode-languageserver-textdocument';

/** How a client counts characters: agreed at the start (LSP 3.17). */
export type Encoding = 'utf-16' | 'utf-8';

/**
 * Documents that count as the client does: `positionAt` and `offsetAt` speak its encoding, offsets stay UTF-16.
 * Positions outside the text are taken to its nearest place. `encoding` is asked late, since it is agreed on late.
 */
export function documentsIn(encoding: () => Encoding): TextDocumentsConfiguration<TextDocument> {
  return {
    create: (uri, languageId, version, text) => createDocument(uri, languageId, version, text, encoding()),
    update: (document, changes, version) => updateDocument(document, changes, version),
  };
}

/** A document that is not open: read from a disk, counted like the open ones. */
export function createDocument(
  uri: string,
  languageId: string,
  version: number,
  text: string,
  encoding: Encoding,
): TextDocument {
  const document = TextDocument.create(uri, languageId, version, text);
  return encoding === 'utf-8' ? countingBytes(document) : document;
}

/** The UTF-16 documents inside those that count bytes. */
const inner = new WeakMap<TextDocument, TextDocument>();

function updateDocument(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  const utf16 = inner.get(document) ?? document;
  for (const change of changes) {
    // One by one: each range counts in the text that the change before it left.
    const change16 =
      'range' in change ? { text: change.text, range: toUtf16(document, change.range) } : change;
    TextDocument.update(utf16, [change16], version);
  }
  return document;
}

function toUtf16(document: TextDocument, { start, end }: Range): Range {
  const utf16 = inner.get(document) ?? document;
  return {
    start: utf16.positionAt(offsetAt(document, start)),
    end: utf16.positionAt(offsetAt(document, end)),
  };
}

function fromUtf16(counting: TextDocument, { start, end }: Range): Range {
  const utf16 = inner.get(counting) ?? counting;
  return {
    start: counting.positionAt(utf16.offsetAt(start)),
    end: counting.positionAt(utf16.offsetAt(end)),
  };
}

/** The offset of a place that counts in UTF-16 units, as facts files and the project layer do. */
export function offsetOfUtf16(document: TextDocument, { line, character }: Position): number {
  return (inner.get(document) ?? document).offsetAt({ line, character });
}

/** The offset of a client's position, whatever it is: past the end is the end, before the start is the start. */
export function offsetAt(document: TextDocument, { line, character }: Position): number {
  const known = { line: atLeastZero(line), character: atLeastZero(character) };
  return document.offsetAt(known);
}

function atLeastZero(number: unknown): number {
  return typeof number === 'number' && number > 0 ? Math.floor(number) : 0;
}

function countingBytes(document: TextDocument): TextDocument {
  const counting: TextDocument = {
    get uri() {
      return document.uri;
    },
    get languageId() {
      return document.languageId;
    },
    get version() {
      return document.version;
    },
    get lineCount() {
      return document.lineCount;
    },
    getText: (range) => document.getText(range && toUtf16(counting, range)),
    positionAt(offset) {
      const { line, character } = document.positionAt(offset);
      const start = document.offsetAt({ line, character: 0 });
      const before = document.getText().slice(start, start + character);
      return { line, character: Buffer.byteLength(before, 'utf8') };
    },
    getLineRange: (line) => fromUtf16(counting, document.getLineRange(line)),
    getEOLCharacters: (line) => document.getEOLCharacters(line),
    offsetAt({ line, character }) {
      const start = document.offsetAt({ line, character: 0 });
      const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
      return start + unitsOf(document.getText().slice(start, end), character);
    },
  };
  inner.set(counting, document);
  return counting;
}

/** How many UTF-16 units of a line its first bytes are; a position inside a character is at its start. */
function unitsOf(line: string, bytes: number): number {
  let units = 0;
  let count = 0;
  for (const character of line) {
    count += Buffer.byteLength(character, 'utf8');
    if (count > bytes) break;
    units += character.length;
  }
  return units;
}
