import type { Trie, WrittenForm } from '../facts/compiledNames.ts';
import { formsAt, type Gazetteer } from './gazetteer.ts';
import { type LegalForm, readLegalForm } from './legalForms.ts';
import {
  FOLD,
  fold,
  HASH_OF_NOTHING,
  hashWord,
  isAllCaps,
  KIND,
  LOWER,
  OTHER,
  plain,
  withLetter,
} from './letters.ts';
import { isCapitalised } from './surroundings.ts';
import { find, pairOf, type Step, stepFrom } from './trie.ts';
import { headsOf, startWalks, stepWalks } from './walks.ts';

/** A place where a written form of a name stands. */
export interface Hit {
  readonly start: number;
  /** Behind the legal form, where there is one; before a possessive. */
  readonly end: number;
  readonly form: WrittenForm;
  /** `same`: equal but for case, accents or blanks. `near`: one slip of the pen. */
  readonly how: 'exact' | 'caps' | 'same' | 'near';
  readonly legal?: LegalForm;
  /** A name value that stands in the same words. */
  readonly value?: WrittenForm;
}

/** The first three are what a writer means most likely where two forms are spelt alike. */
const RANK: readonly WrittenForm['kind'][] = [
  'ignored',
  'correct',
  'ambiguous',
  'former-name',
  'misnomer',
  'value',
  'family',
  'slip',
];

/** What the scan calls at a word that may be a name's with a slip; says where to go on, or -1. */
export type OtherWord = (start: number, end: number) => number;

/**
 * Runs over the text once, stops only where a name may start, and takes the longest form there. Hits never overlap.
 * `onHit` gets each hit; `onWord` each word that could start a name and starts none, or that breaks one off.
 */
export function scanHits(
  text: string,
  gazetteer: Gazetteer,
  onHit: (hit: Hit) => void,
  onWord: OtherWord,
): void {
  const { trie } = gazetteer;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = KIND[code];
    if (kind === OTHER) {
      at++;
      continue;
    }
    const start = at;
    let hash = HASH_OF_NOTHING;
    if (kind === LOWER) {
      do at++;
      while (at < length && KIND[text.charCodeAt(at)] !== OTHER);
      if (trie.lowerFirst[pairOf(code, text.charCodeAt(start + 1))] === 0) continue;
      hash = hashWord(text, start, at);
    } else {
      // Its hash on the way to its end, so that most words that could be names are run over once.
      for (let letter = FOLD[code]!; letter !== 0; letter = at < length ? FOLD[text.charCodeAt(at)]! : 0) {
        hash = withLetter(hash, letter);
        at++;
      }
    }
    const hit =
      trie.first[hash & 0xffff] === 0 ? undefined : longestAt(text, gazetteer, start, at, hash, onWord);
    if (hit !== undefined) {
      onHit(hit);
      at = hit.end;
      continue;
    }
    const next = onWord(start, at);
    if (next > at) at = next;
  }
}

function longestAt(
  text: string,
  gazetteer: Gazetteer,
  start: number,
  firstEnd: number,
  hash: number,
  onWord: OtherWord,
): Hit | undefined {
  const { trie, compiled } = gazetteer;
  const tries = compiled?.tries ?? NO_TRIES;
  let best: Hit | undefined;
  let end = firstEnd;
  const step: Step = { sep: 0, next: 0 };
  let slot = find(trie, 0, hash, 0);
  // All tries are walked side by side: what is spelt alike is judged together, wherever it comes from.
  let open = startWalks(tries, hash);
  while (slot !== -1 || open > 0) {
    const head = slot === -1 ? 0 : trie.slots[slot + 3]!;
    const heads = open === 0 ? undefined : headsOf(tries);
    if (head !== 0 || heads !== undefined) best = hitOf(text, gazetteer, start, end, head, heads) ?? best;
    stepFrom(text, end, end - start === 1 || text[end - 2] === '.', step);
    if (step.sep === 0) break;
    const wordAt = step.next;
    const sep = step.sep;
    end = wordAt;
    do end++;
    while (end < text.length && KIND[text.charCodeAt(end)] !== OTHER);
    const wordHash = hashWord(text, wordAt, end);
    if (slot !== -1) slot = find(trie, trie.slots[slot + 2]!, wordHash, sep);
    if (open > 0) open = stepWalks(tries, wordHash, sep);
    // «the Orsa-Garam alilance»: words in small letters are looked at only here, where a name breaks off.
    if (slot === -1 && open === 0 && KIND[text.charCodeAt(wordAt)] === LOWER) onWord(wordAt, end);
  }
  return best;
}

const NO_TRIES: readonly Trie[] = [];

/** Verifies what the hash says: it may clash, and it is blind to case and accents. */
function hitOf(
  text: string,
  gazetteer: Gazetteer,
  start: number,
  end: number,
  head: number,
  heads: ArrayLike<number> | undefined,
): Hit | undefined {
  const written = plain(text.slice(start, end));
  const own = formsAt(gazetteer, head);
  const forms = heads === undefined ? own : [...own, ...gazetteer.compiled!.formsAt(heads)];
  let how: Hit['how'] = 'exact';
  let fitting = forms.filter((form) => form.text === written);
  if (fitting.length === 0 && isAllCaps(written)) {
    how = 'caps';
    fitting = forms.filter((form) => !isAllCaps(form.text) && form.text.toUpperCase() === written);
  }
  if (fitting.length === 0) {
    how = 'same';
    fitting = forms.filter((form) => form.kind === 'correct' && isRespelt(written, form.text));
  }
  if (fitting.length === 0) return undefined;
  const legal = readLegalForm(text, end);
  const form = pick(gazetteer, fitting, legal);
  if (form === undefined) return undefined;
  const value = fitting.find(({ kind }) => kind === 'value');
  const hit = { start, end, form, how };
  if (legal !== undefined) return { ...hit, legal };
  return value === undefined || value === form ? hit : { ...hit, value };
}

/** Of forms spelt alike: the one with this very legal form, then the one whose entity may bear it, then by rank. */
function pick(
  gazetteer: Gazetteer,
  forms: readonly WrittenForm[],
  legal: LegalForm | undefined,
): WrittenForm | undefined {
  const bound = legal && forms.find((form) => form.legal === legal.id);
  if (bound) return bound;
  const free = forms.filter((form) => form.legal === undefined);
  free.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  const bearer = legal && free.find((form) => gazetteer.names.get(form.entity)?.legal.has(legal.id));
  return bearer ?? free[0];
}

/** Equal but for case inside and accents: «Silogic». Not «Orsa motor», nor a word for an acronym. */
function isRespelt(written: string, name: string): boolean {
  if (isAllCaps(name) || fold(written) !== fold(name)) return false;
  const words = written.split(/[ -]/);
  return name.split(/[ -]/).every((word, index) => !isCapitalised(word) || isCapitalised(words[index] ?? ''));
}
