import { isMembers } from '../../facts/reading.ts';
import { filled, type ImportedEntry, toId } from './imported.ts';
import type { Known } from './known.ts';
import { type Item, labelOf, type Statement, valuesOf } from './wikidataItems.ts';
import { dateOf, itemIdOf, wordsOf } from './wikidataValues.ts';

/** The sources of statements, each once. */
export interface WikidataSources {
  /** The ids of a statement's references; of one without any, Wikidata's own page. */
  of(item: Item, statement: Statement | undefined): readonly string[];
  used(): Iterable<ImportedEntry>;
}

/** References by their address (P854), title (P1476), publisher (P123), work (P248) and dates (P577, P813). */
export function createWikidataSources(
  known: Known,
  labelById: (id: string) => string | undefined,
): WikidataSources {
  const sources = new Map<string, ImportedEntry>();
  const add = (id: string, members: Readonly<Record<string, string | undefined>>) => {
    if (!known.hasSource(id) && !sources.has(id))
      sources.set(id, { kind: 'source', id, entry: filled(members) });
    return id;
  };

  function ofReference(reference: unknown): string | undefined {
    const snaks = isMembers(reference) ? reference.snaks : undefined;
    const first = (property: string) => valuesOf(snaks, property)[0];
    const item = (property: string) => {
      const id = itemIdOf(first(property));
      return id === undefined ? undefined : labelById(id);
    };
    const url = wordsOf(first('P854'))?.text;
    const work = item('P248');
    const host = url === undefined ? undefined : /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url)?.[1];
    const title = wordsOf(first('P1476'))?.text ?? work ?? host;
    if (title === undefined) return undefined;
    const publisher =
      item('P123') ?? (work === title ? undefined : work) ?? (host === title ? undefined : host);
    const published = dateOf(first('P577'));
    return add(
      toId(
        `${publisher ?? ''} ${url?.replace(/^https?:\/\/(?:www\.)?/, '') ?? title} ${published ?? ''}`.trim(),
      ),
      {
        title,
        publisher,
        published,
        url,
      },
    );
  }

  return {
    of(item, statement) {
      const cited = (statement?.references ?? []).flatMap((it) => ofReference(it) ?? []);
      if (cited.length > 0) return [...new Set(cited)];
      const title = `${labelOf(item) ?? item.id} (${item.id})`;
      const url = `https://www.wikidata.org/wiki/${item.id}`;
      return [
        add(toId(`wikidata ${item.id}`), { title, publisher: 'Wikidata', published: item.modified, url }),
      ];
    },
    used: () => sources.values(),
  };
}

/** One id, or a list of several: how facts files write sources. */
export function oneOrMore(ids: readonly string[]): string | readonly string[] {
  return ids.length === 1 ? ids[0]! : ids;
}
