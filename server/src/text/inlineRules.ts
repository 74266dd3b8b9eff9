import type { ProseWriter } from './proseWriter.ts';

/** What becomes of a piece of inline markup. */
export interface InlineRule {
  /** A regular expression's source without capturing groups, of bounded length or linear. */
  readonly pattern: string;
  /** What stands in its place; nothing where left out. */
  readonly becomes?: string;
  /** The beginning of a link's words, which a `closes` rule ends; a closing mark without one is text. */
  readonly opens?: true;
  readonly closes?: true;
}

/** Takes the pieces of one file over, in order, without their inline markup. */
export type InlineReader = (start: number, end: number) => void;

/** A reader by the given rules; where several fit, the first one holds. */
export function inlineReader(
  source: string,
  writer: ProseWriter,
  rules: readonly InlineRule[],
): InlineReader {
  const pattern = new RegExp(rules.map((rule) => `(${rule.pattern})`).join('|'), 'g');
  let open = 0;
  return (start, end) => {
    let at = start;
    for (const match of source.slice(start, end).matchAll(pattern)) {
      const rule = rules[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
      if (!rule || (rule.closes && open === 0)) continue;
      open += (rule.opens ? 1 : 0) - (rule.closes ? 1 : 0);
      const from = start + match.index;
      writer.keep(at, from);
      at = from + match[0].length;
      writer.put(rule.becomes ?? '', from, at);
    }
    writer.keep(at, end);
  };
}

/** Calls `visit` with each line's start and end (its line break left out). */
export function forEachLine(text: string, from: number, visit: (start: number, end: number) => void): void {
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    visit(at, end);
    at = end + 1;
  }
}
