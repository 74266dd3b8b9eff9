import { type DraftView, entitiesOf, isPossessive, type SentenceView, sentenceAt } from './view.ts';

/** Kept a sentence: every value and every fact of it asks the same. A row of a table shares the span of its cell. */
const known = new WeakMap<SentenceView['span'], readonly string[]>();

/** The subject carried over: of the sentence before, of the paragraph before, of the heading above, of the whole draft. */
export function carriedInto(draft: DraftView, view: SentenceView): readonly string[] {
  let carried = known.get(view.span);
  if (carried === undefined) {
    carried = findCarried(draft, view);
    known.set(view.span, carried);
  }
  return carried;
}

/** Blocks before its own in which a sentence finds whom it is about. */
const BLOCKS = 3;

function findCarried(draft: DraftView, { span, block, blockIndex }: SentenceView): readonly string[] {
  const carried = new Set<string>();
  const sentences = draft.sentencesOfBlock(blockIndex);
  addLast(carried, sentences, sentenceAt(sentences, span.start) - 1);
  for (let at = blockIndex - 1; at >= Math.max(0, blockIndex - BLOCKS) && carried.size === 0; at -= 1) {
    const before = draft.sentencesOfBlock(at);
    addLast(carried, before, before.length - 1);
  }
  const { heading } = block;
  if (heading !== undefined)
    for (const sentence of draft.sentencesOfBlock(heading)) addSubjects(carried, sentence);
  const main = carried.size === 0 ? draft.main() : undefined;
  return main === undefined ? [...carried].slice(0, 4) : [main];
}

/** Adds the subjects of the last sentence, from one backwards, that names anybody. */
function addLast(into: Set<string>, sentences: readonly SentenceView[], from: number): void {
  const at = from < 0 ? -1 : lastNamed(sentences)[from]!;
  if (at >= 0) addSubjects(into, sentences[at]!);
}

const lasts = new WeakMap<readonly SentenceView[], Int32Array>();

/** For each sentence of a block the last one up to it that names anybody, or -1: a long paragraph is not walked back for each. */
function lastNamed(sentences: readonly SentenceView[]): Int32Array {
  let last = lasts.get(sentences);
  if (last === undefined) {
    last = new Int32Array(sentences.length);
    for (let at = 0, found = -1; at < sentences.length; at += 1) {
      if (sentences[at]!.named.length > 0) found = at;
      last[at] = found;
    }
    lasts.set(sentences, last);
  }
  return last;
}

/** A sentence's entities, the one in subject position (first, outside a possessive) first. */
function addSubjects(into: Set<string>, { items, named }: SentenceView): void {
  for (const at of named) if (!isPossessive(items[at])) into.add(entitiesOf(items[at])[0]!);
  for (const at of named) into.add(entitiesOf(items[at])[0]!);
}
