import type { Span } from '../text/span.ts';
import { isAllCaps } from './letters.ts';
import { isCapitalised, TITLES, wordAfter, wordBefore } from './surroundings.ts';
import { isGivenName, isKnownName, isOrdinaryWord } from './vocabulary.ts';

/** What goes on in capitals behind a name, or stands so in front of it, and leaves it the same: offices, days, words for the whole. */
const SAME =
  /^(?:President|Chair(?:man|woman|person)?|Chief|Executive|Director|Managing|Vice|Senior|Finance|Founder|Co|Deputy|Interim|Acting|Former|Editor|Head|Boss|Counsel|Lawyer|Manager|Economist|Strategist|Engineer|Officer|Secretary|Employees|Workers|Spokes\p{L}+|Group|Company|Corp\p{L}*|Alliance|Board|Analysts?|Shares?|Stock|Sales|Profits?|Results|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|H[12]|And|Or|In|At|Of|The|For|To|On|With|I)$/u;
/** Offices, countries and trades in capitals. */
const ACRONYMS = new Set('AI CEO CFO COO CTO EU EV IT PC TV UAE UK US USA'.split(' '));
/** Letters around a name that tell whether its line is set in capitals: there they say nothing. */
const AROUND = 120;
const LONG = 4;

/**
 * Whether a name is only a part of somebody else's, or of a thing's: «Nissan Chemical», «HD Hyundai», «Orsa Tower». Told by a
 * capital right beside it, where capitals mean something.
 */
export function isPartOfLonger(
  text: string,
  { start, end }: Span,
  isKnown: (at: number) => boolean,
): boolean {
  return (goesOn(text, end, isKnown) || isLedBy(text, start, isKnown)) && !isTitleCase(text, start, end);
}

function goesOn(text: string, end: number, isKnown: (at: number) => boolean): boolean {
  if (!isBlank(text[end])) return false;
  const after = wordAfter(text, end);
  if (after === undefined || after.end - after.text.length !== end + 1 || isKnown(end + 1)) return false;
  return (
    isCapitalised(after.text) && !isAllCaps(after.text) && !SAME.test(after.text) && !isGivenName(after.text)
  );
}

function isLedBy(text: string, start: number, isKnown: (at: number) => boolean): boolean {
  if (!isBlank(text[start - 1])) return false;
  const before = wordBefore(text, start);
  if (before === undefined || before.start + before.text.length !== start - 1 || isKnown(before.start))
    return false;
  const { text: word } = before;
  if (!isCapitalised(word) || word.length < 2 || SAME.test(word) || TITLES.has(word)) return false;
  const isUnknown = isAllCaps(word) ? !ACRONYMS.has(word) : !isOrdinaryWord(word) && !isKnownName(word);
  return isUnknown && !/[-’']/.test(text[before.start - 1] ?? '');
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\u00a0';
}

/** A headline or a cell in which long words have capitals, too. */
function isTitleCase(text: string, start: number, end: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND);
  const stop = text.indexOf('\n', end);
  const line = `${text.slice(from, start)} ${text.slice(end, Math.min(stop === -1 ? text.length : stop, end + AROUND))}`;
  const long = (line.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= LONG);
  return long.filter((word) => !isCapitalised(word)).length * 4 < long.length;
}
