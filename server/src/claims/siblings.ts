import type { Fact, FactBase } from '../facts/facts.ts';
import type { EntityMention } from '../mentions/mention.ts';
import type { Stated } from '../values/kind.ts';
import type { Binding, Place } from './binding.ts';
import type { Claim, Verdict } from './claim.ts';
import { agreesWith } from './judge.ts';
import { relevantValues } from './timelines.ts';
import type { SentenceView } from './view.ts';

/**
 * The wrong one of two related names: «Daehwan Display had 36.9% of the DRAM market», where exactly that figure, with that cue
 * and period or object, is the fact of Daehwan Memory, and the draft's name begins with the same word. The name is what is
 * wrong then, not the figure. Undefined where anything else would explain it.
 */
export function siblingVerdict(
  stated: Stated,
  bindings: readonly Binding[],
  place: Place,
  facts: FactBase,
): Verdict | undefined {
  const meant = bindings.find((binding) => isCertain(binding) && isExact(stated, binding.fact, place));
  if (meant === undefined) return undefined;
  const mention = subjectMention(place.view, place.index);
  if (mention === undefined || mention.entity === meant.fact.subject || !isRight(mention)) return undefined;
  if (
    !areSiblings(mention.entity, meant.fact.subject, facts) ||
    hasOwnFact(mention.entity, meant.fact, facts)
  )
    return undefined;
  if (place.view.items.some((item) => item.kind === 'entity' && item.mention.entity === meant.fact.subject))
    return undefined;
  const claim: Claim = {
    kind: 'company',
    span: mention.span,
    subject: meant.fact.subject,
    quoted: false,
    candidates: [{ fact: meant.fact, score: meant.score, reasons: ['the figure is that one’s'] }],
  };
  const entity = facts.entities.get(meant.fact.subject)!;
  const [value] = meant.fact.values;
  return {
    label: 'refuted',
    claim,
    evidence: {
      fact: meant.fact,
      value: value!,
      entity,
      why: `${value!.text} is the figure of ${entity.name}.`,
    },
    reason: 'differs',
    strong: true,
  };
}

/** A name that is written as it should be. */
function isRight({ form }: EntityMention): boolean {
  return form === 'correct' || form === 'ambiguous';
}

/** Bound by a cue right beside it, with a period or an object that narrows it further. */
function isCertain({ fact, fits, periodNamed }: Binding): boolean {
  return fits === true && (periodNamed === true || fact.object !== undefined);
}

/** The very figure, unhedged; a round share could be anybody's. */
function isExact(stated: Stated, fact: Fact, { context, asOf }: Place): boolean {
  // A share in round figures could be anybody's.
  if (stated.value.kind === 'percent' && (stated.hedge !== undefined || stated.value.precision >= 0.5))
    return false;
  return relevantValues(fact, context, asOf).accepted.some((value) => agreesWith(stated, value, fact, asOf));
}

/** The name in the subject's place: the first of the sentence, before the value. */
function subjectMention({ items }: SentenceView, index: number): EntityMention | undefined {
  for (const item of items.slice(0, index))
    if (item.kind === 'entity' && !item.mention.possessive) return item.mention;
  return undefined;
}

function areSiblings(one: string, other: string, { entities }: FactBase): boolean {
  const first = (id: string) => (entities.get(id)?.name ?? id).split(/\s+/)[0]!;
  return first(one) === first(other) && first(one).length >= 4;
}

/** A sibling with a fact of the same relation has a figure of its own. */
function hasOwnFact(entity: string, { relation }: Fact, { bySubject }: FactBase): boolean {
  return (bySubject.get(entity) ?? []).some((fact) => fact.relation?.id === relation?.id);
}
