import type { Span } from '../text/span.ts';
import { firstFrom } from './inOrder.ts';
import { isAllCaps } from './letters.ts';
import { isNationality } from './nationality.ts';
import { isTitled, startsSentence, TITLES, wordBefore } from './surroundings.ts';
import { isGivenName, isKnownName, isOrdinaryWord } from './vocabulary.ts';

/** Somebody whom the facts do not know, and whom what points back may well mean: «Zerkon kept its outlook. The company …». */
export interface Stranger {
  readonly span: Span;
  /** The words around leave no doubt that it is a firm: «Zerkon, founded in 2009». */
  readonly isFirm: boolean;
}

/** An entity's id for all strangers: whoever it is, no fact is about it. */
export const STRANGER = '?';

/** A word with a capital. */
const CAPITAL = /(?<![\p{L}\p{N}.&'’-])\p{Lu}[\p{L}\p{M}\p{N}&]*(?:[-.’'](?!s\b)[\p{L}\p{N}]+)*/gu;
/** What joins such words to one name: «Hale & Potter», «Bank of Kiel». */
const JOINT = /^(?: & | of |[ \u00a0]|\n)$/;
/** Who says things is a person as often as a firm. */
const SPEECH =
  /^(?:, \p{Lu}[^,.;]{0,60},)? (?:said|says|told|tells|added|adds|wrote|writes|thinks|argued|argues|noted|warned)\b/u;
/** Whether a noun can mean a firm that nobody knows: «the carmaker»; «the alliance», «the airport» mean one that has been spoken of. */
export function isFirmNoun(noun: string): boolean {
  return FIRM_NOUNS.has(noun);
}

/** What makes a firm of an ordinary word, or of a name that people and towns have too. */
const FIRM_BEHIND =
  /^(?:(?:,? which| was| were),? (?:is |was )?|, )(?:founded|established|listed|created|based|headquartered|owned|acquired)\b|^,? which (?:employs|makes|sells|owns|has|belongs|runs)\b/;
const APPOSITION = /^(?:,| –| —| \() ?(?:an?|the|another|one of)\b/;
const FIRM_NOUNS = new Set(
  (
    'airline automaker bank brand brewer broadcaster broker builder business carmaker carrier chain chipmaker club company dealer developer distiller drugmaker ' +
    'firm fund grocer group insurer lender maker manufacturer miner operator owner producer publisher retailer rival start-up startup store subsidiary ' +
    'supplier utility venture unit'
  ).split(' '),
);
const PERSON_NOUNS = new Set(
  (
    'analyst author boss ceo cfo chair chairman chairwoman chief counsel director economist editor engineer executive founder governor head judge lawyer ' +
    'manager mayor minister officer partner president professor prosecutor secretary spokesman spokesperson spokeswoman who'
  ).split(' '),
);
/** A name's last word that only firms have. */
const FIRM_NAMES =
  /(?:^|[ -])(?:AG|Air|Airlines|Airways|Bank|Biotech|Capital|Chemical|Corp|Electric|Energy|Foods|GmbH|Group|Holdings?|Inc|Industries|Insurance|LLC|Ltd|Media|Motors?|Partners|Pharma|plc|PLC|Semiconductor|Steel|Systems|Technologies|Telecom)$/;
const POINTERS = new Set([
  'It',
  'Its',
  'They',
  'Their',
  'He',
  'She',
  'This',
  'That',
  'These',
  'Those',
  'Who',
  'The',
  'One',
]);
/** Longer words in capitals are those of a dateline or a headline. */
const LONGEST_ACRONYM = 3;
const LONGEST_APPOSITION = 8;

/** «the company», «the 15-year-old firm»: words that fit many; «the Danish brewer» fits few. */
export function isBare(words: readonly string[]): boolean {
  return words.filter((word) => !/-years?-old$/.test(word)).length === 1;
}

/** The strangers of a text, in reading order. `known`: all names that are not strangers', in reading order. */
export function* findStrangers(
  text: string,
  known: readonly { readonly span: Span }[],
): Generator<Stranger, undefined> {
  const firms = new Set<string>();
  for (const { start, end } of capitalRuns(text)) {
    const next = firstFrom(known, start);
    const isWithin = next > 0 && known[next - 1]!.span.end > start;
    if (isWithin || (known[next]?.span.start ?? text.length) < end) continue;
    const stranger = readStranger(text, text.slice(start, end), start, firms);
    if (stranger !== undefined) yield stranger;
  }
  return undefined;
}

function* capitalRuns(text: string): Generator<Span> {
  let run: Span | undefined;
  for (const { 0: word, index } of text.matchAll(CAPITAL)) {
    const end = index + word.length;
    const isJoined = run !== undefined && index - run.end <= 4 && JOINT.test(text.slice(run.end, index));
    if (run !== undefined && !isJoined) yield run;
    run = { start: isJoined ? run!.start : index, end };
  }
  if (run !== undefined) yield run;
}

/** `firms`: names that the draft has shown to be firms'; grows. */
function readStranger(text: string, words: string, at: number, firms: Set<string>): Stranger | undefined {
  const { name, start } = withoutOpening(text, words, at);
  const span = { start, end: at + words.length };
  const behind = text.slice(span.end, span.end + 100).replace(/\s/g, ' ');
  if (isPersons(text, name, span, behind)) return undefined;
  if (firms.has(name) || isFirm(name, behind)) {
    firms.add(name);
    return { span, isFirm: true };
  }
  // Any other name may be of a thing or a place: only one that leads its sentence is what the next ones speak of.
  if (!leadsSentence(text, at) || SPEECH.test(behind)) return undefined;
  const isUnknown = name.split(/[\s-]+/).some(isUnknownWord);
  return isUnknown ? { span, isFirm: false } : undefined;
}

/** Neither a word nor anybody's name nor a country's; a few capitals are an acronym, whatever they spell. */
function isUnknownWord(written: string): boolean {
  const word = written.replace(/['’].*$/, '');
  if (!/\p{L}{2}/u.test(word)) return false;
  return (
    (isAllCaps(word) && word.length <= LONGEST_ACRONYM) ||
    !(isOrdinaryWord(word) || isKnownName(word) || isNationality(word.toLowerCase().replace(/s$/, '')))
  );
}

/** As `startsSentence`, but a line of wrapped text starts none. */
function leadsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  const isWrapped = /[^\s.!?:][^\S\n]*\r?\n[^\S\n]*$/.test(before) && !/\n\s*\n/.test(before);
  return !isWrapped && startsSentence(text, at);
}

/** «When Zerkon», «President Zerkon»: an ordinary word in front of a name is none of its words. */
function withoutOpening(text: string, words: string, at: number): { name: string; start: number } {
  let name = words;
  let start = at;
  for (;;) {
    const first = /^([\p{L}\p{N}'’.-]+)\s+(?=\p{Lu})/u.exec(name);
    const isOpening = first !== null && isOrdinaryWord(first[1]!) && startsSentence(text, start);
    if (!isOpening) return { name, start };
    start += first[0].length;
    name = name.slice(first[0].length);
  }
}

function isPersons(text: string, name: string, { start }: Span, behind: string): boolean {
  const words = name.split(/\s+/);
  // «CEO Lorraine Tackett»: what stands before a given name is a title.
  if (words.slice(0, -1).slice(0, 2).some(isGivenName) && !FIRM_NAMES.test(name)) return true;
  if (words.length > 1 && PERSON_NOUNS.has(words[0]!.toLowerCase())) return true;
  if (/^, \d\d[,.]/.test(behind) || /^, who\b/.test(behind)) return true;
  const before = wordBefore(text, start)?.text ?? '';
  if (PERSON_NOUNS.has(before.toLowerCase()) || isTitled(text, start) || TITLES.has(words[0]!)) return true;
  return APPOSITION.test(behind) && nounBehind(behind, PERSON_NOUNS) && !nounBehind(behind, FIRM_NOUNS);
}

function isFirm(name: string, behind: string): boolean {
  if (POINTERS.has(name)) return false;
  if (isFirmBefore(behind, 0)) return true;
  if (/^['’]s? (?:chief executive|chairman|chairwoman|president|shareholders)\b/.test(behind)) return true;
  return (
    (APPOSITION.test(behind) && nounBehind(behind, FIRM_NOUNS)) ||
    (FIRM_NAMES.test(name) && /\s/.test(name) && !isAllCaps(name))
  );
}

/** Whether one of these nouns stands in the words behind, up to a mark. */
function nounBehind(behind: string, nouns: ReadonlySet<string>): boolean {
  const [phrase = ''] = behind.replace(/^[\s,(–—]+/u, '').split(/[,.;:()]/);
  return phrase
    .split(/\s+/)
    .slice(0, LONGEST_APPOSITION)
    .some((word) => nouns.has(word.toLowerCase()));
}

/** Whether what stands behind a name is said of firms: «, founded in 1903», «, which is based in Kobe», «was listed». */
export function isFirmBefore(text: string, end: number): boolean {
  return FIRM_BEHIND.test(text.slice(end, end + 60));
}
