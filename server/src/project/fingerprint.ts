import type { Span } from '../text/span.ts';

/** What of a finding its fingerprint is made of. */
export interface Fingerprinted {
  readonly code: string;
  readonly span: Span;
}

/**
 * A fingerprint for each finding of one text, made of its code, its words and the sentence around it: it survives moved
 * lines and changed line breaks. The second of two alike gets `:2`, so that a baseline never hides a new one.
 */
export function fingerprintsOf(findings: readonly Fingerprinted[], text: string): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, span }) => {
    const words = text.slice(span.start, span.end);
    const print = hashOf(`${code}\n${squeezed(words)}\n${squeezed(surroundingsOf(text, span))}`);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return count === 1 ? print : `${print}:${count}`;
  });
}

/** How far a sentence may reach on either side; more would make a 10 MB line slow. */
const REACH = 400;

/** From the end of the sentence before to the end of this one; told by simple signs, as it need only be the same each time. */
function surroundingsOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const breaks = [...before.matchAll(SENTENCE_END)].at(-1);
  const from = breaks ? breaks.index + breaks[0].length : 0;
  const next = after.search(SENTENCE_END);
  return before.slice(from) + text.slice(start, end) + (next < 0 ? after : after.slice(0, next + 1));
}

/** A full stop and a space, or an empty line. */
const SENTENCE_END = /[.!?]["”’)]?\s|\n\s*\n|\r\n\r\n/g;

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** FNV-1a in two 32-bit halves with different starts: 16 hexadecimal digits, the same in Node and in a browser. */
export function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + i), 0x01000193);
  }
  return hex(high) + hex(low);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
