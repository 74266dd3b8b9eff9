import type { Gazetteer } from './gazetteer.ts';
import { fold, hashWord, isAllCaps } from './letters.ts';
import { isVouchedFor, type NearHit } from './nearMiss.ts';
import { isPersonsName } from './persons.ts';
import { hyphenPartner, isCapitalised, startsSentence, wordAfter, wordBefore } from './surroundings.ts';
import { isKnownName, isOrdinaryWord } from './vocabulary.ts';

/** Below this length a name needs to be spelt right elsewhere in the draft before a slip of it is believed. */
const SHORT_NAME = 6;
/** Below this one the draft must name at least some entity that is known: elsewhere «Armco» is not Aramco. */
const LONG_NAME = 9;

/** Shorter words in capitals are mostly tickers and acronyms. */
const LONGEST_TICKER = 5;

/** What the draft as a whole says about its near-misses. */
export interface NearMissContext {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  /** Entities that the draft names rightly somewhere. */
  readonly named: ReadonlySet<string>;
}

/** `no`: the word is something else. `doubtful`: perhaps a slip, not certain enough for a finding. */
export type NearMissVerdict = 'certain' | 'doubtful' | 'no';

/** Judges all near-misses of a draft together: a word that is somebody's name once is nobody's slip elsewhere. */
export function judgeNearHits(
  hits: readonly NearHit[],
  context: NearMissContext,
): ReadonlyMap<NearHit, NearMissVerdict> {
  const judging = { ...context, isSomeWord: wordKnower(context.gazetteer) };
  const verdicts = new Map(hits.map((hit) => [hit, judgeOne(hit, judging)]));
  const counts = new Map<string, number>();
  const somebodys = new Set<string>();
  for (const hit of hits) {
    if (!hit.alone) continue;
    counts.set(hit.word, (counts.get(hit.word) ?? 0) + 1);
    if (verdicts.get(hit) === 'no') somebodys.add(hit.word);
  }
  for (const hit of hits) {
    if (!hit.alone || verdicts.get(hit) === 'no') continue;
    const consistent = counts.get(hit.word)! > 1 && !context.named.has(hit.form.entity);
    if (somebodys.has(hit.word)) verdicts.set(hit, 'no');
    else if (consistent) verdicts.set(hit, 'doubtful');
  }
  return verdicts;
}

interface Judging extends NearMissContext {
  /** An English word, a name of somebody or some place. */
  readonly isSomeWord: (word: string) => boolean;
}

/** Asks the vocabulary once a word: a slip often comes again and again. */
function wordKnower({ slips, compiled }: Gazetteer): Judging['isSomeWord'] {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    const isInName =
      slips.known.has(fold(word)) || compiled?.hasWord(hashWord(word, 0, word.length)) === true;
    const answer = isInName || isOrdinaryWord(word) || isKnownName(word);
    answers.set(word, answer);
    return answer;
  };
}

function judgeOne(hit: NearHit, context: Judging): NearMissVerdict {
  if (hit.alone) return judgeAlone(hit, context);
  const { gazetteer } = context;
  const base = (text: string) => gazetteer.bases.has(text);
  return isVouchedFor(hit, base) ? 'certain' : 'no';
}

/** A name of one word: nothing around it vouches for it, so everything must speak for a slip. */
function judgeAlone(hit: NearHit, { text, gazetteer, named, isSomeWord }: Judging): NearMissVerdict {
  const { word, start, end, form } = hit;
  if (isSomeWord(word)) return 'no';
  if (isDerived(hit) || hyphenPartner(text, start, end) !== undefined) return 'no';
  if (isPersonsName(text, start, end)) return 'no';
  const supported = named.has(form.entity);
  const person = gazetteer.names.get(form.entity)?.entity.type === 'person';
  if (isAllCaps(word))
    return supported && (word.length > LONGEST_TICKER || isInCapitals(text, start, end))
      ? 'certain'
      : 'doubtful';
  const before = wordBefore(text, start);
  if (before && isForeign(before.text) && !startsSentence(text, start)) return 'no';
  const foreignLegal = hit.legal !== undefined && !gazetteer.names.get(form.entity)?.legal.has(hit.legal.id);
  if (foreignLegal && !supported) return 'doubtful';
  const after = hit.legal === undefined ? wordAfter(text, end) : undefined;
  if (after && isForeign(after.text) && !supported) return 'doubtful';
  if (supported) return 'certain';
  const weak = form.text.length < SHORT_NAME || form.kind === 'ambiguous' || person;
  return weak || (form.text.length < LONG_NAME && named.size === 0) ? 'doubtful' : 'certain';
}

/** A capitalised word that is no English: with it the two are somebody else's name. */
function isForeign(word: string): boolean {
  return isCapitalised(word) && !isAllCaps(word) && !isOrdinaryWord(word);
}

/** «Courvelles», «Orsan»: made of the name, not miswritten. */
function isDerived({ slip, word, form }: NearHit): boolean {
  return slip === 'added' && /[sn]$/i.test(word) && fold(word.slice(0, -1)) === fold(form.text);
}

/** In a line of capitals; alone it is a ticker or an acronym. */
function isInCapitals(text: string, start: number, end: number): boolean {
  return isAllCaps(wordBefore(text, start)?.text ?? '') || isAllCaps(wordAfter(text, end)?.text ?? '');
}
