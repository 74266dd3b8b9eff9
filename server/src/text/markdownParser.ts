import {
  Autolink,
  type InlineContext,
  type MarkdownConfig,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

/** `]` of one paragraph after which no more links are looked for: each costs the parser a look at all before. */
const MAX_LINKS = 1000;
/** Likewise for `*`, `_` and `~`. */
const MAX_MARKS = 4000;

/** Keeps a paragraph that is nothing but brackets or stars from taking quadratic time; what is too much is taken for text. */
function capped(): MarkdownConfig {
  const counts = new WeakMap<InlineContext, { links: number; marks: number }>();
  return {
    parseInline: [
      {
        name: 'Capped',
        before: 'Escape',
        parse(context, next, at) {
          const isLink = next === 93;
          if (!isLink && next !== 42 && next !== 95 && next !== 126) return -1;
          const count = counts.get(context) ?? { links: 0, marks: 0 };
          counts.set(context, count);
          if (isLink) count.links += 1;
          else count.marks += 1;
          return count.links > MAX_LINKS || count.marks > MAX_MARKS ? at + 1 : -1;
        },
      },
    ],
  };
}

/** CommonMark with GitHub's tables, task lists, strike-through and bare addresses. */
export const markdownParser = parser.configure([Table, TaskList, Strikethrough, Autolink, capped()]);
