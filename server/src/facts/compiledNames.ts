import type { EpochDay } from '../text/calendarDate.ts';

/** What stands behind a written form: an entity's name, a value that a fact holds, or a word never to be taken for a name. */
export type FormKind =
  | 'correct'
  | 'ambiguous'
  | 'misnomer'
  | 'slip'
  | 'former-name'
  | 'value'
  | 'family'
  | 'ignored';

/** One way to write a name, without its legal form. */
export interface WrittenForm {
  /** As `plain` writes it. */
  readonly text: string;
  readonly kind: FormKind;
  /** Entity id; for a value its full name. */
  readonly entity: string;
  /** The full name of a person that a fact gives, or the family name of one. */
  readonly person?: true;
  /** The form holds with this legal form only («Kaltenburg» + `gmbh`). */
  readonly legal?: string;
  /** What to write instead. */
  readonly correct?: string;
  /** Of a former name: right before this day. */
  readonly until?: EpochDay;
  /** One of so many names in its file that a slip of it is believed only beside the right name. */
  readonly crowd?: true;
}

/**
 * Word sequences in one flat open-addressing hash: four numbers a slot (node, word, child, head of the list of what
 * ends there). Measured in speed.md §3: the only matcher whose speed and size hold from a hundred names to a million.
 */
export interface Trie {
  readonly slots: Int32Array;
  readonly mask: number;
  /** By the low 16 bits of a first word's hash: whether some name may start so. */
  readonly first: Uint8Array;
  /** By two folded first letters of a first word in small letters. */
  readonly lowerFirst: Uint8Array;
}

/** The names of entities that are too many to be held as objects: looked up in place, decoded where they occur. */
export interface CompiledNames {
  /** One a compiled layer, the lowest first. */
  readonly tries: readonly Trie[];
  /** The forms that end where the lists with these heads start, one head a trie (0 where none does), in the order of the facts. */
  formsAt(heads: ArrayLike<number>): readonly WrittenForm[];
  /** Whether a form that is, or was, right has this word, by its hash (as the tries'). */
  hasWord(hash: number): boolean;
}

/** The names of one compiled layer. */
export interface LayerNames {
  readonly trie: Trie;
  formsAt(head: number): readonly WrittenForm[];
  hasWord(hash: number): boolean;
}
