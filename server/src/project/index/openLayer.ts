import type { WrittenForm } from '../../facts/compiledNames.ts';
import type { Entity } from '../../facts/facts.ts';
import type { Place } from '../../facts/jsonDocument.ts';
import type { CompiledEntities, FactsLayer } from '../../facts/layer.ts';
import type { FileParts } from '../fileSystem.ts';
import { unpackEntity, unpackLayer } from '../packedLayer.ts';
import { type About, unpackForm } from './compile.ts';
import { hashId, valuesAt } from './hashTable.ts';
import { openPages, type Pages } from './pages.ts';
import { remember } from './remember.ts';
import { type Layout, openSections, type Sections } from './sections.ts';

/** An index that was found right: its header, and what is read at once. Plain data, so that threads share it. */
export interface OpenIndex {
  /** Of the index file. */
  readonly path: string;
  readonly layout: Layout;
  readonly about: About;
  readonly memory: SharedArrayBuffer;
}

/** The layer that was compiled; `path` is what its places are said to be in. */
export function openLayer(index: OpenIndex, parts: FileParts, path: string): FactsLayer {
  const { layout, about, memory } = index;
  const sections = openSections(memory, layout);
  const pages = openPages(parts, layout.cold, sections.sums, index.path);
  const core = unpackLayer(pages.text(...about.core), path);
  const compiled = openEntities(sections, pages, about, path);
  return {
    ...core,
    ...(compiled.size > 0 && { compiled }),
    positionOf: (place) => ({ ...positionOf(core, compiled, place), length: 0 }),
  };
}

function positionOf(core: FactsLayer, compiled: CompiledEntities, [section, id]: Place) {
  const key = String(id);
  const inSection = section === 'sources' ? core.sources.get(key) : undefined;
  const entity = section === 'entities' ? (core.entities.get(key) ?? compiled.get(key)) : undefined;
  const fact = section === 'facts' ? [...core.facts.values()][Number(id)]?.fact : undefined;
  const { line, character } = (inSection ?? entity ?? fact)?.location ?? { line: 0, character: 0 };
  return { line, character };
}

function openEntities(sections: Sections, pages: Pages, about: About, path: string): CompiledEntities {
  const entityAt = sections.ints('entityAt');
  const ids = sections.ints('ids');
  const words = sections.ints('words');
  const formAt = sections.ints('formAt');
  const slots = sections.ints('slots');
  const size = entityAt.length - 1;
  const entityOf = (index: number) => unpackEntity(pages.text(entityAt[index]!, entityAt[index + 1]!), path);
  function read(id: string): Entity | undefined {
    for (const value of valuesAt(ids, hashId(id))) {
      const entity = entityOf(value - 1);
      if (entity.id === id) return entity;
    }
    return undefined;
  }
  function readForms(head: number): readonly WrittenForm[] {
    const forms: WrittenForm[] = [];
    for (let place = head - 1; place < formAt.length - 1; place++) {
      const { form, isLast } = unpackForm(pages.text(formAt[place]!, formAt[place + 1]!));
      forms.push(form);
      if (isLast) break;
    }
    return forms;
  }
  return {
    size,
    get: remember(read),
    *all() {
      for (let index = 0; index < size; index++) yield entityOf(index);
    },
    openSources: new Map(about.openSources.map(([source, id]) => [source, ['entities', id, 'source']])),
    trie: {
      slots,
      mask: slots.length / 4 - 1,
      first: sections.bytes('first'),
      lowerFirst: sections.bytes('lowerFirst'),
    },
    formsAt: remember((head: number) => (head === 0 ? [] : readForms(head))),
    hasWord(hash) {
      for (const value of valuesAt(words, hash)) if (value === (hash || 1)) return true;
      return false;
    },
  };
}
