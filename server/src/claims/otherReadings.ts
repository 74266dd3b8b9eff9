import type { Fact } from '../facts/facts.ts';
import { builtInRelations } from '../facts/relations.ts';
import type { Place } from './binding.ts';
import type { CueMatch } from './cues.ts';
import type { Tie } from './tie.ts';
import type { SentenceView } from './view.ts';

/** A cue as found near a value. */
interface Found {
  readonly match: CueMatch;
  readonly tie: Tie;
  readonly view: SentenceView;
}

/** Whether the words around a cue say another thing of the value than the fact does. */
export function readsOtherwise(fact: Fact, cue: Found, place: Place): boolean {
  return (
    isYetToCome(fact, cue, place) ||
    isLevel(fact, place) ||
    isDifference(fact, place) ||
    isOtherMeasure(fact, cue) ||
    isOtherBeginning(fact, cue, place) ||
    isCallingNames(fact, cue)
  );
}

/** «up 2.3%», «3% higher» tell by how much a level moved, not where it stands. */
function isDifference({ kind, relation }: Fact, { view, index }: Place): boolean {
  if (
    kind !== 'percent' ||
    relation === undefined ||
    relation.id === 'growth' ||
    !builtInRelations.has(relation.id)
  )
    return false;
  const before = view.items[index - 1]?.lower ?? '';
  const after = view.items[index + 1]?.lower ?? '';
  const isCut = relation.id === 'job-cuts';
  return (
    !isCut &&
    (['up', 'down', 'by'].includes(before) || ['more', 'higher', 'lower', 'less', 'fewer'].includes(after))
  );
}

/** «rose to 15.1%» gives a level, not by how much it rose. */
function isLevel({ relation }: Fact, { view, index }: Place): boolean {
  const before = view.items[index - 1]?.lower ?? '';
  return relation?.id === 'growth' && ['to', 'from', 'at'].includes(before) && !view.block.cell;
}

const LOOSE_BEGINNINGS = new Set(['begin', 'start', 'creat', 'form', 'set', 'born']);

/** «has begun to dry up», «formed a unit in 1986»: a loose word for founding counts only right before its date. */
function isOtherBeginning({ relation }: Fact, { match, tie }: Found, { index }: Place): boolean {
  if (relation?.id !== 'founded' || tie === 'around' || !LOOSE_BEGINNINGS.has(match.cue.stems[0]!))
    return false;
  return index < match.end || index - match.end > 2;
}

/** «An article (Oct. 21) called her the finance chief» gives nobody a name: what is called something is so in the passive. */
function isCallingNames({ relation }: Fact, { match, tie, view }: Found): boolean {
  if (relation?.id !== 'renamed' || tie === 'around' || !NAMING.has(match.cue.phrase)) return false;
  const before = view.items[match.start - 1];
  return (
    before?.kind === 'entity' || before?.kind === 'value' || before?.lower === ')' || before?.stem === 'have'
  );
}

const NAMING = new Set(['called', 'known as']);

const PRESENT = new Set(
  'start starts begin begins open opens launch launches close closes meet meets sign signs complete completes take takes buy buys acquire acquires merge merges appoint appoints list lists'.split(
    ' ',
  ),
);

/** «The codeshare starts on 6 September» is not what began years ago: a past event is told in the past, or as a noun. */
function isYetToCome(fact: Fact, { match, tie }: Found, { view, asOf }: Place): boolean {
  const [first] = fact.values;
  if (tie === 'around' || first?.value?.kind !== 'date' || first.value.to > asOf - 30) return false;
  const verb = view.items[match.start]!.lower;
  const before = view.items[match.start - 1]?.lower ?? '';
  return PRESENT.has(verb) && !['the', 'its', 'a', 'since', 'of', 'after'].includes(before);
}

/** «made up 7.3% of sales» is no growth; a «net margin» is no operating margin. */
function isOtherMeasure({ relation }: Fact, { match, view, tie }: Found): boolean {
  if (tie === 'around') return false;
  const before = view.items[match.start - 1];
  if (relation?.id === 'growth') return match.cue.phrase === 'up' && before?.stem === 'make';
  const isBare = relation?.id === 'operating-margin' && match.cue.phrase === 'margin';
  return isBare && ['profit', 'net', 'gross', 'pre-tax', 'pretax'].includes(before?.lower ?? '');
}
