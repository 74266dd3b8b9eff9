import { isCapitalised, isTitled, startsSentence, wordAfter, wordBefore } from './surroundings.ts';
import { isGivenName, isOrdinaryWord } from './vocabulary.ts';

const MONTHS = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * Whether a single word stands as a person's family name: behind a title, an initial or a given name, or before an
 * initial. `doubtful`: the name is an ordinary word too, so that even «Will Beacon» may be a man.
 */
export function isPersonsName(text: string, start: number, end: number, doubtful = false): boolean {
  if (isTitled(text, start)) return true;
  const before = wordBefore(text, start);
  if (before !== undefined && isCapitalised(before.text) && isGiven(text, before, doubtful)) return true;
  const after = wordAfter(text, end);
  return after !== undefined && /^\p{Lu}$/u.test(after.text) && text[after.end] === '.' && after.text !== 'I';
}

/** «Will Orsa buy …?» begins a question, «Will Heron» in mid-sentence is a man. */
function isGiven(
  text: string,
  before: { readonly start: number; readonly text: string },
  doubtful: boolean,
): boolean {
  if (MONTHS.test(before.text) || !isGivenName(before.text)) return false;
  return doubtful || !isOrdinaryWord(before.text) || !startsSentence(text, before.start);
}
