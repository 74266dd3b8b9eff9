import { stemmer } from 'stemmer';

/**
 * Forms that Porter's algorithm does not bring together: irregular verbs, and nouns made from verbs.
 * Only words that cue phrases live on; a noun stands with its verb where copy uses both for one event.
 */
const IRREGULAR: Readonly<Record<string, string>> = {
  began: 'begin',
  begun: 'begin',
  became: 'becom',
  bought: 'buy',
  came: 'come',
  chose: 'choos',
  chosen: 'choos',
  fell: 'fall',
  fallen: 'fall',
  found: 'find',
  gave: 'give',
  given: 'give',
  grew: 'grow',
  grown: 'grow',
  growth: 'grow',
  had: 'have',
  has: 'have',
  held: 'hold',
  kept: 'keep',
  led: 'lead',
  made: 'make',
  met: 'meet',
  paid: 'pay',
  ran: 'run',
  risen: 'rise',
  rose: 'rise',
  sank: 'sink',
  said: 'say',
  sold: 'sell',
  sale: 'sale',
  shrank: 'shrink',
  shrunk: 'shrink',
  sunk: 'sink',
  took: 'take',
  taken: 'take',
  told: 'tell',
  went: 'go',
  gone: 'go',
  won: 'win',
  was: 'be',
  is: 'be',
  are: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  acquisition: 'acquir',
  acquisitions: 'acquir',
  merger: 'merg',
  mergers: 'merg',
  merged: 'merg',
  merge: 'merg',
  deliveries: 'deliv',
  delivery: 'deliv',
  employees: 'employ',
  employee: 'employ',
  employs: 'employ',
  employ: 'employ',
  employed: 'employ',
  employing: 'employ',
  founder: 'founder',
  founders: 'founder',
};

const known = new Map<string, string>();

/** The stem on which cue phrases are matched: «stakes» → «stake», «bought» → «buy», «batteries» → «batteri». */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return irregular;
  let stem = known.get(lower);
  if (stem === undefined) {
    stem = stemmer(lower.endsWith("'s") ? lower.slice(0, -2) : lower);
    // A bound, so that a long run of odd words costs memory only once; the answer never depends on it.
    if (known.size < 20_000) known.set(lower, stem);
  }
  return stem;
}

/** The stems of whole phrases, which many facts share. */
const phrases = new Map<string, readonly string[]>();

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’&-]*/gu;

/** The stems of a phrase, in order. */
export function stemsOf(phrase: string): readonly string[] {
  let stems = phrases.get(phrase);
  if (stems === undefined) {
    stems = (phrase.match(WORD) ?? []).map(stemOf);
    if (phrases.size < 20_000) phrases.set(phrase, stems);
  }
  return stems;
}

/** Words that carry no meaning in a cue: a match may pass over them. */
const FUNCTION_WORDS = new Set(
  (
    'a an the of in on at by for to from with and or its their his her our your it they we this that these those as than ' +
    'be have will would has had is are was were been all just only also still now some'
  ).split(' '),
);

/** Whether a word only holds a phrase together («the», «of», «its»). */
export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower);
}
