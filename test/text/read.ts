import type { Draft } from '../../server/src/text/draft.ts';
import { readDraft } from '../../server/src/text/readDraft.ts';
import { textOf } from '../../server/src/text/span.ts';

export const OPTION = { year: 2001, month: 2, day: 3 };

export function read(text: string, language = 'markdown'): Draft {
  return readDraft({ path: 'draft', text, language }, { asOf: OPTION });
}

/** Each block as «kind: words», quoted ones with a «>» before. */
export function blocksOf(draft: Draft): readonly string[] {
  return draft.prose.blocks.map(
    ({ kind, level, quoted, span }) =>
      `${quoted ? '> ' : ''}${kind}${level ?? ''}: ${textOf(draft.prose.text, span).replaceAll('\n', '⏎')}`,
  );
}

/** The source behind some words of the prose. */
export function sourceOf(draft: Draft, words: string): string {
  const start = draft.prose.text.indexOf(words);
  return start < 0
    ? '(not there)'
    : textOf(draft.text, draft.prose.toSource({ start, end: start + words.length }));
}
