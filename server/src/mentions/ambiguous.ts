import type { Gazetteer } from './gazetteer.ts';
import { isAllCaps } from './letters.ts';
import type { EntityMention } from './mention.ts';
import { isFirmBefore } from './strangers.ts';
import { isCapitalised, possessiveEnd, startsSentence, wordAfter, wordBefore } from './surroundings.ts';

const ARTICLES =
  /^(?:a|an|the|this|that|these|those|another|every|each|no|any|some|one|your|my|our|their|his|her)$/i;

// What stands with a capital before a name and belongs to no longer one.
const LEADS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|But|And|While|When|If|As|In|On|At|For|From|Since|After|Before|Though|Although|Now|Yet|So|Because|With|Like|Unlike|Until|Why|How|What|Once)$/;

// What follows a firm's name at the start of a sentence and no noun without an article.
const VERB_BEHIND =
  /^(?:is|was|has|had|will|would|may|might|could|can|also|now|says|holds|owns|plans|expects|wants|hopes|makes|sells|buys|runs|flies|employs|operates|remains|itself|\p{L}{2,}ed|said|rose|fell|won|lost|sold|bought|made|paid|took|gave|began|held|cut|grew|kept|set)$/u;

/**
 * Whether a name that is also an ordinary word is used as a name here: a capital in mid-sentence without an article,
 * or with what only a name has at the start of one. That the entity is named elsewhere in the draft is asked before.
 */
export function ambiguousSupported(text: string, mention: EntityMention, gazetteer: Gazetteer): boolean {
  const { start, end } = mention.span;
  if (isAllCaps(text.slice(start, end))) return false;
  const before = wordBefore(text, start);
  if (before !== undefined && ARTICLES.test(before.text))
    return isArticled(text.slice(start, end), mention, gazetteer);
  if (endsLongerName(before)) return false;
  const possessive = possessiveEnd(text, end) !== undefined;
  if (!startsSentence(text, start)) return true;
  if (possessive) return true;
  const next = wordAfter(text, end);
  return next !== undefined && VERB_BEHIND.test(next.text) && !isCopulaWithArticle(text, next);
}

/**
 * Whether it acts as a firm in a draft that never names it in full: «in October Orsa will retire». Believed only where the
 * draft is about the same trade (asked before), and where no article, given name or start of a sentence makes it doubtful.
 */
export function actsAsFirm(text: string, { span: { start, end } }: EntityMention): boolean {
  const before = wordBefore(text, start);
  if (isAllCaps(text.slice(start, end)) || endsLongerName(before)) return false;
  if (startsSentence(text, start)) return isFirmBefore(text, end);
  if (before !== undefined && (ARTICLES.test(before.text) || /^(?:called|named)$/.test(before.text)))
    return false;
  const next = wordAfter(text, end);
  return possessiveEnd(text, end) !== undefined || (next !== undefined && VERB_BEHIND.test(next.text));
}

/** «Fox News», «Generation X», «Malcolm X»: behind another capital. */
function endsLongerName(before: ReturnType<typeof wordBefore>): boolean {
  return before !== undefined && isCapitalised(before.text) && !LEADS.test(before.text);
}

/** A newspaper bears its article: «the Ledger» where «The Morning Ledger» is listed. */
function isArticled(written: string, { entity }: EntityMention, { names }: Gazetteer): boolean {
  const known = names.get(entity);
  return known?.bases.some((base) => /^The /.test(base) && base.endsWith(written)) === true;
}

/** «Trust is a beacon», «Block is the word». */
function isCopulaWithArticle(text: string, next: { readonly end: number; readonly text: string }): boolean {
  if (!/^(?:is|was)$/.test(next.text)) return false;
  const after = wordAfter(text, next.end);
  return after !== undefined && ARTICLES.test(after.text);
}
