import type { Fact, FactValue } from '../facts/facts.ts';
import { toleranceOf } from '../facts/tolerance.ts';
import type { EpochDay } from '../text/calendarDate.ts';
import { agrees, durationAgreesWithDate } from '../values/index.ts';
import type { DateValue, DurationValue, Stated, Value } from '../values/kind.ts';
import type { Binding, Place } from './binding.ts';
import type { Candidate, Claim, Evidence, Verdict } from './claim.ts';
import { isOfOneSize, isSlip } from './slips.ts';
import { holdsAround, type Relevant, relevantValues } from './timelines.ts';
import { explainAgreement } from './why.ts';

/** A binding may support a claim though another one is bound better by this much: of two readings the kind one counts. */
const SUPPORT_MARGIN = 1.6;

/** A looser binding may lie this much ahead of the sure one that refutes. */
const REFUTE_MARGIN = 1.3;

/** Holds a claim against its bindings (the best first). Refuted only by a strong binding and when no candidate agrees. */
export function judge(claim: Claim, stated: Stated, bindings: readonly Binding[], place: Place): Verdict {
  const [best] = bindings;
  if (best === undefined) return { label: 'not-enough-info', claim };
  if (isUndecidable(stated.value))
    return { label: 'not-enough-info', claim, why: 'Day and month of this date could be swapped.' };
  const { asOf, context } = place;
  for (const binding of bindings) {
    if (binding.score < best.score - SUPPORT_MARGIN) break;
    if (binding.loose && !best.loose) continue;
    const relevant = relevantValues(binding.fact, context, asOf);
    const value = relevant.accepted.find((one) => agreesWith(stated, one, binding.fact, asOf));
    if (value) return { label: 'supported', claim, evidence: evidenceOf(binding.fact, value, stated, asOf) };
  }
  const against = bindings.find(
    (binding) => binding.score >= best.score - REFUTE_MARGIN && mayRefute(binding, stated),
  );
  if (against === undefined)
    return { label: 'not-enough-info', claim, why: whyTooWeak(bindings, best, stated) };
  const why = whyOpen(place, against.fact, stated);
  if (why !== undefined) return { label: 'not-enough-info', claim, why };
  const meant = against.explicit === false ? meantInstead(bindings, against, stated, place) : undefined;
  if (meant) return { label: 'supported', claim, evidence: meant };
  return refute(claim, stated, against, relevantValues(against.fact, context, asOf), place);
}

/** Whether the figure is that of the same holding the other way round: who holds whom was mixed up. */
function isReversed({ reversed }: Binding, stated: Stated, { context, asOf }: Place): boolean {
  if (reversed === undefined) return false;
  return relevantValues(reversed, context, asOf).accepted.some((value) =>
    agreesWith(stated, value, reversed, asOf),
  );
}

/**
 * Where the subject is only pointed back to («the company», «its») and the value is right of another name in the draft, that
 * other one was meant: the pointing was misread, the figure is not wrong.
 */
function meantInstead(
  bindings: readonly Binding[],
  against: Binding,
  stated: Stated,
  { context, asOf }: Place,
): Evidence | undefined {
  for (const { fact } of bindings) {
    if (fact.subject === against.fact.subject || fact.relation?.id !== against.fact.relation?.id) continue;
    if (fact.period?.label !== against.fact.period?.label) continue;
    const value = relevantValues(fact, context, asOf).accepted.find((one) =>
      agreesWith(stated, one, fact, asOf),
    );
    if (value) return evidenceOf(fact, value, stated, asOf);
  }
  return undefined;
}

/** Whether a binding is sure enough: strong, or nearly so and the value a slip for the fact's; and not another thing by its size. */
function mayRefute({ strong, nearly, fact }: Binding, stated: Stated): boolean {
  const slip = fact.values.some(({ value }) => value && isSlip(stated, value));
  if (!(strong || (nearly === true && slip))) return false;
  return (
    slip ||
    fact.relation?.directed === true ||
    fact.values.some(({ value }) => value && isOfOneSize(stated, value))
  );
}

function refute(claim: Claim, stated: Stated, best: Binding, relevant: Relevant, place: Place): Verdict {
  const { asOf } = place;
  const { fact } = best;
  const other = relevant.others.find((value) => agreesWith(stated, value, fact, asOf));
  const [value, ...alternatives] = likeliestFirst(relevant, stated);
  if (value?.value === undefined) return { label: 'not-enough-info', claim };
  const evidence = { ...evidenceOf(fact, value, stated, asOf), alternatives };
  if (other === undefined && isReversed(best, stated, place))
    return { label: 'refuted', claim, evidence, reason: 'reversed', strong: true };
  if (other === undefined) return { label: 'refuted', claim, evidence, reason: 'differs', strong: true };
  const isOld = other.to !== undefined && other.to <= asOf;
  if (relevant.isNow && isOld) return { label: 'refuted', claim, evidence, reason: 'outdated', strong: true };
  return {
    label: 'not-enough-info',
    claim,
    why: 'The fact’s timeline has this value for another time, and the sentence leaves the time open.',
  };
}

/** Where words about the past leave open which value of a timeline is meant, the one nearest to what is written. */
function likeliestFirst({ accepted, isPast }: Relevant, { value }: Stated): readonly FactValue[] {
  if (!isPast || !('precision' in value)) return accepted;
  const away = (one: FactValue) =>
    one.value && 'precision' in one.value ? Math.abs(one.value.low - value.low) : Number.MAX_VALUE;
  return accepted.toSorted((a, b) => away(a) - away(b));
}

/** A date whose day and month could be swapped decides nothing. */
function isUndecidable(value: Value): boolean {
  return value.kind === 'date' && value.swappable === true;
}

/** Why no binding refutes: none is tight enough, or the value is another thing by its size. */
function whyTooWeak(bindings: readonly Binding[], best: Binding, stated: Stated): string {
  const isTight = bindings.some(
    ({ score, strong, nearly }) => score >= best.score - REFUTE_MARGIN && (strong || nearly === true),
  );
  if (!isTight) return 'It differs from the fact, but the two are tied too loosely to call it wrong.';
  return bindings.some(
    ({ strong, fact }) => strong && !fact.values.some(({ value }) => value && isOfOneSize(stated, value)),
  )
    ? 'It is so far from the fact’s value that another thing may be meant.'
    : 'It differs from the fact, but not as a slip would, and the two are tied too loosely to call it wrong.';
}

/** Why a value that differs from a fact's does not contradict it; undefined if it does. */
function whyOpen({ context, asOf }: Place, fact: Fact, stated: Stated): string | undefined {
  const { value } = stated;
  // «today», «this week» tell when the writer writes; they support, but contradict nothing.
  if (value.kind === 'date' && value.relative === true && value.grain !== 'month')
    return 'Words such as “today” tell when the writer writes; they contradict no date.';
  // A share in words («one in three», «half») is never so exact that a figure could contradict it.
  if (value.kind === 'percent' && value.fraction === true)
    return 'A share in words is never so exact that a figure contradicts it.';
  if (context.denied) return 'The sentence denies the value.';
  return whyNotYet(context, asOf, fact, stated);
}

/** What might be, or is only expected, does not contradict what is. */
function whyNotYet(
  context: Place['context'],
  asOf: EpochDay,
  fact: Fact,
  stated: Stated,
): string | undefined {
  if (context.hypothetical) return 'The sentence says only what might be.';
  // «will stay until 2027» is not of the term that ended in 2020.
  const isAhead = stated.value.kind === 'date' && stated.value.from > asOf;
  if (
    context.forecast &&
    isAhead &&
    fact.values.every(({ value }) => value?.kind === 'date' && value.to <= asOf)
  )
    return 'The sentence speaks of a day to come, the fact of one that is past.';
  // A timeline that says nothing of the article's time cannot contradict it.
  if (!fact.values.some((value) => holdsAround(value, asOf)) || hasEnded(fact, context, asOf))
    return 'The fact says nothing of the article’s time.';
  const isAchieved =
    fact.period !== undefined || fact.values.some(({ from, to }) => from !== undefined || to !== undefined);
  // «Will pay a dividend of €1.58» for 1.85: two digits swapped are a slip, whatever the tense.
  const isForecast =
    context.forecast && isAchieved && !fact.values.some((one) => one.value && isSlip(stated, one.value));
  return isForecast ? 'The sentence speaks of what is expected, the fact of what was achieved.' : undefined;
}

/** A value that has ended says nothing of now: it contradicts only words about its own time. */
function hasEnded({ values }: Fact, context: Place['context'], asOf: EpochDay): boolean {
  const isOfThen = context.tense === 'past' || context.role !== undefined || context.date !== undefined;
  return !isOfThen && values.every(({ to }) => to !== undefined && to <= asOf);
}

/** Whether the stated value is one of those that this entry of a fact allows. */
export function agreesWith(stated: Stated, { value, also }: FactValue, fact: Fact, asOf: EpochDay): boolean {
  return [value, ...also].some((known) => known !== undefined && agreesWithValue(stated, known, fact, asOf));
}

function agreesWithValue(stated: Stated, known: Value, { tolerance }: Fact, asOf: EpochDay): boolean {
  if (stated.value.kind === 'duration' && known.kind === 'date') {
    return durationAgreesWithDate(stated as Stated<DurationValue>, known as DateValue, asOf);
  }
  return agrees(stated, known, tolerance && toleranceOf(known, tolerance));
}

function evidenceOf(fact: Fact, value: FactValue, stated: Stated, asOf: EpochDay): Evidence {
  const overdue = fact.reviewBy !== undefined && fact.reviewBy <= asOf;
  return {
    fact,
    value,
    why: explainAgreement(stated, value, asOf),
    ...(overdue ? { overdue: true as const } : {}),
  };
}

/** Bindings as the candidates that a claim shows to who asks why. */
export function candidatesOf(bindings: readonly Binding[]): readonly Candidate[] {
  return bindings.map(({ fact, score, reasons }) => ({ fact, score, reasons }));
}
