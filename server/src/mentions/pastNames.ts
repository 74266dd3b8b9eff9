import { type EpochDay, fromEpochDay } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';

// Words before a former name that own to its being one: «formerly X», «then called X», «was known as X».
const BEFORE =
  /(?:\bformerly|\bpreviously|\bonce|\bthen|\boriginally|\binitially|\bback then|\bat the time|\bas it was|\bwas|\bwere|\bstill|\bused to be|\bhad been|\bstarted (?:out |life )?as|\bbegan (?:life )?as|\bfounded as|\bborn as|\bset up as|\bestablished as|\bformer name|\bold name|\bknown as|\bcalled|\bnamed|\bwent by|\bunder the name(?: of)?|\bby the name(?: of)?|\brenamed(?: itself)? from|\bchanged its name from|\btrad(?:ed|ing) as|\boperat(?:ed|ing) as|\bin business as|\b(?:gave up|given up|dropped|shed|abandoned|buried|lost|got rid of) (?:the|its|our|their) (?:old )?name(?: of)?|\bremember(?:s|ed)? [^.]{2,40} as|\bthe former|\bthe old|\bold|\bformer|\bex-|\bpredecessor)[\s,“"‘'(]*(?:the\s+)?(?:called|known as|named|(?:the )?name of|trading as|operating as|under the name(?: of)?)?[\s,“"‘'(]*$/iu;

// Words behind it: «X, as it was then called», «X became Y», «X, now Y», «X (now Y)», «X when it had 12 planes».
const BEHIND =
  /^(?:['’]s)?["”’')\s,;–—-]*(?:as (?:it|the \p{L}+) (?:was|used)|as it then|as \p{L}[\p{L} ]{0,40}was (?:then |still )?(?:known|called)|now\b|today['’]s|later\b|became\b|which (?:later|then|now|became|has since|is now)|was renamed|changed its name|renamed|until (?:\p{Lu}[\p{L}.]{2,9} )?(?:\d{1,2},? )?(?:19|20)\d\d|until (?:\p{L}+ )?(?:last year|\p{L}+ (?:years?|months?|weeks?) ago)|(?:the|a) name (?:that )?(?:it|they|the \p{L}+) (?:bore|had|used|carried|went by)|when it (?:was|had|still)|before it (?:was|became|changed)|in those days|at the time|back then|took (?:its|the) (?:present|current|new) name|has been called|is (?:now )?called|it['’]s (?:now )?called)/iu;

// Anywhere in the sentence: what happened when the name was another.
const AROUND =
  /\b(?:then called|then known|formerly|was called|was known|used to be called|was still called|still called|as it was then|its former name|its old name|name change|changed (?:its|the) name|since renamed|renamed|rechristened|rebranded|new name|under (?:its|the) (?:old|former|previous) name|it['’]s called .{1,60} now|is now called|now called|now known)\b/i;

// In the sentence before: «The name on the wage slip has changed since. My father's said X.»
const NAME = /\b(?:the|its|their|this|that) (?:\p{L}+ )?name\b/iu;

const REACH = 300;

/**
 * Whether the sentence around a former name speaks of the time when it was the name (right before `until`), or of its change;
 * or the one before it, of the name.
 */
export function speaksOfThen(text: string, { start, end }: Span, until?: EpochDay): boolean {
  const before = sentencePartBefore(text, start);
  const behind = sentencePartBehind(text, end);
  return (
    NAME.test(sentencePartBefore(text, start - before.length - 1)) ||
    isQuotedName(text, start, end) ||
    BEFORE.test(before) ||
    BEHIND.test(behind) ||
    AROUND.test(before) ||
    AROUND.test(behind) ||
    isBefore(before + behind, until)
  );
}

/** «In 2016 Quillon bought Norrkraft»: of a year before the new name, and of no later one. What is so «since 1898» is so today. */
function isBefore(sentence: string, until: EpochDay | undefined): boolean {
  const years = [...sentence.matchAll(/(?<!\bsince )\b(?:1[89]|20)\d\d\b/gi)].map(([year]) => Number(year));
  if (until === undefined || years.length === 0) return false;
  const renamed = fromEpochDay(until).year;
  return years.every((year) => year < renamed);
}

/** «“Norrkraft” was no name for it»: alone between quotation marks it is spoken of as a name. */
function isQuotedName(text: string, start: number, end: number): boolean {
  return /["“‘]/.test(text[start - 1] ?? '') && /^,?["”’]/.test(text.slice(end, end + 2));
}

function sentencePartBefore(text: string, start: number): string {
  const part = text.slice(Math.max(0, start - REACH), start);
  const stop = Math.max(
    part.lastIndexOf('\n\n'),
    part.lastIndexOf('. '),
    part.lastIndexOf('? '),
    part.lastIndexOf('! '),
  );
  return stop === -1 ? part : part.slice(stop + 1);
}

function sentencePartBehind(text: string, end: number): string {
  const part = text.slice(end, end + REACH);
  const stop = /[.?!]["”’)]?\s|\n\s*\n/.exec(part);
  return stop === null ? part : part.slice(0, stop.index + 1);
}
