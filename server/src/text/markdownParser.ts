import type { Tree } from '@lezer/common';
import {
  type InlineContext,
  type MarkdownConfig,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

/** `]` of one paragraph after which no more links are looked for, times its length: each may cost a look at all of it. */
const LINK_BUDGET = 10_000_000;
const MAX_LINKS = 1000;
/** `*`, `_` and `~` likewise. */
const MAX_MARKS = 4000;
const MARKS = new Set(['*', '_', '~'].map((mark) => mark.charCodeAt(0)));
const CLOSE = ']'.charCodeAt(0);
/** Where inline markup or a bare address may begin; each alternative is known by its last character. */
const SPECIAL = /[\\&`<*_~[\]!]|:\/\/|www\./g;
const SPECIAL_CODES = new Set(Array.from('\\&`<*_~[]!', (mark) => mark.charCodeAt(0)));

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]+/iy;
const BEHIND_ADDRESS = new Set('?!.,:;*_~\'")');

/**
 * Passes over words at once, where lezer would ask each of its parsers about each letter: six times as fast. Bare
 * addresses become `URL` nodes, as by GitHub's rules.
 */
const words: MarkdownConfig = {
  parseInline: [
    {
      name: 'Words',
      before: 'Escape',
      parse(context, next, at) {
        if (SPECIAL_CODES.has(next)) return -1;
        const { text, offset } = context;
        const start = at - offset;
        const address = addressEnd(text, start);
        if (address > start) return context.addElement(context.elt('URL', at, address + offset));
        SPECIAL.lastIndex = start + 1;
        while (SPECIAL.test(text)) {
          const end = SPECIAL.lastIndex;
          const last = text[end - 1];
          const found = last === '/' ? schemeStart(text, end - 3) : end - (last === '.' ? 4 : 1);
          if (found > start) return found + offset;
        }
        return context.end;
      },
    },
  ],
};

function schemeStart(text: string, colon: number): number {
  const length = text.startsWith('https', colon - 5) ? 5 : 4;
  return text.startsWith('http', colon - length) ? colon - length : -1;
}

/** The end of an address that starts at `start`, without the punctuation behind it; -1 if none starts there. */
function addressEnd(text: string, start: number): number {
  const first = text[start];
  if (first !== 'h' && first !== 'w') return -1;
  ADDRESS.lastIndex = start;
  const address = ADDRESS.exec(text)?.[0];
  if (address === undefined || (start > 0 && /\w/.test(text[start - 1]!))) return -1;
  let end = address.length;
  const hasBracket = address.includes('(');
  while (end > 0 && BEHIND_ADDRESS.has(address[end - 1]!) && !(hasBracket && address[end - 1] === ')'))
    end -= 1;
  return start + end;
}

/** Keeps a paragraph that is nothing but brackets or stars from taking quadratic time; what is too much is taken for text. */
function capped(): MarkdownConfig {
  const counts = new WeakMap<InlineContext, { links: number; marks: number }>();
  return {
    parseInline: [
      {
        name: 'Capped',
        before: 'Escape',
        parse(context, next, at) {
          const isLink = next === CLOSE;
          if (!isLink && !MARKS.has(next)) return -1;
          const count = counts.get(context) ?? { links: 0, marks: 0 };
          counts.set(context, count);
          if (isLink) count.links += 1;
          else count.marks += 1;
          const isTooMuch = count.links > MAX_LINKS || count.links * context.text.length > LINK_BUDGET;
          return isTooMuch || count.marks > MAX_MARKS ? at + 1 : -1;
        },
      },
    ],
  };
}

/** Quotations and lists deeper than anyone writes them: each level costs the parser a look at all above. */
const MAX_DEPTH = 100;

/** Takes what is nested too deep for a paragraph. */
const shallow: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Shallow',
      before: 'LinkReference',
      parse(context, line) {
        if (context.depth <= MAX_DEPTH) return false;
        const start = context.lineStart + line.pos;
        const inline = context.parser.parseInline(line.text.slice(line.pos), start);
        context.addElement(context.elt('Paragraph', start, context.lineStart + line.text.length, inline));
        context.nextLine();
        return true;
      },
    },
  ],
};

const plainParser = parser.configure([TaskList, Strikethrough, capped(), words, shallow]);
const tableParser = plainParser.configure(Table);

/** The tree of a text: CommonMark with GitHub's tables, task lists, strike-through and bare addresses. */
export function parseMarkdown(text: string): Tree {
  // Looking for tables costs a look at every line; without a bar there is none.
  return (text.includes('|') ? tableParser : plainParser).parse(text);
}
