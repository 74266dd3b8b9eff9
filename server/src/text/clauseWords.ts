const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Open a clause behind a comma. */
export const SUBORDINATORS = wordSet(
  'while whereas which who whose whom where when although though because as since after before until unless if ' +
    'but yet so nor despite',
);
/** Of these, the ones that may also stand before a mere figure or noun: «after 57.6%», «as of», «since 1999». */
export const PREPOSITIONS = wordSet('as since after before until despite');
/** Relative clauses: the main clause comes back behind them. */
export const RELATIVES = wordSet('which who whose whom where when');
/** May open a clause without a comma, if a subject and a verb follow. */
export const CONJUNCTIONS = wordSet('and but while whereas although though because');
/** May open the sentence; the main clause then starts behind a comma. */
export const FRONTED = wordSet(
  'while whereas although though because as since after before until unless if when once',
);
/** Behind a dash or a comma these go on with the value before: «43%, up from 40%». */
export const COMPARISONS = wordSet('up down from compared against versus vs');

/** What a subject may start with, apart from a capital. */
export const SUBJECT_STARTS = wordSet(
  'the a an its their his her our my your this that these those it he she they we i you both each some many most all ' +
    'there shares sales profit profits revenue analysts investors',
);

/** Finite verbs that go with a singular subject only. */
export const SINGULAR_VERBS = wordSet(
  'is has was does holds owns controls says makes sells buys employs plans expects wants keeps remains becomes runs ' +
    'builds leads accounts gives takes gets shows reports needs rises falls grows comes goes stands sits begins ends',
);
/** Finite verbs that go with a plural subject only. */
export const PLURAL_VERBS = wordSet(
  'are have were do hold own control say make sell buy employ plan expect want',
);
/** Finite verbs that go with both. */
export const OTHER_VERBS = wordSet(
  'will would can could may might must shall should had did said told held owned controlled made sold bought rose ' +
    'fell grew gained lost cut raised paid took got gave came went became began ended started founded joined left ' +
    'agreed announced reported posted expected planned wanted remained kept ran built led reached added dropped slid ' +
    'jumped climbed declined increased decreased reduced doubled halved tripled acquired merged employed accounted ' +
    'won saw knew met opened closed launched signed named appointed retired resigned died succeeded replaced spent ' +
    'invested earned forecast put set hit beat stood sat lifted trimmed swung narrowed widened showed needed',
);

const FINITE_VERBS = new Set([...SINGULAR_VERBS, ...PLURAL_VERBS, ...OTHER_VERBS]);

/** Whether a word (in lower case) is a finite verb that newsrooms use. */
export function isFiniteVerb(word: string): boolean {
  return FINITE_VERBS.has(word);
}
