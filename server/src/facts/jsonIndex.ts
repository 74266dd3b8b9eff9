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

/**
 * One pass over a text, in linear time and without recursion, whatever the text. JSON.parse does the reading (it is
 * ten times as fast as any parser that keeps places); this pass supplies what it loses: places, duplicate keys, comments.
 */
export function indexJson(text: string): JsonIndex {
  const members = new Map<string, IndexedMember>();
  const duplicates: { key: string; span: Span }[] = [];
  const extras: Span[] = [];
  const frames: Frame[] = [];
  let depth = 0;
  let entries = new Map<string | number, IndexedEntry>();
  let comma = -1;
  let isAfterValue = false;
  let position = 0;

  const endValue = (start: number, end: number): void => {
    const frame = frames[depth - 1];
    if (!frame || depth > 2) return;
    const { key } = frame;
    const name = key ? keyOf(text, key) : frame.index;
    const entry = key ? { key, start, end } : { start, end };
    if (depth === 2) entries.set(name, entry);
    else if (typeof name === 'string') {
      members.set(name, { ...entry, entries });
      entries = new Map();
    }
  };

  while (position < text.length) {
    const code = text.charCodeAt(position);
    const start = position++;
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    const frame = depth > 0 ? frames[depth - 1] : undefined;
    if (code === 0x22) {
      position = endOfString(text, start);
      if (frame?.isObject && frame.expectsKey) noteKey(text, frame, { start, end: position }, duplicates);
      else endValue(start, position);
    } else if (code === 0x7b || code === 0x5b) {
      if (depth === MAX_DEPTH) return { members, duplicates, extras, tooDeep: { start, end: position } };
      openFrame(frames, depth++, code === 0x7b, start);
      if (depth === 2) entries = new Map();
    } else if (code === 0x7d || code === 0x5d) {
      if (comma >= 0) extras.push({ start: comma, end: comma + 1 });
      if (depth > 0) depth--;
      if (frame) endValue(frame.start, position);
    } else if (code === 0x2c) {
      if (frame) nextItem(frame);
      // A comma with nothing before it is a mistake, not a trailing one.
      comma = isAfterValue ? start : -1;
      isAfterValue = false;
      continue;
    } else if (code === 0x3a) {
      if (frame) frame.expectsKey = false;
    } else if (code === 0x2f) {
      position = endOfComment(text, start);
      extras.push({ start, end: position });
      continue;
    } else if (code !== 0xfeff) {
      position = endOfLiteral(text, position);
      endValue(start, position);
    }
    comma = -1;
    isAfterValue = code !== 0x7b && code !== 0x5b && code !== 0x3a;
  }
  return { members, duplicates, extras };
}

function openFrame(frames: Frame[], depth: number, isObject: boolean, start: number): void {
  const frame = frames[depth];
  if (!frame) {
    frames.push({ isObject, keys: new Set(), key: undefined, expectsKey: isObject, index: 0, start });
    return;
  }
  frame.isObject = isObject;
  if (frame.keys.size > 0) frame.keys.clear();
  frame.key = undefined;
  frame.expectsKey = isObject;
  frame.index = 0;
  frame.start = start;
}

function nextItem(frame: Frame): void {
  frame.expectsKey = frame.isObject;
  frame.index++;
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
