import { toEpochDay } from '../text/calendarDate.ts';
import { overlaps } from '../text/span.ts';
import type { DateValue, DurationValue, Stated, ValueKindName } from '../values/kind.ts';
import { bindAge } from './bindAge.ts';
import { bindByCue } from './bindCue.ts';
import { bindHolding } from './bindHolding.ts';
import type { Binding, Knowledge, Place } from './binding.ts';
import type { Claim, ClaimKind, Verdict } from './claim.ts';
import { inUnitOfColumn } from './columnUnit.ts';
import { type Context, contextOf } from './context.ts';
import { complete } from './ellipsis.ts';
import { bindImpliedDates } from './impliedDates.ts';
import { candidatesOf, judge } from './judge.ts';
import { type Placed, placeOf } from './place.ts';
import { siblingVerdict } from './siblings.ts';
import type { Subjects } from './subjects.ts';
import type { DraftView } from './view.ts';

/** The kinds of fact that can decide a kind of value. */
const DECIDING: Readonly<Partial<Record<ValueKindName, readonly ValueKindName[]>>> = {
  percent: ['percent'],
  date: ['date'],
  duration: ['duration', 'date'],
  amount: ['amount'],
  count: ['count'],
};

/** A value with its bindings, before it is judged. */
export interface Bound {
  readonly stated: Stated;
  readonly place: Place;
  readonly bindings: readonly Binding[];
  /** What a bare number in a table stands for, by its heads: 1,000,000 under «in millions». */
  readonly factor?: number;
}

/** Judges every value of the draft that a fact could decide, in reading order; weekdays and names have files of their own. */
export function judgeValues(
  draft: DraftView,
  subjects: Subjects | undefined,
  knowledge: Knowledge,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let last: Bound | undefined;
  for (const stated of draft.mentions.values) {
    if (DECIDING[stated.value.kind] === undefined) continue;
    const own = subjects && bindValue(draft, stated, subjects, knowledge);
    const bound = own && complete(own, last, knowledge.facts);
    if (bound && bound.bindings.length > 0) last = bound;
    const sibling = bound && siblingVerdict(stated, bound.bindings, bound.place, knowledge.facts);
    if (sibling) verdicts.push(sibling);
    verdicts.push(bound ? judgeBound(bound) : openVerdict(stated));
  }
  return verdicts;
}

/** The verdicts on values that no fact is about. */
export function openVerdicts(values: readonly Stated[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const stated of values) if (DECIDING[stated.value.kind]) verdicts.push(openVerdict(stated));
  return verdicts;
}

function openVerdict(stated: Stated): Verdict {
  const kind = stated.value.kind as ClaimKind;
  return {
    label: 'not-enough-info',
    claim: { kind, span: stated.span, stated, quoted: false, candidates: [] },
  };
}

/** Judges a date that stands in the draft in another shape: a bare weekday. Only facts whose cue stands beside it count. */
export function dateJudge(
  draft: DraftView,
  subjects: Subjects | undefined,
  knowledge: Knowledge,
): (weekday: Stated, stated: Stated<DateValue>) => Verdict | undefined {
  return (weekday, stated) => {
    if (subjects === undefined) return undefined;
    const placed = placeOf(draft, weekday);
    if (placed === undefined) return undefined;
    const place = toPlace(draft, placed);
    const bindings = bindByCue(place, [], ['date'], subjects, knowledge).filter(({ strong }) => strong);
    return bindings.length === 0 ? undefined : judgeBound({ stated, place, bindings });
  };
}

function bindValue(
  draft: DraftView,
  stated: Stated,
  subjects: Subjects,
  knowledge: Knowledge,
): Bound | undefined {
  // A difference in points is no level: «1.7 points more» says nothing of how high a margin is.
  if (stated.value.kind === 'percent' && stated.value.unit === 'points') return undefined;
  const placed = placeOf(draft, stated);
  if (placed === undefined) return undefined;
  const inColumn = inUnitOfColumn(draft, stated, placed.view.block, placed.around);
  if (inColumn)
    return { ...bindPlaced(draft, inColumn.stated, placed, subjects, knowledge), factor: inColumn.factor };
  return bindPlaced(draft, stated, placed, subjects, knowledge);
}

function bindPlaced(
  draft: DraftView,
  stated: Stated,
  placed: Placed,
  subjects: Subjects,
  knowledge: Knowledge,
): Bound {
  const kinds = DECIDING[stated.value.kind] ?? [];
  const place = toPlace(draft, placed);
  // The years over a table's columns are periods, and claim nothing.
  if (stated.value.kind === 'date' && placed.view.block.cell?.isHead) return { stated, place, bindings: [] };
  const { around } = placed;
  const bindings = [
    ...(stated.value.kind === 'percent' && stated.value.unit === 'percent'
      ? bindHolding(place, knowledge)
      : []),
    ...(stated.value.kind === 'duration' ? bindAge(place, stated as Stated<DurationValue>, knowledge) : []),
    ...soften(stated, place, bindByCue(place, around, kinds, subjects, knowledge)),
    ...(stated.value.kind === 'date' ? bindImpliedDates(place, knowledge) : []),
  ].sort((a, b) => b.score - a.score);
  return { stated, place, bindings };
}

function toPlace(draft: DraftView, { view, index }: Placed): Place {
  const { year, month, day } = draft.draft.asOf;
  let context: Context | undefined;
  return {
    draft,
    view,
    index,
    asOf: toEpochDay(year, month, day),
    // Read only for values that some fact may decide.
    get context() {
      context ??= contextOf(view, index);
      return context;
    },
  };
}

/**
 * Of lengths of time, only «N years ago» counts from today to the event beside it; «four weeks after», «three months before»
 * and «within six days» measure something else, and may only be found right.
 */
function soften({ value }: Stated, { view, index }: Place, bindings: readonly Binding[]): readonly Binding[] {
  if (value.kind !== 'duration') return bindings;
  const isAgo = value.form === 'ago' && view.items[index]!.lower.endsWith('ago');
  return isAgo
    ? bindings
    : bindings.map((binding) =>
        binding.fact.kind === 'date' ? { ...binding, strong: false, nearly: false } : binding,
      );
}

function judgeBound({ stated, place, bindings, factor }: Bound): Verdict {
  const quoted = place.view.quotations.some((span) => overlaps(span, stated.span));
  const cue = bindings[0]?.cue;
  const claim: Claim = {
    ...claimOf(stated, bindings, quoted),
    ...(cue ? { cue } : {}),
    ...(factor === undefined ? {} : { factor }),
  };
  return judge(claim, stated, bindings, place);
}

function claimOf(stated: Stated, bindings: readonly Binding[], quoted: boolean): Claim {
  const best = bindings[0]?.fact;
  return {
    kind: stated.value.kind as ClaimKind,
    span: stated.span,
    stated,
    ...(best ? { subject: best.subject } : {}),
    ...(best?.object ? { object: best.object } : {}),
    quoted,
    candidates: candidatesOf(bindings),
  };
}
