import type { Span } from '../text/span.ts';

/** A member of an object or an element of an array: `key` is the quoted key, undefined for an element. */
export interface IndexedEntry extends Span {
  readonly key?: Span;
}

/** A member of the root, with what it holds by key or by index. */
export interface IndexedMember extends IndexedEntry {
  readonly entries: ReadonlyMap<string | number, IndexedEntry>;
}

/** Where things stand in a JSON text: the root's members and theirs; anything deeper is found by parsing the entry. */
export interface JsonIndex {
  readonly members: ReadonlyMap<string, IndexedMember>;
  /** Keys that an object gives twice, at any depth. */
  readonly duplicates: readonly { readonly key: string; readonly span: Span }[];
  /** What JSON does not know: comments and trailing commas. */
  readonly extras: readonly Span[];
  /** Nested deeper than any facts file has reason to be; the scan stopped there. */
  readonly tooDeep?: Span;
}

const MAX_DEPTH = 100;

/** What is known of an open object or list; one per depth, used again and again. */
interface Frame {
  isObject: boolean;
  readonly keys: Set<string>;
  key: Span | undefined;
  expectsKey: boolean;
  index: number;
  start: number;
}

/** The state of one pass. */
interface Scan {
  readonly text: string;
  readonly members: Map<string, IndexedMember>;
  readonly duplicates: { readonly key: string; readonly span: Span }[];
  readonly extras: Span[];
  readonly frames: Frame[];
  depth: number;
  entries: Map<string | number, IndexedEntry>;
  /** The comma just passed; it is a trailing one if a bracket closes next. */
  comma: number;
  isAfterValue: boolean;
}

/**
 * One pass over a text, in linear time and without recursion, whatever the text. JSON.parse does the reading (it is
 * ten times as fast as any parser that keeps places); this pass supplies what it loses: places, duplicate keys, comments.
 */
export function indexJson(text: string): JsonIndex {
  const scan: Scan = {
    text,
    members: new Map(),
    duplicates: [],
    extras: [],
    frames: [],
    depth: 0,
    entries: new Map(),
    comma: -1,
    isAfterValue: false,
  };
  const { members, duplicates, extras } = scan;
  for (let position = 0; position < text.length; ) {
    const code = text.charCodeAt(position);
    const isOpening = code === 0x7b || code === 0x5b;
    if (isOpening && scan.depth === MAX_DEPTH)
      return { members, duplicates, extras, tooDeep: { start: position, end: position + 1 } };
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) position++;
    else if (code === 0x2f) position = passComment(scan, position);
    else if (code === 0x2c) position = passComma(scan, position);
    else {
      if (isOpening) openFrame(scan, code === 0x7b, position++);
      else position = passToken(scan, code, position);
      scan.comma = -1;
      scan.isAfterValue = !isOpening && code !== 0x3a;
    }
  }
  return { members, duplicates, extras };
}

function passComment({ text, extras }: Scan, start: number): number {
  const end = endOfComment(text, start);
  extras.push({ start, end });
  return end;
}

function passComma(scan: Scan, start: number): number {
  const frame = scan.frames[scan.depth - 1];
  if (scan.depth > 0 && frame) {
    frame.expectsKey = frame.isObject;
    frame.index++;
  }
  // A comma with nothing before it is a mistake, not a trailing one.
  scan.comma = scan.isAfterValue ? start : -1;
  scan.isAfterValue = false;
  return start + 1;
}

/** A string, a number or word, a colon, or a closing bracket; the offset behind it. */
function passToken(scan: Scan, code: number, start: number): number {
  const { text, depth } = scan;
  const frame = depth > 0 ? scan.frames[depth - 1] : undefined;
  if (code === 0x22) {
    const end = endOfString(text, start);
    if (frame?.isObject && frame.expectsKey) noteKey(text, frame, { start, end }, scan.duplicates);
    else endValue(scan, start, end);
    return end;
  }
  if (code === 0x7d || code === 0x5d) {
    if (scan.comma >= 0) scan.extras.push({ start: scan.comma, end: scan.comma + 1 });
    if (frame) scan.depth--;
    if (frame) endValue(scan, frame.start, start + 1);
    return start + 1;
  }
  if (code === 0x3a && frame) frame.expectsKey = false;
  if (code === 0x3a || code === 0xfeff) return start + 1;
  const end = endOfLiteral(text, start + 1);
  endValue(scan, start, end);
  return end;
}

/** Notes a value of the root or of one of its members. */
function endValue(scan: Scan, start: number, end: number): void {
  const { depth } = scan;
  if (depth === 0 || depth > 2) return;
  const { key, index } = scan.frames[depth - 1] as Frame;
  const name = key ? keyOf(scan.text, key) : index;
  const entry = key ? { key, start, end } : { start, end };
  if (depth === 2) scan.entries.set(name, entry);
  else if (typeof name === 'string') {
    scan.members.set(name, { ...entry, entries: scan.entries });
    scan.entries = new Map();
  }
}

function openFrame(scan: Scan, isObject: boolean, start: number): void {
  const frame = scan.frames[scan.depth++];
  if (scan.depth === 2) scan.entries = new Map();
  if (!frame) {
    scan.frames.push({ isObject, keys: new Set(), key: undefined, expectsKey: isObject, index: 0, start });
    return;
  }
  frame.isObject = isObject;
  if (frame.keys.size > 0) frame.keys.clear();
  frame.key = undefined;
  frame.expectsKey = isObject;
  frame.index = 0;
  frame.start = start;
}

function noteKey(text: string, frame: Frame, span: Span, duplicates: { key: string; span: Span }[]): void {
  const key = keyOf(text, span);
  if (frame.keys.has(key)) duplicates.push({ key, span });
  frame.keys.add(key);
  frame.key = span;
  frame.expectsKey = false;
}

function keyOf(text: string, { start, end }: Span): string {
  const key = text.slice(start + 1, end - 1);
  if (!key.includes('\\')) return key;
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    // A broken escape: the parser reports it; here the words as they stand will do.
    return key;
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const next = text[start + 1];
  if (next === '*') {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  if (next !== '/') return start + 1;
  let end = start + 2;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function endOfLiteral(text: string, start: number): number {
  let end = start;
  while (end < text.length && !' \t\r\n,:{}[]"/'.includes(text[end] as string)) end++;
  return end;
}
