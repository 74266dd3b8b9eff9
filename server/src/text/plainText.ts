import { offsetMap } from './offsetMap.ts';
import { plainBlocks } from './plainBlocks.ts';
import type { Block, Prose } from './prose.ts';
import { INVISIBLE } from './proseWriter.ts';
import type { Span } from './span.ts';

/** What a reader of a language hands back. */
export interface ProseAndComments {
  readonly prose: Prose;
  /** Comments of the language that may be directives, marks included; in the source, in reading order. */
  readonly comments: readonly Span[];
}

const DIRECTIVE_COMMENT = /<!--\s*factlint-/g;
const INVISIBLES = new RegExp(`${INVISIBLE.source}+`, 'g');

/**
 * Plain text from `from` on (where front matter ends). It is its own prose; only where it holds invisible
 * characters or directives is it copied without them.
 */
export function readPlainText(text: string, from: number): ProseAndComments {
  const comments = directiveComments(text, from);
  const gaps = [...comments, ...invisibleRuns(text, from)].sort((a, b) => a.start - b.start);
  const prose = gaps.length === 0 ? shifted(text, from) : without(text, from, gaps);
  return { prose, comments };
}

function shifted(text: string, from: number): Prose {
  const words = from === 0 ? text : text.slice(from);
  const length = words.length;
  const clamp = (offset: number) => Math.min(Math.max(0, offset), length);
  return {
    text: words,
    blocks: plainBlocks(words),
    toSource: ({ start, end }) => ({ start: clamp(start) + from, end: clamp(end) + from }),
    fromSource: (offset) => clamp(offset - from),
  };
}

function without(text: string, from: number, gaps: readonly Span[]): Prose {
  const map = offsetMap();
  const pieces: string[] = [];
  let at = from;
  for (const { start, end } of [...gaps, { start: text.length, end: text.length }]) {
    if (start > at) {
      pieces.push(text.slice(at, start));
      map.add(start - at, at, start);
    }
    at = Math.max(at, end);
  }
  const words = pieces.join('');
  const blocks: readonly Block[] = plainBlocks(words);
  return { text: words, blocks, toSource: map.toSource, fromSource: map.fromSource };
}

function directiveComments(text: string, from: number): readonly Span[] {
  if (!text.includes('factlint-')) return [];
  const comments: Span[] = [];
  DIRECTIVE_COMMENT.lastIndex = from;
  for (let match = DIRECTIVE_COMMENT.exec(text); match; match = DIRECTIVE_COMMENT.exec(text)) {
    const close = text.indexOf('-->', match.index);
    if (close < 0) break;
    comments.push({ start: match.index, end: close + 3 });
    DIRECTIVE_COMMENT.lastIndex = close + 3;
  }
  return comments;
}

function invisibleRuns(text: string, from: number): readonly Span[] {
  if (!INVISIBLE.test(text)) return [];
  const runs: Span[] = [];
  INVISIBLES.lastIndex = from;
  for (let match = INVISIBLES.exec(text); match; match = INVISIBLES.exec(text)) {
    runs.push({ start: match.index, end: match.index + match[0].length });
  }
  return runs;
}
