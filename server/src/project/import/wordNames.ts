import { isOrdinaryWord } from '../../mentions/vocabulary.ts';
import { filled, type Imported, toId } from './imported.ts';
import { correctFormsOf, type Known } from './known.ts';
import type { Word, Words } from './wordLists.ts';

interface Name {
  readonly id: string;
  readonly line: number;
  readonly known?: ReadonlySet<string>;
  readonly misnomers: Set<string>;
}

/** Turns words with a capital in them into names; their wrong forms are misnomers. `title` is the list's own name. */
export function* importWords(words: Words, known: Known, title: string): Generator<Imported> {
  const names = new Map<string, Name>();
  for (const it of words) {
    if (it.kind !== 'word') yield it;
    else if (/\p{Lu}/u.test(it.right)) add(names, it, known);
    else yield { kind: 'skipped', reason: 'words without a capital, which are no names' };
  }
  const source = toId(title);
  let isUsed = false;
  for (const [name, { id, line, known: there, misnomers }] of names) {
    const entry = filled({ misnomers: [...misnomers] });
    if (there && misnomers.size === 0) yield { kind: 'skipped', reason: 'names known already' };
    else if (there) yield { kind: 'extend', id, entry, line };
    else {
      isUsed = true;
      const ambiguous = isOrdinaryWord(name) ? [name] : [];
      yield {
        kind: 'entity',
        id,
        entry: { type: 'other', name, ...filled({ ambiguous }), ...entry, source },
        line,
      };
    }
  }
  if (isUsed && !known.hasSource(source)) yield { kind: 'source', id: source, entry: { title } };
}

function add(names: Map<string, Name>, { right, wrong, line }: Word, known: Known): void {
  const there = known.entityOf(right);
  const before = names.get(right);
  const name = before ?? {
    id: there?.id ?? toId(right),
    line,
    misnomers: new Set<string>(),
    ...(there && { known: new Set([...correctFormsOf(there), ...there.misnomers.map(({ text }) => text)]) }),
  };
  names.set(right, name);
  if (wrong !== undefined && wrong !== right && !name.known?.has(wrong)) name.misnomers.add(wrong);
}
