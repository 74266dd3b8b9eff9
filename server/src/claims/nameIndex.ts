import type { Fact, FactBase, FactValue } from '../facts/facts.ts';

/** A name without accents, dots, hyphens and capitals: what two spellings of one name have in common. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/[‐‑-]/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Facts by every full name they give. */
type FactsByName = ReadonlyMap<string, readonly Fact[]>;

/** Facts by every full name they give; made when first asked for, unless they are `known`. */
export function indexNames(facts: FactBase, known?: FactsByName): () => FactsByName {
  let made = known;
  return () => (made ??= factsByName(facts));
}

/** Facts by every full name they give. */
export function factsByName({ facts, seats }: FactBase): FactsByName {
  const made = new Map<string, Fact[]>();
  for (const fact of new Set([...facts.values(), ...seats.values()])) {
    if (fact.kind !== 'name') continue;
    for (const name of new Set(
      fact.values.flatMap(({ text, alsoTexts }) => [text, ...alsoTexts].map(foldName)),
    )) {
      const same = made.get(name);
      if (same) same.push(fact);
      else made.set(name, [fact]);
    }
  }
  return made;
}

/** Whether a written name is that of a fact's value: the same words, or the family name alone. */
export function isNamed({ text, alsoTexts }: FactValue, name: string): boolean {
  const folded = foldName(name);
  return [text, ...alsoTexts].map(foldName).some((known) => {
    if (known === folded || known.endsWith(` ${folded}`)) return true;
    // «Euisun Chung» is «Chung Euisun»: East Asian names stand in either order.
    const [first, ...rest] = known.split(' ');
    const last = rest.at(-1);
    return (
      last !== undefined &&
      (`${rest.join(' ')} ${first}` === folded ||
        `${last} ${[first, ...rest.slice(0, -1)].join(' ')}` === folded)
    );
  });
}
