import type { KindKnowledge, NameValue } from './kind.ts';

/** Names of people and places, where a fact holds one. The gazetteer finds them in drafts; no scan of values does. */
export const name: KindKnowledge<NameValue> = {
  name: 'name',

  agrees(stated, known) {
    return isPartOf(wordsOf(stated.value.name), wordsOf(known.name));
  },

  rewrite(known, model) {
    // A surname alone is answered by a surname alone.
    const isSingle = wordsOf(model).length === 1;
    const last = known.name.split(/\s+/).at(-1) ?? known.name;
    return isSingle && last !== known.name ? [last, known.name] : [known.name];
  },
};

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Whether all stated words are among the known ones in their order; an initial stands for a name. «New York» agrees with «New York City». */
function isPartOf(stated: readonly string[], known: readonly string[]): boolean {
  let at = 0;
  for (const word of stated) {
    while (at < known.length && !matches(word, known[at]!)) at++;
    if (at === known.length) return false;
    at++;
  }
  return stated.length > 0;
}

function matches(stated: string, known: string): boolean {
  return stated === known || (stated.length === 1 && known.startsWith(stated));
}
