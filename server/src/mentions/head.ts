import type { Draft } from '../text/draft.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { scanEntities } from './entities.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { EntityMention } from './mention.ts';

/** The front matter of a draft: no prose, but its title often tells whose letter it is. Spans count in `text`. */
export interface Head {
  readonly text: string;
  readonly entities: readonly EntityMention[];
}

/** A draft without front matter. */
export const NO_HEAD: Head = { text: '', entities: [] };

/** Reads whom the front matter names. */
export function readHead(draft: Draft, gazetteer: Gazetteer): Head {
  const text = draft.text.slice(0, readFrontMatter(draft.text)?.end ?? 0);
  if (text === '') return NO_HEAD;
  const same = { text, blocks: [], toSource: <T>(span: T) => span, fromSource: (offset: number) => offset };
  return { text, entities: scanEntities({ ...draft, prose: same }, gazetteer) };
}
