import type { Connection, Location as ProtocolLocation, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from '../facts/facts.ts';
import type { FactsText } from '../project/factsLayers.ts';
import { reasonOf } from '../project/fileSystem.ts';
import { decodeText } from '../project/readText.ts';
import type { Client } from './client.ts';
import { createDocument, offsetOfUtf16 } from './documents.ts';
import type { Host } from './host.ts';
import type { OpenFiles } from './openFiles.ts';
import type { Session } from './session.ts';
import { rangeAt, toRange } from './toProtocol.ts';
import { uriOf } from './uris.ts';

/** What every feature of the server works with. */
export interface Context {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly openFiles: OpenFiles;
  readonly session: Session;
  /** What the client can do: known once it has introduced itself. */
  client(): Client;
}

/** A file as a document, open or from the disk; undefined where it cannot be read. */
export function documentOf({ openFiles, client }: Context, path: string): TextDocument | undefined {
  const open = openFiles.get(path);
  if (open) return open;
  const text = readText(openFiles, path);
  return typeof text === 'string' ? createDocument(uriOf(path), '', 0, text, client().encoding) : undefined;
}

/** A file's text, or why it cannot be read. */
export function readText({ fileSystem }: OpenFiles, path: string): string | { readonly problem: string } {
  try {
    const decoded = decodeText(fileSystem.read(path));
    return 'text' in decoded ? decoded.text : decoded;
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** Documents made of the texts in force, so that showing evidence reads no file. */
const factsDocuments = new WeakMap<FactsText, TextDocument>();

function factsDocument(context: Context, path: string): TextDocument | undefined {
  const open = context.openFiles.get(path);
  if (open) return open;
  const inForce = context.session.textInForce(path);
  if (!inForce || inForce.packed) return documentOf(context, path);
  let document = factsDocuments.get(inForce);
  if (!document) {
    const text = inForce.raw ?? inForce.text;
    document = createDocument(uriOf(path), '', 0, text, context.client().encoding);
    factsDocuments.set(inForce, document);
  }
  return document;
}

/** Where something in a facts file stands, from there to the end of the word or the line; undefined without such a file. */
export function locate(context: Context, location: Location): ProtocolLocation | undefined {
  // A compiled file is not read for this: it may have hundreds of megabytes.
  const inForce = context.session.textInForce(location.path);
  if (inForce?.index && !context.openFiles.get(location.path))
    return { uri: uriOf(location.path), range: rangeAt(location) };
  // A workbook is no text: it opens as a whole.
  if (inForce?.places && inForce.raw === undefined)
    return { uri: uriOf(location.path), range: rangeAt({ ...location, line: 0, character: 0 }) };
  const document = factsDocument(context, location.path);
  if (!document) return undefined;
  const text = document.getText();
  const start = offsetOfUtf16(document, location);
  const range = toRange(document, { start, end: endOfToken(text, start) });
  return { uri: document.uri, range };
}

/** A string's closing quote, or else one character: nobody wants a screen selected. */
function endOfToken(text: string, start: number): number {
  if (text[start] !== '"') return Math.min(start + 1, text.length);
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return start + 1;
}
