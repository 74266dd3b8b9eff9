import { filled, type ImportedEntry, toId } from './imported.ts';
import type { Known } from './known.ts';
import type { ReadRow } from './tableRows.ts';

/** The sources that rows name, each once. */
export interface Sources {
  /** The id of a row's source. */
  of(row: ReadRow): string;
  /** Those that are new and that some row named. */
  used(): Iterable<ImportedEntry>;
}

/** A source by its id, its title, or its address alone; a row without any has the spreadsheet itself for its source. */
export function createSources(known: Known, title: string): Sources {
  const sources = new Map<string, ImportedEntry>();
  const add = (id: string, line: number, members: Readonly<Record<string, string>>) => {
    if (!known.hasSource(id) && !sources.has(id))
      sources.set(id, { kind: 'source', id, entry: filled(members), line });
    return id;
  };
  return {
    of({ text, line }) {
      const name = text('source');
      if (name !== '' && known.hasSource(name)) return name;
      const isUrl = /^https?:\/\//.test(name);
      const url = isUrl ? name : text('url');
      const isBare = name === '' || isUrl;
      if (isBare && url === '') return add(toId(title), line, { title });
      const publisher = text('publisher');
      const published = text('published');
      const address = url.replace(/^https?:\/\/(?:www\.)?/, '');
      const words = isBare ? publisher || (address.split(/[/:]/)[0] ?? address) : name;
      const id = toId(`${publisher} ${isBare ? address : name} ${published}`.trim());
      return add(id, line, { title: words, publisher, published, url });
    },
    used: () => sources.values(),
  };
}
